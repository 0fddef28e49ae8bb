"""Other windows and programs that use the same file: their edits are seen and kept, never undone or overwritten unseen."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from credibility.model import (
    BlockChoice,
    ChangedMeanwhileError,
    Correction,
    CorrectionKind,
    OutletDraft,
    OutletKind,
    OutletName,
    RatingDraft,
    RatingError,
    Span,
)
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores


@contextmanager
def tool(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection as any SQLite tool makes it: without foreign keys or anything else this program sets."""
    connection = sqlite3.connect(path)
    with connection:
        yield connection
    connection.close()


@pytest.fixture
def other(path: Path, store: RatingsStore) -> Iterator[RatingsStore]:
    opened = RatingsStore.open(path, STARTER)
    yield opened
    opened.close()


EDITS = (
    "UPDATE rating SET score = 3 WHERE outlet = 'newsweek.com'",
    "INSERT INTO outlet(slug, name) VALUES ('a.example', 'A')",
    "DELETE FROM name WHERE text = 'Newsweek'",
    "UPDATE locator SET key = 'g.example' WHERE key = 'gu.com'",
    "UPDATE rater SET enabled = 0 WHERE slug = 'first'",
    "INSERT INTO profile VALUES ('mine', '[]')",
    "INSERT INTO correction VALUES ('print', 'words', 1, 5, 'not-a-claim', NULL, '')",
    "INSERT INTO choice VALUES ('file', '', '[]', '[]')",
    "REPLACE INTO outlet(slug, name) VALUES ('newsweek.com', 'Newsweek magazine')",
)


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_by_any_tool_is_noticed_within_a_session_and_after(path: Path, store: RatingsStore, edit: str) -> None:
    store.snapshot()
    assert not store.session.is_behind()
    with tool(path) as connection:
        connection.execute(edit)
    assert store.session.is_behind()
    store.session.catch_up()
    assert not store.session.is_behind()
    store.close()
    assert len(list((path.parent / "backups").glob("*.db"))) == 1  # what outlives the session is counted too


def test_a_part_read_elsewhere_reads_nothing_anew(store: RatingsStore, other: RatingsStore) -> None:
    kept = store.snapshot()
    other.choices.keep_last_part("digest", "part")
    assert not store.session.is_behind()
    assert store.snapshot() is kept


def test_the_history_keeps_what_another_program_changed(path: Path, store: RatingsStore) -> None:
    with tool(path) as connection:
        connection.execute("UPDATE rating SET score = 3, reason = 'by hand' WHERE outlet = 'newsweek.com' AND scope = ''")
        connection.execute("DELETE FROM name WHERE text = 'Newsweek'")
    (told,) = store.steps.history()
    assert (told.actor, told.summary, len(told.changes)) == ("another program", "Edits in another program", 2)
    assert told.changes[-1].after is None or told.changes[0].before is not None
    assert store.steps.can_undo() is None  # only Restore brings it back, knowingly
    store.edits.restore("newsweek.com", told.id)
    assert scores(store, "newsweek.com")[0] == ("first", 55.0)


REPLACED = (
    ("REPLACE INTO rating(outlet, rater, scope, score) VALUES ('newsweek.com', 'first', '', 3)", "rating", "55.0", "3.0"),
    ("INSERT OR REPLACE INTO outlet(slug, name) VALUES ('newsweek.com', 'Weekly')", "outlet", "Newsweek", "Weekly"),
    (
        "INSERT INTO outlet(slug, name) VALUES ('newsweek.com', 'x') ON CONFLICT(slug) DO UPDATE SET name = 'Weekly'",
        "outlet",
        "Newsweek",
        "Weekly",
    ),
    ("UPDATE OR REPLACE rating SET scope = '' WHERE outlet = 'newsweek.com' AND scope <> ''", "rating", "90.0", "90.0"),
)


@pytest.mark.parametrize(("edit", "table", "before", "after"), REPLACED)
def test_what_another_program_replaces_is_kept_and_can_be_undone(
    path: Path, store: RatingsStore, edit: str, table: str, before: str, after: str
) -> None:
    untouched = content(store)
    with tool(path) as connection:
        connection.execute("INSERT OR IGNORE INTO outlet(slug, name) VALUES ('newsweek.com', 'ignored')")
        connection.execute(edit)
    (told,) = store.steps.history()
    change = told.changes[-1]
    column = "score" if table == "rating" else "name"
    assert change.table == table
    assert change.before is not None and change.before[column] == before
    assert change.after is not None and change.after[column] == after
    store.edits.reverse(told.id)
    assert content(store) == untouched
    store.steps.undo()
    assert content(store) != untouched


def test_a_change_of_another_program_is_undone_as_a_whole(path: Path, store: RatingsStore) -> None:
    untouched = content(store)
    store.edits.set_rating(RatingDraft("medium.com", 20, "own"))
    with tool(path) as connection:
        connection.execute("UPDATE rater SET enabled = 0 WHERE slug = 'first'")
        connection.execute("DELETE FROM locator WHERE key = 'gu.com'")
    other, own = store.steps.history()
    store.edits.reverse(other.id)
    store.edits.reverse(own.id)  # not the newest change, but nothing has touched its rows since
    assert content(store) == untouched
    with pytest.raises(RatingError, match="was changed later by “Undo “Edits in another program””"):
        store.edits.reverse(other.id)
    with pytest.raises(RatingError, match="There is no change 999"):
        store.edits.reverse(999)


def test_own_undo_and_delivery_are_not_taken_for_another_programs(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("medium.com", 20, "one"))
    store.steps.undo()
    store.steps.redo()
    assert {told.actor for told in store.steps.history()} == {"you"}


def test_undo_never_takes_back_what_another_window_did(store: RatingsStore, other: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "here"))
    other.edits.set_rating(RatingDraft("newsweek.com", 30, "there"))
    step = store.steps.can_undo()
    assert step is not None and step.summary.startswith("Rate The Guardian")
    store.steps.undo(step)
    assert scores(store, "newsweek.com")[0] == ("mine", 30)
    assert store.steps.can_undo() is None
    assert other.steps.can_redo() is None


def test_undo_does_what_was_shown_or_nothing(path: Path, store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("medium.com", 10, "first"))
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "second"))
    one, two = RatingsStore.open(path, STARTER), RatingsStore.open(path, STARTER)
    shown = one.steps.can_undo()
    assert shown == two.steps.can_undo() is not None
    one.steps.undo(shown)
    with pytest.raises(ChangedMeanwhileError, match="since been undone"):
        two.steps.undo(shown)
    assert scores(two, "medium.com")[0] == ("mine", 10)
    for each in (one, two):
        each.close()


def test_a_rating_changed_meanwhile_is_not_overwritten_unseen(store: RatingsStore, other: RatingsStore) -> None:
    seen = store.queries.ratings("theguardian.com")
    other.edits.set_rating(RatingDraft("theguardian.com", 70, "there"))
    draft = RatingDraft("theguardian.com", 20, "here", seen=seen)
    with pytest.raises(ChangedMeanwhileError, match=r"since been changed to 70 \(Generally reliable\)") as told:
        store.edits.set_rating(draft)
    assert scores(store, "theguardian.com")[0] == ("mine", 70)
    store.edits.set_rating(replace(draft, seen=told.value.now))
    assert scores(store, "theguardian.com")[0] == ("mine", 20)


def test_a_rating_removed_meanwhile_is_told(store: RatingsStore, other: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 70, "here"))
    seen = store.queries.ratings("theguardian.com")
    other.edits.clear_rating("theguardian.com")
    with pytest.raises(ChangedMeanwhileError, match="since been removed"):
        store.edits.set_rating(RatingDraft("theguardian.com", 20, "here", seen=seen))


def draft_of(store: RatingsStore, slug: str, **changes: object) -> OutletDraft:
    outlet = store.queries.outlet(slug)
    draft = OutletDraft(
        slug, outlet.name, outlet.kind, outlet.country, outlet.language, outlet.names, outlet.locators, outlet.notes, outlet
    )
    return replace(draft, **changes)  # type: ignore[arg-type]


def test_what_two_windows_change_in_one_outlet_is_joined(store: RatingsStore, other: RatingsStore) -> None:
    here = draft_of(
        store, "theguardian.com", notes="from here", names=(OutletName("Grauniad"), *store.queries.outlet("theguardian.com").names)
    )
    there = draft_of(other, "theguardian.com", country="IE", kind=OutletKind.MAGAZINE, locators=("guardian.example", "theguardian.com"))
    other.edits.save_outlet(there)
    store.edits.save_outlet(here)
    now = store.queries.outlet("theguardian.com")
    assert (now.notes, now.country, now.kind) == ("from here", "IE", OutletKind.MAGAZINE)
    assert {name.text for name in now.names} == {"the Guardian", "Grauniad"}
    assert set(now.locators) == {"guardian.example", "theguardian.com"}


def test_the_same_field_changed_in_two_windows_is_told_and_then_decided(store: RatingsStore, other: RatingsStore) -> None:
    here = draft_of(store, "theguardian.com", notes="from here")
    other.edits.save_outlet(draft_of(other, "theguardian.com", notes="from there", country="IE"))
    with pytest.raises(ChangedMeanwhileError, match="“notes” of The Guardian has since been changed") as told:
        store.edits.save_outlet(here)
    assert store.queries.outlet("theguardian.com").notes == "from there"
    store.edits.save_outlet(replace(here, seen=told.value.now))  # type: ignore[arg-type]
    now = store.queries.outlet("theguardian.com")
    assert (now.notes, now.country) == ("from here", "IE")


def test_an_outlet_removed_meanwhile_does_not_come_back_unseen(store: RatingsStore, other: RatingsStore) -> None:
    here = draft_of(store, "newsweek.com", notes="from here")
    other.edits.remove_outlet("newsweek.com")
    with pytest.raises(ChangedMeanwhileError, match="since been removed"):
        store.edits.save_outlet(here)
    with pytest.raises(RatingError):
        store.queries.outlet("newsweek.com")


def test_choices_of_two_windows_are_all_kept(store: RatingsStore, other: RatingsStore) -> None:
    for number in range(20):
        (store if number % 2 else other).choices.keep(f"file {number}", "", BlockChoice(frozenset({str(number)})))
    assert all(store.choices.of(f"file {number}") for number in range(20))


def test_a_correction_elsewhere_is_noticed(store: RatingsStore, other: RatingsStore) -> None:
    other.edits.add_correction(Correction(CorrectionKind.NOT_A_CLAIM, "print", "words", Span(1, 5), None))
    assert store.session.is_behind()
    store.edits.set_rating(RatingDraft("medium.com", 10, "own"))
    assert store.session.is_behind()  # an own edit does not hide it
