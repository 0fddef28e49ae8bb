"""Backups of the table: identified by facts stored in them and ordered by a counter, never by a clock or a file name pattern.

A copy holds the name of the file it was made from, that table's id, and its own number, which increases with every copy made
under that file name. Copies from before there were numbers are recognised by their exact name and count as older.
"""

import contextlib
import re
import sqlite3
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from sqlite_utils import Database

from credibility.table.file.facts import (
    BACKED_UP,
    COPY_NUMBER,
    COPY_OF,
    IDENTITY,
    STARTED_BESIDE,
    fact,
    facts_of,
    revision_of,
    set_fact,
)

BACKUPS_KEPT = 10
_ABANDONED = 3600.0  # seconds after which an unfinished copy counts as abandoned
_VERSION_AT = slice(60, 64)
_STAMP = r"\d{8}-\d{6}-\d{6}"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `table` is the id of the table it was made from, "" if unknown; `number` is 0 for copies from before numbering.

    `version` is that of its schema, None if the file cannot be read.
    """

    path: Path
    number: int
    table: str
    version: int | None


def backup_folder(path: Path) -> Path:
    """The folder of a database's backups."""
    return path.parent / "backups"


def backups_of(path: Path, own: str | None = None) -> tuple[Backup, ...]:
    """The copies of this file, and of earlier tables of its name, newest first. A renamed table keeps its copies.

    `own` is the table's id, which is else read from the file.
    """
    folder = backup_folder(path)
    if own is None and path.exists():
        own = facts_of(path).get(IDENTITY)
    found = (_told(each, path, own) for each in folder.iterdir() if each.suffix == ".db") if folder.is_dir() else ()
    return tuple(sorted(filter(None, found), key=lambda each: (each.number, each.path.name), reverse=True))


def backups(path: Path) -> tuple[Path, ...]:
    """The files of `backups_of`."""
    return tuple(each.path for each in backups_of(path))


def backup(database: Database, path: Path, why: str) -> Path:
    """Copy the whole database into its backup folder, drop its oldest copies, and return the new one, which is never dropped.

    Raises sqlite3.Error or OSError, and then leaves nothing behind.
    """
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    sweep(folder, f"{path.stem}-")
    present = backups_of(path, fact(database.execute, IDENTITY))
    target = _free_name(folder, path, why)
    unfinished = target.with_suffix(".part")
    try:
        _copy(database, unfinished, path, 1 + max((each.number for each in present), default=0))
        unfinished.replace(target)
    except BaseException:
        for suffix in ("", "-journal"):
            unfinished.with_name(unfinished.name + suffix).unlink(missing_ok=True)
        raise
    _prune(database, present)
    return target


def back_up_if_changed(database: Database, path: Path) -> None:
    """Back the table up if the user's rows have changed since the last backup, in this program or another."""
    now = revision_of(database.execute)
    if fact(database.execute, BACKED_UP) == str(now):
        return
    backup(database, path, "edits")
    with contextlib.suppress(sqlite3.Error):  # the only harm is one backup more than needed
        set_fact(database.execute, BACKED_UP, now)


def sweep(folder: Path, beginning: str) -> None:
    """Remove old files of interrupted attempts, such as after a power cut."""
    for each in folder.iterdir():
        if each.name.startswith(beginning) and each.name.endswith((".part", ".part-journal")):
            with contextlib.suppress(OSError):  # another process may be sweeping too
                if abs(time.time() - each.stat().st_mtime) > _ABANDONED:
                    each.unlink()


def earlier_tables(database: Database) -> frozenset[str]:
    """Names of the copies that were already here when this table was created; they belong to an earlier table."""
    return frozenset(filter(None, (fact(database.execute, STARTED_BESIDE) or "").split("\n")))


def _told(copy: Path, path: Path, own: str | None) -> Backup | None:
    """The file as a Backup if it is a copy of this table or of an earlier one of its name, else None."""
    facts = _facts_in(copy)
    made_of, table = facts.get(COPY_OF), facts.get(IDENTITY, "")
    if made_of is None:
        is_ours = re.fullmatch(rf"{re.escape(path.stem)}-{_STAMP}-[^/]+\.db", copy.name) is not None
        return Backup(copy, 0, table, _version_in(copy)) if is_ours else None
    was_renamed = own is not None and own == table and not (path.parent / made_of).exists()
    number = facts.get(COPY_NUMBER, "0")
    is_ours = made_of == path.name or was_renamed
    return Backup(copy, int(number) if number.isdigit() else 0, table, _version_in(copy)) if is_ours else None


def _facts_in(copy: Path) -> Mapping[str, str]:
    """The facts of a copy. To read them takes some 10 ms, as SQLite parses the schema first; a copy nobody has written to is read once."""
    try:
        state = copy.stat()
    except OSError:
        return {}
    return _facts_at(copy, state.st_ino, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=256)
def _facts_at(copy: Path, _inode: int, _size: int, _changed: int) -> Mapping[str, str]:
    return facts_of(copy)


def _version_in(copy: Path) -> int | None:
    """The schema version in a database's header (its ``user_version``: byte 60 of SQLite's file format); None if it cannot be read."""
    try:
        with copy.open("rb") as file:
            header = file.read(_VERSION_AT.stop)
    except OSError:
        return None
    return int.from_bytes(header[_VERSION_AT], "big") if len(header) == _VERSION_AT.stop else None


def _copy(database: Database, target: Path, path: Path, number: int) -> None:
    copy = sqlite3.connect(target, isolation_level=None)
    try:
        database.conn.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        copy.execute("BEGIN")
        set_fact(copy.execute, COPY_OF, path.name)
        set_fact(copy.execute, COPY_NUMBER, number)
        copy.execute("COMMIT")
    finally:
        copy.close()


def _free_name(folder: Path, path: Path, why: str) -> Path:
    """An unused name with the time in it for the user's benefit; a clock that is set back never causes a name to be reused."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    tried = folder / f"{path.stem}-{stamp}-{why}.db"
    extra = 1
    while tried.exists():
        extra += 1
        tried = folder / f"{path.stem}-{stamp}-{why}-{extra}.db"
    return tried


def _prune(database: Database, present: Iterable[Backup]) -> None:
    """Drop the oldest copies of this table, but never the last one of its schema version: only it takes the user back before a migration.

    Those of an earlier table of its name stay until the user removes them.
    """
    own, foreign = fact(database.execute, IDENTITY), earlier_tables(database)
    ours = [each for each in present if each.table in ("", own) and each.path.name not in foreign]
    kept = {each.version for each in ours[: BACKUPS_KEPT - 1]}
    for old in ours[BACKUPS_KEPT - 1 :]:
        if old.version is not None and old.version not in kept:
            kept.add(old.version)
            continue
        with contextlib.suppress(OSError):  # a copy that cannot be removed does no harm
            old.path.unlink()
