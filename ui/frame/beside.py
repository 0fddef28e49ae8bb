"""The article, or two of them, beside the claims panel; where both do not fit, the panel yields, first in width, then altogether."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

READABLE, LEAST = 365, 270  # pixels of an article with its rail: kept from the panel as long as it can yield; never less
PANEL, LEAST_PANEL = 380, 290
SHARE = 0.42  # of the width, which the panel takes by itself at most; the reader may widen it


class Beside(QSplitter):
    """Shows one of several panels. `panel_shown` says that it went away or came back because of the window's width."""

    panel_shown = Signal(bool)

    def __init__(self, articles: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panels: list[QWidget] = []
        self._front: QWidget | None = None
        self._articles = 1
        self._width: int | None = None  # that the reader gave the panel
        self.is_wished = True
        self._has_yielded = False
        self._is_needed = False
        articles.setMinimumWidth(LEAST)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(articles)
        self.splitterMoved.connect(lambda _place, _index: self._keep_width())

    def bring(self, panel: QWidget) -> None:
        """Show this panel instead of the one before."""
        if panel not in self._panels:
            panel.setMinimumWidth(LEAST_PANEL)
            panel.hide()
            self._panels.append(panel)
            self.addWidget(panel)
        self._front = panel
        self._show()

    def need(self, is_needed: bool) -> None:
        """Whether there is an article at all that a panel can stand beside."""
        if is_needed != self._is_needed:
            self._is_needed = is_needed
            self._show()

    def hold(self, articles: int) -> None:
        """So many articles stand beside the panel: it yields, or comes back, as the width says."""
        if articles != self._articles:
            self._articles = articles
            self._fit(was_wide=not self._has_yielded)

    def show_panel(self, on: bool) -> None:
        """Show or hide the panel because the reader said so; a narrow window does not hide it again before it was wide."""
        self._has_yielded = False
        self.is_wished = on
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the panel yield to the article, or come back."""
        super().resizeEvent(event)
        before = event.oldSize().width()
        self._fit(was_wide=before < 0 or self._fits_both(before))  # less than 0 is the first size of all

    def _fit(self, *, was_wide: bool) -> None:
        is_wide = self._fits_both(self.width())
        if was_wide and not is_wide and self.is_wished:
            self._yield(True)
        elif is_wide and self._has_yielded:
            self._yield(False)
        self._share()

    def _fits_both(self, width: int) -> bool:
        return width >= READABLE * self._articles + LEAST_PANEL

    def _yield(self, yields: bool) -> None:
        self._has_yielded = yields
        self._show()
        self.panel_shown.emit(not yields)

    def _show(self) -> None:
        for panel in self._panels:
            panel.setVisible(panel is self._front and self.is_wished and self._is_needed and not self._has_yielded)
        self._share()

    def _keep_width(self) -> None:
        if self._front is not None:
            self._width = self._front.width()

    def _share(self) -> None:
        wished = min(PANEL, int(self.width() * SHARE)) if self._width is None else self._width
        room = self.width() - self.handleWidth()
        panel = min(max(wished, LEAST_PANEL), max(LEAST_PANEL, room - READABLE * self._articles))
        self.setSizes([room - panel, *(panel if each is self._front else 0 for each in self._panels)])
