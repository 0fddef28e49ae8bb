"""The open file: one connection, one lock, one way to read and one to write. All parts of the store share it."""

import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from sqlite_utils import Database

from credibility.floor.language import Said, said
from credibility.model import ChangedMeanwhileError, Step, StoreError
from credibility.outlets.registry import OutletRegistry
from credibility.table import history, search
from credibility.table.file.errors import Doing, named_errors
from credibility.table.file.facts import revision_of
from credibility.table.file.opening import OpenedTable
from credibility.table.history import Mine
from credibility.table.snapshots import KeptSnapshot

Answer = TypeVar("Answer")


class Session:
    """A connection that any thread may use, one at a time. Errors from SQLite or the system are raised as StoreError."""

    def __init__(self, opened: OpenedTable, path: Path) -> None:
        self.path = path
        self.actor = "you"
        self.lock = threading.RLock()
        self.take(opened)

    def take(self, opened: OpenedTable) -> None:
        """Continue with another open file instead of the present one."""
        self.database = opened.database
        self.is_read_only = opened.is_read_only
        self._kept = KeptSnapshot(self.path)
        self._mine = Mine.before(opened.database)
        self._noticed = revision_of(opened.database.execute)

    @contextmanager
    def alone(self, doing: Doing = Doing.READING) -> Iterator[Database]:
        """The connection, for exclusive use by this thread."""
        with self.lock, named_errors(self.path, doing):
            yield self.database

    def read(self, ask: Callable[[Database], Answer]) -> Answer:
        """Run queries on one consistent state of the file: that of the running transaction, or of one begun for them."""
        with self.alone() as database:
            try:
                return _on_one_state(database, ask)
            except sqlite3.OperationalError as error:
                if "decode to UTF-8" not in str(error):
                    raise
                # Another program wrote text that is not UTF-8. Decode with replacement characters from now on; not earlier: it is slower.
                database.conn.text_factory = lambda raw: raw.decode("utf-8", "replace")
                return _on_one_state(database, ask)

    @contextmanager
    def writing(self) -> Iterator[Database]:
        """One immediate transaction: it waits for other writers first, so nothing it reads can go out of date."""
        if self.is_read_only:
            words = said("{failure} {name} or its folder cannot be written.", failure=Doing.CHANGING.value, name=self.path.name)
            raise StoreError(words, said("Check {folder}.", folder=self.path.parent))
        with self.preparing() as database:
            yield database

    @contextmanager
    def preparing(self) -> Iterator[Database]:
        """A transaction that does not change the user's data; with a read-only file, it runs on the copy in memory."""
        with self.alone(Doing.CHANGING) as database:
            if self.is_read_only:
                database.execute("PRAGMA query_only = OFF")
            database.execute("BEGIN IMMEDIATE")
            try:
                before = revision_of(database.execute)
                yield database
                after = revision_of(database.execute)
                database.execute("COMMIT")
            except BaseException:
                if database.conn.in_transaction:
                    database.execute("ROLLBACK")
                raise
            finally:
                if self.is_read_only:
                    database.execute("PRAGMA query_only = ON")
            if self._noticed == before:
                self._noticed = after

    @contextmanager
    def edit(self, summary: str) -> Iterator[int]:
        """One recorded, undoable change set; yields its number."""
        with self.lock:
            with self.writing() as database:
                before = self._kept.is_up_to_date(database)
                with self._kept.as_committed(), history.recorded(database, self.actor, summary) as number:
                    yield number
                    search.fill_search(database, number)
            self._mine.did(number)
            self._renew(number, before)

    def next_step(self, back: bool) -> Step | None:
        """What undo (`back`) or redo would act on: a step of this session or from before it, never one another process made meanwhile."""
        return self.read(lambda database: self._mine.next_step(database, back))

    def step(self, back: bool, shown: Step | None) -> Step | None:
        """Undo (`back`) or redo `shown`, or else the next step; returns the step, None when there is none.

        Raises ChangedMeanwhileError when it can no longer be done, RatingError when the rows it changed have changed since.
        """
        with self.lock:
            with self.writing() as database:
                step = self._mine.next_step(database, back) if shown is None else shown
                if step is None:
                    return None
                if not history.can_step(database, step.number, back):
                    raise ChangedMeanwhileError(_overtaken(step.summary, back), said("Look at the history and choose again."))
                before = self._kept.is_up_to_date(database)
                with history.unrecorded(database):
                    (history.take_back if back else history.do_again)(database, step.number)
                search.fill_search(database, step.number)
            self._mine.stepped(step.number, back)
            self._renew(step.number, before)
            return step

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, including edits by other processes so far."""
        with self.lock:
            return self.read(self._kept.of)

    def keep_snapshot(self) -> None:
        """Write the snapshot beside the file, if it was read and the file there is of another state. Never fails."""
        if not self.is_read_only:
            with suppress(StoreError), self.alone() as database:
                self._kept.keep(database)

    def catch_up(self) -> None:
        """Bring the snapshot up to date with other processes' changes."""
        with self.lock:
            self._noticed = self.read(lambda database: revision_of(database.execute))
            self.snapshot()

    def is_behind(self) -> bool:
        """Whether another process changed the user's rows since `catch_up`. Never waits: False while the session is busy."""
        if not self.lock.acquire(blocking=False):
            return False
        try:
            with suppress(StoreError):  # the next read reports it
                return self.read(lambda database: revision_of(database.execute)) != self._noticed
            return False
        finally:
            self.lock.release()

    def _renew(self, number: int, was_up_to_date: bool) -> None:
        """Renew the snapshot after an edit. The edit is already saved, so a failure here only makes the next read slower."""
        if not was_up_to_date:
            self._kept.forget()
            return
        try:
            self._kept.renew(self.database, number)
        except sqlite3.Error:
            self._kept.forget()


def _overtaken(step: str, back: bool) -> Said:
    if back:
        return said("“{step}” has since been undone in another window or program.", step=step)
    return said("“{step}” has since been superseded in another window or program.", step=step)


def _on_one_state(database: Database, ask: Callable[[Database], Answer]) -> Answer:
    if database.conn.in_transaction:
        return ask(database)
    database.execute("BEGIN")
    try:
        return ask(database)
    finally:
        database.execute("ROLLBACK")
