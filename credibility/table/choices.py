"""The reader's choices for single saved files, by the file's SHA-256: the article's extent, and the part read last.

They are not edits of the table, so undo does not affect them, but every backup includes them.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path

from credibility.model import BlockChoice
from credibility.table.cells import lenient
from credibility.table.file.facts import fact, looking, set_fact
from credibility.table.session import Session

_CHOICES = "SELECT part, added, dropped FROM choice WHERE file = ?"
_LAST_PART = "SELECT part FROM last_part WHERE file = ?"


class Choices:
    """The choices stored in the table. A part is identified by its `part_key`, "" for the main one."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def is_empty(self) -> bool:
        """Whether there are no choices for any file, so that files need not be hashed to look for one."""
        asked = "SELECT EXISTS (SELECT 1 FROM choice) OR EXISTS (SELECT 1 FROM last_part)"
        return not self._session.read(lambda database: database.execute(asked).fetchone()[0])

    def of(self, digest: str) -> dict[str, BlockChoice]:
        """What was chosen for a saved file, by part."""
        return self._session.read(lambda database: _choices(database.execute(_CHOICES, (digest,))))

    def last_part(self, digest: str) -> str | None:
        """The part read last in a file; None for the main one."""
        return self._session.read(lambda database: _part(database.execute(_LAST_PART, (digest,)).fetchone()))

    def keep(self, digest: str, part: str, choice: BlockChoice) -> None:
        """Store a choice for a part of a saved file; an empty one deletes it. Raises StoreError."""
        with self._session.writing() as database:
            if choice.is_empty:
                database.execute("DELETE FROM choice WHERE file = ? AND part = ?", (digest, part))
            else:
                database.execute(
                    "INSERT INTO choice VALUES (?, ?, ?, ?) "
                    "ON CONFLICT(file, part) DO UPDATE SET added = excluded.added, dropped = excluded.dropped",
                    _row(digest, part, choice),
                )

    def keep_last_part(self, digest: str, part: str) -> None:
        """Store the `part_key` of the part read last; the main part needs no row. Raises StoreError."""
        if (self.last_part(digest) or "") == part:
            return
        with self._session.writing() as database:
            if part:
                database.execute("INSERT INTO last_part VALUES (?, ?) ON CONFLICT(file) DO UPDATE SET part = excluded.part", (digest, part))
            else:
                database.execute("DELETE FROM last_part WHERE file = ?", (digest,))

    def has_taken_in(self, name: str, mark: str) -> bool:
        """Whether the contents of a file of that name, identified by a digest, have been imported."""
        return self._session.read(lambda database: fact(database.execute, f"taken_in:{name}")) == mark

    def take_in(
        self, name: str, mark: str, choices: Iterable[tuple[str, str, BlockChoice]] = (), last_parts: Mapping[str, str] | None = None
    ) -> None:
        """Import what an older version kept in a file; rows already in the table stay."""
        with self._session.preparing() as database:
            database.conn.executemany("INSERT INTO choice VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING", [_row(*each) for each in choices])
            database.conn.executemany("INSERT INTO last_part VALUES (?, ?) ON CONFLICT DO NOTHING", list((last_parts or {}).items()))
            set_fact(database.execute, f"taken_in:{name}", mark)


class Glimpse:
    """The choices in a table that is not open yet, so that reading a file can start early. Empty where it cannot be read."""

    def __init__(self, path: Path) -> None:
        self._path = path

    @property
    def is_empty(self) -> bool:
        """Whether there is no table to ask."""
        return not self._path.is_file()

    def of(self, digest: str) -> dict[str, BlockChoice]:
        """What was chosen for a saved file, by part."""
        return _choices(self._ask(_CHOICES, digest))

    def last_part(self, digest: str) -> str | None:
        """The part read last in a file; None for the main one."""
        return _part(next(iter(self._ask(_LAST_PART, digest)), None))

    def _ask(self, question: str, digest: str) -> list[tuple[object, ...]]:
        try:
            connection = sqlite3.connect(looking(self._path), uri=True, timeout=0)
            try:
                return connection.execute(question, (digest,)).fetchall()
            finally:
                connection.close()
        except sqlite3.Error:
            return []  # opening the table will report the error


def _choices(rows: Iterable[tuple[object, ...]]) -> dict[str, BlockChoice]:
    return {lenient.words(part): BlockChoice(lenient.texts(added), lenient.texts(dropped)) for part, added, dropped in rows}


def _part(row: tuple[object, ...] | None) -> str | None:
    return lenient.words(row[0]) if row else None


def _row(digest: str, part: str, choice: BlockChoice) -> tuple[str, str, str, str]:
    return digest, part, json.dumps(sorted(choice.added)), json.dumps(sorted(choice.dropped))
