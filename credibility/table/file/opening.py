"""Open the database: create it if missing, check it, restore it when damaged, migrate it to the latest version.

A file that cannot be written is copied into memory instead, and the copy refuses edits.
"""

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.model import StoreError
from credibility.table.file.backups import backup, backup_folder, backups, earlier_tables
from credibility.table.file.errors import DAMAGED, Doing, NotWritableError, is_kind, named_errors, suspicion
from credibility.table.file.facts import STARTED_BESIDE, looking, set_fact
from credibility.table.file.restoring import finish_arrival, has_header, is_sound, is_whole, put_in_place, set_aside
from credibility.table.schema.migrations import LATEST, migrate, version_of
from credibility.table.schema.renewing import renew_standing
from credibility.table.schema.tables import APPLICATION_ID
from credibility.table.search import fill_search

_CACHE_KIB = 65_536  # an import of ten thousand rows stays in memory until it is committed
_CHECKED_EACH_TIME = 16_000_000  # bytes: a tenth of a second
_CHECKED_EVERY = 7 * 86_400.0  # seconds


@dataclass(frozen=True, slots=True)
class OpenedTable:
    """The open database, notices about what was done to open it, and whether it is read-only."""

    database: Database
    notices: tuple[str, ...] = ()
    is_read_only: bool = False


def open_database(path: Path, patience: float) -> OpenedTable:
    """Open or create the database and migrate it to the latest version.

    A damaged file is set aside and replaced by the newest sound backup. `patience` is how many seconds to wait for another
    program's lock. Raises StoreError, and then has changed nothing.
    """
    try:
        return _open_to_write(path, patience)
    except NotWritableError as error:
        try:
            return OpenedTable(
                _open_to_read(path),
                (said("{reason} You can read with it; edits cannot be saved.", reason=error.reason),),
                is_read_only=True,
            )
        except (sqlite3.Error, OSError):
            raise error from None


def lost_backup(database: Database, path: Path) -> Path | None:
    """The newest sound backup of a table that was missing when this one was created; None if there is none, or this one was edited."""
    earlier = earlier_tables(database)
    if not earlier or database.execute("SELECT 1 FROM change LIMIT 1").fetchone():
        return None
    return next((each for each in backups(path) if each.name in earlier and is_sound(each)), None)


def _open_to_write(path: Path, patience: float) -> OpenedTable:
    notices: list[str] = []
    with named_errors(path, Doing.OPENING):
        path.parent.mkdir(parents=True, exist_ok=True)
        is_new = not path.exists() and not finish_arrival(path)
        earlier = backups(path) if is_new else ()
        if is_new:
            notices += _make_room(path)
        elif _needs_restoring(path, patience):
            notices.append(_restore(path))
        database = _connect(path, patience)
        try:
            _prepare(database, path)
            if earlier:
                set_fact(database.execute, STARTED_BESIDE, "\n".join(each.name for each in earlier))
            if lost := lost_backup(database, path):
                notices.append(
                    said(
                        "{name} was not found in {folder}, so a new table was started. Its backups are still there; "
                        "`sourcetint db restore` puts the newest, {backup}, in its place.",
                        name=path.name,
                        folder=path.parent,
                        backup=lost.name,
                    )
                )
        except BaseException:
            database.close()
            raise
    return OpenedTable(database, tuple(notices))


def _make_room(path: Path) -> list[str]:
    """Move away leftovers of a missing table, such as a write-ahead log, so that they are not applied to the new one."""
    was_link = path.is_symlink()
    place = Path(os.path.realpath(path))
    if was_link and not place.parent.is_dir():
        raise StoreError(
            said("{path} is a link to {place}, which is not there.", path=path, place=place),
            said("Attach the drive that it is on, or let `sourcetint db restore` put a backup in its place."),
        )
    if any(place.with_name(place.name + suffix).exists() for suffix in ("-wal", "-journal")):
        set_aside(place)
    if not was_link:
        return []
    return [said("{name} is a link to {place}, which was gone; a new table was started there.", name=path.name, place=place)]


def _open_to_read(path: Path) -> Database:
    """An in-memory copy of a file that cannot be written."""
    memory = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    if path.with_name(path.name + "-wal").exists():
        # Reading the log means applying it, which needs a writable folder, so both files are copied to one.
        with tempfile.TemporaryDirectory() as folder:
            twin = Path(folder) / path.name
            for suffix in ("", "-wal"):
                shutil.copyfile(path.with_name(path.name + suffix), twin.with_name(twin.name + suffix))
            _fill(memory, str(twin))
    else:
        _fill(memory, looking(path))
    if not is_whole(memory):
        memory.close()
        raise sqlite3.DatabaseError("not a sound ratings table")
    database = Database(memory, execute_plugins=False)
    database.execute("PRAGMA foreign_keys = ON")
    if version_of(database) > LATEST:
        raise sqlite3.DatabaseError("made by a newer program")
    migrate(database, lambda: None)
    renew_standing(database)
    fill_search(database)
    database.execute("PRAGMA query_only = ON")
    return database


def _fill(memory: sqlite3.Connection, address: str) -> None:
    source = sqlite3.connect(address, uri=address.startswith("file:"))
    try:
        source.backup(memory)
    finally:
        source.close()


def _needs_restoring(path: Path, patience: float) -> bool:
    """Whether the file is damaged. A file that never was a ratings table is refused, not replaced: it holds something else."""
    if path.stat().st_size == 0 and not backups(path):
        return False
    if not path.is_file():
        raise StoreError(said("{path} is not a file.", path=path), said("Choose another place for the ratings table."))
    if path.stat().st_size and not has_header(path) and not backups(path):
        raise StoreError(
            said("{name} is not a ratings table.", name=path.name),
            said("Choose another file, or move this one away so that a new table can be made."),
        )
    if not has_header(path):
        return _is_due(path)
    with closing(_for_checking(path, patience)) as connection:
        mark, tables = _marks(connection)
        if mark != APPLICATION_ID and tables:
            raise StoreError(
                said("{name} is a database of another program.", name=path.name), said("Choose another file for the ratings table.")
            )
        if (mark != APPLICATION_ID and tables == 0) or not _is_due(path):
            return False  # its creation was interrupted before the first table, or it was checked not long ago
        sound = is_whole(connection)
    if sound:
        _remember_check(path)
    return not sound


def _is_due(path: Path) -> bool:
    """Whether to check the whole file now: always while it is small, else weekly, when truncated, or after an error."""
    size = path.stat().st_size
    if size <= _CHECKED_EACH_TIME or _is_cut_short(path, size) or suspicion(path).exists():
        return True
    checked = _check_mark(path)
    return not checked.exists() or abs(time.time() - checked.stat().st_mtime) > _CHECKED_EVERY


def _is_cut_short(path: Path, size: int) -> bool:
    """Whether the file has fewer pages than its header says (bytes 16 and 28 of SQLite's file format)."""
    with path.open("rb") as file:
        head = file.read(32)
    page = int.from_bytes(head[16:18], "big")
    return size < (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _check_mark(path: Path) -> Path:
    return backup_folder(path) / f"{path.name}.checked"


def _remember_check(path: Path) -> None:
    backup_folder(path).mkdir(exist_ok=True)
    _check_mark(path).touch()
    suspicion(path).unlink(missing_ok=True)


def _marks(connection: sqlite3.Connection) -> tuple[int, int | None]:
    """A database's application id and number of tables; the number is None where the file is damaged."""
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        return mark, connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if is_kind(error, DAMAGED):
            return 0, None
        raise


def _for_checking(path: Path, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None)


def _restore(path: Path) -> str:
    for copy in backups(path):
        if is_sound(copy):
            aside = put_in_place(path, copy)
            if aside is None:
                return said("The ratings table was damaged. The backup {backup} was put in its place.", backup=copy.name)
            return said(
                "The ratings table was damaged. The backup {backup} was put in its place; the damaged file is kept as {name}.",
                backup=copy.name,
                name=aside.name,
            )
    aside = set_aside(Path(os.path.realpath(path)))
    if aside is None:
        return said("The ratings table was damaged and there is no sound backup: a new one was made.")
    return said(
        "The ratings table was damaged and there is no sound backup: a new one was made. The damaged file is kept as {name}.",
        name=aside.name,
    )


def _connect(path: Path, patience: float) -> Database:
    # Any thread may use the connection, one at a time: the session's lock ensures it.
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    # Other programs' plugins have no business in the user's table, and merely looking for them takes 0.05 s.
    return Database(connection, execute_plugins=False)


def _prepare(database: Database, path: Path) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    if database.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    version = version_of(database)
    if version > LATEST:
        words = said("{name} was made by a newer SourceTint (version {version} of the table).", name=path.name, version=version)
        raise StoreError(words, said("Update SourceTint to open it."))
    if version < LATEST:
        migrate(database, lambda: backup(database, path, f"before-version-{LATEST}") if version else None)
    elif not _can_be_written(database):
        raise sqlite3.OperationalError("attempt to write a readonly database")
    renew_standing(database)


def _can_be_written(database: Database) -> bool:
    """Whether a write can begin. A table locked by another program counts as writable: the lock is short-lived."""
    try:
        database.execute("BEGIN IMMEDIATE")  # begins on a read-only file too, then as a mere read
        try:
            database.execute(f"PRAGMA user_version = {version_of(database)}")
        finally:
            database.execute("ROLLBACK")
    except sqlite3.OperationalError as error:
        if is_kind(error, ("SQLITE_BUSY", "SQLITE_LOCKED")):
            return True
        raise
    return True
