"""Worksheets in the library, one per claim of an article."""

import sqlite3
from typing import Any

from credibility.library.shelf import Shelf, clean, touch
from credibility.model import PositionSelector, QuoteSelector
from credibility.model.notes import Answers, Worksheet

_COLUMNS = "exact, prefix, suffix, starts, ends, behind, evidence, others"


class Worksheets:
    """The worksheets of one library. Raises StoreError when the file cannot be used."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def of(self, fingerprint: str, url: str) -> tuple[Worksheet, ...]:
        """The worksheets on an article, and on other copies of the page at that address, the one written last first."""
        asked = f"""SELECT {_COLUMNS} FROM worksheet JOIN article ON id = article
          WHERE fingerprint = ? OR (? <> '' AND url = ?) ORDER BY changed_at DESC"""
        return self._shelf.read(lambda connection: tuple(map(_sheet, connection.execute(asked, (fingerprint, url, url)).fetchall())))

    def keep(self, article: int, sheet: Worksheet) -> None:
        """Keep the answers about a claim in place of those kept before; without any answer, none are kept."""
        quote, position = sheet.quote, sheet.position
        with self._shelf.writing() as connection:
            connection.execute(
                "DELETE FROM worksheet WHERE article = ? AND exact = ? AND starts = ?", (article, quote.exact, position.start)
            )
            if sheet.answers:
                _insert(connection, article, sheet)
            touch(connection)


def _insert(connection: sqlite3.Connection, article: int, sheet: Worksheet) -> None:
    quote, position = sheet.quote, sheet.position
    words = [clean(answer).strip() for answer in sheet.answers.all()]
    connection.execute(
        f"INSERT INTO worksheet(article, {_COLUMNS}, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))",
        (article, quote.exact, quote.prefix, quote.suffix, position.start, position.end, *words),
    )


def _sheet(row: tuple[Any, ...]) -> Worksheet:
    exact, prefix, suffix, starts, ends, *answers = row
    return Worksheet(QuoteSelector(exact, prefix, suffix), PositionSelector(starts, ends), Answers(*answers))
