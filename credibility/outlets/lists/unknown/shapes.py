"""The shapes in which lists come: CSV with any delimiter and titles above its header, JSON, JSON Lines, plain lists of domains."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from credibility.floor.characters import storable
from credibility.floor.language import said
from credibility.outlets.lists.cells import figure, is_address
from credibility.outlets.lists.reading import Row, csv_rows, json_lines, objects

ADDRESS = "address"
"""The column of a list that has no header, which holds nothing but addresses."""
_DELIMITERS = ",;\t|"
_HEAD = 60  # records by which delimiter and header are told
_HEAD_LENGTH = 100_000  # code points
_LONGEST_TITLE = 12  # lines above the header
_SEP = re.compile(r"sep=(.)\r?\n")
_BLOCKED = re.compile(
    r"(?:(?:0\.0\.0\.0|127\.0\.0\.1|::1?)\s+|\|\|?|@@\|\||\*\.|address=/|server=/|local=/)?"
    r"((?:https?://)?(?:[\w-]+\.)+[^\W\d][\w-]+(?:/[^\s^$#]*)?)(?:\^(?:\$\S*)?|/\S*)?(?:\s+#.*)?",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*(?:[#!;]|//|\[)")
_LEAST_LISTED = 0.8  # share of lines that must be addresses for a text to be a plain list of them


def table_rows(text: str, name: str = "") -> tuple[Row, ...]:
    """Rows with named columns of a list in any shape; `name` is the file's. ValueError for another format or no rows."""
    plain = text.removeprefix("\ufeff")
    body = plain.lstrip()
    if body[:1] == "{" or (body[:1] == "[" and not _is_listing(plain)):
        rows = tuple(_json_rows(body))
    elif _is_listing(plain):
        rows = tuple(_listed(plain))
    else:
        rows = tuple(_table(plain, name))
    if not rows or not any(row.cells for row in rows):
        raise ValueError(said("the file has no rows with named columns"))
    return rows


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns that the first rows have, in order of first sight."""
    return tuple(dict.fromkeys(column for row in rows[:200] for column in row.cells))


def _is_listing(text: str) -> bool:
    """Whether the text holds one address a line, perhaps with remarks, as block lists, hosts files and filter lists do."""
    lines = [line.strip() for line in text[:_HEAD_LENGTH].splitlines() if line.strip() and not _REMARK.match(line)][:_HEAD]
    listed = sum(1 for line in lines if _BLOCKED.fullmatch(line))
    return bool(lines) and listed >= _LEAST_LISTED * len(lines) and bool(_BLOCKED.fullmatch(lines[0]))


def _listed(text: str) -> Iterator[Row]:
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not _REMARK.match(line):
            found = _BLOCKED.fullmatch(line.strip())
            yield Row(number, line, {ADDRESS: storable(found[1]).rstrip("/") if found else storable(line.strip())})


def _table(text: str, name: str) -> Iterator[Row]:
    """Rows of a delimited text. Titles above the header are skipped; a table without a header gets numbered columns."""
    told = _SEP.match(text)
    if told:
        text = text[told.end() :]
    delimiter = told[1] if told else "\t" if name.lower().endswith((".tsv", ".tab")) else _delimiter(text)
    records = list(_records(text[:_HEAD_LENGTH], delimiter))
    place = _header(records)
    skipped = (1 if told else 0) + (records[place - 1][0] if place else 0)
    header = records[place][1] if records else []
    if sum(map(is_address, header)) and any(figure(cell) is not None for cell in header):
        names = tuple(f"column {number}" for number in range(1, len(header) + 1))
        yield from csv_rows(text, delimiter, names)
        return
    below = "".join(text.splitlines(keepends=True)[records[place - 1][0] :]) if place else text
    for row in csv_rows(below, delimiter):
        yield Row(row.line + skipped, row.raw, row.cells)


def _records(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The first records, each with the number of its last line; what is broken ends them and is reported when the rows are read."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for cells in reader:
            yield reader.line_num, [cell.strip() for cell in cells]
            if reader.line_num > _HEAD:
                return
    except csv.Error:
        return


def _delimiter(text: str) -> str:
    """The delimiter by which most of the first records have the same number of cells, more than one."""

    def evenness(delimiter: str) -> tuple[float, int]:
        widths = Counter(len(cells) for _, cells in _records(text[:_HEAD_LENGTH], delimiter) if any(cells))
        width, count = max(widths.items(), key=lambda pair: (pair[0] > 1, pair[1]), default=(1, 0))
        return (count / widths.total(), width) if width > 1 else (0.0, 1)

    return max(_DELIMITERS, key=evenness)


def _header(records: Sequence[tuple[int, list[str]]]) -> int:
    """Which record is the header: the first that fills as many cells as a record usually does."""
    filled = [sum(map(bool, cells)) for _, cells in records]
    usual = Counter(width for width in filled if width > 1).most_common(1)
    if not usual:
        return 0
    wide = next((place for place, width in enumerate(filled) if width >= 0.7 * usual[0][0]), 0)
    return wide if wide <= _LONGEST_TITLE else 0


def _json_rows(body: str) -> Iterator[Row]:
    try:
        value = json.loads(body)
    except ValueError:
        yield from json_lines(body)
        return
    yield from objects(_items(value))


def _items(value: Any) -> Iterable[Any]:
    """The longest list of objects in a JSON value. Addresses alone, addresses with values and domains by category become objects."""
    if isinstance(value, list):
        return [{ADDRESS: item} for item in value] if _are_words(value) else value
    if isinstance(value, dict):
        return _items_of_object(value)
    raise ValueError(said("the file has no rows with named columns"))


def _items_of_object(value: dict[str, Any]) -> Iterable[Any]:
    lists = [item for item in value.values() if isinstance(item, list)]
    objects_in = [item for item in lists if item and isinstance(item[0], dict)]
    if objects_in:
        return max(objects_in, key=len)
    by_category = {key: item for key, item in value.items() if _are_words(item)}
    if by_category and not any(map(is_address, by_category)):
        return [{ADDRESS: address, "category": key} for key, item in by_category.items() for address in item]
    return [{ADDRESS: key, **(item if isinstance(item, dict) else {"value": item})} for key, item in value.items()]


def _are_words(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, str) for item in value)
