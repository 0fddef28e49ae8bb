"""Errors from SQLite and the system as StoreErrors that say what failed and what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from credibility.floor.language import said
from credibility.model import StoreError

LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")
READ_ONLY = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")
FULL = ("SQLITE_FULL", "SQLITE_IOERR")
DAMAGED = ("SQLITE_CORRUPT", "SQLITE_NOTADB")
_NOT_WRITABLE = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT)


class Doing(Enum):
    """What was being done when it failed; the values are shown to the user."""

    OPENING = said("The ratings table could not be opened.")
    READING = said("The ratings table could not be read.")
    CHANGING = said("The change was not saved.")
    BACKING_UP = said("No backup was made; the table itself is saved.")
    RESTORING = said("Nothing was restored; the table is as it was.")


class NotWritableError(StoreError):
    """The file or its folder cannot be written: read-only, or the disk is full. It may still be read."""


@contextmanager
def named_errors(path: Path, doing: Doing) -> Iterator[None]:
    """Turn SQLite's and the system's errors into StoreErrors with advice."""
    try:
        yield
    except sqlite3.Error as error:
        raise _named(error, path, doing) from error
    except OSError as error:
        kind = NotWritableError if error.errno in _NOT_WRITABLE else StoreError
        words = said("{failure} {folder}: {problem}.", failure=doing.value, folder=path.parent, problem=error.strerror)
        raise kind(words, said("Make room there, or choose a folder you may write to.")) from error


def is_kind(error: sqlite3.Error, names: tuple[str, ...]) -> bool:
    """Whether an error has one of SQLite's names (or an extended form of it)."""
    return str(getattr(error, "sqlite_errorname", "")).startswith(names)


def suspicion(path: Path) -> Path:
    """The marker file beside a table that SQLite reported as damaged: it has the table checked at the next start."""
    return path.with_name(path.name + ".suspect")


def _named(error: sqlite3.Error, path: Path, doing: Doing) -> StoreError:
    failure = doing.value
    if is_kind(error, LOCKED):
        words = said("{failure} {name} is in use by another program.", failure=failure, name=path.name)
        return StoreError(words, said("Close it there, or try again in a moment."))
    if is_kind(error, READ_ONLY):
        words = said("{failure} {name} or its folder cannot be written: {folder}.", failure=failure, name=path.name, folder=path.parent)
        return NotWritableError(words, said("Choose a folder you may write to."))
    if is_kind(error, FULL):
        return NotWritableError(said("{failure} The disk is full or fails.", failure=failure), said("Make room on the disk and try again."))
    if is_kind(error, DAMAGED):
        with suppress(OSError):  # the marker only brings the next check forward; the error is reported either way
            suspicion(path).touch()
        words = said("{failure} {name} is damaged.", failure=failure, name=path.name)
        return StoreError(words, said("Start SourceTint again: it restores the newest sound backup."))
    words = said("{failure} SQLite says: {problem}.", failure=failure, problem=str(error))
    return StoreError(words, said("Try again; if it happens again, report it."))
