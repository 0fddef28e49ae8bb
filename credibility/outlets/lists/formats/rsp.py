"""Wikipedia's perennial sources as JSON Lines. A qualifier is a scope: the Guardian's blogs must not sink the Guardian."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from credibility.floor.dates import MONTHS
from credibility.floor.language import said
from credibility.model import Rater, Scope
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import RatesNothingError, Row, address, json_lines, read_rows

RATER = Rater(
    "rsp",
    "Wikipedia, perennial sources",
    10,
    url="https://en.wikipedia.org/wiki/Wikipedia:Reliable_sources/Perennial_sources",
    licence="CC BY-SA 4.0",
    scale="gr→85 nc→50 gu→30 d→12, blacklisted→3",
)
SCORES = {"gr": 85.0, "nc": 50.0, "gu": 30.0, "d": 12.0}
BLACKLISTED = 3.0
WORDS = {
    "gr": "generally reliable",
    "nc": "no consensus, additional considerations apply",
    "gu": "generally unreliable",
    "d": "deprecated",
}
_USES = re.compile(r"\{\{WP:RSPUSES\|([^}]*)\}\}")
_BLACKLIST = re.compile(r"\{\{WP:RSPSTATUS\|[^}]*\bb=y")
_DAY = r"(?:(\d{1,2}) )?(?:([A-Z][a-z]+) )?(\d{4})"
_DASH = r"\s*[-–—]?\s*"
_SINCE = re.compile(rf"(?:{_DAY}{_DASH}present|(?:since|after|from|post){_DASH}{_DAY})")
_BEFORE = re.compile(rf"(?:pre|before|until|prior to){_DASH}{_DAY}")
_BETWEEN = re.compile(rf"{_DAY}{_DASH}{_DAY}")
# What only says which outlet is meant, or that the rest of it is.
_WHOLE = re.compile(
    r"\bexcluding\b|\bgeneral\b|\bother\b|^print|^news$|^non-(?!staff)|^[A-Z]{2,5}$|^(?:India|United Kingdom|United States)$"
)
_AUTHORS = re.compile(r"contributors?|non-staff", re.IGNORECASE)


def is_rsp(text: str) -> bool:
    """Whether the text is such a file."""
    return text.lstrip().startswith("{") and "WP:RSP" in text[:4000] and '"status"' in text[:8000]


def read_rsp(text: str) -> ReadList:
    """Read the list. A row's first address is its own; further ones yield to a row that has them first."""
    return read_rows(text, RATER, json_lines(text), _entries)


def read_qualifier(words: str) -> Scope:
    """The scope of a qualifier: "2013–present", "politics and science, 2011–present", "contributors", "excluding politics"."""
    since = until = None
    topics: list[str] = []
    author = None
    for part in filter(None, (piece.strip() for piece in re.split(r"[(),;]", words))):
        dates = _dates(part)
        if dates:
            since, until = dates
        elif _AUTHORS.search(part):
            author = part
        elif not _WHOLE.search(part):
            topics.append(part)
    return Scope(author=author, topic=", ".join(topics) or None, since=since, until=until)


def _entries(row: Row) -> Iterable[ListEntry]:
    status, name = row.text("status"), row.text("name")
    if not row.cells or not name:
        raise ValueError(said("the line is not an entry of the list"))
    if status == "m":
        raise RatesNothingError(said("the row has several statuses and no single one"))
    if status not in SCORES:
        raise ValueError(said("“{status}” is not a status of this list", status=status))
    keys = _addresses(row)
    if not keys:
        raise ValueError(said("the row names no domain"))
    qualifier = row.text("content_qualifier") or _beyond(row.text("id"), name)
    scope = read_qualifier(qualifier)
    blacklisted = bool(_BLACKLIST.search(row.text("alltext")))
    told = WORDS[status] + (", on the spam blacklist" if blacklisted else "")
    last = row.text("rsp_last")
    for place, key in enumerate(keys):
        yield ListEntry(
            row.line,
            key,
            BLACKLISTED if blacklisted else SCORES[status],
            status + ("+b" if blacklisted else ""),
            name,
            scope=scope,
            reason=f"{told}{f' ({qualifier.strip()})' if qualifier else ''}{f'; last discussed {last}' if last else ''}",
            url=f"{RATER.url}#{row.text('id').replace(' ', '_')}",
            rated_on=date(int(last), 1, 1) if last.isdigit() else None,
            weak=place > 0,
        )


def _addresses(row: Row) -> list[str]:
    named = [piece.strip() for uses in _USES.findall(row.text("alltext")) for piece in uses.split("|")]
    own = row.text("domain")
    written = [text for text in ([own] if own else []) + named if "." in text and "=" not in text]
    return list(dict.fromkeys(address(text.rstrip("*")) for text in written))


def _beyond(identity: str, name: str) -> str:
    """What a row's id adds to its name: "The Guardian blogs" is "The Guardian" and "blogs"."""
    rest = identity.removeprefix(name)
    return rest if rest != identity and rest.startswith(" ") else ""


def _dates(part: str) -> tuple[date | None, date | None] | None:
    since = _SINCE.fullmatch(part)
    if since:
        return _first_day(*(since.groups()[:3] if since[3] else since.groups()[3:])), None
    before = _BEFORE.fullmatch(part)
    if before:
        return None, _first_day(*before.groups()) - timedelta(days=1)
    between = _BETWEEN.fullmatch(part)
    if between:
        return _first_day(*between.groups()[:3]), _last_day(*between.groups()[3:])
    return None


def _first_day(day: str | None, month: str | None, year: str) -> date:
    return date(int(year), MONTHS.index(month) + 1 if month in MONTHS else 1, int(day or 1))


def _last_day(day: str | None, month: str | None, year: str) -> date:
    if day:
        return _first_day(day, month, year)
    number = MONTHS.index(month) + 1 if month in MONTHS else 12
    return date(int(year), number, monthrange(int(year), number)[1])
