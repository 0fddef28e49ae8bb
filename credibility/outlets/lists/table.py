"""Any other list: rows with named columns, read by a mapping that the user makes once and may keep."""

import csv
import json
import math
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from credibility.model import Rater, RatingError
from credibility.model.lists import ColumnMapping, ListEntry, ReadList
from credibility.outlets.lists.reading import Row, address, csv_rows, day, json_lines, number, objects, read_rows

_ADDRESS_WORDS = ("domain", "website", "site", "host", "url", "homepage", "address", "outlet")
_SCORE_WORDS = ("score", "rating", "points", "pc1", "reliability", "credibility", "quality", "value")
_OTHER_WORDS = {
    "name": ("name", "title", "source", "publisher"),
    "reason": ("reason", "notes", "note", "comment", "why", "description"),
    "url": ("evidence", "link", "review", "url"),
    "rated_on": ("date", "updated", "rated_on", "year"),
    "country": ("country",),
}
_LOOKED_AT = 200  # rows that a guess is based on
_HEAD = 4000  # code points of the header that the delimiter is guessed by; the guess takes the square of their number


def table_rows(text: str, name: str = "") -> tuple[Row, ...]:
    """Rows of a CSV, TSV, JSON or JSON Lines text. ValueError for another format or no rows."""
    body = text.removeprefix("\ufeff").lstrip()
    rows = tuple(_json_rows(body)) if body[:1] in ("{", "[") else tuple(csv_rows(text.removeprefix("\ufeff"), _delimiter(body, name)))
    if not rows or not any(row.cells for row in rows):
        raise ValueError("the file has no rows with named columns")
    return rows


def columns_of(rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns that the rows have, in order of first sight."""
    return tuple(dict.fromkeys(column for row in rows[:_LOOKED_AT] for column in row.cells))


def guess_mapping(rows: Sequence[Row]) -> ColumnMapping:
    """A mapping to begin with: by the names of columns, and by which column holds addresses. `address` is "" when none does."""
    columns = columns_of(rows)
    addresses = [column for column in columns if _holds_addresses(rows, column)]
    where = next((c for word in _ADDRESS_WORDS for c in addresses if word in c.lower()), addresses[0] if addresses else "")
    numeric = [column for column in columns if column != where and _is_numeric(rows, column)]
    score = next((c for word in _SCORE_WORDS for c in numeric if word in c.lower()), numeric[0] if len(numeric) == 1 else "")
    others = _other_columns(columns, {where, score})
    return ColumnMapping(
        where,
        score,
        highest=_top(_figures(rows, score)),
        name=others["name"],
        reason=others["reason"],
        url=others["url"],
        rated_on=others["rated_on"],
        country=others["country"],
    )


def _figures(rows: Sequence[Row], column: str) -> list[float]:
    return [float(value.replace(",", ".")) for value in _values(rows, column)] if column else []


def _is_numeric(rows: Sequence[Row], column: str) -> bool:
    values = _values(rows, column)
    return bool(values) and all(map(_is_number, values))


def _other_columns(columns: Sequence[str], taken: set[str]) -> dict[str, str]:
    """By their names, the columns of everything but address and score; "" where there is none."""
    found: dict[str, str] = {}
    for target, words in _OTHER_WORDS.items():
        found[target] = next((c for word in words for c in columns if word in c.lower() and c not in {*taken, *found.values()}), "")
    return found


def read_table(text: str, rows: Iterable[Row], mapping: ColumnMapping, rater: Rater) -> ReadList:
    """Read rows by a mapping. RatingError when the mapping cannot rate anything."""
    if not mapping.address or not (mapping.score or mapping.label):
        raise RatingError("The mapping lacks a column.", "Say which column holds the address and which the score or label.")
    if mapping.score and not math.isfinite(mapping.highest - mapping.lowest):
        raise RatingError("The scale has no end.", "Give figures for the worst and the best score.")
    if mapping.score and mapping.lowest == mapping.highest:
        raise RatingError("The scale has no length.", "Give different figures for the worst and the best score.")
    labels = {label.casefold(): score for label, score in mapping.labels}
    return read_rows(text, rater, rows, lambda row: _entries(row, mapping, labels))


def _entries(row: Row, mapping: ColumnMapping, labels: dict[str, float]) -> Iterator[ListEntry]:
    original = row.text(mapping.label or mapping.score)
    if not original:
        raise ValueError("the row has no rating")
    if mapping.score:
        low, high = mapping.lowest, mapping.highest
        value = number(row.text(mapping.score), min(low, high), max(low, high))
        score = (value - low) / (high - low) * 100
    elif original.casefold() in labels:
        score = labels[original.casefold()]
    else:
        raise ValueError(f"the label “{original}” has no score in the mapping")
    country = row.text(mapping.country).upper()
    yield ListEntry(
        row.line,
        address(row.text(mapping.address)),
        round(score, 4),
        original,
        row.text(mapping.name) if mapping.name else "",
        country=country if len(country) == 2 else None,
        reason=row.text(mapping.reason) if mapping.reason else "",
        url=row.text(mapping.url) or None if mapping.url else None,
        rated_on=day(row.text(mapping.rated_on)) if mapping.rated_on else None,
    )


def _json_rows(body: str) -> Iterator[Row]:
    try:
        value = json.loads(body)
    except ValueError:
        yield from json_lines(body)
        return
    yield from objects(_records(value))


def _records(value: Any) -> Iterable[Any]:
    """The longest list of objects in a JSON value; an object of addresses to values becomes rows of two columns."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict):
        raise ValueError("the file has no rows with named columns")
    lists = [item for item in value.values() if isinstance(item, list) and item and isinstance(item[0], dict)]
    if lists:
        return max(lists, key=len)
    return [{"address": key, **(item if isinstance(item, dict) else {"value": item})} for key, item in value.items()]


def _delimiter(body: str, name: str) -> str:
    head = body[:_HEAD].split("\n", 1)[0]
    if name.lower().endswith((".tsv", ".tab")):
        return "\t"
    try:
        return csv.Sniffer().sniff(head, ",;\t|").delimiter
    except csv.Error:
        return max(",;\t|", key=head.count)


def _values(rows: Sequence[Row], column: str) -> list[str]:
    return [text for row in rows[:_LOOKED_AT] if (text := row.text(column))]


def _holds_addresses(rows: Sequence[Row], column: str) -> bool:
    values = _values(rows, column)
    sound = sum(1 for value in values if re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+(?:/\S*)?", value))
    return bool(values) and sound >= 0.8 * len(values) and not all(map(_is_number, values))


def _is_number(text: str) -> bool:
    return bool(re.fullmatch(r"-?\d+(?:[.,]\d+)?", text))


def _top(figures: list[float]) -> float:
    """The top of the usual scale that the figures fit: 1, 5, 10 or 100."""
    highest = max(figures, default=100.0)
    return next((top for top in (1.0, 5.0, 10.0, 100.0) if highest <= top), highest)
