"""Migrate a database of any earlier version to the latest, in one transaction."""

from collections.abc import Callable, Iterable

from sqlite_utils import Database

from credibility.table.schema.criteria import eleventh_version, twelfth_version
from credibility.table.schema.mendings import fifth_version, sixth_version
from credibility.table.schema.recording import eighth_version, fourth_version, recording_triggers
from credibility.table.schema.standing import seventh_version, tenth_version
from credibility.table.schema.tables import APPLICATION_ID, RECORDED, first_version, second_version, third_version
from credibility.table.schema.tags import ninth_version

_STEPS: tuple[Callable[[], Iterable[str]], ...] = (
    first_version,
    second_version,
    third_version,
    fourth_version,
    fifth_version,
    sixth_version,
    seventh_version,
    eighth_version,
    ninth_version,
    tenth_version,
    eleventh_version,
    twelfth_version,
)
LATEST = len(_STEPS)


def version_of(database: Database) -> int:
    """The schema version stored in the file; 0 for a new file."""
    return int(database.execute("PRAGMA user_version").fetchone()[0])


def migrate(database: Database, before: Callable[[], object], latest: int = LATEST) -> None:
    """Run the missing steps, all or none; `before` is called before the first, to back up the table as it was.

    Raises sqlite3.Error, and then the table is as it was.
    """
    if version_of(database) >= latest:
        return
    before()
    database.execute("BEGIN IMMEDIATE")
    try:
        version = version_of(database)  # another process may have been faster
        if version < latest:
            _run_steps(database, version, latest)
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise


def _run_steps(database: Database, version: int, latest: int) -> None:
    _drop_recording(database)
    for step in _STEPS[version:latest]:
        for statement in step():
            database.execute(statement)
    _record(database, latest)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {latest}")


def _drop_recording(database: Database) -> None:
    """Drop the recording triggers. They name every column, so they are created again after the last step."""
    names = [
        row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'record\\_%' ESCAPE '\\'")
    ]
    for name in names:
        database.execute(f"DROP TRIGGER {name}")


def _record(database: Database, version: int) -> None:
    present = {row[0] for row in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    tables = {table: keys for table, keys in RECORDED.items() if table in present}
    columns = {table: [row[1] for row in database.execute(f"PRAGMA table_info({table})")] for table in tables}
    for trigger in recording_triggers(columns, tables, version=version):
        database.execute(trigger)
