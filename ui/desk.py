"""The middle of the window: a welcome, the article beside its claims, or the blocks of its page to choose from."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from credibility.model import Reading
from ui.claims import ClaimsPanel
from ui.extent import Choosing, ExtentView
from ui.library import Welcome
from ui.looks import Looks
from ui.ports import ReadingPort
from ui.reader import ReaderView, Typography
from ui.reader.find_bar import FindBar
from ui.theme import Theme
from ui.widgets import stacked
from ui.worker import Worker


class Desk(QStackedWidget):
    """Holds the parts and brings one to the front (`turned`); what they tell each other is the window's business."""

    turned = Signal()

    def __init__(self, port: ReadingPort, worker: Worker, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme, typography = looks.theme, looks.typography
        self.welcome = Welcome()
        self.reader = ReaderView(theme, typography)
        self.find_bar = FindBar(self.reader)
        self.panel = ClaimsPanel(theme)
        self.extent = ExtentView(theme, typography)
        self.choosing = Choosing(port, worker, self.extent, self)
        self.panel.setMinimumWidth(300)
        self._beside = QSplitter(Qt.Orientation.Horizontal)
        self._beside.setHandleWidth(1)
        self._beside.addWidget(stacked(QVBoxLayout(), self.reader, self.find_bar))
        self._beside.addWidget(self.panel)
        self._beside.setStretchFactor(0, 1)
        self._beside.setStretchFactor(1, 0)
        self._beside.setCollapsible(0, False)
        self._beside.setSizes([860, 380])
        for part in (self.welcome, self._beside, self.extent):
            self.addWidget(part)
        self.choosing.begun.connect(self.show_blocks)
        self.extent.cancelled.connect(self.show_article)

    @property
    def is_choosing(self) -> bool:
        """Whether the page's blocks are in front."""
        return self.currentWidget() is self.extent

    def show_reading(self, reading: Reading) -> None:
        """Put another article to the front, from its top."""
        self.show_article()  # first, for the page is set as wide as it is shown
        self.reader.show_reading(reading)
        self.panel.show_reading(reading)

    def show_article(self) -> None:
        """Bring the article to the front."""
        self.setCurrentWidget(self._beside)
        self.reader.setFocus()
        self.turned.emit()

    def show_blocks(self) -> None:
        """Bring the blocks of the page to the front."""
        self.setCurrentWidget(self.extent)
        self.extent.list.setFocus()
        self.turned.emit()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in this theme."""
        self.reader.set_theme(theme)
        self.panel.set_theme(theme)
        self.extent.set_theme(theme)

    def set_typography(self, typography: Typography) -> None:
        """Set the text anew."""
        self.reader.set_typography(typography)
        self.extent.set_typography(typography)
