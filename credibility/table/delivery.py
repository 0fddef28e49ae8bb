"""Deliver the starter table into the database, and newer ones later, without touching the user's changes.

A digest of each delivered row is stored. A row that still matches may be updated or withdrawn; one that differs or is missing
was changed or removed by the user and stays that way.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping

from sqlite_utils import Database

from credibility.floor.language import joined, said
from credibility.outlets.starter import Starter, digest_of
from credibility.table.cells.statements import Row, delete, insert, upsert
from credibility.table.file.facts import BACKED_UP, revision_of, set_fact
from credibility.table.history import recorded, unrecorded
from credibility.table.rows import name_row, outlet_row, rater_row, rating_row
from credibility.table.schema.tables import RECORDED

_FACT = "starter"
# Parents before children. Columns that the user sets without making the row theirs are left out of the digest.
_ORDER = ("rater", "outlet", "name", "locator", "rating")
_COUNTED = {"added": said("{number} added"), "changed": said("{number} changed"), "withdrawn": said("{number} withdrawn")}
_USERS_OWN = {"rater": ("precedence", "enabled"), "outlet": ("origin",)}


def is_delivered(database: Database, starter: Starter | Mapping[str, str]) -> bool:
    """Whether the table already has this starter's rows, so that its documents need not be read."""
    digest = starter.digest if isinstance(starter, Starter) else digest_of(starter)
    return not digest or database.execute("SELECT 1 FROM fact WHERE name = ? AND value = ?", (_FACT, digest)).fetchone() is not None


def deliver(database: Database, starter: Starter) -> str | None:
    """Bring the starter's rows in. Must run inside a write transaction. Returns a notice when an older starter was updated."""
    known = database.execute("SELECT value FROM fact WHERE name = ?", (_FACT,)).fetchone()
    if known is None:
        is_new = revision_of(database.execute) == 0
        with unrecorded(database):
            _first_delivery(database, starter)
        if is_new:  # no user data yet, so nothing to back up
            set_fact(database.execute, BACKED_UP, revision_of(database.execute))
        counts = {"added": 0}
    else:
        with recorded(database, "starter", "Update the starter table", undoable=False):
            counts = _update(database, starter)
    database.execute("INSERT INTO fact VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET value = excluded.value", (_FACT, starter.digest))
    if known is None or not any(counts.values()):
        return None
    told = joined(said(_COUNTED[what], number=count) for what, count in counts.items() if count)
    return said("The starter table was updated ({changes}); your changes were kept.", changes=told)


def _first_delivery(database: Database, starter: Starter) -> None:
    for table, rows in _rows(starter).items():
        present = {tuple(row) for row in database.execute(f"SELECT {', '.join(RECORDED[table])} FROM {table}")}
        for key, row in rows.items():
            if key not in present and _has_home(database, table, row):
                insert(database, table, row)
            _remember(database, table, key, row)


def _update(database: Database, starter: Starter) -> dict[str, int]:
    counts = {"added": 0, "changed": 0, "withdrawn": 0}
    for table, rows in _rows(starter).items():
        before = dict(database.execute("SELECT key, digest FROM delivered WHERE subject = ?", (table,)))
        present = {_key(table, row): row for row in _table(database, table)}
        for key, row in rows.items():
            was, now = before.get(_text(key)), present.get(key)
            if was is None and now is None and _has_home(database, table, row):
                insert(database, table, row)
                counts["added"] += 1
            elif was is not None and now is not None and was == _digest(table, now) != _digest(table, row):
                upsert(database, table, {**row, **{column: now[column] for column in _USERS_OWN.get(table, ())}}, RECORDED[table])
                counts["changed"] += 1
            _remember(database, table, key, row)
    for table in reversed(_ORDER):
        counts["withdrawn"] += _withdraw(database, table, set(map(_text, _rows(starter)[table])))
    return counts


def _withdraw(database: Database, table: str, still: set[str]) -> int:
    """Remove delivered rows missing from the new starter, unless the user changed them or has data that refers to them."""
    gone = 0
    present = {_text(_key(table, row)): row for row in _table(database, table)}
    for key, digest in list(database.execute("SELECT key, digest FROM delivered WHERE subject = ?", (table,))):
        if key in still:
            continue
        row = present.get(key)
        if row is not None and _digest(table, row) == digest and not _is_used(database, table, row):
            delete(database, table, row, RECORDED[table])
            gone += 1
        database.execute("DELETE FROM delivered WHERE subject = ? AND key = ?", (table, key))
    return gone


def _is_used(database: Database, table: str, row: Row) -> bool:
    if table == "outlet":
        question, wanted = (
            "SELECT 1 FROM rating WHERE outlet = ? UNION SELECT 1 FROM correction WHERE outlet = ? LIMIT 1",
            [row["slug"]] * 2,
        )
    elif table == "rater":
        question, wanted = "SELECT 1 FROM rating WHERE rater = ? LIMIT 1", [row["slug"]]
    else:
        return False
    return database.execute(question, wanted).fetchone() is not None


def _has_home(database: Database, table: str, row: Row) -> bool:
    """Whether the row's outlet exists; the user may have removed it, and its names, addresses and ratings with it."""
    if table in ("outlet", "rater"):
        return True
    return database.execute("SELECT 1 FROM outlet WHERE slug = ?", (row["outlet"],)).fetchone() is not None


def _rows(starter: Starter) -> dict[str, dict[tuple[object, ...], Row]]:
    locators = ({"outlet": locator.outlet, "key": locator.key, "kind": locator.kind} for locator in starter.locators)
    return {
        "rater": _keyed("rater", map(rater_row, starter.raters)),
        "outlet": _keyed("outlet", (outlet_row(outlet, "starter") for outlet in starter.outlets)),
        "name": _keyed("name", (name_row(slug, name) for slug, name in starter.names)),
        "locator": _keyed("locator", locators),
        "rating": _keyed("rating", map(rating_row, starter.ratings)),
    }


def _keyed(table: str, rows: Iterable[Row]) -> dict[tuple[object, ...], Row]:
    return {_key(table, row): row for row in rows}


def _key(table: str, row: Row) -> tuple[object, ...]:
    return tuple(row[column] for column in RECORDED[table])


def _text(key: tuple[object, ...]) -> str:
    return json.dumps(key, ensure_ascii=False)


def _digest(table: str, row: Row) -> str:
    content = {column: value for column, value in row.items() if column not in _USERS_OWN.get(table, ())}
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False).encode()).hexdigest()[:16]


def _table(database: Database, table: str) -> list[Mapping[str, object]]:
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    return [dict(zip(columns, row, strict=True)) for row in database.execute(f"SELECT {', '.join(columns)} FROM {table}")]


def _remember(database: Database, table: str, key: tuple[object, ...], row: Row) -> None:
    database.execute(
        "INSERT INTO delivered VALUES (?, ?, ?) ON CONFLICT(subject, key) DO UPDATE SET digest = excluded.digest",
        (table, _text(key), _digest(table, row)),
    )
