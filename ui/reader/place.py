"""Where the reader is on a page: kept while the page is typeset again or gets another width."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

TOP = 8  # pixels under the edge of the view at which its first line is looked for


@dataclass(frozen=True, slots=True)
class Place:
    """A position in the document, how far down the view it stands (in pixels), and the words that are selected."""

    position: int = 0
    depth: int = TOP
    selection: tuple[int, int] | None = None

    @property
    def end(self) -> int:
        """The last position that has to be set before the place can be shown."""
        return max(self.position, *(self.selection or (0,)))


def place_in(view: QTextEdit, left: int, current: int | None) -> Place:
    """The reader's place: the current claim's beginning where it is in view, else the first line, which begins at `left`."""
    chosen = view.textCursor()
    selection = (chosen.anchor(), chosen.position()) if chosen.hasSelection() else None
    if current is not None:
        depth = view.cursorRect(_at(view, current)).top()
        if 0 <= depth < view.viewport().height():
            return Place(current, depth, selection)
    if view.verticalScrollBar().value() == 0:
        return Place(selection=selection)
    first = view.cursorForPosition(QPoint(left, TOP))
    return Place(first.position(), view.cursorRect(first).top(), selection)


def go_to(view: QTextEdit, place: Place) -> None:
    """Show a place as deep in the view as it was, or as deep as the view is now; what was selected is selected again."""
    if place.selection:
        cursor = _at(view, place.selection[0])
        cursor.setPosition(_within(view, place.selection[1]), QTextCursor.MoveMode.KeepAnchor)
        if cursor.selectedText() != view.textCursor().selectedText():
            view.setTextCursor(cursor)
    if place.position:
        rect, bar = view.cursorRect(_at(view, place.position)), view.verticalScrollBar()
        bar.setValue(bar.value() + rect.top() - min(place.depth, max(TOP, view.viewport().height() - 2 * rect.height())))


def _at(view: QTextEdit, position: int) -> QTextCursor:
    cursor = QTextCursor(view.document())
    cursor.setPosition(_within(view, position))
    return cursor


def _within(view: QTextEdit, position: int) -> int:
    return min(position, view.document().characterCount() - 1)
