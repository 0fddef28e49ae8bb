"""Steps of undo in the library: what rows were before and after, as JSON, in one order for notes and worksheets."""

import json
import sqlite3
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from credibility.floor.language import said
from credibility.library.shelf import Shelf
from credibility.model import ChangedMeanwhileError, Step

LINE = "notes"
NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Subject:
    """What a step can change: rows of one table, each known by a key.

    `rows` gives the rows of a step by their keys from its number and what is held of them; `find` and `put` take the article too.
    `changed` and `advice` say that a row is not as the step left it.
    """

    name: str
    changed: str
    advice: str
    rows: Callable[[int, Any], Mapping[Any, Row]]
    find: Callable[[sqlite3.Connection, int, Any], Row | None]
    put: Callable[[sqlite3.Connection, int, Any, Row | None], None]


class LibrarySteps:
    """The undo line of one library. Raises StoreError when the file cannot be used."""

    def __init__(self, shelf: Shelf, subjects: Iterable[Subject]) -> None:
        self._shelf = shelf
        self._subjects = {subject.name: subject for subject in subjects}

    def can_undo(self) -> Step | None:
        """The last step that is done."""
        return self._step("done = 1 ORDER BY number DESC")

    def can_redo(self) -> Step | None:
        """The first step that is undone."""
        return self._step("done = 0 ORDER BY number")

    def undo(self, shown: Step | None = None) -> Step | None:
        """Undo the step shown, or the last; returns it. Raises ChangedMeanwhileError when what it changed has changed since."""
        return self._go(shown or self.can_undo(), back=True)

    def redo(self, shown: Step | None = None) -> Step | None:
        """Do the undone step again that was shown, or the first."""
        return self._go(shown or self.can_redo(), back=False)

    def _step(self, which: str) -> Step | None:
        row = self._shelf.read(
            lambda connection: connection.execute(f"SELECT number, summary, at FROM step WHERE {which} LIMIT 1").fetchone()
        )
        return Step(row[0], row[1], row[2], LINE) if row else None

    def _go(self, step: Step | None, *, back: bool) -> Step | None:
        if step is None:
            return None
        with self._shelf.writing() as connection:
            asked = "SELECT subject, note, article, before, after FROM step WHERE number = ? AND done = ?"
            found = connection.execute(asked, (step.number, int(back))).fetchone()
            if found is None:
                raise ChangedMeanwhileError(
                    said("“{step}” has since been undone or done again elsewhere.", step=step.summary), said("Look at your notes.")
                )
            subject, number, article = self._subjects[found[0]], found[1], found[2]
            before, after = (subject.rows(number, json.loads(held)) for held in found[3:])
            self._put(connection, subject, article, after if back else before, before if back else after)
            connection.execute("UPDATE step SET done = ? WHERE number = ?", (int(not back), step.number))
        return step

    def _put(
        self, connection: sqlite3.Connection, subject: Subject, article: int, expected: Mapping[Any, Row], wanted: Mapping[Any, Row]
    ) -> None:
        keys: list[Hashable] = sorted({*expected, *wanted})
        if any(subject.find(connection, article, key) != expected.get(key) for key in keys):
            raise ChangedMeanwhileError(subject.changed, subject.advice)
        for key in keys:
            subject.put(connection, article, key, wanted.get(key))


def record(
    connection: sqlite3.Connection, subject: str, summary: str, *, article: int, before: object, after: object, number: int = 0
) -> None:
    """Record a step on a row, or on a list of rows of which `number` is the last; what was undone cannot be done again then."""
    connection.execute("DELETE FROM step WHERE done = 0")
    connection.execute(
        f"INSERT INTO step(at, subject, summary, note, article, before, after) VALUES ({NOW}, ?, ?, ?, ?, ?, ?)",
        (subject, summary, number, article, json.dumps(before), json.dumps(after)),
    )
