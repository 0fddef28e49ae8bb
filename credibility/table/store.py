"""The user's ratings table: one open file and the parts that read and change it.

Safe to use from several threads and processes: each edit is one immediate transaction on the file as it is at that moment.
Errors leave everything unchanged: StoreError for the file, RatingError for invalid input.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from credibility.model import StoreError
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.starter import Starter, read_starter
from credibility.table import search
from credibility.table.beside.bands import StoredBands
from credibility.table.beside.criteria import StoredCriteria
from credibility.table.beside.tags import Tags
from credibility.table.cells.odd import OddCell, odd_cells
from credibility.table.choices import Choices
from credibility.table.citations import Citations
from credibility.table.delivery import deliver, is_delivered
from credibility.table.edits import TableEdits
from credibility.table.file.backups import back_up_if_changed, backup
from credibility.table.file.errors import Doing
from credibility.table.file.opening import lost_backup, open_database
from credibility.table.file.restoring import restore
from credibility.table.queries import Queries
from credibility.table.raters import RaterOrder
from credibility.table.session import Session
from credibility.table.steps import Steps

if TYPE_CHECKING:
    from credibility.table.lists import StoredLists


class RatingsStore:
    """The open table. Use `open`; close it when done."""

    def __init__(self, session: Session, starter: Starter | Mapping[str, str], notices: tuple[str, ...]) -> None:
        self.session = session
        self.notices = notices
        self.queries = Queries(session)
        self.edits = TableEdits(session)
        self.tags = Tags(session)
        self.own = StoredCriteria(session)
        self.bands = StoredBands(session)
        self.steps = Steps(session)
        self.raters = RaterOrder(session)
        self.citations = Citations(session)
        self.choices = Choices(session)
        self._starter = starter

    @classmethod
    def open(cls, path: Path, starter: Starter | Mapping[str, str], *, patience: float = 5.0) -> Self:
        """Open or create the table, restore it from the newest sound backup when it is damaged, and deliver the starter.

        `starter` may be given unparsed, as the documents by file name that `read_starter` takes: they are parsed only when the table
        has another starter. `notices` are sentences on what was done. A table that cannot be written is opened read-only. Raises
        StoreError when it is locked, not a ratings table, of a newer version, or missing where none can be created.
        """
        opened = open_database(path, patience)
        try:
            session = Session(opened, path)
            told = _deliver(session, starter)
        except BaseException:
            opened.database.close()
            raise
        return cls(session, starter, (*opened.notices, told) if told else opened.notices)

    @cached_property
    def lists(self) -> "StoredLists":
        """Imports of rating lists."""
        # Imported here so that opening an article does not wait for what only an import needs.
        from credibility.table.lists import StoredLists  # noqa: PLC0415

        return StoredLists(self.session)

    @property
    def path(self) -> Path:
        """The file."""
        return self.session.path

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, including edits by other processes so far."""
        return self.session.snapshot()

    def close(self) -> str | None:
        """Back the table up if it changed, and close it. Returns a sentence when the backup failed; the table is saved either way."""
        try:
            self.session.keep_snapshot()
            with self.session.alone(Doing.BACKING_UP) as database:
                if not self.session.is_read_only:
                    back_up_if_changed(database, self.path)
        except StoreError as error:
            return str(error)
        finally:
            with self.session.alone() as database:
                database.close()
        return None

    def back_up(self, why: str = "by-hand") -> Path:
        """Copy the table into the backup folder and return the copy."""
        with self.session.alone(Doing.BACKING_UP) as database:
            return backup(database, self.path, why)

    @property
    def lost_backup(self) -> Path | None:
        """The newest backup of a table that was missing when this one was created; None once this one was edited."""
        with self.session.alone() as database:
            return None if self.session.is_read_only else lost_backup(database, self.path)

    def restore(self, copy: Path) -> None:
        """Replace the open table with a backup and continue with it; the replaced file is kept beside it.

        Raises StoreError when the backup is not sound or another window or program has the table open; the table stays open then.
        """
        with self.session.alone(Doing.RESTORING) as database:
            database.close()
            try:
                restore(self.path, copy)
            finally:
                self.session.take(open_database(self.path, patience=5.0))
        _deliver(self.session, self._starter)

    def odd_cells(self) -> tuple[OddCell, ...]:
        """Cells with invalid values, which other programs wrote."""
        return self.session.read(lambda database: odd_cells(database.execute))


def _deliver(session: Session, starter: Starter | Mapping[str, str]) -> str | None:
    if session.is_read_only or session.read(lambda database: is_delivered(database, starter)):
        return None
    read = starter if isinstance(starter, Starter) else read_starter(starter)
    with session.writing() as database:
        told = deliver(database, read)
        search.fill_search(database)
    return told
