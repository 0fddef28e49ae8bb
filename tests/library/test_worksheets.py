"""Worksheets in the library: each change of one is undone and done again, in one order with the changes of notes."""

import sqlite3
from pathlib import Path

import pytest

from credibility.floor.passages.selectors import describe
from credibility.library.notes import NOTES, Notes
from credibility.library.schema import migrate
from credibility.library.shelf import Shelf
from credibility.library.steps import LibrarySteps
from credibility.library.worksheets import SHEETS, Worksheets
from credibility.model import ChangedMeanwhileError, Span
from credibility.model.library import Arrival
from credibility.model.notes import Answers, NoteDraft, Worksheet

TEXT = "The council will vote next week on a second ferry."
HERE = Span(4, 11)
FIRST, SECOND = Answers("A museum", "Two letters", ""), Answers("A museum", "Two letters", "The town agrees")


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf.open(tmp_path / "library.db")
    made.record(Arrival("a", "Council weighs", TEXT))
    return made


@pytest.fixture
def sheets(shelf: Shelf) -> Worksheets:
    return Worksheets(shelf)


@pytest.fixture
def steps(shelf: Shelf) -> LibrarySteps:
    return LibrarySteps(shelf, (NOTES, SHEETS))


def keep(sheets: Worksheets, answers: Answers, span: Span = HERE) -> None:
    sheets.keep(1, Worksheet(*describe(span, TEXT), answers))


def kept(sheets: Worksheets) -> list[Answers]:
    return [sheet.answers for sheet in sheets.of("a", "")]


def test_every_change_is_undone_and_done_again(sheets: Worksheets, steps: LibrarySteps) -> None:
    keep(sheets, FIRST)
    keep(sheets, SECOND)
    keep(sheets, Answers())
    seen = []
    while (step := steps.undo()) is not None:
        seen.append((step.summary, kept(sheets)))
    assert seen == [("Empty a worksheet", [SECOND]), ("Change a worksheet", [FIRST]), ("Fill in a worksheet", [])]
    steps.redo()
    steps.redo()
    assert kept(sheets) == [SECOND]


def test_notes_and_worksheets_have_one_order(shelf: Shelf, sheets: Worksheets, steps: LibrarySteps) -> None:
    notes = Notes(shelf)
    keep(sheets, FIRST)
    notes.add(1, NoteDraft("Ask."), *describe(Span(4, 11), TEXT))
    keep(sheets, SECOND, Span(12, 21))
    assert [step.summary for _ in range(3) if (step := steps.undo())] == ["Fill in a worksheet", "Add a note", "Fill in a worksheet"]
    assert (kept(sheets), notes.of("a", "")) == ([], ())
    steps.redo()
    keep(sheets, SECOND)
    assert steps.can_redo() is None, "what was undone is gone after another change"


def test_saving_the_same_answers_is_no_step(sheets: Worksheets, steps: LibrarySteps) -> None:
    keep(sheets, Answers())
    assert steps.can_undo() is None
    keep(sheets, FIRST)
    step = steps.can_undo()
    keep(sheets, FIRST)
    assert steps.can_undo() == step


def test_what_was_changed_meanwhile_is_not_overwritten(shelf: Shelf, sheets: Worksheets, steps: LibrarySteps) -> None:
    keep(sheets, FIRST)
    with shelf.writing() as connection:
        connection.execute("UPDATE worksheet SET others = 'by another program'")
    with pytest.raises(ChangedMeanwhileError, match="worksheet"):
        steps.undo()
    assert kept(sheets) == [Answers("A museum", "Two letters", "by another program")]


def test_steps_of_notes_written_before_there_were_others_are_undone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with sqlite3.connect(path, isolation_level=None) as old:
        migrate(old, 4)
        old.execute("INSERT INTO article(fingerprint, title, added_at) VALUES ('a', 'Old', '2026-01-01')")
        row = """{"article": 1, "words": "Ask.", "colour": "ink", "tags": "", "exact": "c", "prefix": "", "suffix": "",
          "starts": 4, "ends": 5, "changed_at": "2026-01-01"}"""
        old.execute("INSERT INTO note VALUES (7, 1, 'Ask.', 'ink', '', 'c', '', '', 4, 5, '2026-01-01')")
        old.execute("INSERT INTO step(at, summary, note, article, before, after) VALUES ('', 'Add a note', 7, 1, 'null', ?)", (row,))
    old.close()
    shelf = Shelf.open(path)
    assert [note.draft.words for note in Notes(shelf).of("a", "")] == ["Ask."]
    LibrarySteps(shelf, (NOTES, SHEETS)).undo()
    assert Notes(shelf).of("a", "") == ()
