"""Text on the clipboard, opened as an article: its address and date are asked for first."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model.library import PastedArticle
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, save_with_keys

LONGEST_TITLE = 120


def title_in(text: str) -> str:
    """The first line, if it may be a title."""
    first = text.strip().split("\n", 1)[0].strip()
    return first if len(first) <= LONGEST_TITLE and not first.endswith((".", ",", ";")) else ""


class PasteForm(QDialog):
    """`given` carries the article as it was pasted."""

    given = Signal(object)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Open text from the clipboard"))
        self.setMinimumWidth(520)
        title = title_in(text)
        body = text.strip().removeprefix(title).strip() if title else text.strip()
        self.title, self.url, self.day = QLineEdit(title), QLineEdit(), QLineEdit()
        self.url.setPlaceholderText(tr("https://… (optional; says which outlet published it)"))
        self.day.setPlaceholderText(tr("2026-03-05 (optional)"))
        self.text = QPlainTextEdit(body)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(150)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        fields = ((tr("&Title"), self.title), (tr("&Address"), self.url), (tr("&Date"), self.day), (tr("Te&xt"), self.text))
        for row, (words, field) in enumerate(fields):
            grid.addWidget(plain_label(words, field), row, 0)
            grid.addWidget(field, row, 1)
            field.setAccessibleName(words.replace("&", ""))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.complaint)
        self.open_button = button(tr("Open"), self.give, primary=True, tip="Ctrl+Return")
        column.addLayout(foot(self, self.open_button))
        save_with_keys(self, self.give)
        (self.url if title else self.title).setFocus()

    def give(self) -> None:
        """Hand out what was typed, or say what is wrong with it."""
        day = self.day.text().strip()
        try:
            published = date.fromisoformat(day) if day else None
        except ValueError:
            self.complain(tr("This is not a date. Type year, month and day, such as 2026-03-05."))
            return
        url = self.url.text().strip()
        if url and not url.lower().startswith(("http://", "https://")):
            self.complain(tr("An address begins with https:// or http://."))
        elif not self.text.toPlainText().strip():
            self.complain(tr("There is no text."))
        else:
            self.given.emit(PastedArticle(self.title.text().strip(), self.text.toPlainText(), url, published))

    def complain(self, words: str) -> None:
        """Say what is wrong."""
        self.complaint.setText(words)
        self.complaint.show()
