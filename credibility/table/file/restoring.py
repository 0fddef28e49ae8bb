"""A backup put in the table's place: looked through first, whole or not at all, and what was there kept beside it."""

import contextlib
import os
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

from credibility.model import StoreError
from credibility.table.file.backups import backups
from credibility.table.file.errors import DAMAGED, Doing, is_kind, named_errors, suspicion
from credibility.table.file.facts import looking
from credibility.table.schema.tables import APPLICATION_ID

_HEADER = b"SQLite format 3\x00"
_BESIDE = ("-wal", "-shm", "-journal")


def restore(path: Path, copy: Path | None = None) -> tuple[Path, Path | None]:
    """Put a backup (the newest sound one unless told) in the table's place, which nobody may have open.

    Gives the backup and where the file that was there is kept, None when there was none. Raises StoreError when there is no
    backup, it is not sound, or a window or another program has the table open; then all is as it was.
    """
    with named_errors(path, Doing.RESTORING):
        if copy is None:
            copy = next((each for each in backups(path) if is_sound(each)), None)
        if copy is None:
            raise StoreError(f"There is no sound backup of {path.name}.", "Name another file to restore from.")
        if not copy.is_file():
            raise StoreError(f"There is no file {copy}.", "`sourcetint db backup --list` names the backups.")
        if not is_sound(copy):
            raise StoreError(f"{copy.name} is not a sound ratings table.", "Choose another backup: `sourcetint db backup --list`.")
        if path.exists():
            _refuse_when_open(path)
        return copy, put_in_place(path, copy)


def is_sound(path: Path) -> bool:
    """Whether a file that nobody writes to is one of our databases and passes SQLite's integrity check."""
    if not has_header(path):
        return False
    connection = sqlite3.connect(looking(path), uri=True, timeout=1, isolation_level=None)
    try:
        return is_whole(connection)
    finally:
        connection.close()


def is_whole(connection: sqlite3.Connection) -> bool:
    """Whether an open database is one of ours and passes SQLite's integrity check. Raises sqlite3.Error when it is locked."""
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            return False
        return list(connection.execute("PRAGMA integrity_check(1)")) == [("ok",)]
    except sqlite3.DatabaseError as error:
        if is_kind(error, DAMAGED):
            return False
        raise


def has_header(path: Path) -> bool:
    """Whether a file begins as a SQLite database does."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def put_in_place(path: Path, copy: Path) -> Path | None:
    """Let a copy take the table's place; gives where what was there is kept, None when there was nothing.

    The copy arrives whole beside the table before anything is moved. If the program ends between the two moves, the next start
    finds it there (`finish_arrival`).
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
    """Where the table is missing because a restore was cut off between its two moves, make the second. Returns whether it was so."""
    place = _place(path)
    arriving = _arriving(place)
    if place.exists() or not arriving.exists() or not is_sound(arriving):
        return False
    arriving.replace(place)
    return True


def set_aside(place: Path) -> Path | None:
    """Rename the file with its write-ahead log, so that nothing of it is applied to what takes its place."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = place.with_name(f"{place.stem}.replaced-{stamp}{place.suffix}")
    found = False
    with contextlib.suppress(OSError):
        suspicion(place).unlink(missing_ok=True)
    for suffix in (*_BESIDE, ""):  # the table last: while it is there, nothing has been lost
        part = place.with_name(place.name + suffix)
        if os.path.lexists(part):
            part.replace(aside.with_name(aside.name + suffix))
            found = True
    return aside if found else None


def _place(path: Path) -> Path:
    """The file itself where a link leads to it; the link where it leads nowhere that can be written."""
    real = Path(os.path.realpath(path))
    return real if real.parent.is_dir() else path


def _arriving(place: Path) -> Path:
    return place.with_name(f".{place.name}.arriving")


def _copy_whole(copy: Path, target: Path) -> None:
    """What a database holds, its write-ahead log included, as one file."""
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
    """Leaving write-ahead logging needs the file for oneself alone, so SQLite says whether anybody else has it open."""
    connection = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        # A damaged file cannot say; it is what a backup is for.
        if is_kind(error, DAMAGED):
            return
        raise
    finally:
        connection.close()
