"""Check the starter table: `python tests/bench/check_starter.py resources/starter`.

Reads the five CSV files and `common_words.txt` of one folder, prints a line per finding and exits 1 if there is any.
The point of most checks is that a wrong outlet is worse than none: an ordinary word must not be a name by itself, and
a name that several outlets bear must be left to context.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

Row = dict[str, str]
Table = list[Row]


def words(text: str) -> frozenset[str]:
    """The space-separated words of `text`."""
    return frozenset(text.split())


COLUMNS = {
    table: columns.split()
    for table, columns in {
        "outlets": "outlet name country language kind state active_from active_to homepage parent inherits notes",
        "names": "outlet name kind rule context",
        "locators": "outlet kind key",
        "ratings": "outlet rater score label original scope rated_on url reason",
        "raters": "rater title url licence version retrieved_on scale precedence notes",
    }.items()
}
SORT = {
    "outlets": ("outlet", "name"),
    "names": ("outlet", "name"),
    "locators": ("outlet", "key"),
    "ratings": ("outlet", "rater", "scope"),
    "raters": ("rater",),
}
OUTLET_KINDS = words(
    "news agency broadcaster magazine journal fact-checker gov igo ngo think-tank satire platform aggregator "
    "press-release blog pollster unknown"
)
STATES = words("none public influenced controlled")
NAME_KINDS = words("name short acronym former foreign")
RULES = words("plain needs_the needs_cue needs_antecedent needs_country not_bare acronym never")
LOCATOR_KINDS = words("domain host path account shortener")

#: Rules that keep an ordinary word from matching by itself.
SAFE = words("needs_cue needs_antecedent never")
#: Rules that leave a name shared by several outlets to context.
DECIDING = words("needs_country needs_antecedent never")

#: Places without an outlet's own country: international bodies and platforms may leave it empty.
COUNTRYLESS_KINDS = words("igo ngo platform aggregator press-release")
COUNTRIES = words(
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW"
)
PUBLIC_SUFFIXES = words(
    "co.uk org.uk ac.uk gov.uk com.au net.au org.au gov.au co.nz org.nz govt.nz co.za org.za co.ke or.ke com.tr "
    "org.tr gov.tr co.jp or.jp ne.jp go.jp co.kr or.kr go.kr com.br org.br gov.br com.ar gob.ar com.mx gob.mx com.co "
    "com.ve gob.ve com.pe com.ec com.uy com.py com.bo com.do com.gt com.sv com.ni com.pa com.pr com.cn org.cn gov.cn "
    "com.hk org.hk com.tw org.tw com.sg edu.sg com.my co.id go.id co.th or.th in.th com.ph gov.ph net.ph com.vn "
    "com.kh com.mm com.bd com.pk net.pk co.in org.in gov.in com.np com.lb gov.lb com.sa gov.sa com.kw com.qa org.qa "
    "com.bh gov.om com.eg org.eg gov.eg com.ly gov.ly co.il org.il gov.jo com.jo com.ua org.ua gov.ua com.pl org.pl "
    "com.gr com.cy org.cy com.mt com.ng com.gh org.gh co.zw co.zm gov.bw com.na co.tz co.ug com.fj com.pg co.ls co.sz "
    "co.tt co.mz com.ru org.ru com.by github.io blogspot.com wordpress.com"
)
PLATFORM_SUFFIXES = words("blogspot.com wordpress.com")

KEY = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*(?:/[^\s/?#A-Z]+)*")
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?")
SCOPE = re.compile(r"(?:(?:path|topic|author|dates):[^;]+)(?:;(?:path|topic|author|dates):[^;]+)*")
DATES_SCOPE = re.compile(r"(\d{4}(?:-\d\d){0,2})?(?:-|/)(\d{4}(?:-\d\d){0,2})?")


def read_table(folder: Path, name: str) -> Table:
    """Rows of `<name>.csv`; raises ValueError when the header is not the agreed one."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        if reader.fieldnames != COLUMNS[name]:
            raise ValueError(f"{name}.csv: header is {reader.fieldnames}, not {COLUMNS[name]}")
        return list(reader)


def read_common_words(path: Path) -> dict[str, bool]:
    """Ordinary word or phrase -> whether a capital "The" before it makes the name distinctive."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#"))
    return {word: flag == "+the" for word, _, flag in (line.partition("\t") for line in lines)}


def is_date(text: str) -> bool:
    """Year, year-month or full ISO date, with month and day in range."""
    match = DATE.fullmatch(text)
    if not match:
        return False
    year, month, day = (int(part) if part else 1 for part in match.groups())
    return 1600 <= year <= 2100 and 1 <= month <= 12 and 1 <= day <= 31


def repeated(values: Iterable[str]) -> list[str]:
    """Values that occur more than once, sorted."""
    return sorted(value for value, count in Counter(values).items() if count > 1)


def rules_of(row: Row) -> frozenset[str]:
    """The parts of a combined rule such as `needs_the+needs_cue`."""
    return frozenset(row["rule"].split("+"))


def check_shape(name: str, rows: Table) -> Iterator[str]:
    """Order, stray spaces and rows with too many or too few cells."""
    for row in rows:
        cells = list(row.values())
        if None in row or any(cell is None for cell in cells):
            yield f"{name}: wrong number of cells: {cells}"
        elif any(cell != cell.strip() or "\n" in cell for cell in cells):
            yield f"{name}: stray white space: {cells}"
    keys = [tuple(row[column] or "" for column in SORT[name]) for row in rows]
    if keys != sorted(keys):
        first = next(b for a, b in pairwise(keys) if a > b)
        yield f"{name}: not sorted by {', '.join(SORT[name])}: see {first}"


def check_outlets(outlets: Table) -> Iterator[str]:
    """Slugs, vocabularies, countries, dates and parents."""
    known = {row["outlet"]: row for row in outlets}
    yield from (f"outlets: duplicate {slug}" for slug in repeated(row["outlet"] for row in outlets))
    for row in outlets:
        slug = row["outlet"]
        if not KEY.fullmatch(slug):
            yield f"outlets: {slug}: slug is not a normalised domain or path"
        if not row["name"]:
            yield f"outlets: {slug}: no name"
        if row["kind"] not in OUTLET_KINDS:
            yield f"outlets: {slug}: kind {row['kind']!r}"
        if row["state"] not in STATES:
            yield f"outlets: {slug}: state {row['state']!r}"
        if row["country"] not in COUNTRIES and not (row["country"] == "" and row["kind"] in COUNTRYLESS_KINDS):
            yield f"outlets: {slug}: country {row['country']!r}"
        if not LANGUAGE.fullmatch(row["language"]):
            yield f"outlets: {slug}: language {row['language']!r}"
        for column in ("active_from", "active_to"):
            if row[column] and not is_date(row[column]):
                yield f"outlets: {slug}: {column} {row[column]!r}"
        if row["active_from"] and row["active_to"] and row["active_from"] > row["active_to"]:
            yield f"outlets: {slug}: active_from after active_to"
        if row["homepage"] and not row["homepage"].startswith(("https://", "http://")):
            yield f"outlets: {slug}: homepage {row['homepage']!r}"
        yield from check_parent(row, known)


def check_parent(row: Row, known: dict[str, Row]) -> Iterator[str]:
    """A parent exists, is not the outlet itself, and a platform's child never inherits."""
    slug, parent = row["outlet"], row["parent"]
    if not re.fullmatch(r"[01]|\d{4}-\d{2}(-\d{2})?", row["inherits"]):
        yield f"outlets: {slug}: inherits {row['inherits']!r}"
    if not parent:
        if row["inherits"] != "0":
            yield f"outlets: {slug}: inherits without a parent"
    elif parent not in known or parent == slug:
        yield f"outlets: {slug}: unknown parent {parent}"
    elif row["inherits"] != "0" and known[parent]["kind"] == "platform":
        yield f"outlets: {slug}: inherits from the platform {parent}"


def check_names(names: Table, outlets: Table, common: dict[str, bool]) -> Iterator[str]:
    """References, vocabularies, ordinary words, short and shared names."""
    known = {row["outlet"] for row in outlets}
    yield from (f"names: duplicate {pair}" for pair in repeated(f"{r['outlet']} {r['name']!r}" for r in names))
    for row in names:
        where = f"names: {row['outlet']} {row['name']!r}"
        rules = rules_of(row)
        if row["outlet"] not in known:
            yield f"{where}: unknown outlet"
        if not row["name"]:
            yield f"{where}: empty name"
        if row["kind"] not in NAME_KINDS:
            yield f"{where}: kind {row['kind']!r}"
        if not rules <= RULES or (("plain" in rules or "never" in rules) and len(rules) > 1):
            yield f"{where}: rule {row['rule']!r}"
        if "needs_country" in rules and not row["context"]:
            yield f"{where}: needs_country without context"
        if len(row["name"]) < 3 and not rules & (SAFE | {"acronym"}) and row["name"].isascii():
            yield f"{where}: under 3 letters with rule {row['rule']}"
        if is_risky(row["name"], rules, common):
            yield f"{where}: ordinary word with rule {row['rule']}"
    bearers = {row["outlet"] for row in names}
    mains = {(row["outlet"], row["name"]) for row in names}
    for row in outlets:
        if row["outlet"] not in bearers:
            yield f"names: {row['outlet']}: no name"
        elif (row["outlet"], row["name"]) not in mains:
            yield f"names: {row['outlet']}: main name {row['name']!r} is missing"
    yield from check_shared(names)


def is_risky(name: str, rules: frozenset[str], common: dict[str, bool]) -> bool:
    """Whether an ordinary word or phrase could match without any sign that the outlet is meant."""
    if rules & SAFE:
        return False
    bare = name.removeprefix("The ").removeprefix("the ")
    word = bare.casefold()
    if word not in common:
        return False
    if "acronym" in rules and bare.isupper():
        return False
    return not (common[word] and (bare != name or "needs_the" in rules))


def check_shared(names: Table) -> Iterator[str]:
    """Every bearer of a shared name leaves it to context, and at most one is the default (`*`)."""
    bearers: dict[str, Table] = defaultdict(list)
    for row in names:
        bearers[row["name"]].append(row)
    for name, rows in sorted(bearers.items()):
        if len(rows) < 2:
            continue
        for row in rows:
            if not rules_of(row) & DECIDING:
                yield f"names: {name!r} shared by {len(rows)} outlets, but {row['outlet']} has rule {row['rule']}"
        defaults = [row["outlet"] for row in rows if "*" in row["context"].split("|")]
        if len(defaults) > 1:
            yield f"names: {name!r} has several defaults: {', '.join(defaults)}"


def check_locators(locators: Table, outlets: Table) -> Iterator[str]:
    """References, vocabularies, normal form; each key once; no bare public suffix."""
    known = {row["outlet"] for row in outlets}
    owners: dict[str, list[str]] = defaultdict(list)
    for row in locators:
        where = f"locators: {row['outlet']} {row['key']}"
        owners[row["key"]].append(row["outlet"])
        if row["outlet"] not in known:
            yield f"{where}: unknown outlet"
        if row["kind"] not in LOCATOR_KINDS:
            yield f"{where}: kind {row['kind']!r}"
        if not KEY.fullmatch(row["key"]) or row["key"].startswith("www."):
            yield f"{where}: key is not normalised"
        if row["key"] in PUBLIC_SUFFIXES - PLATFORM_SUFFIXES:
            yield f"{where}: bare public suffix"
        if ("/" in row["key"]) != (row["kind"] in ("path", "account")):
            yield f"{where}: kind {row['kind']} does not fit the key"
    for key, found in sorted(owners.items()):
        if len(found) > 1:
            yield f"locators: {key} claimed by {', '.join(found)}"
    for slug in sorted(known - {row["outlet"] for row in locators}):
        yield f"locators: {slug}: no locator"


def check_ratings(ratings: Table, raters: Table, outlets: Table) -> Iterator[str]:
    """References, score range, scopes and dates."""
    known = {row["outlet"] for row in outlets}
    known_raters = {row["rater"] for row in raters}
    yield from (f"raters: duplicate {rater}" for rater in repeated(row["rater"] for row in raters))
    yield from (f"ratings: duplicate {key}" for key in repeated(f"{r['outlet']} {r['rater']} {r['scope']!r}" for r in ratings))
    for row in ratings:
        where = f"ratings: {row['outlet']} {row['rater']}"
        if row["outlet"] not in known:
            yield f"{where}: unknown outlet"
        if row["rater"] not in known_raters:
            yield f"{where}: unknown rater"
        if not re.fullmatch(r"\d{1,3}(\.\d)?", row["score"]) or float(row["score"]) > 100:
            yield f"{where}: score {row['score']!r}"
        if not row["original"] or not row["reason"]:
            yield f"{where}: no original value or reason"
        if row["scope"] and not is_scope(row["scope"]):
            yield f"{where}: scope {row['scope']!r}"
        if row["rated_on"] and not is_date(row["rated_on"]):
            yield f"{where}: rated_on {row['rated_on']!r}"
        if not row["url"].startswith("https://"):
            yield f"{where}: url {row['url']!r}"


def is_scope(text: str) -> bool:
    """`path:…`, `topic:…`, `author:…`, `dates:from-to`, joined with `;`."""
    if not SCOPE.fullmatch(text):
        return False
    values = [part.split(":", 1) for part in text.split(";")]
    return all(kind != "dates" or (DATES_SCOPE.fullmatch(value) and any(c.isdigit() for c in value)) for kind, value in values)


def check(folder: Path) -> list[str]:
    """All findings for the starter table in `folder`, in reading order."""
    tables = {name: read_table(folder, name) for name in COLUMNS}
    common = read_common_words(folder / "common_words.txt")
    findings = [finding for name, rows in tables.items() for finding in check_shape(name, rows)]
    findings += check_outlets(tables["outlets"])
    findings += check_names(tables["names"], tables["outlets"], common)
    findings += check_locators(tables["locators"], tables["outlets"])
    findings += check_ratings(tables["ratings"], tables["raters"], tables["outlets"])
    return findings


def main(arguments: list[str]) -> int:
    """Print the findings and the size of each table; 1 when there is a finding."""
    if len(arguments) != 1:
        print("usage: check_starter.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    try:
        findings = check(folder)
    except (OSError, ValueError, csv.Error) as error:
        print(error, file=sys.stderr)
        return 1
    for finding in findings:
        print(finding)
    sizes = ", ".join(f"{len(read_table(folder, name))} {name}" for name in COLUMNS)
    print(f"{sizes}: {len(findings)} finding{'' if len(findings) == 1 else 's'}")
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
