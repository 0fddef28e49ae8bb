"""Set an article in slices between two turns of the event loop, so that the window answers while a long one is being set."""

from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument

from credibility.model import Article
from ui.reader.typesetting.document import Setter
from ui.reader.typesetting.formats import Formats
from ui.reader.typesetting.text_map import TextMap

SLICE = 0.008  # seconds of setting between two turns of the event loop
FIRST_SLICE = 0.012  # the first one fills the screen; laying out what was set takes as long again


class Typesetter(QObject):
    """Sets one article into one document. `advanced` follows every slice, `finished` the last one, inside the same edit of the document.

    `finishing` is sent while the document can still be added to at no cost, just before `finished`.
    """

    advanced = Signal()
    finishing = Signal()
    finished = Signal()

    def __init__(self, article: Article, document: QTextDocument, formats: Formats, width: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._setter = Setter(article, document, formats, width)
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(lambda: self._set_for(SLICE))

    @property
    def text_map(self) -> TextMap:
        """The map between article and document; whole from the start."""
        return self._setter.text_map

    @property
    def position(self) -> int:
        """How far the document is set."""
        return self._setter.position

    @property
    def is_done(self) -> bool:
        """Whether the whole article stands in the document."""
        return self._setter.done

    def start(self) -> None:
        """Set what fills the screen now, and the rest in slices."""
        self._set_for(FIRST_SLICE)
        if not self.is_done:
            self._timer.start()

    def stop(self) -> None:
        """Leave the rest unset, as when another article takes the page."""
        self._timer.stop()

    def set_up_to(self, position: int) -> None:
        """Set at least as far as a Qt position, at once."""
        while not self.is_done and self.position < position:
            self._set_for(SLICE)

    def fit_images(self, width: float) -> None:
        """Draw images no wider than the column is now."""
        self._setter.fit_images(width)

    def _set_for(self, seconds: float) -> None:
        if self.is_done:
            return
        end = perf_counter() + seconds
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        goes_on = True
        while goes_on and perf_counter() < end:
            goes_on = self._setter.step()
        if not goes_on:
            self.finishing.emit()
        cursor.endEditBlock()
        self.advanced.emit()
        if not goes_on:
            self._timer.stop()
            self.finished.emit()
