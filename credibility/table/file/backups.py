"""Copies of the table beside it: told apart by what is written in them, ordered by a counter, never by a clock or a pattern.

A copy knows the file it was made of, that table's own id, and its number, which rises with every copy of tables of that
file name. Copies made before there were numbers are known by their exact name and count as older.
"""

import contextlib
import re
import sqlite3
import time
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
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
_ABANDONED = 3600.0  # seconds after which a copy that was never finished is nobody's any more
_STAMP = r"\d{8}-\d{6}-\d{6}"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy. `table` is the id of the table it was made of, "" where that is not known; `number` 0 is from before there were any."""

    path: Path
    number: int
    table: str


def backup_folder(path: Path) -> Path:
    """Where the backups of a database lie."""
    return path.parent / "backups"


def backups_of(path: Path) -> tuple[Backup, ...]:
    """The copies of the tables that this file was, newest first. A table that was renamed keeps its copies."""
    folder = backup_folder(path)
    own = facts_of(path).get(IDENTITY) if path.exists() else None
    found = (_told(each, path, own) for each in folder.iterdir() if each.suffix == ".db") if folder.is_dir() else ()
    return tuple(sorted(filter(None, found), key=lambda each: (each.number, each.path.name), reverse=True))


def backups(path: Path) -> tuple[Path, ...]:
    """The files of `backups_of`."""
    return tuple(each.path for each in backups_of(path))


def backup(database: Database, path: Path, why: str) -> Path:
    """Copy the whole database beside itself and drop its oldest copies; gives the copy, which is never among them.

    Raises sqlite3.Error or OSError; nothing of the attempt is left then.
    """
    folder = backup_folder(path)
    folder.mkdir(exist_ok=True)
    sweep(folder, f"{path.stem}-")
    present = backups_of(path)
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
    """Back the table up when something of the user's was changed since the last time, by this program or another."""
    now = revision_of(database.execute)
    if fact(database.execute, BACKED_UP) == str(now):
        return
    backup(database, path, "edits")
    with contextlib.suppress(sqlite3.Error):  # then there will be one backup more than needed
        set_fact(database.execute, BACKED_UP, now)


def sweep(folder: Path, beginning: str) -> None:
    """Remove files of attempts that were cut off, such as by a power cut, once they are old."""
    for each in folder.iterdir():
        if each.name.startswith(beginning) and each.name.endswith((".part", ".part-journal")):
            with contextlib.suppress(OSError):  # another process sweeps too
                if abs(time.time() - each.stat().st_mtime) > _ABANDONED:
                    each.unlink()


def earlier_tables(database: Database) -> frozenset[str]:
    """Names of the copies that lay here when this table was started anew: an earlier table's, whatever they say of themselves."""
    return frozenset(filter(None, (fact(database.execute, STARTED_BESIDE) or "").split("\n")))


def _told(copy: Path, path: Path, own: str | None) -> Backup | None:
    """What a file in the folder of backups is, if it is a copy of this table or of an earlier one of its name."""
    facts = facts_of(copy)
    made_of, table = facts.get(COPY_OF), facts.get(IDENTITY, "")
    if made_of is None:
        is_ours = re.fullmatch(rf"{re.escape(path.stem)}-{_STAMP}-[^/]+\.db", copy.name) is not None
        return Backup(copy, 0, table) if is_ours else None
    was_renamed = own is not None and own == table and not (path.parent / made_of).exists()
    number = facts.get(COPY_NUMBER, "0")
    return Backup(copy, int(number) if number.isdigit() else 0, table) if made_of == path.name or was_renamed else None


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
    """A name with the time, for people; a clock that stands still or runs back takes none twice."""
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    tried = folder / f"{path.stem}-{stamp}-{why}.db"
    extra = 1
    while tried.exists():
        extra += 1
        tried = folder / f"{path.stem}-{stamp}-{why}-{extra}.db"
    return tried


def _prune(database: Database, present: Iterable[Backup]) -> None:
    """Drop the oldest of this very table's copies; those of an earlier table under its name stay until the user removes them."""
    own, foreign = fact(database.execute, IDENTITY), earlier_tables(database)
    ours = [each for each in present if each.table in ("", own) and each.path.name not in foreign]
    for old in ours[BACKUPS_KEPT - 1 :]:
        with contextlib.suppress(OSError):  # a copy that cannot be removed harms nobody
            old.path.unlink()
