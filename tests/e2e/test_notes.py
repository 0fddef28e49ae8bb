"""A note is written, the window closed; the next day the note is found by a word, gone to, and undone."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from tests.e2e.conftest import EXAMPLE, begin
from ui.notes.form import NoteForm


def test_a_note_lasts_and_leads_back_to_its_words(qtbot: QtBot) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
            window.open_path(EXAMPLE)
        for _ in range(4):
            window.commands["next_claim"].trigger()
        window.commands["note"].trigger()
        form = window.findChild(NoteForm)
        qtbot.keyClicks(form.words, "Was the telescope ever built?")
        qtbot.keyClicks(form.tags, "hoaxes")
        qtbot.keyClick(form.tags, Qt.Key.Key_Return)
        span = window.notes.notes[0].span
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        window.commands["library"].trigger()
        library = window.library.window
        assert library
        qtbot.keyClicks(library.words, "telescope built")
        qtbot.keyClick(library.words, Qt.Key.Key_Return)
        assert library.current
        assert library.current.notes == 1
        window.commands["notes"].trigger()
        listing = window.notes.list_window
        assert listing
        qtbot.keyClicks(listing.words, "hoaxes")
        qtbot.keyClick(listing.words, Qt.Key.Key_Return)
        with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
            qtbot.keyClick(listing.list, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.reader.textCursor().hasSelection())
        assert span
        assert window.reader.note_at == span.start
        assert "Add a note" in window.commands["undo"].text()
        window.commands["undo"].trigger()
        assert window.notes.notes == ()
        window.commands["redo"].trigger()
        assert len(window.notes.notes) == 1
        window.close()
