"""Check the table's file without opening it as the table, so that no window has to be closed."""

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from credibility.floor.language import said
from credibility.model import StoreError
from credibility.table.cells.odd import odd_cells
from credibility.table.file.errors import DAMAGED, Doing, is_kind, named_errors
from credibility.table.file.facts import looking
from credibility.table.schema.migrations import LATEST
from credibility.table.schema.tables import APPLICATION_ID


@dataclass(frozen=True, slots=True)
class FileCheck:
    """The result of a check: problems as sentences, schema version, number of rows in the main tables, number of odd cells."""

    problems: tuple[str, ...]
    version: int = 0
    rows: tuple[tuple[str, int], ...] = ()
    odd: int = 0


_COUNTED = ("outlet", "name", "locator", "rater", "rating", "correction", "change_set", "list_import", "article")


def check_file(path: Path) -> FileCheck:
    """Check the file as it is, without migrating or restoring it. Raises StoreError when it is missing or locked."""
    if not path.is_file():
        raise StoreError(said("There is no ratings table at {path}.", path=path), said("Any other command makes one."))
    with named_errors(path, Doing.READING):
        connection = sqlite3.connect(looking(path), uri=True, timeout=5)
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        try:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return FileCheck((said("it is not a ratings table of SourceTint"),))
            return _check(connection)
        except sqlite3.DatabaseError as error:
            if is_kind(error, DAMAGED):
                return FileCheck((said("it is damaged: {problem}", problem=str(error)),))
            raise
        finally:
            connection.close()


def _check(connection: sqlite3.Connection) -> FileCheck:
    problems = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(20)") if row[0] != "ok"]
    problems += [
        said("a row of “{table}” refers to no row of “{parent}”", table=table, parent=parent)
        for table, _, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > LATEST:
        problems.append(said("it was made by a newer SourceTint (version {version} of the table)", version=version))
    present = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    rows = tuple((table, int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])) for table in _COUNTED if table in present)
    return FileCheck(tuple(problems), version, rows, len(odd_cells(connection.execute)))
