"""The file of the library: opened, checked, restored from its own backups, and rid of what the reader wants forgotten, copies too.

A rollback journal is used, not a write-ahead log, and freed pages are overwritten: what was forgotten is in no file any more.
"""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from credibility.floor.language import said
from credibility.library.schema import APPLICATION_ID, LATEST, migrate, version_of
from credibility.model import StoreError

KEPT = 3
_CHECKED_EACH_TIME = 8_000_000  # bytes: some hundredths of a second
_NUMBER = re.compile(r"library-(\d+)\.db")


def connect(path: Path | None, patience: float = 5.0) -> sqlite3.Connection:
    """A connection to the library at `path`, or to an empty one in memory. Raises sqlite3.Error."""
    connection = sqlite3.connect(path or ":memory:", timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA secure_delete = ON")
        _refuse_others(connection)
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def open_file(path: Path) -> tuple[sqlite3.Connection, tuple[str, ...]]:
    """The library at `path`, and sentences on what was done to open it.

    A damaged file is set aside and replaced by its newest sound backup. Where the file cannot be used at all, the library is empty and
    in memory: reading goes on, and a sentence says that it is not remembered.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        notices = _mend(path) if path.exists() else ()
        return connect(path), notices
    except (sqlite3.Error, OSError, StoreError) as error:
        told = said(
            "The library {path} cannot be used: {problem}. What you read now is not remembered.", path=path, problem=_problem(error)
        )
        return connect(None), (told,)


def _problem(error: Exception) -> str:
    return error.reason if isinstance(error, StoreError) else str(error).rstrip(".")


@contextmanager
def named_errors(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into StoreErrors."""
    try:
        yield
    except sqlite3.Error as error:
        if path and _is_damage(error):
            with suppress(OSError):
                _suspicion(path).touch()  # has the whole file checked at the next start
        name = path.name if path else said("The library")
        words = said("{name} could not be used: {problem}.", name=name, problem=str(error))
        raise StoreError(words, said("Close it in other programs, and make room on the disk.")) from error


def backup_folder(path: Path) -> Path:
    """The folder of the library's backups, apart from those of the table."""
    return path.parent / "backups" / "library"


def backups(path: Path) -> tuple[Path, ...]:
    """The copies of the library, newest first, by their numbers."""
    folder = backup_folder(path)
    numbered = {int(match[1]): each for each in folder.glob("library-*.db") if (match := _NUMBER.fullmatch(each.name))}
    return tuple(numbered[number] for number in sorted(numbered, reverse=True))


def back_up(connection: sqlite3.Connection, path: Path) -> Path:
    """Copy the library into its backup folder and drop the oldest copies. Raises sqlite3.Error or OSError."""
    folder = backup_folder(path)
    folder.mkdir(parents=True, exist_ok=True)
    present = backups(path)
    newest = int(match[1]) if present and (match := _NUMBER.fullmatch(present[0].name)) else 0
    target = folder / f"library-{newest + 1:06}.db"
    unfinished = target.with_suffix(".part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as copy:
            connection.backup(copy)
        unfinished.replace(target)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    for old in present[KEPT - 1 :]:
        with suppress(OSError):
            old.unlink()
    return target


def scrub(connection: sqlite3.Connection, path: Path | None, remove: Callable[[sqlite3.Connection], object]) -> None:
    """Remove something from the library and from every copy of it; a copy that cannot be changed is deleted."""
    _remove(connection, remove)
    for copy in _copies(path) if path else ():
        try:
            with closing(sqlite3.connect(copy, isolation_level=None)) as twin:
                twin.execute("PRAGMA foreign_keys = ON")
                _remove(twin, remove)
        except sqlite3.Error:
            copy.unlink()


def _copies(path: Path) -> Iterator[Path]:
    yield from backups(path)
    yield from path.parent.glob(f"{path.stem}.replaced-*{path.suffix}")
    yield from backup_folder(path).glob("*.part")


def _remove(connection: sqlite3.Connection, remove: Callable[[sqlite3.Connection], object]) -> None:
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("BEGIN IMMEDIATE")
    try:
        remove(connection)
        connection.execute("INSERT INTO words(words) VALUES ('optimize')")  # merges the index, without the words that went
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("VACUUM")


def _refuse_others(connection: sqlite3.Connection) -> None:
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if tables and mark != APPLICATION_ID:
        raise StoreError(said("it is a database of something else"))
    if version_of(connection) > LATEST:
        raise StoreError(said("it was made by a newer SourceTint"))


def _mend(path: Path) -> tuple[str, ...]:
    """Replace a damaged library with its newest sound backup. Raises sqlite3.Error when it is locked."""
    if path.stat().st_size > _CHECKED_EACH_TIME and not _suspicion(path).exists():
        return ()
    sound = _is_sound(path)
    _suspicion(path).unlink(missing_ok=True)
    if sound:
        return ()
    aside = _free(path)
    path.replace(aside)
    for suffix in ("-journal", "-wal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    for copy in backups(path):
        if _is_sound(copy):
            with closing(sqlite3.connect(copy)) as source, closing(sqlite3.connect(path)) as target:
                source.backup(target)
            return (
                said(
                    "The library was damaged. The backup {backup} was put in its place; the damaged file is kept as {name}.",
                    backup=copy.name,
                    name=aside.name,
                ),
            )
    return (
        said("The library was damaged and has no sound backup: a new one was made. The damaged file is kept as {name}.", name=aside.name),
    )


def _free(path: Path) -> Path:
    taken = (path.with_name(f"{path.stem}.replaced-{number}{path.suffix}") for number in range(1, 1_000_000))
    return next(each for each in taken if not each.exists())


def _is_sound(path: Path) -> bool:
    with closing(sqlite3.connect(path, timeout=5.0)) as connection:
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        except sqlite3.DatabaseError as error:
            if _is_damage(error):
                return False
            raise


def _is_damage(error: sqlite3.Error) -> bool:
    return str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB"))


def _suspicion(path: Path) -> Path:
    return path.with_name(path.name + ".suspect")
