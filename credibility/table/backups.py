"""The table's file looked after from outside: checked, restored from a backup, while no window has it open."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from credibility.model import StoreError
from credibility.table.file import backups, is_sound, named_errors, restore_from
from credibility.table.schema.migrations import LATEST
from credibility.table.schema.tables import APPLICATION_ID


@dataclass(frozen=True, slots=True)
class FileCheck:
    """What SQLite says of the file: problems in sentences, its version, how many rows its main tables have."""

    problems: tuple[str, ...]
    version: int
    rows: tuple[tuple[str, int], ...]


_COUNTED = ("outlet", "name", "locator", "rater", "rating", "correction", "change_set", "list_import", "article")


def check_file(path: Path) -> FileCheck:
    """Check the file as it is, without bringing it up to date or restoring it. Raises StoreError when it is missing or locked."""
    if not path.is_file():
        raise StoreError(f"There is no ratings table at {path}.", "Any other command makes one.")
    with named_errors(path):
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=5)
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return FileCheck(("it is no ratings table of SourceTint",), 0, ())
            return _check(connection)
        except sqlite3.DatabaseError as error:
            if str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
                return FileCheck((f"it is damaged: {error}",), 0, ())
            raise
        finally:
            connection.close()


def restore(path: Path, copy: Path | None = None) -> Path:
    """Put a backup (the newest sound one unless told) in the table's place; the file that was there is kept beside it.

    Returns the backup. Raises StoreError when there is none, it is not sound, or a window or another program has the table open.
    """
    with named_errors(path):
        if copy is None:
            copy = next((each for each in backups(path) if is_sound(each)), None)
        if copy is None:
            raise StoreError(f"There is no sound backup of {path.name}.", "Name another file to restore from.")
        if not copy.is_file():
            raise StoreError(f"There is no file {copy}.", "`sourcetint db backup --list` names the backups.")
        if path.exists():
            _refuse_when_open(path)
            restore_from(path, copy)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(copy.read_bytes())
    return copy


def _refuse_when_open(path: Path) -> None:
    """Leaving write-ahead logging needs the file for oneself alone, so SQLite says whether anybody else has it open."""
    connection = sqlite3.connect(path, timeout=1, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        # A damaged file cannot say; it is what a backup is for.
        if str(getattr(error, "sqlite_errorname", "")).startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return
        raise
    finally:
        connection.close()


def _check(connection: sqlite3.Connection) -> FileCheck:
    problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    problems += [
        f"a row of “{table}” points at nothing in “{parent}”" for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > LATEST:
        problems.append(f"it was made by a newer SourceTint (version {version} of the table)")
    present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    rows = tuple((table, int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])) for table in _COUNTED if table in present)
    return FileCheck(tuple(problems), version, rows)
