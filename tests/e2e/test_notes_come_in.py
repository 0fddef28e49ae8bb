"""Notes of an exported file are offered where it is opened, and added to the reader's own without overwriting any."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.floor.progress import silent
from credibility.model import RatingError
from credibility.model.notes import NoteColour, NoteDraft
from tests.annotations.test_originals import made
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, NewTable
from tests.e2e.test_notes_leave import ASIDE, WORDS, write_notes
from ui.filtering import Across
from ui.window import MainWindow


@pytest.fixture
def brought(tmp_path: Path, new_table: NewTable) -> Path:
    """The example with two notes, exported on another machine."""
    with Workspace.at(new_table(tmp_path / "there")) as workspace:
        write_notes(workspace, EXAMPLE)
        return workspace.export(tmp_path / "brought.pdf", silent, notes=True).path


def test_the_window_offers_them_and_one_undo_takes_all_away_again(
    brought: Path, window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(brought)
    assert window.notes.notes == ()
    assert window.messages.text == "This file holds 2 notes of whoever exported it."
    window.messages.offers[0].click()
    assert {placed.note.draft.words for placed in window.notes.notes} == {WORDS, ASIDE}
    assert {placed.note.draft.colour for placed in window.notes.notes} == {NoteColour.VIOLET, NoteColour.RED}
    assert all(placed.span for placed in window.notes.notes)
    assert workspace.notes.offered() == 0
    window.commands["undo"].trigger()
    assert window.notes.notes == ()
    window.commands["redo"].trigger()
    assert len(window.notes.notes) == 2


def test_none_of_ones_own_is_overwritten_and_none_comes_twice(brought: Path, tmp_path: Path, new_table: NewTable) -> None:
    with Workspace.at(new_table(tmp_path / "here")) as workspace:
        reading = workspace.open_article(brought)
        span = reading.claims[0].claim.content[0]
        workspace.notes.add(span, NoteDraft("Mine, on the same words"))
        workspace.notes.add(span, NoteDraft(WORDS, NoteColour.INK, ("to do",)))
        report = workspace.notes.take_over()
        assert (report.added, report.known, report.unplaced) == (1, 1, 0)
        again = workspace.notes.take_over(brought)
        assert (again.added, again.known) == (0, 2)
        assert sorted(placed.note.draft.words for placed in workspace.notes.here()) == sorted([ASIDE, "Mine, on the same words", WORDS])


@pytest.mark.parametrize("suffix", ["json", "jsonld", "pdf"])
def test_files_of_notes_are_imported_onto_another_copy(
    suffix: str,
    window: MainWindow,
    workspace: Workspace,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    new_table: NewTable,
) -> None:
    with Workspace.at(new_table(tmp_path / "there")) as there:
        write_notes(there, EXAMPLE)
        path = there.export(tmp_path / f"brought.{suffix}", silent, notes=True).path
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(EXAMPLE)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.commands["import_notes"].trigger()
    assert window.messages.text.startswith("2 notes added to yours.")
    assert len(window.notes.notes) == 2


def test_a_file_without_notes_says_so(tmp_path: Path, new_table: NewTable) -> None:
    with Workspace.at(new_table(tmp_path)) as workspace:
        workspace.open_article(EXAMPLE)
        path = workspace.export(tmp_path / "bare.jsonld", silent).path
        with pytest.raises(RatingError, match="holds no notes"):
            workspace.notes.take_over(path)


def test_the_command_line_imports_them_and_filters_by_them(brought: Path, run: Run) -> None:
    code, out, err = run("notes", "import", brought)
    assert code == 0, err
    assert out == "2 notes added to yours; 0 you had already.\n"
    assert "0 notes added" in run("notes", "import", brought, EXAMPLE)[1]
    code, out, err = run("claims", EXAMPLE, "--only", "has-note")
    assert code == 0, err
    assert out.splitlines()[0].endswith(": 1 sourced claim")


def test_claims_with_a_note_are_shown_alone_in_list_page_rail_counts_and_export(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(EXAMPLE)
    reading = workspace.reading
    assert reading
    noted = reading.claims[2]
    workspace.notes.add(noted.claim.content[0], NoteDraft(WORDS))
    window.notes.refresh()
    pill = window.panel.legend.pill(Across.NOTED)
    assert "1" in pill.text()
    window.commands["only_noted"].trigger()
    assert window.commands["only_noted"].isChecked()
    assert [rated.id for rated in window.panel.model.claims] == [noted.id]
    assert window.panel.legend.shown.text() == f"Showing 1 of {len(reading.claims)} claims"
    assert window.reader._scene.filter.holds(noted)
    assert not window.reader._scene.filter.holds(reading.claims[0])
    assert not window.centre.rail._filter.holds(reading.claims[0])
    workspace.notes.add(reading.claims[3].claim.content[0], NoteDraft("Another"))
    window.notes.refresh()
    assert [rated.id for rated in window.panel.model.claims] == [noted.id, reading.claims[3].id]
    target = tmp_path / "noted.csv"
    monkeypatch.setattr("ui.frame.acts.export_acts.ask_target", lambda *_: target)
    monkeypatch.setattr("ui.frame.acts.export_acts.ask_notes", lambda _window, _count: False)
    with qtbot.waitSignal(window.exported):
        window.commands["export_shown"].trigger()
    assert len(target.read_text("utf-8-sig").splitlines()) == 3
    window.commands["all_claims"].trigger()
    window.commands["only_noted"].trigger()
    assert len(window.panel.model.claims) == 2


def test_notes_are_marked_on_the_printed_pages_and_a_click_opens_them(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    article = tmp_path / "article.pdf"
    article.write_bytes(made())
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(article)
    reading = workspace.reading
    assert reading
    workspace.notes.add(reading.claims[0].claim.content[0], NoteDraft(WORDS, NoteColour.RED))
    window.notes.refresh()
    with qtbot.waitSignal(window.centre.turning.turned):
        window.commands["pages"].trigger()
    pages = window.centre.pages
    pages.viewport().repaint()
    [(box, placed)] = pages._notes._drawn
    assert placed.note.draft.words == WORDS
    colour = pages.viewport().grab().toImage().pixelColor(box.center().toPoint())
    assert colour.red() > 120 > colour.green()
    with qtbot.waitSignal(pages.note_activated) as told:
        qtbot.mouseClick(pages.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(box.center().toPoint()))
    assert told.args == [placed.note.number]
