"""Read tables of any SQLite file as JSON, so that a rating list in a database is imported like any other list."""

import json
import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from credibility.floor.language import said, said_of
from credibility.model import RatingError

SECONDS_LOOKING = 2.0  # to find out whether a view has rows; a recursive one may run forever
SECONDS_READING = 30.0
MOST_ROWS = 1_000_000
MOST_CHARACTERS = 200_000_000  # of all rows, as JSON
LARGEST_VALUE = 20_000_000  # bytes of one cell, row or statement; a view can make them of any size
_STEPS = 20_000  # of SQLite's virtual machine between two looks at the clock
_HEADER = b"SQLite format 3\x00"
_FROM_ROWS = "type = 'view' OR (type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%')"  # a virtual table runs code instead of holding rows


def is_database(data: bytes) -> bool:
    """Whether a file's first bytes are those of a SQLite database."""
    return data.startswith(_HEADER)


def table_names(path: Path) -> tuple[str, ...]:
    """The tables and views that have rows, in order of creation. Raises RatingError when the file cannot be read.

    Leaves out views that SQLite refuses to read, or that do not yield a row or end within two seconds.
    """
    with _opened(path) as connection:
        kept = connection.execute(
            f"SELECT name FROM sqlite_master WHERE ({_FROM_ROWS}) AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
        )
        names = [str(row[0]) for row in kept]
        until = time.monotonic() + SECONDS_READING
        return tuple(name for name in names if time.monotonic() < until and _has_rows(connection, name))


def _has_rows(connection: sqlite3.Connection, name: str) -> bool:
    try:
        with _hurried(connection, SECONDS_LOOKING):
            return connection.execute(f"SELECT 1 FROM {_quoted(name)} LIMIT 1").fetchone() is not None
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        return False


def table_text(path: Path, table: str) -> str:
    """The rows of one table as a JSON array, one object per line, keys in the order of its columns.

    Raises RatingError when there is no such table, and when reading it takes too long or it has too many rows.
    """
    if table not in table_names(path):
        raise RatingError(said("{name} has no table “{table}” with rows.", name=path.name, table=table), said("Choose one of its tables."))
    with _opened(path) as connection:
        try:
            with _hurried(connection, SECONDS_READING):
                lines = _lines(connection.execute(f"SELECT * FROM {_quoted(table)}"), table)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            words = said("Reading “{table}” of {name} takes longer than {most:.0f} s.", table=table, name=path.name, most=SECONDS_READING)
            raise RatingError(words, said("Copy its rows into a table of their own.")) from error
    return "[" + ",\n".join(lines) + "]"


def _lines(cursor: sqlite3.Cursor, table: str) -> list[str]:
    columns = [str(described[0]) for described in cursor.description]
    lines: list[str] = []
    room = MOST_CHARACTERS
    for row in cursor:
        lines.append(json.dumps(dict(zip(columns, map(_plain, row), strict=True)), ensure_ascii=False))
        room -= len(lines[-1])
        if len(lines) > MOST_ROWS or room < 0:
            words = said_of(
                MOST_ROWS,
                "“{table}” has more than {count} row or too long ones.",
                "“{table}” has more than {count} rows or too long ones.",
                table=table,
            )
            raise RatingError(words, said("Choose a smaller part of it."))
    return lines


@contextmanager
def _hurried(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Interrupt the statements inside when the time is up: a recursive view may run forever, with or without yielding rows."""
    until = time.monotonic() + seconds
    connection.set_progress_handler(lambda: time.monotonic() > until, _STEPS)
    try:
        yield
    finally:
        connection.set_progress_handler(None, 0)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection; it neither locks nor creates files unless another program is writing to the database."""
    is_busy = path.with_name(path.name + "-wal").exists()
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{'' if is_busy else '&immutable=1'}", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_VALUE)
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise RatingError(
            said("{name} cannot be read as a database: {problem}.", name=path.name, problem=str(error)),
            said("Check the file in the program that made it."),
        ) from error


def _plain(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
