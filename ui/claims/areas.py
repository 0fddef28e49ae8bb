"""Parts of the panel that give way: the list of claims, and the area over it."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy

from credibility.floor.language import tr
from ui.basics.lists import WrappedList
from ui.claims.model import ClaimData, Index


class ClaimsList(WrappedList):
    """Keeps the current claim in view when the details below take their room. `menu_asked` carries a claim and a point of the screen."""

    menu_asked = Signal(str, QPoint)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Scroll to the current claim again."""
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """Draw what changed. Qt would lay out all rows again, and thousands that are of one height do not move."""
        if self.uniformItemSizes():
            self.viewport().update()
        else:
            super().dataChanged(first, last, list(roles))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the claim under the pointer, or by key with the current one."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            place = self.viewport().mapToGlobal(self.visualRect(index).center()) if by_key else event.globalPos()
            self.menu_asked.emit(index.data(ClaimData.CLAIM).id, place)


class TopArea(QScrollArea):
    """As high as is `wished` where the panel has room for that; a low window makes it lower and scrolls it."""

    def __init__(self) -> None:
        super().__init__()
        self._wished = 0
        self.setWidgetResizable(True)
        self.setAccessibleName(tr("Outlets and kinds of source of the article"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its switches take the keyboard
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def wish(self, height: int) -> None:
        """Ask for a height in pixels."""
        self._wished = height
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What was wished."""
        return QSize(super().sizeHint().width(), self._wished)

    def minimumSizeHint(self) -> QSize:
        """A few lines."""
        return QSize(super().minimumSizeHint().width(), min(self._wished, 60))
