"""Articles that versions before the library recorded in the table, and how they leave it: the table is handed on, what was read is not."""

import sqlite3
from collections.abc import Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from credibility.table.cells import lenient
from credibility.table.file.backups import backups
from credibility.table.session import Session


@dataclass(frozen=True, slots=True)
class Visit:
    """An article that was opened, and how many of its claims each outlet (by slug) carried."""

    fingerprint: str
    path: Path
    title: str
    opened_at: datetime
    cited: Mapping[str, int]


class Citations:
    """The record of articles opened with an older version."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Visit, ...]:
        """What was recorded, the article opened first before all others."""
        return self._session.read(_visits)

    def forget(self, fingerprints: Sequence[str] | None = None, digests: Sequence[str] = ()) -> None:
        """Remove these articles, or all, and what was chosen for files of these contents, from the table and every backup of it.

        That is no edit, and Undo does not bring it back. A backup that cannot be changed is deleted.
        """
        with self._session.alone() as database:
            database.execute("PRAGMA secure_delete = ON")
            with self._session.writing():
                _remove(database.conn, fingerprints, digests)
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        for copy in backups(self._session.path):
            try:
                with closing(sqlite3.connect(copy, isolation_level=None)) as twin:
                    twin.execute("PRAGMA foreign_keys = ON")
                    twin.execute("PRAGMA secure_delete = ON")
                    if _remove(twin, fingerprints, digests):
                        twin.execute("VACUUM")
            except sqlite3.Error:
                copy.unlink()


def _visits(database: Database) -> tuple[Visit, ...]:
    cited: dict[str, dict[str, int]] = {}
    for article, outlet, claims in database.execute("SELECT article, outlet, claims FROM citation"):
        cited.setdefault(lenient.words(article), {})[lenient.words(outlet)] = lenient.whole(claims, 1)
    rows = database.execute("SELECT fingerprint, path, title, opened_at FROM article ORDER BY visit, opened_at")
    return tuple(
        Visit(lenient.words(fingerprint), Path(lenient.words(path)), lenient.words(title), lenient.moment(at), cited.get(fingerprint, {}))
        for fingerprint, path, title, at in rows
    )


def _remove(connection: sqlite3.Connection, fingerprints: Sequence[str] | None, digests: Sequence[str]) -> int:
    """Returns how many rows went."""
    before = connection.total_changes
    for table, column, values in (("article", "fingerprint", fingerprints), ("choice", "file", digests), ("last_part", "file", digests)):
        with suppress(sqlite3.OperationalError):  # a copy from before that table
            if values is None:
                connection.execute(f"DELETE FROM {table}")
            else:
                connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", [(value,) for value in values])
    return connection.total_changes - before
