"""Worksheets in the library, one per claim of an article."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from credibility.floor.language import said
from credibility.library.entries import clean, touch
from credibility.library.shelf import Shelf
from credibility.library.steps import NOW, Subject, record
from credibility.model import PositionSelector, QuoteSelector
from credibility.model.notes import Answers, Worksheet

_NAMES = ("exact", "prefix", "suffix", "starts", "ends", "behind", "evidence", "others", "changed_at")
_SUBJECT = "worksheet"


class Worksheets:
    """The worksheets of one library. Raises StoreError when the file cannot be used."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def of(self, fingerprint: str, url: str) -> tuple[Worksheet, ...]:
        """The worksheets on an article, and on other copies of the page at that address, the one written last first."""
        asked = f"""SELECT {", ".join(_NAMES[:-1])} FROM worksheet JOIN article ON id = article
          WHERE fingerprint = ? OR (? <> '' AND url = ?) ORDER BY changed_at DESC"""
        return self._shelf.read(lambda connection: tuple(map(_sheet, connection.execute(asked, (fingerprint, url, url)).fetchall())))

    def keep(self, article: int, sheet: Worksheet) -> None:
        """Keep the answers about a claim in place of those kept before, as a step of undo; without any answer, none are kept."""
        key = (sheet.quote.exact, sheet.position.start)
        with self._shelf.writing() as connection:
            before, after = _find(connection, article, key), _row(connection, sheet) if sheet.answers else None
            if _said(before) == _said(after):
                return
            _put(connection, article, key, after)
            summary = "Empty a worksheet" if after is None else "Change a worksheet" if before else "Fill in a worksheet"
            record(connection, _SUBJECT, summary, article=article, before=before, after=after)


def _row(connection: sqlite3.Connection, sheet: Worksheet) -> dict[str, Any]:
    quote, position = sheet.quote, sheet.position
    words = [clean(answer).strip() for answer in sheet.answers.all()]
    now = connection.execute(f"SELECT {NOW}").fetchone()[0]
    values = (quote.exact, quote.prefix, quote.suffix, position.start, position.end, *words, now)
    return dict(zip(_NAMES, values, strict=True))


def _said(row: Mapping[str, Any] | None) -> list[Any] | None:
    return [row[name] for name in ("behind", "evidence", "others")] if row else None


def _find(connection: sqlite3.Connection, article: int, key: tuple[str, int]) -> dict[str, Any] | None:
    asked = f"SELECT {', '.join(_NAMES)} FROM worksheet WHERE article = ? AND exact = ? AND starts = ?"
    row = connection.execute(asked, (article, *key)).fetchone()
    return dict(zip(_NAMES, row, strict=True)) if row else None


def _put(connection: sqlite3.Connection, article: int, key: tuple[str, int], row: Mapping[str, Any] | None) -> None:
    """Give the worksheet on these words these columns, or remove it."""
    connection.execute("DELETE FROM worksheet WHERE article = ? AND exact = ? AND starts = ?", (article, *key))
    if row is not None:
        marks = ", ".join("?" * len(_NAMES))
        connection.execute(
            f"INSERT INTO worksheet(article, {', '.join(_NAMES)}) VALUES (?, {marks})", (article, *(row[name] for name in _NAMES))
        )
    touch(connection)


def _rows(_number: int, held: Any) -> dict[tuple[str, int], dict[str, Any]]:
    return {(held["exact"], held["starts"]): held} if held else {}


def _sheet(row: tuple[Any, ...]) -> Worksheet:
    exact, prefix, suffix, starts, ends, *answers = row
    return Worksheet(QuoteSelector(exact, prefix, suffix), PositionSelector(starts, ends), Answers(*answers))


SHEETS = Subject(_SUBJECT, said("The worksheet was changed since."), said("Open the worksheet again."), _rows, _find, _put)
"""What a step of undo does to worksheets."""
