"""Facts stored in a table: its id, what was delivered and backed up, and, in a copy, which file it was made from."""

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
    """A fact by name; None when there is none."""
    row = execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_fact(execute: Execute, name: str, value: object) -> None:
    """Store a fact, replacing an earlier value."""
    execute("INSERT INTO fact VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (name, str(value)))


def facts_of(path: Path) -> Mapping[str, str]:
    """The facts in a database file; empty when it cannot be read."""
    try:
        connection = sqlite3.connect(looking(path), uri=True, timeout=1)
        try:
            return {str(name): str(value) for name, value in connection.execute("SELECT name, value FROM fact")}
        finally:
            connection.close()
    except sqlite3.Error:
        return {}


def looking(path: Path) -> str:
    """The URI that opens a database read-only and creates no files beside it, unless another program is writing to it."""
    beside = any(path.with_name(path.name + suffix).exists() for suffix in ("-wal", "-journal"))
    return f"{path.resolve().as_uri()}?mode=ro{'' if beside else '&immutable=1'}"


def revision_of(execute: Execute) -> int:
    """How many changes were ever made to the user's rows, by any program; a backup records it to know whether it is current."""
    return int(execute("SELECT sum(number) FROM revision").fetchone()[0])
