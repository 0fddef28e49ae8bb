"""The program's own exports, CSV and JSON, read back: each rating returns to the rater that gave it."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace

from credibility.floor.language import said
from credibility.model import OutletKind, Rater, RatingError
from credibility.model.edited import Criterion, CriterionAnswer, OwnSheets
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.cells import day
from credibility.outlets.lists.exports import COLUMNS
from credibility.outlets.lists.reading import RatesNothingError, Row, address, csv_rows, number, objects, read_rows
from credibility.outlets.rating.scopes import read_scope

RATER = Rater("", "SourceTint ratings", 0)
"""Stands for the file as a whole; it is not written into the table."""
_LAST = 900  # precedence of raters that the table does not have
_LONGEST_TITLE = 200


def is_own_csv(text: str) -> bool:
    """Whether the text is an export as CSV."""
    return text.removeprefix("\ufeff").split("\n", 1)[0].strip().replace('"', "") == ",".join(COLUMNS)


def is_own_json(text: str) -> bool:
    """Whether the text is an export as JSON."""
    head = text.lstrip()[:2000]
    return head.startswith("{") and '"raters"' in head and '"rater"' in head


def read_own_csv(text: str) -> ReadList:
    """Read an export as CSV."""
    return read_rows(text, RATER, csv_rows(text), lambda row: _entries(row, {}))


def read_own_json(text: str) -> ReadList:
    """Read an export as JSON. ValueError when it is not of that shape."""
    exported = json.loads(text)
    if not isinstance(exported, dict) or not isinstance(exported.get("outlets"), list):
        raise ValueError(said("the file is not an export of ratings"))
    rows = tuple(objects(exported.get("raters") or ()))
    raters = {rater.slug: rater for row in rows if (rater := _rater(row)).slug}
    read = read_rows(text, RATER, _ratings(exported["outlets"]), lambda row: _entries(row, raters))
    return replace(read, sheets=tuple(sheets for row in rows if (sheets := _sheets(row)).criteria))


def _ratings(outlets: Iterable[object]) -> Iterator[Row]:
    number_of_row = 0
    for outlet in objects(outlets):
        for rating in objects(outlet.cells.get("ratings") or ()):
            number_of_row += 1
            yield Row(number_of_row, rating.raw, {**outlet.cells, **rating.cells})


def _entries(row: Row, raters: Mapping[str, Rater]) -> Iterable[ListEntry]:
    key, slug = address(row.text("outlet")), row.text("rater")
    if not slug:
        raise ValueError(said("the row has no rater"))
    if not row.text("score"):
        raise RatesNothingError(said("the rating has no score"))
    kind = None
    with suppress(ValueError):
        kind = OutletKind(row.text("kind"))
    yield ListEntry(
        row.line,
        key,
        number(row.text("score"), 0, 100),
        _plain(row.text("original")),
        _plain(row.text("name")),
        kind,
        row.text("country") or None,
        scope=read_scope(row.text("scope")),
        reason=_plain(row.text("reason")),
        url=row.text("url") or None,
        rated_on=day(row.text("rated_on")),
        rater=raters.get(slug, Rater(slug, slug, _LAST, licence=row.text("licence") or None)),
    )


def _rater(row: Row) -> Rater:
    title = row.text("title")[:_LONGEST_TITLE] or row.text("rater")
    return Rater(
        row.text("rater"), title, _LAST, row.text("url") or None, row.text("licence") or None, row.text("version") or None,
        scale=row.text("scale") or None,
    )  # fmt: skip


def _sheets(row: Row) -> OwnSheets:
    """The criteria and worksheets of a rater; what cannot be read is left out."""
    told = (_criterion(each) for each in _list(row.cells.get("criteria")))
    worksheets = row.cells.get("worksheets")
    answers = []
    for slug, given in worksheets.items() if isinstance(worksheets, dict) else ():
        with suppress(ValueError, RatingError):
            answers.append((address(slug), tuple(_answer(each) for each in _list(given))))
    return OwnSheets(row.text("rater"), _rater(row).title, tuple(each for each in told if each), tuple(pair for pair in answers if pair[1]))


def _list(value: object) -> Iterator[Row]:
    return objects(value if isinstance(value, list) else ())


def _criterion(row: Row) -> Criterion | None:
    with suppress(ValueError):
        return Criterion(row.text("criterion"), row.text("name"), number(row.text("weight"), 0, 10_000), row.text("fulfilled"))
    return None


def _answer(row: Row) -> CriterionAnswer:
    met = row.cells.get("met")
    said = met if isinstance(met, bool) else None
    return CriterionAnswer(row.text("criterion"), said, row.text("evidence"), row.text("url") or None, day(row.text("answered_on")))


def _plain(text: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text
