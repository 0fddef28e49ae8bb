"""Tables of somebody else's SQLite file, read as JSON, so that a rating list in a database is read as any other list."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from credibility.model import RatingError

_HEADER = b"SQLite format 3\x00"


def is_database(data: bytes) -> bool:
    """Whether a file's first bytes are those of a SQLite database."""
    return data.startswith(_HEADER)


def table_names(path: Path) -> tuple[str, ...]:
    """The tables and views that have rows, in the order they were made. Raises RatingError when the file cannot be read."""
    with _opened(path) as connection:
        kept = connection.execute(
            "SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid"
        )
        names = [str(row[0]) for row in kept]
        return tuple(name for name in names if connection.execute(f"SELECT 1 FROM {_quoted(name)} LIMIT 1").fetchone())


def table_text(path: Path, table: str) -> str:
    """The rows of one table as a JSON array, one object a line, keys in the order of its columns.

    Raises RatingError when there is no such table.
    """
    if table not in table_names(path):
        raise RatingError(f"{path.name} has no table “{table}” with rows.", "Choose one of its tables.")
    with _opened(path) as connection:
        cursor = connection.execute(f"SELECT * FROM {_quoted(table)}")
        columns = [str(described[0]) for described in cursor.description]
        lines = [json.dumps(dict(zip(columns, map(_plain, row), strict=True)), ensure_ascii=False) for row in cursor]
    return "[" + ",\n".join(lines) + "]"


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """A read-only connection; it neither locks nor creates files unless another program is writing to the database just now."""
    is_busy = path.with_name(path.name + "-wal").exists()
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro{'' if is_busy else '&immutable=1'}", uri=True)
        try:
            connection.execute("PRAGMA trusted_schema = OFF")
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise RatingError(f"{path.name} cannot be read as a database: {error}.", "Check the file in the program that made it.") from error


def _plain(value: object) -> object:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
