"""The pages as they will be on paper, before they are printed."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model import PageSize, Print, Reading
from ui.basics.widgets import button, hairline, label
from ui.jobs.worker import Worker
from ui.pages import PagesView
from ui.pages.drawings import PagePictures
from ui.ports.paper import PaperPort
from ui.theme import Theme
from ui.words import complaint_words

WIDTH, HEIGHT = 720, 860


class PrintPreview(QDialog):
    """`print_asked` says that the pages are to be printed."""

    print_asked = Signal()

    def __init__(self, port: PaperPort, pages: tuple[PageSize, ...], reading: Reading, hint: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Print preview"))
        self._worker = Worker(self)
        self._pictures = PagePictures(port, self._worker, self)
        self.pages = PagesView(self._pictures, theme)
        self.pages.setAccessibleDescription(tr("The pages as they will be printed"))
        self.told = label(f"{tr_of(len(pages), '{count} page.', '{count} pages.')} {hint}".strip(), tone="soft")
        self._pictures.failed.connect(lambda error: self.told.setText(complaint_words(error)))
        self.print_button = button(tr("Print…"), self.print_asked.emit, primary=True, tip=tr("Choose a printer, and which pages"))
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 10, 16, 12)
        foot.setSpacing(6)
        foot.addWidget(self.told, 1)
        for words, steps, tip in (("A−", -1, tr("Smaller pages")), ("A+", 1, tr("Larger pages"))):
            made = button(words, partial(self.pages.zoom_by, steps), tip=tip)
            made.setAccessibleName(tip)
            foot.addWidget(made)
        foot.addWidget(button(tr("Close"), self.reject))
        foot.addWidget(self.print_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pages, 1)
        column.addWidget(hairline())
        column.addLayout(foot)
        # The claims are on the pages already.
        self.pages.show_pages(replace(reading, claims=()), Print(pages))
        self.resize(min(WIDTH, parent.window().width() - 20), min(HEIGHT, parent.window().height() - 40))
        self.finished.connect(lambda _code: self._worker.wait())
