"""A note: words, colour and tags; a new one or one to change."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QDialog, QHBoxLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model.notes import NoteColour, NoteDraft
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label, save_with_keys
from ui.theme import Theme
from ui.theme.note_marks import NOTE_STYLES, draw_note, note_colour
from ui.words import complaint_words


class ColourButton(QAbstractButton):
    """One colour by its shape; framed when it is the chosen one."""

    def __init__(self, colour: NoteColour, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.colour = colour
        self._theme = theme
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr(NOTE_STYLES[colour].look.label))
        set_tip(self, tr(NOTE_STYLES[colour].look.label))

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(30, 30)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the shape."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked() or self.hasFocus():
            painter.setPen(note_colour(self.colour, self._theme))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        if self.isChecked():
            painter.drawRoundedRect(rect.adjusted(2.5, 2.5, -2.5, -2.5), 5, 5)
        draw_note(painter, rect.adjusted(9, 9, -9, -9), self.colour, self._theme)
        painter.end()


class NoteForm(QDialog):
    """`saved` carries what was written, `removed` that the note is to go; the form closes when it is told so (`accept`)."""

    saved = Signal(object)
    removed = Signal()

    def __init__(self, quote: str, draft: NoteDraft | None, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Note") if draft else tr("New note"))
        self.setMinimumWidth(440)
        self.words = QPlainTextEdit(draft.words if draft else "")
        self.words.setAccessibleName(tr("Note"))
        self.words.setPlaceholderText(tr("What you want to remember about these words"))
        self.words.setTabChangesFocus(True)
        self.words.setMinimumHeight(96)
        self.tags = QLineEdit(", ".join(draft.tags) if draft else "")
        self.tags.setAccessibleName(tr("Tags, separated by commas"))
        self.tags.setPlaceholderText(tr("Tags, separated by commas (optional)"))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.colours = QButtonGroup(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        shown = " ".join(quote.split())
        column.addWidget(label(shown if len(shown) < 240 else f"{shown[:239]}…", tone="soft"))
        for part in (self.words, self.tags, self.complaint):
            column.addWidget(part)
        column.addLayout(self._foot(draft, theme))
        save_with_keys(self, self.save)
        self.tags.returnPressed.connect(self.save)
        self.words.setFocus()

    def _foot(self, draft: NoteDraft | None, theme: Theme) -> QHBoxLayout:
        row = QHBoxLayout()
        for colour in NoteColour:
            made = ColourButton(colour, theme)
            made.setChecked(colour is (draft.colour if draft else NoteColour.INK))
            self.colours.addButton(made)
            row.addWidget(made)
        row.addStretch(1)
        if draft:
            row.addWidget(button(tr("Remove"), self.removed.emit, quiet=True, tip=tr("Remove this note; Undo brings it back")))
        row.addWidget(button(tr("Cancel"), self.reject))
        self.save_button = button(tr("Save"), self.save, primary=True, tip="Ctrl+Return")
        row.addWidget(self.save_button)
        return row

    def save(self) -> None:
        """Hand out what was written."""
        chosen = self.colours.checkedButton()
        colour = chosen.colour if isinstance(chosen, ColourButton) else NoteColour.INK
        tags = tuple(filter(None, (" ".join(tag.split()) for tag in self.tags.text().split(","))))
        self.saved.emit(NoteDraft(self.words.toPlainText().strip(), colour, tags))

    def complain(self, error: Exception) -> None:
        """Say what is wrong with it."""
        self.complaint.setText(complaint_words(error))
        self.complaint.show()
