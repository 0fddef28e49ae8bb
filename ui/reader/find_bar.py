"""Find words in the article: a bar under the page that jumps from place to place."""

from bisect import bisect_left
from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QTextCursor, QTextDocument
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QTextEdit, QWidget

from credibility.floor.language import tr
from ui.basics.numbers import number_words
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.keys import tip_like
from ui.reader.scrolling import bring_into_view

MOST, FAINT = 1000, 90  # places counted and marked; how much of the selection's colour (of 255) marks them


class FindField(QLineEdit):
    """Return searches on, Ctrl+Return (`taken`) is done with the place found: the window's command for it does not get in between."""

    taken = Signal()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Return for this field."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ctrl_return(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the place found, or type on."""
        if _is_ctrl_return(event):
            self.taken.emit()
        else:
            super().keyPressEvent(event)


def _is_ctrl_return(event: QKeyEvent) -> bool:
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class FindBar(QWidget):
    """Searches one text view; hidden until `ask()`. `found` carries where in the document the place found begins, `marked` all places."""

    found = Signal(int)
    marked = Signal(tuple)

    def __init__(self, view: QTextEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("find")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Find in text"))
        self._view = view
        self.field = FindField()
        self.field.setPlaceholderText(tr("Find in text"))
        self.field.setAccessibleName(tr("Words to find"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(320)
        self.field.textEdited.connect(lambda _words: self.search(from_here=True))
        self.field.returnPressed.connect(self.search)
        self.told = plain_label()
        self.told.setProperty("tone", "faint")
        self.told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # long words do not widen a narrow page
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.addWidget(self.field, 3)
        self.previous = button(tr("Previous"), lambda: self.search(backwards=True), quiet=True)
        self.next = button(tr("Next"), self.search, quiet=True)
        row.addWidget(self.previous)
        row.addWidget(self.next)
        row.addWidget(self.told, 2)
        row.addWidget(button(tr("Close"), self.dismiss, quiet=True, tip="Esc"))
        self.hide()

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys of these actions on the buttons that do the same."""
        tip_like(self.previous, commands["find_previous"])
        tip_like(self.next, commands["find_next"])

    def ask(self) -> None:
        """Show the bar with the selected words in it."""
        chosen = self._view.textCursor().selectedText()
        if chosen and "\u2029" not in chosen:
            self.field.setText(chosen)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def dismiss(self) -> None:
        """Hide the bar; the keyboard goes back to the page."""
        self.hide()
        self._view.setExtraSelections([])
        self.marked.emit(())
        self._view.setFocus()

    def search(self, *, backwards: bool = False, from_here: bool = False) -> bool:
        """Select the next place that holds the words, around the ends. Returns whether there is one."""
        words = self.field.text()
        places = self._mark(words)
        if not words:
            self.told.clear()
            return False
        start = self._view.textCursor()
        if from_here:
            start.setPosition(start.selectionStart())
        flags = QTextDocument.FindFlag.FindBackward if backwards else QTextDocument.FindFlag(0)
        document = self._view.document()
        found = document.find(words, start, flags)
        around = found.isNull()
        if around:
            edge = QTextCursor(document)
            edge.movePosition(QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start)
            found = document.find(words, edge, flags)
        if found.isNull():
            self.told.setText(tr("Not in this text"))
            return False
        self._view.setTextCursor(found)
        bring_into_view(self._view, found.selectionStart())  # with what stands before it, not at the very edge
        self.found.emit(found.selectionStart())
        number = bisect_left(places, found.selectionStart()) + 1
        amount = _amount(places)
        which = (
            tr("{number} of {all}", number=number_words(number), all=amount) if number <= len(places) else tr("One of {all}", all=amount)
        )
        self.told.setText(tr("{which} (wrapped)", which=which) if around and not from_here else which)
        return True

    def recount(self) -> None:
        """Count and mark the matches again, as for another article; the page does not scroll."""
        words = "" if self.isHidden() else self.field.text()
        places = self._mark(words)
        self.told.setText(tr("{amount} in this text", amount=_amount(places)) if places else tr("Not in this text") if words else "")

    def _mark(self, words: str) -> list[int]:
        """Mark all places that hold the words, faintly. Returns where they begin, in order."""
        document = self._view.document()
        colour = self._view.palette().color(QPalette.ColorRole.Highlight)
        colour.setAlpha(FAINT)
        marks: list[QTextEdit.ExtraSelection] = []
        places: list[int] = []  # kept in place of the cursors: a number outlives the document it counts in
        found = document.find(words, 0) if words else QTextCursor()
        while not found.isNull() and len(marks) < MOST:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = found
            mark.format.setBackground(colour)
            marks.append(mark)
            places.append(found.selectionStart())
            found = document.find(words, found)
        self._view.setExtraSelections(marks)
        self.marked.emit(tuple(places))
        return places


def _amount(places: list[int]) -> str:
    return number_words(len(places)) if len(places) < MOST else tr("{most} or more", most=number_words(MOST))
