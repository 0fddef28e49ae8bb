"""Check where the starter table's domains and dates come from: `python tests/bench/check_sources.py resources/starter`.

`sources.csv` has a row for every domain, host and date of the table, and for the accounts that a list names. Prints a line per finding
and exits 1 if there is any.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

Row = dict[str, str]
COLUMNS = ["outlet", "field", "value", "sources", "read_on"]
UNCHECKED = "unchecked"
MOST_UNCHECKED = 0.10
"""The share of outlets that may have a domain or a date without a source."""
ADDRESSES = frozenset(("domain", "host"))
DATES = ("active_from", "active_to")
SOURCE = re.compile(r"^\| `([a-z0-9-]+)` \|", re.MULTILINE)
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read(folder: Path, name: str) -> list[Row]:
    """The rows of a CSV file of the folder."""
    with (folder / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def due(folder: Path) -> set[tuple[str, str, str]]:
    """What needs a source: every domain and host, every date, as (outlet, field, value)."""
    wanted = {(row["outlet"], row["kind"], row["key"]) for row in read(folder, "locators.csv") if row["kind"] in ADDRESSES}
    for row in read(folder, "outlets.csv"):
        wanted |= {(row["outlet"], field, row[field]) for field in DATES if row[field]}
        if len(row["inherits"]) > 1:
            wanted.add((row["outlet"], "inherits", row["inherits"]))
    return wanted


def check_rows(rows: list[Row], known: set[str]) -> Iterator[str]:
    """Order, known sources, days."""
    keys = [tuple(row[column] for column in COLUMNS) for row in rows]
    yield from (f"sources: not sorted: see {after}" for before, after in pairwise(keys) if before > after)
    for row in rows:
        where = f"sources: {row['outlet']} {row['field']} {row['value']}"
        named = row["sources"].split()
        if not named or sorted(set(named)) != named:
            yield f"{where}: sources {row['sources']!r}"
        if unknown := set(named) - known - {UNCHECKED}:
            yield f"{where}: SOURCES.md has no {', '.join(sorted(unknown))}"
        if UNCHECKED in named and len(named) > 1:
            yield f"{where}: unchecked, but with a source"
        if not DAY.fullmatch(row["read_on"]):
            yield f"{where}: read_on {row['read_on']!r}"


def check(folder: Path) -> list[str]:
    """All findings about the sources of the starter table in a folder."""
    rows = read(folder, "sources.csv")
    if not rows or list(rows[0]) != COLUMNS:
        return [f"sources: the columns are not {', '.join(COLUMNS)}"]
    known = set(SOURCE.findall((folder / "SOURCES.md").read_text(encoding="utf-8")))
    told = Counter((row["outlet"], row["field"], row["value"]) for row in rows)
    accounts = {(row["outlet"], "account", row["key"]) for row in read(folder, "locators.csv") if row["kind"] == "account"}
    wanted = due(folder)
    findings = list(check_rows(rows, known))
    findings += [f"sources: {' '.join(missing)}: no row" for missing in sorted(wanted - set(told))]
    findings += [f"sources: {' '.join(extra)}: not in the table" for extra in sorted(set(told) - wanted - accounts)]
    findings += [f"sources: {' '.join(row)}: {count} rows" for row, count in told.items() if count > 1]
    share = len(unchecked(rows)) / len(read(folder, "outlets.csv"))
    if share > MOST_UNCHECKED:
        findings.append(f"sources: {share:.1%} of the outlets have something unchecked; at most {MOST_UNCHECKED:.0%}")
    return findings


def unchecked(rows: list[Row]) -> set[str]:
    """The outlets with a domain or a date that no source names."""
    return {row["outlet"] for row in rows if row["sources"] == UNCHECKED}


def main(arguments: list[str]) -> int:
    """Print the findings, and how many outlets are unchecked; 1 when there is a finding."""
    if len(arguments) != 1:
        print("usage: check_sources.py FOLDER", file=sys.stderr)
        return 2
    folder = Path(arguments[0])
    findings = check(folder)
    for finding in findings:
        print(finding)
    rows, outlets = read(folder, "sources.csv"), read(folder, "outlets.csv")
    left = unchecked(rows)
    several = sum(len(row["sources"].split()) > 1 for row in rows if row["field"] in ADDRESSES)
    print(
        f"{len(outlets)} outlets, {len(rows)} sourced facts, {several} domains with several sources; "
        f"{len(left)} outlets ({len(left) / len(outlets):.1%}) with something unchecked: {len(findings)} findings"
    )
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
