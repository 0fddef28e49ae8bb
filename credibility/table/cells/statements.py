"""Write rows: insert them, change them where they differ, delete them. Every statement shows in the history as what it is."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

Row = Mapping[str, Any]


def insert(database: Database, table: str, row: Row) -> None:
    """Insert one row."""
    columns = ", ".join(row)
    database.execute(f"INSERT INTO {table}({columns}) VALUES ({', '.join('?' * len(row))})", list(row.values()))


def upsert(database: Database, table: str, row: Row, keys: Iterable[str]) -> None:
    """Insert one row, or change it where it differs.

    Uses ON CONFLICT because the library's own upsert may delete and insert, which would show in the history.
    """
    database.execute(_upsert_sql(table, row, tuple(keys)), list(row.values()))


def insert_all(database: Database, table: str, rows: Sequence[Row]) -> None:
    """Insert rows that have the same columns."""
    if rows:
        columns = ", ".join(rows[0])
        marks = ", ".join("?" * len(rows[0]))
        database.conn.executemany(f"INSERT INTO {table}({columns}) VALUES ({marks})", [tuple(row.values()) for row in rows])


def upsert_all(database: Database, table: str, rows: Sequence[Row], keys: Iterable[str]) -> None:
    """Insert rows that have the same columns, or change them where they differ."""
    if rows:
        database.conn.executemany(_upsert_sql(table, rows[0], tuple(keys)), [tuple(row.values()) for row in rows])


def delete(database: Database, table: str, row: Row, keys: Iterable[str]) -> None:
    """Delete the row with this key."""
    keys = tuple(keys)
    database.execute(f"DELETE FROM {table} WHERE " + " AND ".join(f"{key} = ?" for key in keys), [row[key] for key in keys])


def _upsert_sql(table: str, columns: Iterable[str], keys: tuple[str, ...]) -> str:
    columns = tuple(columns)
    rest = [column for column in columns if column not in keys]
    changes = ", ".join(f"{column} = excluded.{column}" for column in rest)
    differs = " OR ".join(f"{table}.{column} IS NOT excluded.{column}" for column in rest)
    action = f"DO UPDATE SET {changes} WHERE {differs}" if rest else "DO NOTHING"
    marks = ", ".join("?" * len(columns))
    return f"INSERT INTO {table}({', '.join(columns)}) VALUES ({marks}) ON CONFLICT({', '.join(keys)}) {action}"
