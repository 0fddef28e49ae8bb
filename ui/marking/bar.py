"""The small bar beside selected words: what can be done with them."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QAction, QTextCursor
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from credibility.floor.language import tr
from ui.basics.flow import FlowLayout
from ui.basics.plain import caption
from ui.basics.widgets import button, label
from ui.keys import tip_like
from ui.marking.claim_line import ClaimLine
from ui.reader import ReaderView
from ui.words import complaint_words

GAP, SIDE = 8, 12  # pixels between the words and the bar; between it and the edges of the page
WIDE = 790  # pixels of the line that asks; what has no room in it wraps


class SelectionBar(QFrame):
    """Floats over the page at the selection and never covers it; the line that asks for a claim takes the place of the buttons.

    It takes the keyboard only when it asks. `left` says that it went, and the page has the keyboard again.
    """

    claim_asked = Signal()
    copy_asked = Signal()
    note_asked = Signal()
    add_asked = Signal(str)
    left = Signal()

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self.setObjectName("marking")
        self.setAccessibleName(tr("Selected words"))
        self._view = view
        self.line: ClaimLine | None = None
        self.complaint = label("", tone="alarm")
        self.add_button = button(
            "", lambda: self.add_asked.emit(self._unknown), quiet=True, tip=tr("Put this outlet into your table, then go on here")
        )
        self.add_button.hide()
        self._unknown = ""
        self._buttons = QWidget()
        row = FlowLayout(self._buttons)
        self.claim_button = button(tr("New claim…"), self.claim_asked.emit, primary=True)
        self.copy_button = button(tr("Copy with source"), self.copy_asked.emit)
        self.note_button = button(tr("Note…"), self.note_asked.emit)
        for made in (self.claim_button, self.note_button, self.copy_button):
            row.addWidget(made)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(10, 8, 10, 8)
        self._column.setSpacing(6)
        self._column.addWidget(self._buttons)
        self._column.addWidget(self.complaint)
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        view.viewport().installEventFilter(self)
        view.verticalScrollBar().valueChanged.connect(lambda _value: self._place())
        self.hide()

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys of these actions on the buttons that do the same."""
        tip_like(self.claim_button, commands["new_claim"], tr("Mark these words as a claim"))
        tip_like(self.copy_button, commands["copy_with_source"], tr("Copy these words with where they stand"))
        tip_like(self.note_button, commands["note"], tr("Write a note on these words"))

    @property
    def is_asking(self) -> bool:
        """Whether it asks for a claim."""
        return self.line is not None

    def offer(self) -> None:
        """Show what can be done with the words selected, unless it asks already."""
        if not self.is_asking:
            self._show()

    def ask(self, line: ClaimLine) -> None:
        """Ask for a claim in this line; it belongs to the bar from now on."""
        self._end_line()
        self.line = line
        self._buttons.hide()
        self._column.insertWidget(0, line)
        line.show()
        self._show()
        line.begin()

    def complain(self, error: Exception, unknown: str = "") -> None:
        """Say below the line what is wrong with it; an `unknown` outlet can be added from there."""
        self.complaint.setText(complaint_words(error))
        self.complaint.show()
        self._unknown = unknown
        self.add_button.setText(caption(tr("Add “{unknown}” as a new outlet…", unknown=unknown)))
        self.add_button.setVisible(bool(unknown))
        self._place()

    def leave(self) -> None:
        """Go away."""
        if self.isHidden():
            return
        had_keyboard = self.isAncestorOf(self.focusWidget() or self) and self.is_asking
        self.hide()
        self._end_line()
        if had_keyboard:
            self._view.setFocus()
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the words when the page changes its size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _end_line(self) -> None:
        if self.line is not None:
            self._column.removeWidget(self.line)
            self.line.hide()
            self.line.deleteLater()
            self.line = None
        self._buttons.show()

    def content_is_fine(self) -> None:
        """Take the complaint away."""
        self.complaint.setText("")
        self.complaint.hide()
        self.add_button.hide()
        self._place()

    def _show(self) -> None:
        self.content_is_fine()
        self.show()
        self.raise_()
        self._place()

    def _place(self) -> None:
        """Below the words where there is room, else above them; with the words out of sight at the edge that they left by."""
        if self.isHidden():
            return
        view = self._view.viewport()
        inner = view.width() - 2 * SIDE
        width = min(inner, WIDE if self.is_asking else max(self._buttons_width(), 10))
        height = self._height(width)
        words = self._words()
        below, above = words.bottom() + GAP, words.top() - GAP - height
        top = below if below + height <= view.height() - SIDE or above < SIDE else above
        top = max(SIDE, min(top, view.height() - SIDE - height))
        left = max(SIDE, min(words.left(), view.width() - SIDE - width))
        self.setGeometry(QRect(view.mapTo(self._view, QPoint(left, top)), QSize(width, height)))

    def _buttons_width(self) -> int:
        margins = self._column.contentsMargins()
        made = (self.claim_button, self.note_button, self.copy_button)
        return sum(part.sizeHint().width() + GAP for part in made) + margins.left() + margins.right()

    def _height(self, width: int) -> int:
        return max(self._column.totalHeightForWidth(width), self._column.minimumSize().height())

    def _words(self) -> QRect:
        """Where the selected words stand in the viewport: their last line, from the first one's top."""
        cursor = self._view.textCursor()
        first, last = QTextCursor(cursor), QTextCursor(cursor)
        first.setPosition(cursor.selectionStart())
        last.setPosition(cursor.selectionEnd())
        top, end = self._view.cursorRect(first), self._view.cursorRect(last)
        left = top.left() if top.top() == end.top() else int(self._view.page().left)
        return QRect(QPoint(left, top.top()), QPoint(max(left, end.right()), end.bottom()))
