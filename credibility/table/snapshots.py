"""The whole table as one immutable value, cached until the file changes and updated in part after an edit made here."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlite_utils import Database

from credibility.floor.collecting import paused
from credibility.model import Outlet
from credibility.outlets.registry import OutletRegistry, build_registry, with_outlets, with_ratings
from credibility.table import history, rows
from credibility.table.beside.kept_snapshot import read_snapshot, state_of, write_snapshot

_WORTH_A_FILE = 1000  # outlets; fewer are read from the rows in no time
_RENEWED_ONE_BY_ONE = 200  # an edit that touches more outlets than this has the whole snapshot loaded again


class KeptSnapshot:
    """The registry as last read, kept in a file beside a large table. Not thread-safe: the session's lock guards it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._in_file = ""  # the state that the file was read or written for
        self._registry: OutletRegistry | None = None
        self._version = self._revision = -1

    def of(self, database: Database) -> OutletRegistry:
        """The table as it is now."""
        if self._registry is None or not self.is_up_to_date(database):
            self._revision, state = _revision(database), state_of(database)
            self._registry = read_snapshot(self._path, state)
            self._in_file = state if self._registry else ""
            self._registry = self._registry or load(database)
        return self._registry

    def keep(self, database: Database) -> None:
        """Write the snapshot of a large table to its file, so that the next start need not read every row."""
        if self._registry is None or len(self._registry.outlets) < _WORTH_A_FILE or not self.is_up_to_date(database):
            return
        state = state_of(database)
        if state != self._in_file:
            write_snapshot(self._path, state, self._registry)
            self._in_file = state

    def is_up_to_date(self, database: Database) -> bool:
        """Whether the cached registry matches the file; also true while none is cached.

        ``data_version`` says cheaply whether another connection wrote anything; the triggers' counter, whether it concerns the table.
        """
        version = int(database.execute("PRAGMA data_version").fetchone()[0])
        if self._registry is None or version == self._version:
            self._version = version
            return True
        if _revision(database) != self._revision:
            return False
        self._version = version
        return True

    @contextmanager
    def as_committed(self) -> Iterator[None]:
        """Drop a registry read inside a transaction that is rolled back."""
        before = self._registry
        try:
            yield
        except BaseException:
            if self._registry is not before:
                self.forget()
            raise

    def forget(self) -> None:
        """Read everything again next time."""
        self._registry = None

    def renew(self, database: Database, number: int) -> None:
        """Apply a change set made here; the matcher of names is compiled again only if outlets or names changed."""
        kept = self._registry
        if kept is None:
            return
        self._revision = _revision(database)
        slugs, everything = history.touched(database, number)
        if everything or len(slugs) > _RENEWED_ONE_BY_ONE:
            self._registry = None
            return
        outlets = rows.read_outlets(database, slugs)
        ratings = rows.read_ratings(database, rows.read_raters(database), slugs)
        grouped = {slug: tuple(rating for rating in ratings if rating.outlet == slug) for slug in slugs}
        changed = {slug: outlets.get(slug) for slug in slugs if outlets.get(slug) != _as_kept(kept.outlet(slug), outlets.get(slug))}
        self._registry = with_outlets(kept, changed, grouped) if changed else with_ratings(kept, grouped)


def _revision(database: Database) -> int:
    row = database.execute("SELECT number FROM revision WHERE subject = 'table'").fetchone()
    return int(row[0]) if row else 0


def load(database: Database) -> OutletRegistry:
    """The whole table."""
    with paused():
        raters = rows.read_raters(database)
        return build_registry(rows.read_outlets(database).values(), rows.read_ratings(database, raters), raters.values())


def _as_kept(known: Outlet | None, present: Outlet | None) -> Outlet | None:
    """The snapshot's outlet without the name that the registry adds to an outlet without names, for comparison with the file's."""
    if known is None or present is None or known.names == present.names:
        return known
    return replace(known, names=present.names) if known.names[:-1] == present.names else known
