"""That what the table and the library say can be said whole in another language: nothing in it is English that is not data."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from credibility.library.notes import Notes
from credibility.library.shelf import Shelf
from credibility.model import OutletDraft, RatingDraft, Scope, SourceTintError
from credibility.model.edited import Criterion, SplitDraft
from credibility.model.notes import NoteDraft
from credibility.table.cells.odd import odd_cells
from credibility.table.file.checkup import check_file
from credibility.table.file.errors import Doing, named_errors
from credibility.table.file.restoring import restore
from credibility.table.foreign import table_names
from credibility.table.meanwhile import merged_draft, refuse_unseen
from credibility.table.store import RatingsStore
from tests.another_language import assert_whole
from tests.outlets.tables import MINE, outlet, rating
from tests.table.starters import STARTER

DATA = "nytimes.com odd odd.example My own rating mine"


def complaint(refused: Callable[[], object]) -> tuple[str, ...]:
    """What is said when something is refused."""
    with pytest.raises(SourceTintError) as error:
        refused()
    return tuple(filter(None, (error.value.reason, error.value.advice)))


def test_why_an_edit_of_the_table_is_refused(store: RatingsStore) -> None:
    slug, another = list(store.snapshot().outlets)[:2]
    names = " ".join(f"{each} {store.snapshot().outlets[each].name}" for each in (slug, another))
    refused: list[Callable[[], object]] = [
        lambda: store.edits.set_rating(RatingDraft("odd", 50, "x")),
        lambda: store.edits.clear_rating(slug),
        lambda: store.edits.merge_outlets(slug, slug),
        lambda: store.edits.split_outlet(slug, SplitDraft("odd.example", "Odd", (), ("odd",))),
        lambda: store.edits.restore(slug, 999),
        lambda: store.edits.reverse(999),
        lambda: store.edits.save_outlet(OutletDraft("odd.example", "Odd", locators=(another,))),
        lambda: store.raters.use("odd"),
        lambda: store.own.keep("", [Criterion("", "odd", 1)]),
        lambda: store.own.keep("odd", []),
        lambda: store.own.keep("odd", [Criterion("", "odd", -1)]),
        lambda: store.own.remove("odd"),
        lambda: store.bands.set("mine", {"odd": 50}),
        lambda: store.bands.of("odd"),
    ]
    raters = " ".join(rater.slug for rater in store.raters.all())
    for each in refused:
        for words in complaint(each):
            assert_whole(words, f"{DATA} {names} {raters}")


def test_what_another_window_changed() -> None:
    seen, now = outlet("nytimes.com"), rating("nytimes.com", MINE, 20, reason="b")
    draft = OutletDraft("nytimes.com", "A", seen=seen)
    for refused in (
        lambda: refuse_unseen((), (now,), Scope(), "odd"),
        lambda: refuse_unseen((now,), (), Scope(), "odd"),
        lambda: refuse_unseen((now,), (rating("nytimes.com", MINE, None),), Scope(), "odd"),
        lambda: merged_draft(draft, outlet("nypost.com")),
    ):
        for words in complaint(refused):
            assert_whole(words, "odd New York Post")


@pytest.mark.parametrize("name", ["SQLITE_BUSY", "SQLITE_READONLY", "SQLITE_FULL", "SQLITE_CORRUPT", "SQLITE_ERROR"])
def test_what_went_wrong_with_the_file(name: str, path: Path) -> None:
    problem = sqlite3.OperationalError("odd")
    problem.sqlite_errorname = name

    def fail() -> None:
        with named_errors(path, Doing.CHANGING):
            raise problem

    for words in complaint(fail):
        assert_whole(words, f"{path.name} odd")


def test_why_a_file_is_not_used(path: Path) -> None:
    path.write_text("odd")
    for refused in (
        lambda: RatingsStore.open(path, STARTER),
        lambda: check_file(path.with_name("none")),
        lambda: restore(path),
        lambda: restore(path, path),
        lambda: table_names(path),
    ):
        for words in complaint(refused):
            assert_whole(words, f"{path} file is not a database")


def test_what_is_odd_in_a_table_and_in_its_file(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as other:
        other.execute("PRAGMA ignore_check_constraints = ON")
        other.execute("UPDATE outlet SET kind = 'odd', country = '7', active_from = 'odd'")
        other.execute("UPDATE rating SET scope = 'odd', rated_on = 'odd' WHERE rater = 'second'")
    cells = odd_cells(store.session.database.execute)
    assert {cell.column for cell in cells} >= {"kind", "country", "active_from", "scope", "rated_on"}
    kinds = next(cell.mend for cell in cells if cell.column == "kind")
    for cell in {cell.column: cell for cell in cells}.values():
        assert_whole(str(cell), f"{cell.table} {cell.key}: {cell.column} 7 odd {kinds}")


def test_what_a_newer_starter_says(store: RatingsStore, path: Path) -> None:
    store.close()
    newer = {**STARTER, "outlets.csv": STARTER["outlets.csv"].replace(",Newsweek,", ",Newsweek Today,")}
    opened = RatingsStore.open(path, newer)
    (notice,) = opened.notices
    assert_whole(notice, "")
    opened.close()


def test_why_a_note_is_refused() -> None:
    notes = Notes(Shelf.in_memory())
    for refused in (lambda: notes.change(7, NoteDraft(" ")), lambda: notes.change(7, NoteDraft("x")), lambda: notes.remove(7)):
        for words in complaint(refused):
            assert_whole(words, "")
