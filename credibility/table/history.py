"""Change sets: what one user action changed, before and after, and how it is taken back and done again."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from sqlite_utils import Database

from credibility.model import Change, ChangeSet, RatingError, Step
from credibility.table.cells import lenient
from credibility.table.rows import insert
from credibility.table.schema.tables import RECORDED

CHANGES_SHOWN = 200  # of one change set in the history: an import may hold ten thousand


@contextmanager
def recorded(database: Database, actor: str, summary: str, *, undoable: bool = True) -> Iterator[int]:
    """Record what is changed inside, as one change set; nothing changed leaves none. Must run inside a write transaction.

    A new undoable change set ends the chance to redo what was undone before.
    """
    state = "done" if undoable else "kept"
    number = int(database.execute("INSERT INTO change_set(actor, summary, state) VALUES (?, ?, ?)", (actor, summary, state)).lastrowid or 0)
    database.execute("UPDATE recording SET change_set = ?", (number,))
    yield number
    database.execute("UPDATE recording SET change_set = NULL")
    if not database.execute("SELECT 1 FROM change WHERE change_set = ? LIMIT 1", (number,)).fetchone():
        database.execute("DELETE FROM change_set WHERE id = ?", (number,))
    elif undoable:
        database.execute("UPDATE change_set SET state = 'dropped' WHERE state = 'undone'")


@contextmanager
def unrecorded(database: Database) -> Iterator[None]:
    """Change rows without keeping what they were, such as when a change set is taken back. Must run inside a write transaction."""
    database.execute("UPDATE recording SET change_set = 0")
    yield
    database.execute("UPDATE recording SET change_set = NULL")


@dataclass(slots=True)
class Mine:
    """Which change sets undo and redo are for in this session: its own and those from before it, not what other processes do meanwhile."""

    last: int
    done: set[int]
    undone: set[int]

    @classmethod
    def before(cls, database: Database) -> Self:
        """Nothing done yet."""
        last = lenient.whole(database.execute("SELECT max(id) FROM change_set").fetchone()[0])
        undone = {row[0] for row in database.execute("SELECT id FROM change_set WHERE state = 'undone'")}
        return cls(last, set(), undone)

    def did(self, number: int) -> None:
        """Remember a change set made here."""
        self.done.add(number)

    def stepped(self, number: int, back: bool) -> None:
        """Remember a change set that was taken back here, or done again."""
        (self.undone.add if back else self.undone.discard)(number)
        (self.done.discard if back else self.done.add)(number)

    def next_step(self, database: Database, back: bool) -> Step | None:
        """The newest that can be taken back, or the first that can be done again."""
        state, order = ("done", "DESC") if back else ("undone", "ASC")
        rows = database.execute(f"SELECT id, summary FROM change_set WHERE state = ? ORDER BY id {order}", (state,))
        return next((Step(number, lenient.words(summary)) for number, summary in rows if self._is_for(number, back)), None)

    def _is_for(self, number: int, back: bool) -> bool:
        return number in self.done or number <= self.last if back else number in self.undone


def can_step(database: Database, number: int, back: bool) -> bool:
    """Whether a change set can still be taken back, or done again."""
    state = "done" if back else "undone"
    return database.execute("SELECT 1 FROM change_set WHERE id = ? AND state = ?", (number, state)).fetchone() is not None


def touched(database: Database, number: int) -> tuple[set[str], bool]:
    """The outlets a change set touched, and whether it touched raters, which affect every outlet."""
    rows = list(database.execute("SELECT DISTINCT outlet, subject FROM change WHERE change_set = ?", (number,)))
    return {outlet for outlet, subject in rows if outlet and subject != "correction"}, any(subject == "rater" for _, subject in rows)


def take_back(database: Database, number: int) -> None:
    """Undo a change set. Raises RatingError when one of its rows has another content by now; the caller rolls back."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for change in reversed(_changes(database, number)):
        _swap(database, change, change["after"], change["before"])
    database.execute("UPDATE change_set SET state = 'undone' WHERE id = ?", (number,))


def do_again(database: Database, number: int) -> None:
    """Redo a change set that was taken back."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for change in _changes(database, number):
        _swap(database, change, change["before"], change["after"])
    database.execute("UPDATE change_set SET state = 'done' WHERE id = ?", (number,))


def roll_back(database: Database, slug: str, since: int) -> None:
    """Give one outlet's rows the content they had before change set `since`. Raises RatingError when one was changed by other means.

    Runs inside a recorded write transaction, so that it is one more step of the history and can itself be undone.
    """
    database.execute("PRAGMA defer_foreign_keys = ON")
    numbers = database.execute(
        "SELECT DISTINCT change_set FROM change JOIN change_set ON change_set.id = change_set "
        "WHERE outlet = ? AND change_set >= ? AND subject <> 'correction' AND state IN ('done', 'kept') ORDER BY change_set DESC",
        (slug, since),
    ).fetchall()
    for (number,) in numbers:
        for change in reversed(_changes(database, number, slug)):
            _swap(database, change, change["after"], change["before"])


def read_history(database: Database, slug: str | None, limit: int) -> tuple[ChangeSet, ...]:
    """Change sets newest first, those that touched an outlet or all; each with its first changes (of that outlet)."""
    where = "WHERE id IN (SELECT change_set FROM change WHERE outlet = ?)" if slug else ""
    wanted: list[object] = [slug] if slug else []
    rows = database.execute(
        f"SELECT id, at, actor, summary, state FROM change_set {where} ORDER BY id DESC LIMIT ?", [*wanted, limit]
    ).fetchall()
    return tuple(
        ChangeSet(number, lenient.moment(at), actor, summary, state in ("undone", "dropped"), _shown(database, number, slug))
        for number, at, actor, summary, state in rows
    )


def summary_of(database: Database, slug: str, number: int) -> str | None:
    """The summary of a change set that touched an outlet; None when it did not, or there is none."""
    row = database.execute(
        "SELECT summary FROM change_set WHERE id = ? AND id IN (SELECT change_set FROM change WHERE outlet = ?)", (number, slug)
    ).fetchone()
    return str(row[0]) if row else None


def _changes(database: Database, number: int, slug: str | None = None) -> list[dict[str, Any]]:
    condition, wanted = ("AND outlet = ? AND subject <> 'correction'", [slug]) if slug else ("", [])
    rows = database.execute(f"SELECT subject, before, after FROM change WHERE change_set = ? {condition} ORDER BY id", [number, *wanted])
    return [{"subject": subject, "before": lenient.structure(before), "after": lenient.structure(after)} for subject, before, after in rows]


def _swap(database: Database, change: dict[str, Any], present: dict[str, Any] | None, wanted: dict[str, Any] | None) -> None:
    """Put `wanted` where `present` is now."""
    table = change["subject"]
    keys = RECORDED[table]
    if present is None:
        if wanted is not None:
            _expect_absent(database, table, keys, wanted)
            insert(database, table, wanted)
        return
    where = " AND ".join(f"{key} = ?" for key in keys)
    identity = [present[key] for key in keys]
    same = " AND ".join(f"{column} IS ?" for column in present)
    if not database.execute(f"SELECT 1 FROM {table} WHERE {where} AND {same}", [*identity, *present.values()]).fetchone():
        raise _overtaken(table, identity)
    if wanted is None:
        database.execute(f"DELETE FROM {table} WHERE {where}", identity)
    else:
        database.execute(
            f"UPDATE {table} SET {', '.join(f'{column} = ?' for column in wanted)} WHERE {where}", [*wanted.values(), *identity]
        )


def _expect_absent(database: Database, table: str, keys: tuple[str, ...], wanted: dict[str, Any]) -> None:
    identity = [wanted[key] for key in keys]
    if database.execute(f"SELECT 1 FROM {table} WHERE {' AND '.join(f'{key} = ?' for key in keys)}", identity).fetchone():
        raise _overtaken(table, identity)


def _overtaken(table: str, identity: list[Any]) -> RatingError:
    what = " · ".join(str(part) for part in identity if part)
    return RatingError(f"The {table} {what} has since been changed elsewhere.", "Change it by hand; the history shows what it was.")


def _shown(database: Database, number: int, slug: str | None) -> tuple[Change, ...]:
    condition, wanted = ("AND outlet = ?", [slug]) if slug else ("", [])
    rows = database.execute(
        f"SELECT subject, key, before, after FROM change WHERE change_set = ? {condition} ORDER BY id LIMIT ?",
        [number, *wanted, CHANGES_SHOWN],
    )
    return tuple(Change(subject, _key(key), _as_text(before), _as_text(after)) for subject, key, before, after in rows)


def _as_text(row: str | None) -> dict[str, str | None] | None:
    if row is None:
        return None
    return {column: None if value is None else str(value) for column, value in (lenient.structure(row) or {}).items()}


def _key(text: object) -> str:
    parts = lenient.structure(text)
    return " · ".join(map(str, parts)) if isinstance(parts, list) else lenient.words(text)
