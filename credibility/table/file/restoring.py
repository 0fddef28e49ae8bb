"""Replace the table with a backup: checked first, done wholly or not at all, with the replaced file kept beside it."""

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from credibility.floor.language import said
from credibility.model import StoreError
from credibility.table.file.backups import backups
from credibility.table.file.errors import DAMAGED, Doing, is_kind, named_errors, suspicion
from credibility.table.file.facts import looking
from credibility.table.schema.tables import APPLICATION_ID

_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal")


def restore(path: Path, copy: Path | None = None) -> tuple[Path, Path | None]:
    """Replace the table, which must not be open anywhere, with a backup: `copy`, or the newest sound one.

    Returns the backup, and where the replaced file is kept (None when there was none). Raises StoreError when there is no backup,
    it is not sound, or a window or another program has the table open; then nothing has changed.
    """
    with named_errors(path, Doing.RESTORING):
        if copy is None:
            copy = next((each for each in backups(path) if is_sound(each)), None)
        if copy is None:
            raise StoreError(said("There is no sound backup of {name}.", name=path.name), said("Name another file to restore from."))
        if not copy.is_file():
            raise StoreError(said("There is no file {path}.", path=copy), said("`sourcetint db backup --list` names the backups."))
        if not is_sound(copy):
            raise StoreError(
                said("{name} is not a sound ratings table.", name=copy.name), said("Choose another backup: `sourcetint db backup --list`.")
            )
        if path.exists():
            _refuse_when_open(path)
        return copy, put_in_place(path, copy)


def is_sound(path: Path) -> bool:
    """Whether a file that is not being written is a ratings table and passes SQLite's integrity check."""
    if not has_header(path):
        return False
    connection = sqlite3.connect(looking(path), uri=True, timeout=1, isolation_level=None)
    try:
        return is_whole(connection)
    finally:
        connection.close()


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether an open database is a ratings table and passes SQLite's integrity check. Raises sqlite3.Error when it is locked."""
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return False
        return list(connection.execute("PRAGMA integrity_check(1)")) == [("ok",)]
    except sqlite3.DatabaseError as error:
        if is_kind(error, DAMAGED):
            return False
        raise


def has_header(path: Path) -> bool:
    """Whether a file begins with SQLite's header."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def put_in_place(path: Path, copy: Path) -> Path | None:
    """Replace the table with a copy; returns where the replaced file is kept, None when there was none.

    The copy is completed beside the table before anything is moved. If the program ends between the two renames, the next start
    does the second one (`finish_arrival`).
    """
    place = _place(path)
    arriving = _arriving(place)
    try:
        _copy_whole(copy, arriving)
        aside = set_aside(place)
        arriving.replace(place)
    except BaseException:
        if place.exists():
            for suffix in ("", "-journal"):
                arriving.with_name(arriving.name + suffix).unlink(missing_ok=True)
        raise
    return aside


def finish_arrival(path: Path) -> bool:
    """Complete a restore that was interrupted between its two renames. Returns whether there was one."""
    place = _place(path)
    arriving = _arriving(place)
    if place.exists() or not arriving.exists() or not is_sound(arriving):
        return False
    arriving.replace(place)
    return True


def set_aside(place: Path) -> Path | None:
    """Rename the file and its write-ahead log, so that no part of it is applied to its replacement."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = place.with_name(f"{place.stem}.replaced-{stamp}{place.suffix}")
    found = False
    with contextlib.suppress(OSError):
        suspicion(place).unlink(missing_ok=True)
    for suffix in (*_BESIDE, ""):  # the table goes last: an interruption before that loses nothing
        part = place.with_name(place.name + suffix)
        if os.path.lexists(part):
            part.replace(aside.with_name(aside.name + suffix))
            found = True
    return aside if found else None


def _place(path: Path) -> Path:
    """The target of a link, or the link itself if its target's folder does not exist."""
    real = Path(os.path.realpath(path))
    return real if real.parent.is_dir() else path


def _arriving(place: Path) -> Path:
    return place.with_name(f".{place.name}.arriving")


def _copy_whole(copy: Path, target: Path) -> None:
    """Copy a database, including its write-ahead log, into one file."""
    target.unlink(missing_ok=True)
    target.parent.mkdir(parents=True, exist_ok=True)
    source = sqlite3.connect(looking(copy), uri=True, timeout=1)
    try:
        arrived = sqlite3.connect(target)
        try:
            source.backup(arrived)
            arrived.execute("PRAGMA journal_mode = DELETE")
        finally:
            arrived.close()
    finally:
        source.close()


def _refuse_when_open(path: Path) -> None:
    """Raise sqlite3.OperationalError when the file is open elsewhere: leaving write-ahead logging needs exclusive access."""
    connection = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        # A damaged file cannot be asked, and is exactly what a backup should replace.
        if is_kind(error, DAMAGED):
            return
        raise
    finally:
        connection.close()
