"""The open file: one connection, one lock, one way to write, one kept snapshot. The other parts of the store stand on it."""

import gc
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Self, TypeVar

from sqlite_utils import Database

from credibility.model import (
    Outlet,
)
from credibility.outlets.registry import OutletRegistry, build_registry, with_outlets, with_ratings
from credibility.outlets.starter import Starter, read_starter
from credibility.table import file, history, rows, search
from credibility.table.delivery import deliver, is_delivered

Answer = TypeVar("Answer")
_RENEWED_ONE_BY_ONE = 200  # outlets an edit may touch before the snapshot is better made anew


class StoreDoor:
    """What reads and writes go through."""

    def __init__(self, database: Database, path: Path, notices: tuple[str, ...]) -> None:
        self._database = database
        self._lock = threading.RLock()
        self._snapshot: OutletRegistry | None = None
        self._seen_version = -1
        self._kept_order: tuple[object, list[str]] = (None, [])
        self._actor = "you"
        self.path = path
        self.notices = notices

    @classmethod
    def open(cls, path: Path, starter: Starter | Mapping[str, str], *, patience: float = 5.0) -> Self:
        """Open or create the table, restore it from the newest sound backup when it is damaged, bring the starter in.

        `starter` is best given as the documents `read_starter` reads, by file name: they are read only when the table has another.

        `notices` says in sentences what was done. Raises StoreError: read-only folder, locked, foreign file, newer version, disk full.
        """
        database, notices = file.open_database(path, patience)
        store = cls(database, path, notices)
        try:
            told = store._deliver(starter)
        except BaseException:
            database.close()
            raise
        store.notices = (*notices, told) if told else notices
        return store

    def close(self) -> None:
        """Back the table up if it changed, and close it."""
        with self._lock, file.named_errors(self.path):
            self._back_up_if_changed()
            self._database.close()

    def back_up(self, why: str = "by-hand") -> Path:
        """Copy the table into the folder of backups; gives the copy."""
        with self._lock, file.named_errors(self.path):
            return file.backup(self._database, self.path, why)

    def snapshot(self) -> OutletRegistry:
        """The whole table as an immutable value, as it is now, edits of other processes included."""
        with self._lock, file.named_errors(self.path):
            version = int(self._database.execute("PRAGMA data_version").fetchone()[0])
            if self._snapshot is None or version != self._seen_version:
                self._snapshot = self._reading(self._load)
                self._seen_version = version
            return self._snapshot

    def _deliver(self, starter: Starter | Mapping[str, str]) -> str | None:
        with file.named_errors(self.path):
            if is_delivered(self._database, starter):
                return None
        read = starter if isinstance(starter, Starter) else read_starter(starter)
        with self._writing():
            told = deliver(self._database, read)
            search.fill_search(self._database)
        return told

    def _step(self, choose: Callable[[Database], tuple[int, str] | None], act: Callable[[Database, int], None]) -> str | None:
        with self._lock:
            with self._writing():
                found = choose(self._database)
                if found is None:
                    return None
                act(self._database, found[0])
                search.fill_search(self._database, found[0])
            self._refresh(found[0])
            return found[1]

    @contextmanager
    def _edit(self, summary: str) -> Iterator[int]:
        with self._lock:
            with self._writing(), history.recorded(self._database, self._actor, summary) as number:
                yield number
                search.fill_search(self._database, number)
            self._refresh(number)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One immediate transaction: it waits for other writers first, so nothing it read can be overtaken."""
        with self._lock, file.named_errors(self.path):
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.conn.in_transaction:
                    self._database.execute("ROLLBACK")
                raise

    def _reading(self, read: Callable[[], Answer]) -> Answer:
        """Several queries on one state of the file: that of the running transaction, or of one made for them."""
        if self._database.conn.in_transaction:
            return read()
        self._database.execute("BEGIN")
        try:
            return read()
        finally:
            self._database.execute("ROLLBACK")

    def _load(self) -> OutletRegistry:
        with _no_collection():
            return self._load_all()

    def _load_all(self) -> OutletRegistry:
        raters = rows.read_raters(self._database)
        return build_registry(rows.read_outlets(self._database).values(), rows.read_ratings(self._database, raters), raters.values())

    def _refresh(self, number: int) -> None:
        """Renew the kept snapshot after an own edit, for the outlets it touched; names are compiled anew only if they changed."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        with file.named_errors(self.path):
            slugs, everything = history.touched(self._database, number)
            if everything or len(slugs) > _RENEWED_ONE_BY_ONE:
                self._snapshot = None
                return
            outlets = rows.read_outlets(self._database, slugs)
            ratings = rows.read_ratings(self._database, rows.read_raters(self._database), slugs)
        grouped = {slug: tuple(rating for rating in ratings if rating.outlet == slug) for slug in slugs}
        changed = {slug: outlets.get(slug) for slug in slugs if outlets.get(slug) != _as_kept(snapshot.outlet(slug), outlets.get(slug))}
        self._snapshot = with_outlets(snapshot, changed, grouped) if changed else with_ratings(snapshot, grouped)

    def _back_up_if_changed(self) -> None:
        newest = self._database.execute("SELECT max(id) FROM change").fetchone()[0]
        known = self._database.execute("SELECT value FROM fact WHERE name = 'backed_up'").fetchone()
        if newest is None or (known and int(known[0]) == newest):
            return
        self._database.execute(
            "INSERT INTO fact VALUES ('backed_up', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (str(newest),)
        )
        file.backup(self._database, self.path, "edits")


def _as_kept(known: Outlet | None, present: Outlet | None) -> Outlet | None:
    """The snapshot's outlet without the name that the registry gave it because the file has none, to compare it with the file's."""
    if known is None or present is None or known.names == present.names:
        return known
    return replace(known, names=present.names) if known.names[:-1] == present.names else known


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold the garbage collector back while very many values are made that all stay: it would walk them over and over."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
