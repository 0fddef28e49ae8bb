"""What the readers of lists share: rows that are counted, entries, rows set aside with a reason, dates, addresses."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from credibility.model import Rater, RatingError
from credibility.model.lists import ListEntry, ReadList, SetAside
from credibility.outlets.drafts import read_key

_RAW_KEPT = 300  # code points of a row that is set aside
_DATE_FORMATS = ("%Y-%m-%d", "%Y-%m", "%Y", "%d/%m/%Y", "%d.%m.%Y", "%B %d, %Y", "%d %B %Y")


class RatesNothingError(ValueError):
    """The row is sound but rates nothing; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its number as an editor shows it, its text, its cells by column."""

    line: int
    raw: str
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        """A cell without blanks around it; "" when the row has none."""
        value = self.cells.get(column)
        return "" if value is None else str(value).strip()


@dataclass(slots=True)
class _Tally:
    entries: list[ListEntry] = field(default_factory=list)
    passed_over: list[SetAside] = field(default_factory=list)
    quarantined: list[SetAside] = field(default_factory=list)


def read_rows(
    text: str, rater: Rater, rows: Iterable[Row], entries_of: Callable[[Row], Iterable[ListEntry]], *, rates_platforms: bool = True
) -> ReadList:
    """Ask `entries_of` about each row; ValueError and RatingError quarantine it, RatesNothingError passes it over."""
    tally, count = _Tally(), 0
    for row in rows:
        count += 1
        try:
            entries = list(entries_of(row))
            if not entries:
                raise ValueError("nothing in this row could be read")
        except RatesNothingError as reason:
            tally.passed_over.append(SetAside(row.line, row.raw[:_RAW_KEPT], str(reason)))
        except (ValueError, KeyError, TypeError) as problem:
            tally.quarantined.append(SetAside(row.line, row.raw[:_RAW_KEPT], str(problem)))
        except RatingError as problem:
            tally.quarantined.append(SetAside(row.line, row.raw[:_RAW_KEPT], problem.reason))
        else:
            tally.entries += entries
    digest = hashlib.sha256(text.encode()).hexdigest()
    return ReadList(rater, count, tuple(tally.entries), tuple(tally.passed_over), tuple(tally.quarantined), digest, rates_platforms)


def csv_rows(text: str, delimiter: str = ",") -> Iterator[Row]:
    """Rows of a delimited file by its header. A byte order mark is dropped; cells beyond the header are kept under ``None``."""
    lines = text.removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(lines, newline=""), delimiter=delimiter, restval="")
    for cells in reader:
        raw = delimiter.join(str(value) for value in cells.values())
        yield Row(reader.line_num, raw, {key or "": value for key, value in cells.items() if key is not None})


def json_lines(text: str) -> Iterator[Row]:
    """Rows of a JSON Lines file; a line that is no JSON object comes as a row without cells."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Row(number, line, _object(line))


def objects(items: Iterable[Any]) -> Iterator[Row]:
    """Rows out of a JSON array, numbered from 1."""
    for number, item in enumerate(items, start=1):
        raw = json.dumps(item, ensure_ascii=False)
        yield Row(number, raw, item if isinstance(item, dict) else {})


def address(text: str) -> str:
    """An address as the table keys it. ValueError when there is none; RatingError when it is no address."""
    if not text.strip():
        raise ValueError("the row has no address")
    return read_key(text.strip())


def number(text: str, low: float, high: float) -> float:
    """A number within bounds; ValueError otherwise. A decimal comma is read too."""
    value = float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    if not low <= value <= high:
        raise ValueError(f"{text} is not within {low:g}–{high:g}")
    return value


def day(text: str) -> date | None:
    """A date in one of the usual spellings; "" is None, anything else a ValueError."""
    if not text:
        return None
    for spelling in _DATE_FORMATS:
        try:
            return datetime.strptime(text[:20].removesuffix("Z").partition("T")[0], spelling).date()
        except ValueError:
            continue
    raise ValueError(f"“{text}” is no date")


def _object(line: str) -> Mapping[str, Any]:
    try:
        value = json.loads(line)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
