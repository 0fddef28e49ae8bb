"""The database as a file: opened, checked, migrated, backed up, restored. Every failure becomes a StoreError that says what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from sqlite_utils import Database

from credibility.model import StoreError
from credibility.table.schema.migrations import LATEST, migrate, version_of
from credibility.table.schema.tables import APPLICATION_ID

BACKUPS_KEPT = 10
_CACHE_KIB = 65_536  # an import of ten thousand rows stays in memory until it is committed
_CHECKED_EACH_TIME = 16_000_000  # bytes: a tenth of a second
_CHECKED_EVERY = 7 * 86_400.0  # seconds
_SQLITE_HEADER = b"SQLite format 3\x00"
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
_READ_ONLY = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
_FULL = ("SQLITE_FULL", "SQLITE_IOERR")
_DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")


def open_database(path: Path, patience: float) -> tuple[Database, tuple[str, ...]]:
    """Open or create the database and bring it to the latest version; gives notices for the reader too.

    A damaged file is put aside and the newest good backup takes its place. `patience` is how many seconds to wait for a
    lock of another program. Raises StoreError; then nothing was changed.
    """
    notices: list[str] = []
    with named_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if _needs_restoring(path, patience):
            notices.append(_restore(path))
        database = _connect(path, patience)
        try:
            _prepare(database, path)
        except BaseException:
            database.close()
            raise
    return database, tuple(notices)


@contextmanager
def named_errors(path: Path) -> Iterator[None]:
    """Turn SQLite's and the system's errors into StoreErrors with advice."""
    try:
        yield
    except sqlite3.Error as error:
        raise _named(error, path) from error
    except OSError as error:
        raise StoreError(
            f"The ratings table cannot be kept in {path.parent}: {error.strerror}.", "Choose a folder you may write to."
        ) from error


def backup(database: Database, path: Path, why: str) -> Path:
    """Copy the whole database beside itself, under its time and reason, and drop the oldest copies. Raises sqlite3.Error."""
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = folder / f"{path.stem}-{stamp}-{why}.db"
    unfinished = target.with_suffix(".part")
    copy = sqlite3.connect(unfinished)
    try:
        database.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
    finally:
        copy.close()
    unfinished.replace(target)
    for old in backups(path)[BACKUPS_KEPT:]:
        old.unlink(missing_ok=True)
    return target


def back_up_if_changed(database: Database, path: Path) -> None:
    """Back the table up when an edit was made since the last time."""
    newest = database.execute("SELECT max(id) FROM change").fetchone()[0]
    known = database.execute("SELECT value FROM fact WHERE name = 'backed_up'").fetchone()
    if newest is None or (known and int(known[0]) == newest):
        return
    database.execute("INSERT INTO fact VALUES ('backed_up', ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (str(newest),))
    backup(database, path, "edits")


def backup_folder(path: Path) -> Path:
    """Where the backups of a database lie."""
    return path.parent / "backups"


def backups(path: Path) -> tuple[Path, ...]:
    """The backups of a database, newest first."""
    return tuple(sorted(backup_folder(path).glob(f"{path.stem}-*.db"), reverse=True))


def restore_from(path: Path, copy: Path) -> None:
    """Put a backup in the database's place; the database must be closed. Raises StoreError when the backup is not sound."""
    with named_errors(path):
        if not is_sound(copy):
            raise StoreError(f"The backup {copy.name} is damaged.", "Choose an older one.")
        _put_in_place(path, copy)


def is_sound(path: Path, patience: float = 1.0) -> bool:
    """Whether a file is one of our databases and passes SQLite's integrity check. Raises sqlite3.Error when it is locked."""
    if not _has_header(path):
        return False
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return False
        return list(connection.execute("PRAGMA integrity_check(1)")) == [("ok",)]
    except sqlite3.DatabaseError as error:
        if _is(error, _DAMAGED):
            return False
        raise
    finally:
        connection.close()


def _needs_restoring(path: Path, patience: float) -> bool:
    """Whether the file is damaged. A file that never was our database is refused, not replaced: it is somebody's other file."""
    if not path.exists() or (path.stat().st_size == 0 and not backups(path)):
        return False
    if not path.is_file():
        raise StoreError(f"{path} is no file.", "Choose another place for the ratings table.")
    if path.stat().st_size and not _has_header(path) and not backups(path):
        raise StoreError(f"{path.name} is no ratings table.", "Choose another file, or move this one away so that a new table can be made.")
    mark, tables = _marks(path, patience)
    if mark != APPLICATION_ID and tables:
        raise StoreError(f"{path.name} is a database of another program.", "Choose another file for the ratings table.")
    if mark != APPLICATION_ID and tables == 0:
        return False  # a table whose making was cut off before its first row
    if not _is_due(path):
        return False
    sound = is_sound(path, patience)
    if sound:
        _remember_check(path)
    return not sound


def _is_due(path: Path) -> bool:
    """Whether the file is to be read through now: each time while it is small, else weekly, when cut short, or after a failure."""
    size = path.stat().st_size
    if size <= _CHECKED_EACH_TIME or _is_cut_short(path, size) or _suspicion(path).exists():
        return True
    checked = _check_mark(path)
    return not checked.exists() or datetime.now(UTC).timestamp() - checked.stat().st_mtime > _CHECKED_EVERY


def _is_cut_short(path: Path, size: int) -> bool:
    """Whether the file has fewer pages than its header says (bytes 16 and 28 of SQLite's file format)."""
    with path.open("rb") as file:
        head = file.read(32)
    page = int.from_bytes(head[16:18], "big")
    return size < (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _suspicion(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")


def _check_mark(path: Path) -> Path:
    return backup_folder(path) / f"{path.stem}.checked"


def _remember_check(path: Path) -> None:
    backup_folder(path).mkdir(exist_ok=True)
    _check_mark(path).touch()
    _suspicion(path).unlink(missing_ok=True)


def _marks(path: Path, patience: float) -> tuple[int, int | None]:
    """The application's mark in a database and the number of its tables, None where the file cannot be read as one."""
    if not _has_header(path):
        return 0, None
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=patience, isolation_level=None)
    try:
        mark = connection.execute("PRAGMA application_id").fetchone()[0]
        return mark, connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if _is(error, _DAMAGED):
            return 0, None
        raise
    finally:
        connection.close()


def _restore(path: Path) -> str:
    for copy in backups(path):
        if is_sound(copy):
            aside = _put_in_place(path, copy)
            return f"The ratings table was damaged. The backup {copy.name} was put in its place; the damaged file is kept as {aside.name}."
    aside = _put_aside(path)
    return f"The ratings table was damaged and there is no sound backup: a new one was made. The damaged file is kept as {aside.name}."


def _put_in_place(path: Path, copy: Path) -> Path:
    aside = _put_aside(path)
    arriving = path.with_suffix(".arriving")
    arriving.write_bytes(copy.read_bytes())
    arriving.replace(path)
    return aside


def _put_aside(path: Path) -> Path:
    """Rename the file with its write-ahead log, so that nothing of it is applied to what takes its place."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = path.with_name(f"{path.stem}.damaged-{stamp}{path.suffix}")
    _suspicion(path).unlink(missing_ok=True)
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside


def _connect(path: Path, patience: float) -> Database:
    # Any thread may call the store, one at a time: its lock sees to that.
    connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    # No plugins of other programs in the user's table, and none looked for: that alone takes a twentieth of a second.
    return Database(connection, execute_plugins=False)


def _prepare(database: Database, path: Path) -> None:
    database.execute("PRAGMA foreign_keys = ON")
    if database.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        database.execute("PRAGMA journal_mode = WAL")
    database.execute("PRAGMA synchronous = FULL")
    database.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    version = version_of(database)
    if version > LATEST:
        raise StoreError(f"{path.name} was made by a newer SourceTint (version {version} of the table).", "Update SourceTint to open it.")
    if version < LATEST:
        migrate(database, lambda: backup(database, path, f"before-version-{LATEST}") if version else None)


def _has_header(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE_HEADER)) == _SQLITE_HEADER


def _is(error: sqlite3.Error, names: tuple[str, ...]) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(names)


def _named(error: sqlite3.Error, path: Path) -> StoreError:
    if _is(error, _LOCKED):
        return StoreError(f"{path.name} is in use by another program.", "Close it there, or try again in a moment.")
    if _is(error, _READ_ONLY):
        return StoreError(f"The ratings table cannot be written in {path.parent}.", "Choose a folder you may write to.")
    if _is(error, _FULL):
        return StoreError("The disk is full or fails; the change was not saved.", "Make room on the disk and try again.")
    if _is(error, _DAMAGED):
        with suppress(OSError):  # the mark only hastens the next check; what failed is told either way
            _suspicion(path).touch()
        return StoreError(f"{path.name} is damaged.", "Start SourceTint again: it restores the newest sound backup.")
    return StoreError(f"The ratings table could not be used: {error}.", "Try again; if it happens again, report it.")
