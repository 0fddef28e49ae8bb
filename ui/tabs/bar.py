"""The bar of tabs over the page; there is none while only one article is open."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from credibility.floor.language import tr
from ui.basics.plain import caption, tip
from ui.basics.widgets import button


class TabsBar(QTabBar):
    """Shows a tab per open article. `close_asked` carries the index of one that is to be closed, `menu_asked` also where on the screen."""

    close_asked = Signal(int)
    menu_asked = Signal(int, QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tabs")
        self.setAccessibleName(tr("Open articles"))
        self.setDocumentMode(True)
        self.setExpanding(False)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def name(self, index: int, title: str, where: str) -> None:
        """Name a tab by its article, and say where that is."""
        self.setTabText(index, caption(title if len(title) <= 40 else f"{title[:39]}…"))
        self.setTabToolTip(index, tip(where))
        self.setAccessibleTabName(index, title)

    def tabInserted(self, index: int) -> None:
        """There are two, so that there is something to choose."""
        super().tabInserted(index)
        close = button("×", lambda: self._ask(close), quiet=True, tip=tr("Close this tab"))
        close.setAccessibleName(tr("Close this tab"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Ctrl+W closes the tab in front
        self.setTabButton(index, QTabBar.ButtonPosition.RightSide, close)
        self.setVisible(self.count() > 1)

    def tabRemoved(self, index: int) -> None:
        """One alone needs no bar."""
        super().tabRemoved(index)
        self.setVisible(self.count() > 1)

    def _ask(self, close: QWidget) -> None:
        at = next((each for each in range(self.count()) if self.tabButton(each, QTabBar.ButtonPosition.RightSide) is close), -1)
        if at >= 0:
            self.close_asked.emit(at)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the tab under the pointer, or by key with the one in front."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.tabAt(event.pos())
        if index >= 0:
            self.menu_asked.emit(index, self.mapToGlobal(self.tabRect(index).center()) if by_key else event.globalPos())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The middle button closes a tab."""
        if event.button() is Qt.MouseButton.MiddleButton and (index := self.tabAt(event.position().toPoint())) >= 0:
            self.close_asked.emit(index)
        super().mouseReleaseEvent(event)
