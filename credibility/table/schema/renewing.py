"""Renew the ratings in force now, when the table was last filled on another day."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlite_utils import Database

from credibility.table.file.errors import is_kind
from credibility.table.schema.standing import IS_OF_ANOTHER_DAY, renewal, rows_in_force


@contextmanager
def filled_once(database: Database, raters: Iterable[str]) -> Iterator[None]:
    """Fill ``standing`` once after many ratings of these raters are written, instead of at each. Must run inside a write transaction."""
    database.execute("UPDATE standing_day SET day = ''")
    yield
    marks = [*raters]
    rated = f"outlet IN (SELECT outlet FROM rating WHERE rater IN ({', '.join('?' * len(marks))}))"
    database.execute(f"DELETE FROM standing WHERE {rated}", marks)
    database.execute(rows_in_force(rated), marks)
    for statement in renewal():
        database.execute(statement)


def renew_standing(database: Database) -> None:
    """Fill ``standing`` again for outlets with dated ratings if the day has changed. A table locked by another program waits."""
    if not (row := database.execute(IS_OF_ANOTHER_DAY).fetchone()) or not row[0]:
        return
    try:
        database.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if is_kind(error, ("SQLITE_BUSY", "SQLITE_LOCKED")):
            return
        raise
    try:
        for statement in renewal():
            database.execute(statement)
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise
