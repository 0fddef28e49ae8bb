"""The open file: one connection, one lock, one way to read and one to write. Every part of the store is given it."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from credibility.outlets.registry import OutletRegistry
from credibility.table import file, history, search
from credibility.table.snapshots import KeptSnapshot

Answer = TypeVar("Answer")


class Session:
    """A connection that any thread may use, one at a time. StoreError for everything that SQLite or the system objects to."""

    def __init__(self, database: Database, path: Path) -> None:
        self.database = database
        self.path = path
        self.actor = "you"
        self._lock = threading.RLock()
        self._kept = KeptSnapshot()

    @contextmanager
    def alone(self) -> Iterator[Database]:
        """The connection for this thread alone."""
        with self._lock, file.named_errors(self.path):
            yield self.database

    def read(self, ask: Callable[[Database], Answer]) -> Answer:
        """Several queries on one state of the file: that of the running transaction, or of one made for them."""
        with self.alone() as database:
            if database.conn.in_transaction:
                return ask(database)
            database.execute("BEGIN")
            try:
                return ask(database)
            finally:
                database.execute("ROLLBACK")

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One immediate transaction: it waits for other writers first, so nothing it read can be overtaken."""
        with self.alone() as database:
            database.execute("BEGIN IMMEDIATE")
            try:
                yield database
                database.execute("COMMIT")
            except BaseException:
                if database.conn.in_transaction:
                    database.execute("ROLLBACK")
                raise

    @contextmanager
    def edit(self, summary: str) -> Iterator[int]:
        """One recorded, undoable change set; gives its number."""
        with self._lock:
            with self.writing() as database, history.recorded(database, self.actor, summary) as number:
                yield number
                search.fill_search(database, number)
            self._renew(number)

    def step(self, choose: Callable[[Database], tuple[int, str] | None], act: Callable[[Database, int], None]) -> str | None:
        """Take a change set back or do it again; gives its summary, None when there is none to choose."""
        with self._lock:
            with self.writing() as database:
                found = choose(database)
                if found is None:
                    return None
                act(database, found[0])
                search.fill_search(database, found[0])
            self._renew(found[0])
            return found[1]

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, as it is now, edits of other processes included."""
        with self._lock:
            return self.read(self._kept.of)

    def _renew(self, number: int) -> None:
        with self.alone() as database:
            self._kept.renew(database, number)
