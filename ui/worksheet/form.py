"""A worksheet: the claim, three questions, and room for the answers."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model.notes import QUESTIONS, Answers
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, save_with_keys
from ui.words import complaint_words


class WorksheetForm(QDialog):
    """`saved` carries the answers, `export_asked` follows them when the sheet is wanted as a file."""

    saved = Signal(object)
    export_asked = Signal()

    def __init__(self, who: str, quote: str, answers: Answers, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Worksheet"))
        self.setMinimumWidth(480)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(8)
        column.addWidget(label(who, bold=True))
        shown = " ".join(quote.split())
        column.addWidget(label(shown if len(shown) < 300 else f"{shown[:299]}…", tone="soft"))
        self.fields = tuple(QPlainTextEdit(words) for words in answers.all())
        for question, field in zip(QUESTIONS, self.fields, strict=True):
            field.setAccessibleName(tr(question))
            field.setTabChangesFocus(True)
            field.setMinimumHeight(64)
            column.addWidget(plain_label(tr(question)))
            column.addWidget(field)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        column.addWidget(self.complaint)
        self.export_button = button(tr("Save and export…"), self.export, tip=tr("Write the worksheets of this article to a file"))
        self.save_button = button(tr("Save"), self.save, primary=True, tip="Ctrl+Return")
        column.addLayout(foot(self, self.save_button, self.export_button))
        save_with_keys(self, self.save)
        self.fields[0].setFocus()

    def answers(self) -> Answers:
        """What is written now."""
        return Answers(*(field.toPlainText().strip() for field in self.fields))

    def save(self) -> None:
        """Hand out what was written."""
        self.saved.emit(self.answers())

    def export(self) -> None:
        """Hand it out, and ask for a file."""
        self.save()
        self.export_asked.emit()

    def complain(self, error: Exception) -> None:
        """Say what is wrong."""
        self.complaint.setText(complaint_words(error))
        self.complaint.show()
