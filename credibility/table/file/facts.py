"""What a table knows of itself: its id, what was delivered and backed up; and what a copy of it knows of where it came from."""

import sqlite3
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

Execute = Callable[..., Any]
IDENTITY = "id"
BACKED_UP = "backed_up"
STARTED_BESIDE = "started_beside"
COPY_OF = "copy_of"
COPY_NUMBER = "copy_number"


def fact(execute: Execute, name: str) -> str | None:
    """A fact by name; None when it is not known."""
    row = execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_fact(execute: Execute, name: str, value: object) -> None:
    """Keep a fact."""
    execute("INSERT INTO fact VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (name, str(value)))


def facts_of(path: Path) -> Mapping[str, str]:
    """The facts in a database that nobody has open for us; none when it cannot be read."""
    try:
        connection = sqlite3.connect(looking(path), uri=True, timeout=1)
        try:
            return {str(name): str(value) for name, value in connection.execute("SELECT name, value FROM fact")}
        finally:
            connection.close()
    except sqlite3.Error:
        return {}


def looking(path: Path) -> str:
    """The address that opens a database for reading alone; nothing is created beside it unless somebody is writing to it just now."""
    beside = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
    return f"{path.resolve().as_uri()}?mode=ro{'' if beside else '&immutable=1'}"


def revision_of(execute: Execute) -> int:
    """How many rows of the user's were ever changed, by whatever program; what a backup is up to date with."""
    return int(execute("SELECT sum(number) FROM revision").fetchone()[0])
