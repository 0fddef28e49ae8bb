"""Notes on the open article, in one line of undo with the ratings; they follow the article into another copy of its text."""

from pathlib import Path

import pytest

from app.ratings.undo import UndoLine
from app.workspace import Workspace
from credibility.model import RatingDraft, Span, Step
from credibility.model.library import LibraryQuery
from credibility.model.notes import NoteDraft


def place(workspace: Workspace, words: str) -> Span:
    assert workspace.reading
    start = workspace.reading.article.text.index(words)
    return Span(start, start + len(words))


def written(workspace: Workspace) -> list[str]:
    return [placed.note.draft.words for placed in workspace.notes.here()]


def test_notes_and_ratings_are_undone_in_the_order_they_were_made(workspace: Workspace, article: Path) -> None:
    workspace.open_article(article)
    workspace.notes.add(place(workspace, "two of its beams"), NoteDraft("first"))
    workspace.table.set_rating(RatingDraft("newsweek.com", 12, "because"))
    workspace.notes.add(place(workspace, "The council meets"), NoteDraft("second"))
    undone = []
    while step := workspace.table.can_undo():
        workspace.table.undo(step)
        undone.append((step.line, written(workspace)))
    assert undone == [("notes", ["first"]), ("", ["first"]), ("notes", [])]
    redone = []
    while step := workspace.table.can_redo():
        workspace.table.redo(step)
        redone.append(step.line)
    assert redone == ["notes", "", "notes"]
    assert written(workspace) == ["first", "second"]


def test_a_newer_edit_elsewhere_ends_what_can_be_done_again(workspace: Workspace, article: Path) -> None:
    workspace.open_article(article)
    workspace.notes.add(place(workspace, "two of its beams"), NoteDraft("note"))
    workspace.table.undo()
    workspace.table.set_rating(RatingDraft("newsweek.com", 12, "because"))
    assert workspace.table.can_redo() is None


def test_within_a_line_its_own_order_holds_whatever_the_clock_says() -> None:
    class Line:
        def can_undo(self) -> Step | None:
            return Step(1, "made while the clock was ahead", "2031-01-01")

        def can_redo(self) -> Step | None:
            return Step(2, "undone", "2026-01-01")

        undo = redo = lambda _self, shown=None: shown

    line = UndoLine({"": Line()})
    step = line.can_redo()
    assert step
    assert step.number == 2
    assert line.redo() == step


def test_notes_follow_the_article_into_another_copy(workspace: Workspace, article: Path, tmp_path: Path) -> None:
    page = article.read_text(encoding="utf-8").replace("<title>", '<link rel="canonical" href="https://x.example/bridge"><title>')
    article.write_text(page, encoding="utf-8")
    workspace.open_article(article)
    workspace.notes.add(place(workspace, "two of its beams"), NoteDraft("kept"))
    workspace.notes.add(place(workspace, "The council meets on Thursday"), NoteDraft("gone"))
    copy = tmp_path / "copy.html"
    copy.write_text(
        page.replace("<p>The bridge", "<p>Put in later, before all the rest of it. The bridge").replace("The council meets", "They meet"),
        encoding="utf-8",
    )
    workspace.open_article(copy)
    here = {placed.note.draft.words: placed.span for placed in workspace.notes.here()}
    assert here["gone"] is None
    assert here["kept"] == place(workspace, "two of its beams")


def test_a_note_keeps_its_article_even_when_nothing_else_is_remembered(workspace: Workspace, article: Path) -> None:
    workspace.settings.set("remember", False)
    workspace.open_article(article)
    workspace.notes.add(place(workspace, "two of its beams"), NoteDraft("note"))
    assert [row.notes for row in workspace.library.search(LibraryQuery()).rows] == [1]


@pytest.mark.parametrize("what", ["change", "remove"])
def test_a_note_survives_a_restart_and_is_undone_after_it(article: Path, what: str) -> None:
    with Workspace.at() as workspace:
        workspace.open_article(article)
        workspace.notes.add(place(workspace, "two of its beams"), NoteDraft("one"))
        number = workspace.notes.here()[0].note.number
        if what == "change":
            workspace.notes.change(number, NoteDraft("two"))
        else:
            workspace.notes.remove(number)
    with Workspace.at() as workspace:
        workspace.open_article(article)
        assert written(workspace) == (["two"] if what == "change" else [])
        workspace.table.undo()
        assert written(workspace) == ["one"]
