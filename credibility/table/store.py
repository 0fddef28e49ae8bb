"""The user's ratings table: one open file and the parts that read and change it.

Safe to call from several threads and beside other processes: each edit is one immediate transaction on the file as it is
at that moment. Errors leave everything as it was: StoreError for the file, RatingError for what was typed.
"""

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from credibility.outlets.registry import OutletRegistry
from credibility.outlets.starter import Starter, read_starter
from credibility.table import file, search
from credibility.table.citations import Citations
from credibility.table.delivery import deliver, is_delivered
from credibility.table.edits import Edits
from credibility.table.queries import Queries
from credibility.table.raters import Raters
from credibility.table.session import Session
from credibility.table.steps import Steps

if TYPE_CHECKING:
    from credibility.table.lists import StoredLists


class RatingsStore:
    """The open table. Use `open`; close it when done."""

    def __init__(self, session: Session, notices: tuple[str, ...]) -> None:
        self.session = session
        self.notices = notices
        self.queries = Queries(session)
        self.edits = Edits(session)
        self.steps = Steps(session)
        self.raters = Raters(session)
        self.citations = Citations(session)

    @classmethod
    def open(cls, path: Path, starter: Starter | Mapping[str, str], *, patience: float = 5.0) -> Self:
        """Open or create the table, restore it from the newest sound backup when it is damaged, bring the starter in.

        `starter` is best given as the documents `read_starter` reads, by file name: they are read only when the table has another.

        `notices` says in sentences what was done. Raises StoreError: read-only folder, locked, foreign file, newer version, disk full.
        """
        database, notices = file.open_database(path, patience)
        session = Session(database, path)
        try:
            told = _deliver(session, starter)
        except BaseException:
            database.close()
            raise
        return cls(session, (*notices, told) if told else notices)

    @cached_property
    def lists(self) -> "StoredLists":
        """Rating lists that came in."""
        # Here and not above: a window that opens an article does not wait for what only an import needs.
        from credibility.table.lists import StoredLists  # noqa: PLC0415

        return StoredLists(self.session)

    @property
    def path(self) -> Path:
        """The file."""
        return self.session.path

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, as it is now, edits of other processes included."""
        return self.session.snapshot()

    def close(self) -> None:
        """Back the table up if it changed, and close it."""
        with self.session.alone() as database:
            file.back_up_if_changed(database, self.path)
            database.close()

    def back_up(self, why: str = "by-hand") -> Path:
        """Copy the table into the folder of backups; gives the copy."""
        with self.session.alone() as database:
            return file.backup(database, self.path, why)


def _deliver(session: Session, starter: Starter | Mapping[str, str]) -> str | None:
    with session.alone() as database:
        if is_delivered(database, starter):
            return None
    read = starter if isinstance(starter, Starter) else read_starter(starter)
    with session.writing() as database:
        told = deliver(database, read)
        search.fill_search(database)
    return told
