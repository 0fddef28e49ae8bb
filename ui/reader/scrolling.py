"""Scroll a text view to a place in its document."""

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QTextEdit

ABOVE, BELOW, THIRD = 0.12, 0.78, 0.33  # shares of the viewport's height


def bring_into_view(view: QTextEdit, position: int) -> None:
    """Scroll only when the place is outside the middle of the view; it then stands at a third of the height."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(position)
    rect, height, bar = view.cursorRect(cursor), view.viewport().height(), view.verticalScrollBar()
    if rect.top() < height * ABOVE or rect.bottom() > height * BELOW:
        bar.setValue(bar.value() + rect.top() - int(height * THIRD))


def scroll_to_top(view: QTextEdit, position: int) -> None:
    """Bring a place to the top of the view."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(min(position, view.document().characterCount() - 1))
    bar = view.verticalScrollBar()
    bar.setValue(bar.value() + view.cursorRect(cursor).top() - 8)


def select(view: QTextEdit, start: int, end: int) -> None:
    """Select the places `[start, end)` without scrolling."""
    cursor = QTextCursor(view.document())
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    place = view.verticalScrollBar().value()
    view.setTextCursor(cursor)
    view.verticalScrollBar().setValue(place)
