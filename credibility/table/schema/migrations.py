"""Migrate a database of any earlier version to the latest, one version per transaction."""

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
    """Run the missing steps; `before` is called before the first, to back up the table as it was: no one has edited what is between.

    Raises sqlite3.Error; the failed step is rolled back, those before it stay.
    """
    if version_of(database) < latest:
        before()
    while version_of(database) < latest:
        database.execute("BEGIN IMMEDIATE")
        try:
            version = version_of(database)
            if version < latest:
                _one_step(database, version)
            database.execute("COMMIT")
        except BaseException:
            database.execute("ROLLBACK")
            raise


def _one_step(database: Database, version: int) -> None:
    _drop_recording(database)
    for statement in _STEPS[version]():
        database.execute(statement)
    _record(database, version + 1)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {version + 1}")


def _drop_recording(database: Database) -> None:
    """Drop the recording triggers. They name every column, so they are created again after each step."""
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
