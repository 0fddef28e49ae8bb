"""Lists: rows that are laid out again at another width, and a field over a list whose arrow keys move in it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView

ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class WrappedList(QListView):
    """A list whose rows are as high as their words at its width. Qt lays them out again only when the height of the list changes."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the rows out at another width; rows of one height stay where they are."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.uniformItemSizes():
            self.scheduleDelayedItemsLayout()


class ArrowsToList(QObject):
    """Hands the arrow keys of a field to a list, as long as both live."""

    def __init__(self, field: QLineEdit, view: QAbstractItemView) -> None:
        super().__init__(field)
        self._view = view
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """An arrow key with nothing held down moves in the list; all else goes to the field."""
        if (
            event.type() is QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and Qt.Key(event.key()) in ARROWS
            and event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            self._view.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
