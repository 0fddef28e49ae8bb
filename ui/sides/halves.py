"""One article, or two beside each other, below each other where the window is too narrow for that."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ui.basics.widgets import stacked
from ui.frame.beside import LEAST, READABLE
from ui.frame.centre import Centre
from ui.sides.head import SideHead

HIGH, LOW = 340, 160  # pixels of height to which one alone or beside another can shrink, and one below another


class Half(QWidget):
    """An article with its head, which is to be seen only while there are two."""

    def __init__(self, centre: Centre) -> None:
        super().__init__()
        self.centre, self.head = centre, SideHead()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(centre, 1)
        self.setMinimumWidth(LEAST)


class Halves(QWidget):
    """Places the halves; which of them is the active one is not its business."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        stack = stacked(QVBoxLayout(), self._splitter)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(stack)

    @property
    def shown(self) -> tuple[Half, ...]:
        """Those to be seen, from left to right."""
        halves = (self._splitter.widget(index) for index in range(self._splitter.count()))
        return tuple(half for half in halves if isinstance(half, Half) and not half.isHidden())

    @property
    def is_stacked(self) -> bool:
        """Whether they stand below each other."""
        return self._splitter.orientation() is Qt.Orientation.Vertical

    def show_half(self, half: Half, *, on_the_left: bool = False) -> None:
        """Show a half beside the other one, at equal width."""
        self._splitter.insertWidget(0 if on_the_left else self._splitter.count(), half)
        half.show()
        self._arrange()

    def hide_half(self, half: Half) -> None:
        """Leave the room to the other one."""
        half.hide()
        self._arrange()

    def room(self, half: Half) -> QRect:
        """Where the article of a half stands in this."""
        return QRect(half.centre.mapTo(self, QPoint()), half.centre.size())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two that would be too narrow beside each other stand below each other."""
        super().resizeEvent(event)
        self._turn()

    def _arrange(self) -> None:
        shown = self.shown
        for half in shown:
            half.head.setVisible(len(shown) > 1)
        self._turn()
        self._splitter.setSizes([1000 * (half in shown) for half in map(self._splitter.widget, range(self._splitter.count()))])

    def _turn(self) -> None:
        fits = len(self.shown) < 2 or self.width() >= 2 * READABLE
        wanted = Qt.Orientation.Horizontal if fits else Qt.Orientation.Vertical
        for half in self.shown:
            half.setMinimumHeight(HIGH if fits else LOW)
        if wanted is not self._splitter.orientation():
            self._splitter.setOrientation(wanted)
            self._splitter.setSizes([1000] * self._splitter.count())
