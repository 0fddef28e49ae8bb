"""Triggers in plain SQL that record every change of the user's rows, whichever program makes it.

Each increments a counter (``revision``), by which a window, a backup or a snapshot knows whether it is still up to date, and
stores the row before and after: in the change set being recorded, or in a separate one when another program edits the file.
``recording`` says which: the change set's number while one is recorded, 0 while recording is off, NULL when another program writes.
"""

from collections.abc import Iterable, Mapping

from credibility.table.schema.tables import RECORDED

OTHERS = "another program"
_OWNERS = {"outlet": "slug", "rater": "NULL", "profile": "NULL", "mending": "NULL", "criterion": "NULL", "band": "NULL"}
# Counted apart: changes to these tables do not make the snapshot of outlets and ratings out of date.
_READERS = ("correction", "mending", "profile", "choice", "criterion", "answer", "band")
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"
_INTO = "INSERT INTO change(change_set, subject, key, outlet, before, after)"
_CURRENT = "(SELECT change_set FROM recording)"


def recording_triggers(
    columns: Mapping[str, Iterable[str]], tables: Mapping[str, tuple[str, ...]] = RECORDED, *, version: int = 10
) -> Iterable[str]:
    """The triggers of the recorded tables as a version of the schema has them: the counter came with 4, ``replaced`` with 8.

    Since version 10, there is one for this program, which runs for each of 40,000 rows of an import, and one for all others.
    """
    for table, keys in tables.items():
        for event in ("INSERT", "UPDATE", "DELETE"):
            if version < 4:
                yield _uncounted(event, table, keys, columns[table])
            else:
                yield _own(event, table, keys, columns[table])
                yield _others(event, table, keys, columns[table], keeps_replaced=version >= 8)
        if version >= 8:
            yield from _keeping_replaced(table, keys, columns[table])
    if version >= 4:
        for event in ("INSERT", "UPDATE", "DELETE"):
            yield f"CREATE TRIGGER record_{event.lower()}_choice AFTER {event} ON choice BEGIN {_count('choice')}; END;"


def _uncounted(event: str, table: str, keys: tuple[str, ...], columns: Iterable[str]) -> str:
    kept = _kept(event, table, keys, columns, _CURRENT)
    return f"CREATE TRIGGER record_{event.lower()}_{table} AFTER {event} ON {table} WHEN {_CURRENT} IS NOT NULL BEGIN {kept}; END;"


def _own(event: str, table: str, keys: tuple[str, ...], columns: Iterable[str]) -> str:
    """For edits of this program: count, and record in the change set under way, if one is. It inserts no BLOB, so need not look for one."""
    kept = _kept(event, table, keys, columns, "change_set")
    if event == "INSERT":
        plain = ", ".join(f"'{name}', NEW.{name}" for name in columns)
        key = ", ".join(f"NEW.{name}" for name in keys)
        values = f"change_set, '{table}', json_array({key}), {_owner('NEW', table)}, NULL, json_object({plain})"
        kept = f"{_INTO} SELECT {values}"
    return f"""CREATE TRIGGER record_{event.lower()}_{table} AFTER {event} ON {table} WHEN {_CURRENT} IS NOT NULL BEGIN
  {_count(table)};
  {kept} FROM recording WHERE change_set <> 0;
END;"""


def _others(event: str, table: str, keys: tuple[str, ...], columns: Iterable[str], *, keeps_replaced: bool) -> str:
    """For edits of other programs: count, and record in the change set of this minute, with what was replaced."""
    number = "(SELECT max(id) FROM change_set)"
    found = f"FROM replaced WHERE subject = '{table}' AND key = {_keys('NEW', keys)}"
    before = f"(SELECT before {found})" if keeps_replaced and event == "INSERT" else None
    moved = ""
    if (
        keeps_replaced and event == "UPDATE"
    ):  # only one that moves a row replaces another; INSERT … DO UPDATE leaves the row it meets here too
        cells = "subject, key, outlet, before"
        moved = f"\n  INSERT INTO change(change_set, {cells}) SELECT {number}, {cells} {found} AND ({_moved(keys)});"
    return f"""CREATE TRIGGER record_other_{event.lower()}_{table} AFTER {event} ON {table} WHEN {_CURRENT} IS NULL BEGIN
  {_count(table)};
  INSERT INTO change_set(actor, summary, state) SELECT '{OTHERS}', 'Edits in another program', 'kept'
    WHERE NOT EXISTS (SELECT 1 FROM change_set WHERE id = (SELECT max(id) FROM change_set)
      AND actor = '{OTHERS}' AND substr(at, 1, 16) = substr({_NOW}, 1, 16));{moved}
  {_kept(event, table, keys, columns, number, before)};
END;"""


def _keeping_replaced(table: str, keys: tuple[str, ...], columns: Iterable[str]) -> Iterable[str]:
    """Triggers that keep the row which REPLACE is about to delete: SQLite deletes it without a trigger, unless told otherwise.

    Only for other programs: this one never replaces rows. The row stays until the next statement of another program drops it.
    """
    same = " AND ".join(f"present.{key} IS NEW.{key}" for key in keys)
    for event, when in (("INSERT", ""), ("UPDATE", f" AND ({_moved(keys)})")):
        yield f"""CREATE TRIGGER record_replaced_by_{event.lower()}_{table} BEFORE {event} ON {table} WHEN {_CURRENT} IS NULL{when} BEGIN
  DELETE FROM replaced WHERE subject = '{table}';
  INSERT INTO replaced(subject, key, outlet, before)
    SELECT '{table}', {_keys("NEW", keys)}, {_owner("present", table)}, {_as_json("present", columns)}
    FROM {table} AS present WHERE {same};
END;"""


def _kept(event: str, table: str, keys: tuple[str, ...], columns: Iterable[str], number: str, replaced: str | None = None) -> str:
    row = "OLD" if event == "DELETE" else "NEW"
    values = ", ".join((
        number,
        f"'{table}'",
        _keys(row, keys),
        _owner(row, table),
        (replaced or "NULL") if event == "INSERT" else _as_json("OLD", columns),
        "NULL" if event == "DELETE" else _as_json("NEW", columns),
    ))  # fmt: skip
    return f"{_INTO} SELECT {values}"


def _keys(row: str, keys: Iterable[str]) -> str:
    return f"json_array({', '.join(_value(row, name) for name in keys)})"


def _moved(keys: Iterable[str]) -> str:
    return " OR ".join(f"OLD.{key} IS NOT NEW.{key}" for key in keys)


def _owner(row: str, table: str) -> str:
    owner = _OWNERS.get(table, "outlet")
    return "NULL" if owner == "NULL" else f"{row}.{owner}"


def eighth_version() -> tuple[str, ...]:
    """The statements of schema version 8: where another program's REPLACE leaves the row that it deletes until it is recorded."""
    return (
        """CREATE TABLE replaced(
  subject TEXT NOT NULL,
  key TEXT NOT NULL,
  outlet TEXT,
  before TEXT NOT NULL,
  PRIMARY KEY(subject, key)
) WITHOUT ROWID""",
    )


def fourth_version() -> tuple[str, ...]:
    """The statements of schema version 4: the change counter, the table's id, choices for single files, articles in order of visit."""
    return (
        "CREATE TABLE revision(subject TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL) WITHOUT ROWID",
        "INSERT INTO revision VALUES ('table', 0), ('reader', 0)",
        "INSERT INTO fact VALUES ('id', lower(hex(randomblob(16)))) ON CONFLICT(name) DO NOTHING",
        # Until this version, the last backup recorded the number of the last change instead of the counter.
        """INSERT INTO fact SELECT 'backed_up',
  CASE WHEN coalesce((SELECT value FROM fact WHERE name = 'backed_up'), '0') = coalesce((SELECT max(id) FROM change), 0) || ''
    THEN '0' ELSE 'never' END
WHERE true ON CONFLICT(name) DO UPDATE SET value = excluded.value""",
        """CREATE TABLE choice(
  file TEXT NOT NULL CHECK(file <> ''),
  part TEXT NOT NULL DEFAULT '',
  added TEXT NOT NULL DEFAULT '[]',
  dropped TEXT NOT NULL DEFAULT '[]',
  PRIMARY KEY(file, part)
) WITHOUT ROWID""",
        "CREATE TABLE last_part(file TEXT PRIMARY KEY NOT NULL CHECK(file <> ''), part TEXT NOT NULL) WITHOUT ROWID",
        # Articles used to be ordered by time, so that a clock once set ahead made the table forget every later one.
        "ALTER TABLE article ADD COLUMN visit INTEGER NOT NULL DEFAULT 0",
        "UPDATE article SET visit = (SELECT count(*) FROM article AS other WHERE other.opened_at <= article.opened_at)",
        "DROP INDEX article_by_time",
        "CREATE INDEX article_by_visit ON article(visit)",
    )


def _count(table: str) -> str:
    return f"UPDATE revision SET number = number + 1 WHERE subject = '{'reader' if table in _READERS else 'table'}'"


def _as_json(row: str, names: Iterable[str]) -> str:
    return "json_object(" + ", ".join(f"'{name}', {_value(row, name)}" for name in names) + ")"


def _value(row: str, name: str) -> str:
    """A column as JSON input. JSON has no BLOB, and another program may have written one: editing such a row must not fail."""
    return f"CASE typeof({row}.{name}) WHEN 'blob' THEN quote({row}.{name}) ELSE {row}.{name} END"
