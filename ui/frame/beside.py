"""The article and the claims panel side by side; where both do not fit, the panel yields, first in width, then altogether."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

READABLE, LEAST = 365, 270  # pixels of the article with its rail: kept from the panel as long as it can yield; never less
PANEL, LEAST_PANEL = 380, 290
SHARE = 0.42  # of the width, which the panel takes by itself at most; the reader may widen it


class Beside(QSplitter):
    """`panel_shown` says that the panel went away or came back because of the window's width."""

    panel_shown = Signal(bool)

    def __init__(self, article: QWidget, panel: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panel = panel
        self._wished: int | None = None
        self._has_yielded = False
        article.setMinimumWidth(LEAST)
        panel.setMinimumWidth(LEAST_PANEL)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(article)
        self.addWidget(panel)
        self.splitterMoved.connect(lambda _place, _index: self._wish(self.sizes()[1]))

    def show_panel(self, on: bool) -> None:
        """Show or hide the panel because the reader said so; a narrow window does not hide it again before it was wide."""
        self._has_yielded = False
        self._panel.setVisible(on)
        self._share()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel yield to the article, or come back."""
        super().resizeEvent(event)
        was_wide, is_wide = _fits_both(event.oldSize().width()), _fits_both(event.size().width())
        if event.oldSize().width() < 0:
            was_wide = True  # the first size of all
        if was_wide and not is_wide and not self._panel.isHidden():
            self._yield(True)
        elif is_wide and self._has_yielded:
            self._yield(False)
        self._share()

    def _yield(self, yields: bool) -> None:
        self._has_yielded = yields
        self._panel.setVisible(not yields)
        self.panel_shown.emit(not yields)

    def _wish(self, width: int) -> None:
        self._wished = width

    def _share(self) -> None:
        wished = min(PANEL, int(self.width() * SHARE)) if self._wished is None else self._wished
        panel = min(max(wished, LEAST_PANEL), max(LEAST_PANEL, self.width() - self.handleWidth() - READABLE))
        self.setSizes([self.width() - self.handleWidth() - panel, panel])


def _fits_both(width: int) -> bool:
    return width >= READABLE + LEAST_PANEL
