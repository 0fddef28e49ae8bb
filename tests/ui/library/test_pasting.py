"""Text on the clipboard is opened as an article, once title, address and date make sense."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from credibility.model.library import PastedArticle
from tests.ui.fake_workspace import FakeWorkspace
from ui.library.pasting import PasteForm, title_in
from ui.window import MainWindow


@pytest.mark.parametrize(
    ("text", "title"),
    [("A bridge\n\nIt is safe.", "A bridge"), ("It is safe.\nYes.", ""), ("x" * 200, ""), ("  \n", "")],
)
def test_a_short_first_line_is_the_title(text: str, title: str) -> None:
    assert title_in(text) == title


def test_the_text_is_opened_with_what_was_typed(window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    QGuiApplication.clipboard().setText("A bridge\n\nThe mayor said that it is safe.")
    window.commands["paste_article"].trigger()
    form = window.findChild(PasteForm)
    assert form
    for field, words, complaint in ((form.url, "quay", "begins with https"), (form.day, "5 March", "not a date")):
        field.setText(words)
        form.open_button.click()
        assert complaint in form.complaint.text()
        field.clear()
    qtbot.keyClicks(form.url, "https://quay.example/bridge")
    qtbot.keyClicks(form.day, "2026-03-05")
    with qtbot.waitSignal(window.article_opened):
        qtbot.mouseClick(form.open_button, Qt.MouseButton.LeftButton)
    assert workspace.pasted == PastedArticle("A bridge", "The mayor said that it is safe.", "https://quay.example/bridge", date(2026, 3, 5))


def test_an_empty_clipboard_is_said(window: MainWindow) -> None:
    QGuiApplication.clipboard().setText(" ")
    window.commands["paste_article"].trigger()
    assert "no text on the clipboard" in window.messages.text
