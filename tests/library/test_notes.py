"""Notes are kept, found, changed and removed; each step is undone and done again; they go with what is forgotten."""

import sqlite3
from pathlib import Path

import pytest

from credibility.floor.passages.selectors import describe
from credibility.library.notes import NOTES, Notes
from credibility.library.schema import STEPS, migrate, version_of
from credibility.library.shelf import Shelf
from credibility.library.steps import LibrarySteps
from credibility.model import ChangedMeanwhileError, RatingError, Span
from credibility.model.library import Arrival, Group, LibraryQuery
from credibility.model.notes import NoteColour, NoteDraft

TEXT = "The council will vote next week on a second ferry."
DRAFT = NoteDraft("Ask Prestwick about it.", NoteColour.VIOLET, ("ferries",))


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf.open(tmp_path / "library.db")
    made.record(Arrival("a", "Council weighs", TEXT, url="https://x.example/a", path=Path("/saved/a.html")))
    return made


@pytest.fixture
def notes(shelf: Shelf) -> Notes:
    return Notes(shelf)


@pytest.fixture
def steps(shelf: Shelf) -> LibrarySteps:
    return LibrarySteps(shelf, (NOTES,))


def add(notes: Notes, draft: NoteDraft = DRAFT) -> int:
    return notes.add(1, draft, *describe(Span(4, 11), TEXT))


def drafts(notes: Notes) -> list[NoteDraft]:
    return [note.draft for note in notes.of("a", "")]


def test_a_note_is_found_with_its_article_and_in_the_list_of_all(shelf: Shelf, notes: Notes) -> None:
    add(notes)
    (note,) = notes.of("a", "")
    assert (note.draft, note.quote.exact, note.position.start) == (DRAFT, "council", 4)
    (listed,) = notes.all()
    assert (listed.note, listed.title, listed.path, listed.part) == (note, "Council weighs", Path("/saved/a.html"), None)
    assert notes.of("of another copy", "https://x.example/a") == (note,)
    assert notes.of("of another copy", "") == ()
    (row,) = shelf.search(LibraryQuery("prestw", frozenset({(Group.HOLDS, "notes")}))).rows
    assert row.notes == 1
    assert row.snippet
    assert (row.snippet.where, row.snippet.pieces[1]) == ("note", ("Prestwick", True))


def test_every_step_is_undone_and_done_again(notes: Notes, steps: LibrarySteps) -> None:
    changed = NoteDraft("Asked.", NoteColour.TEAL)
    number = add(notes)
    notes.change(number, changed)
    notes.remove(number)
    seen = []
    for _ in range(3):
        step = steps.can_undo()
        assert step
        steps.undo(step)
        seen.append((step.summary, drafts(notes)))
    assert seen == [("Remove a note", [changed]), ("Change a note", [DRAFT]), ("Add a note", [])]
    assert steps.can_undo() is None
    for _ in range(3):
        steps.redo()
    assert drafts(notes) == []
    steps.undo()
    assert drafts(notes) == [changed]
    add(notes)
    assert steps.can_redo() is None


def test_a_step_that_others_took_is_not_taken_twice(notes: Notes, steps: LibrarySteps) -> None:
    number = add(notes)
    step = steps.can_undo()
    steps.undo(step)
    with pytest.raises(ChangedMeanwhileError):
        steps.undo(step)
    with pytest.raises(RatingError):
        notes.change(number, DRAFT)
    with pytest.raises(RatingError, match="empty"):
        add(notes, NoteDraft("  ", tags=(" ",)))


def test_notes_are_forgotten_with_their_article_their_history_too(shelf: Shelf, notes: Notes, tmp_path: Path) -> None:
    notes.change(add(notes, NoteDraft("zanzibar")), NoteDraft("quinquereme"))
    shelf.close()
    shelf = Shelf.open(tmp_path / "library.db")
    shelf.forget(["a"])
    held = b"".join(each.read_bytes() for each in tmp_path.rglob("*") if each.is_file())
    assert b"zanzibar" not in held
    assert b"quinquereme" not in held
    assert LibrarySteps(shelf, (NOTES,)).can_undo() is None


def test_a_library_without_notes_is_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with sqlite3.connect(path, isolation_level=None) as old:
        migrate(old, 1)
        old.execute("INSERT INTO article(fingerprint, title, added_at) VALUES ('a', 'Old', '2026-01-01')")
        old.execute("INSERT INTO words(rowid, title, text, notes, names) VALUES (1, 'Old', 'harbour', '', '')")
    old.close()
    shelf = Shelf.open(path)
    assert version_of(shelf._connection) == len(STEPS)
    assert [row.title for row in shelf.search(LibraryQuery("harbour")).rows] == ["Old"]
    add(Notes(shelf))
    assert shelf.search(LibraryQuery("harbour prestwick")).total == 1
