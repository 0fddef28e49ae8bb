"""Change sets: the rows one user action changed, before and after, and how it is undone and redone."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.model import Change, ChangeSet, RatingError, Step
from credibility.table.cells import lenient
from credibility.table.cells.statements import insert
from credibility.table.schema.recording import OTHERS
from credibility.table.schema.tables import RECORDED

_SUBJECTS = {
    "outlet": said("outlet"),
    "name": said("name"),
    "locator": said("locator"),
    "tag": said("tag"),
    "rater": said("rater"),
    "rating": said("rating"),
    "correction": said("correction"),
    "mending": said("mending"),
    "profile": said("profile"),
    "criterion": said("criterion"),
    "answer": said("answer"),
    "band": said("band"),
}
"""The recorded tables in words, one row of each."""

CHANGES_SHOWN = 200  # of one change set in the history: an import may hold ten thousand


@contextmanager
def recorded(database: Database, actor: str, summary: str, *, undoable: bool = True) -> Iterator[int]:
    """Record the changes made inside as one change set; without changes there is none. Must run inside a write transaction.

    After a new undoable change set, earlier undone ones can no longer be redone.
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
    """Change rows without recording it, such as while undoing a change set. Must run inside a write transaction."""
    database.execute("UPDATE recording SET change_set = 0")
    yield
    database.execute("UPDATE recording SET change_set = NULL")


@dataclass(slots=True)
class Mine:
    """The change sets that undo and redo act on: those of this session and from before it, not those other processes make meanwhile."""

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
        """Remember a change set that was undone here (`back`), or redone."""
        (self.undone.add if back else self.undone.discard)(number)
        (self.done.discard if back else self.done.add)(number)

    def next_step(self, database: Database, back: bool) -> Step | None:
        """The newest change set that can be undone (`back`), or the first that can be redone."""
        state, order = ("done", "DESC") if back else ("undone", "ASC")
        rows = database.execute(f"SELECT id, summary, at FROM change_set WHERE state = ? ORDER BY id {order}", (state,))
        return next(
            (Step(number, lenient.words(summary), lenient.words(at)) for number, summary, at in rows if self._is_for(number, back)), None
        )

    def _is_for(self, number: int, back: bool) -> bool:
        return number in self.done or number <= self.last if back else number in self.undone


def can_step(database: Database, number: int, back: bool) -> bool:
    """Whether a change set can still be undone (`back`), or redone."""
    state = "done" if back else "undone"
    return database.execute("SELECT 1 FROM change_set WHERE id = ? AND state = ?", (number, state)).fetchone() is not None


def touched(database: Database, number: int) -> tuple[set[str], bool]:
    """The outlets a change set touched, and whether it touched raters, which affect every outlet."""
    rows = list(database.execute("SELECT DISTINCT outlet, subject FROM change WHERE change_set = ?", (number,)))
    return {outlet for outlet, subject in rows if outlet and subject != "correction"}, any(subject == "rater" for _, subject in rows)


def take_back(database: Database, number: int) -> None:
    """Undo a change set. Raises RatingError when one of its rows has changed since; the caller rolls back."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for change in reversed(_changes(database, number)):
        _swap(database, change, change["after"], change["before"])
    database.execute("UPDATE change_set SET state = 'undone' WHERE id = ?", (number,))


def do_again(database: Database, number: int) -> None:
    """Redo a change set that was undone."""
    database.execute("PRAGMA defer_foreign_keys = ON")
    for change in _changes(database, number):
        _swap(database, change, change["before"], change["after"])
    database.execute("UPDATE change_set SET state = 'done' WHERE id = ?", (number,))


def roll_back(database: Database, slug: str, since: int) -> None:
    """Restore one outlet's rows to their state before change set `since`. Raises RatingError when one has been changed elsewhere.

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


def reverse(database: Database, number: int) -> None:
    """Give every row of one change set back what it was before.

    Runs inside a recorded write transaction, like `roll_back`; any change set can be reversed, also another program's. Raises RatingError
    when one of its rows has changed since, and names the change that would be lost.
    """
    database.execute("PRAGMA defer_foreign_keys = ON")
    for change in reversed(_changes(database, number)):
        try:
            _swap(database, change, change["after"], change["before"])
        except RatingError as error:
            raise _lost(database, number, change) or error from None


def _lost(database: Database, number: int, change: dict[str, Any]) -> RatingError | None:
    """That a later change of the same row would be lost; None when none is known."""
    later = database.execute(
        "SELECT change_set.id, summary FROM change JOIN change_set ON change_set.id = change_set "
        "WHERE subject = ? AND key = ? AND change_set > ? AND state IN ('done', 'kept') ORDER BY change_set DESC LIMIT 1",
        (change["subject"], change["key"], number),
    ).fetchone()
    if later is None:
        return None
    words = said(
        "The {subject} {key} was changed later by “{step}” (change {number}), which would be lost.",
        subject=_SUBJECTS[change["subject"]],
        key=_key(change["key"]),
        step=lenient.words(later[1]),
        number=later[0],
    )
    return RatingError(words, said("Undo that change first, or change the row by hand."))


def read_history(database: Database, slug: str | None, limit: int) -> tuple[ChangeSet, ...]:
    """Change sets newest first, all or those that touched an outlet; each with its first changes (to that outlet)."""
    where = "WHERE id IN (SELECT change_set FROM change WHERE outlet = ?)" if slug else ""
    wanted: list[object] = [slug] if slug else []
    rows = database.execute(
        f"SELECT id, at, actor, summary, state FROM change_set {where} ORDER BY id DESC LIMIT ?", [*wanted, limit]
    ).fetchall()
    return tuple(
        ChangeSet(number, lenient.moment(at), actor, summary, state in ("undone", "dropped"), _shown(database, number, slug))
        for number, at, actor, summary, state in rows
    )


def reversible(database: Database, number: int) -> str | None:
    """The summary of a change set that `reverse` can take: one of the reader's or of another program, in force now; None for others."""
    row = database.execute(
        "SELECT summary FROM change_set WHERE id = ? AND (state = 'done' OR (state = 'kept' AND actor = ?))", (number, OTHERS)
    ).fetchone()
    return lenient.words(row[0]) if row else None


def summary_of(database: Database, slug: str, number: int) -> str | None:
    """The summary of a change set; None when there is none or it did not touch the outlet."""
    row = database.execute(
        "SELECT summary FROM change_set WHERE id = ? AND id IN (SELECT change_set FROM change WHERE outlet = ?)", (number, slug)
    ).fetchone()
    return str(row[0]) if row else None


def _changes(database: Database, number: int, slug: str | None = None) -> list[dict[str, Any]]:
    condition, wanted = ("AND outlet = ? AND subject <> 'correction'", [slug]) if slug else ("", [])
    rows = database.execute(
        f"SELECT subject, key, before, after FROM change WHERE change_set = ? {condition} ORDER BY id", [number, *wanted]
    )
    return [
        {"subject": subject, "key": key, "before": lenient.structure(before), "after": lenient.structure(after)}
        for subject, key, before, after in rows
    ]


def _swap(database: Database, change: dict[str, Any], present: dict[str, Any] | None, wanted: dict[str, Any] | None) -> None:
    """Replace the row `present` by `wanted`; None stands for no row. Raises RatingError when the table holds something else."""
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
    words = said("The {subject} {key} has since been changed elsewhere.", subject=_SUBJECTS[table], key=what)
    return RatingError(words, said("Change it by hand; the history shows what it was."))


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
    return " · ".join(str(part) for part in parts if part != "") if isinstance(parts, list) else lenient.words(text)
