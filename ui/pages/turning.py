"""Turn between the text of an article and its printed pages; the place in it stays."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from credibility.floor.language import tr
from credibility.model import Article, Print
from ui.article_view import ArticleView
from ui.jobs.worker import Worker
from ui.pages.view import PagesView
from ui.ports.placed import PlacedPort
from ui.reader import ReaderView


class Turning(QObject):
    """`stack` shows the text or the pages. Pages are laid out when first asked for; `turned` follows each change of sides."""

    turned = Signal()
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, port: PlacedPort, worker: Worker, text: QWidget, views: tuple[ReaderView, PagesView]) -> None:
        super().__init__(text)
        self._port = port
        self._worker = worker
        self._reader, self._pages = views
        self._text = text
        self._laid_out: Article | None = None
        self._left: tuple[int, int] | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(text)
        self.stack.addWidget(self._pages)

    @property
    def front(self) -> ArticleView:
        """The view that is to be seen."""
        return self._pages if self.stack.currentWidget() is self._pages else self._reader

    @property
    def back(self) -> ArticleView:
        """The other one."""
        return self._reader if self.front is self._pages else self._pages

    def begin(self) -> None:
        """Another article: its text is in front, its pages are not laid out."""
        self._laid_out, self._left = None, None
        self._pages.clear()
        self.stack.setCurrentWidget(self._text)
        self.turned.emit()

    def turn(self, to_pages: bool) -> None:
        """Show the printed pages, or the text again."""
        reading = self._reader.reading
        if reading is None or to_pages == (self.front is self._pages):
            return
        if not to_pages or self._laid_out is reading.article:
            self._turn()
            return
        article = reading.article
        self.told.emit(tr("Laying out the pages…"))
        self._worker.run(self._port.pages, lambda print_: self._on_pages(article, print_), self._on_failed)

    def _on_pages(self, article: Article, print_: Print) -> None:
        self.told.emit("")
        reading = self._reader.reading
        if reading is None or reading.article is not article:
            return  # another article was opened meanwhile
        self._laid_out = article
        self._pages.show_pages(reading, print_)
        self._pages.show_claim(self._reader.current_claim, scroll=False)
        self._turn()

    def _on_failed(self, error: Exception) -> None:
        self.told.emit("")
        self.failed.emit(error)
        self.turned.emit()

    def _turn(self) -> None:
        giver, taker = self.front, self.back
        offset, left = giver.first_offset_on_screen(), giver.verticalScrollBar().value()
        self.stack.setCurrentWidget(self._pages if taker is self._pages else self._text)
        if self._left is not None and self._left[1] == left:  # nobody scrolled since: back to the very pixel
            taker.verticalScrollBar().setValue(self._left[0])
        else:
            taker.show_offset(offset)
        self._left = (left, taker.verticalScrollBar().value())
        taker.setFocus()
        self.turned.emit()
