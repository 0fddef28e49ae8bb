"""What the readers of lists share: rows that are counted, entries, rows set aside with a reason, addresses."""

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from credibility.floor.characters import storable
from credibility.floor.language import Said, said
from credibility.floor.web import LONGEST, web_address
from credibility.model import Rater, RatingError
from credibility.model.lists import ListEntry, ReadList, SetAside
from credibility.outlets.entries import read_key
from credibility.outlets.lists.cells import figure

_RAW_KEPT = 300  # code points of a row that is set aside


class RatesNothingError(ValueError):
    """The row is sound but rates nothing; the message says why."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a file: its number as an editor shows it, its text, its cells by column."""

    line: int
    raw: str
    cells: Mapping[str, Any]

    def text(self, column: str) -> str:
        """A cell on one line, without blanks around it and without characters that a table must not keep; "" when the row has none."""
        value = self.cells.get(column)
        if isinstance(value, list):
            value = ", ".join(str(item) for item in value)
        return "" if value is None else storable(str(value)).strip()

    def set_aside(self, problem: str | Exception) -> SetAside:
        """The row with the reason why it gives no entry."""
        return SetAside(self.line, storable(self.raw[:_RAW_KEPT]), _kept(problem))


@dataclass(slots=True)
class _Tally:
    entries: list[ListEntry] = field(default_factory=list)
    passed_over: list[SetAside] = field(default_factory=list)
    quarantined: list[SetAside] = field(default_factory=list)


def read_rows(
    text: str, rater: Rater, rows: Iterable[Row], entries_of: Callable[[Row], Iterable[ListEntry]], *, rates_platforms: bool = True
) -> ReadList:
    """Ask `entries_of` about each row; whatever it raises quarantines the row, RatesNothingError passes it over.

    Raises RatingError, with the line, where the rows themselves cannot be read on.
    """
    tally, count = _Tally(), 0
    for row in _sound(rows):
        count += 1
        try:
            entries = [_with_web_address(entry) for entry in entries_of(row)]
            if not entries:
                raise ValueError(said("nothing in this row could be read"))
        except RatesNothingError as reason:
            tally.passed_over.append(row.set_aside(reason))
        except RatingError as problem:
            tally.quarantined.append(row.set_aside(problem.reason))
        except Exception as problem:  # a stranger's row may be wrong in ways that no list of errors holds; the others are read on
            tally.quarantined.append(row.set_aside(problem))
        else:
            tally.entries += entries
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return ReadList(rater, count, tuple(tally.entries), tuple(tally.passed_over), tuple(tally.quarantined), digest, rates_platforms)


def _sound(rows: Iterable[Row]) -> Iterator[Row]:
    """The rows, with whatever breaks off their reading as a RatingError that says behind which line."""
    line = 0
    try:
        for row in rows:
            yield row
            line = row.line
    except RatingError:
        raise
    except Exception as problem:
        raise RatingError(
            said("The list cannot be read beyond line {line}: {problem}.", line=line, problem=what_is_wrong(problem)),
            said("Get it again from its source."),
        ) from problem


def what_is_wrong(problem: Exception) -> str:
    """What a reader raised, in words that say something where its own do not."""
    if isinstance(problem, RecursionError):
        return said("its values are nested too deeply")
    if isinstance(problem, KeyError):
        return said("it has no “{part}”", part=storable(str(problem.args[0]))) if problem.args else said("a part of it is missing")
    if isinstance(problem, (TypeError, AttributeError)):
        return said("its parts are not of the kind that the list has")
    words = _kept(problem)
    if isinstance(words, Said) and not words.endswith("."):
        return words
    return storable(str(problem)).rstrip(".")[:_RAW_KEPT] or type(problem).__name__


def _kept(problem: str | Exception) -> str:
    """What is wrong with a row in words that the table may hold: as they were said, unless they are too long or odd for it."""
    words = problem.args[0] if isinstance(problem, ValueError) and problem.args else problem
    told = words if isinstance(words, str) else str(problem)
    plain = storable(str(told))[:_RAW_KEPT]
    return told if told == plain else plain


def _with_web_address(entry: ListEntry) -> ListEntry:
    """The entry, whose evidence is a link only if it is an address of the web; other words stay readable in the reason."""
    if entry.url is None or web_address(entry.url) == entry.url:
        return entry
    if address := web_address(entry.url):
        return replace(entry, url=address)
    told = f"evidence: {entry.url[:_RAW_KEPT]}"
    return replace(entry, url=None, reason=f"{entry.reason} ({told})" if entry.reason else told)


def csv_rows(text: str, delimiter: str = ",", header: Sequence[str] | None = None) -> Iterator[Row]:
    """Rows of a delimited file by its header, or by the one given. Cells beyond the header are dropped, as is a byte order mark."""
    lines = text.removeprefix("\ufeff")
    reader = csv.DictReader(io.StringIO(lines, newline=""), header, delimiter=delimiter, restval="")
    try:
        for cells in reader:
            raw = delimiter.join(str(value) for value in cells.values())
            yield Row(reader.line_num, raw, {storable(key or ""): value for key, value in cells.items() if key is not None})
    except csv.Error as error:  # such as a cell of more than 131,072 characters: mostly a quotation mark that is never closed
        raise ValueError(said("line {line}: {problem}", line=reader.line_num + 1, problem=str(error))) from error


def json_lines(text: str) -> Iterator[Row]:
    """Rows of a JSON Lines file; a line that is no JSON object comes as a row without cells."""
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield Row(number, line, _object(line))


def objects(items: Iterable[Any]) -> Iterator[Row]:
    """Rows out of a JSON array, numbered from 1."""
    for number, item in enumerate(items, start=1):
        raw = json.dumps(item, ensure_ascii=False)
        yield Row(number, raw, _cells(item))


def address(text: str) -> str:
    """An address as the table keys it. ValueError when there is none; RatingError when it is no address."""
    if not text.strip():
        raise ValueError(said("the row has no address"))
    if len(text) > LONGEST:
        raise ValueError(said("the address is too long"))
    return read_key(text.strip())


def number(text: str, low: float, high: float) -> float:
    """A number within bounds, with decimal point or comma; ValueError otherwise."""
    value = figure(text)
    if value is None:
        raise ValueError(said("“{text}” is not a number", text=text))
    if not low <= value <= high:
        raise ValueError(said("{text} is not within {low:g}–{high:g}", text=text, low=low, high=high))
    return value


def _object(line: str) -> Mapping[str, Any]:
    try:
        return _cells(json.loads(line))
    except (ValueError, RecursionError):
        return {}


def _cells(value: Any) -> Mapping[str, Any]:
    return {storable(key): cell for key, cell in value.items()} if isinstance(value, dict) else {}
