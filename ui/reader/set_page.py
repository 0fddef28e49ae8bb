"""A page that is set piece by piece while it is read, and again in another theme, typeface or width without losing the reader's place."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QWidget

from credibility.model import Article
from ui.reader.closed_browser import ClosedBrowser
from ui.reader.column import fit, page_of
from ui.reader.comments import Comments
from ui.reader.painting.claims import Page
from ui.reader.place import Place, go_to, place_in
from ui.reader.scrolling import scroll_to_top
from ui.reader.typesetting.formats import Formats
from ui.reader.typesetting.text_map import TextMap
from ui.reader.typesetting.typesetter import Typesetter
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme

AHEAD, LAST = 4000, 2**31 - 1  # positions to set beyond a place before it is shown; beyond any article
AT_ONCE = 60_000  # positions that may be set before a place is shown without its being felt


class SetPage(ClosedBrowser):
    """Shows the text of one article; `article_set` says that all of it stands in the document. Places are code points of `Article.text`."""

    article_set = Signal()

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.typography = typography
        self.formats = Formats(typography, theme)
        self._article: Article | None = None
        self._typesetter: Typesetter | None = None
        self._comments = Comments()
        self._place = Place()  # to return to when the page is set
        self._kept: tuple[Place, int] | None = None  # while the window changes its width, and where that scrolled to

    @property
    def text_map(self) -> TextMap | None:
        """The way between places of the article and of the document; None before there is an article."""
        return self._typesetter.text_map if self._typesetter else None

    @property
    def is_set(self) -> bool:
        """Whether the whole article stands in the document."""
        return self._typesetter is not None and self._typesetter.is_done

    def show_article(self, article: Article) -> None:
        """Set another article, from its top."""
        self._article = article
        self._comments = Comments()
        self._set_anew(Place())

    def let_go(self) -> None:
        """Show no article any more, and keep nothing of it."""
        if self._typesetter is not None:
            self._typesetter.stop()
            self._typesetter.deleteLater()
        self._typesetter, self._article, self._kept = None, None, None
        self._place, self._comments = Place(), Comments()
        self.show_document(QTextDocument())

    def begin_page(self) -> None:
        """Called when the text is about to be set."""

    def kept_position(self) -> int | None:
        """A place in the document that is to stay in view when the text is typeset again, if it is in view; None for the first line."""
        return None

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme, at the same place."""
        self.theme = theme
        self._restyle()

    def set_typography(self, typography: Typography) -> None:
        """Typeset the page again, at the same place."""
        self.typography = typography
        self._restyle()

    def page(self) -> Page:
        """Where the column of text stands in the viewport."""
        return page_of(self.viewport().width(), self.typography, self.formats.em)

    def point_of(self, offset: int) -> QPoint:
        """The point of the viewport at which a code point of the article begins."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self.text_map.to_qt(offset) if self.text_map else 0)
        return self.cursorRect(cursor).center()

    def offset_at(self, position: int) -> int | None:
        """The code point of the article at a place in the document; None outside the article."""
        return self.text_map.to_offset(position) if self.text_map else None

    def show_offset(self, offset: int) -> None:
        """Bring a code point of the article to the top of the viewport; 0 is the head of the page."""
        if self.text_map is not None:
            position = self.text_map.to_qt(offset) if offset else 0
            if self.reaches(position):
                scroll_to_top(self, position)
            else:
                self.return_to(Place(position))

    def return_to(self, place: Place) -> None:
        """Show a place when the article is set so far, unless another one is asked for meanwhile."""
        self._place = place

    def reaches(self, position: int) -> bool:
        """Set the article up to a place in the document if that is not felt. Returns whether it is set so far."""
        self._place = Place()
        far = self._typesetter is not None and not self.is_set and position > self._typesetter.position + AT_ONCE
        if not far:
            self.set_up_to(position)
        return not far

    def set_up_to(self, position: int) -> None:
        """Set the article at once up to a place in the document, and what is seen below it."""
        if self._typesetter is not None:
            self._typesetter.set_up_to(min(position + AHEAD, LAST))

    def finish_setting(self) -> None:
        """Set the rest of the article at once."""
        self.set_up_to(LAST)

    def toggle_comments(self) -> None:
        """Show or fold the comments below the article."""
        if self._article is not None:
            self._comments.toggle(self.document(), self._article, self.formats)

    def _restyle(self) -> None:
        self.formats = Formats(self.typography, self.theme)
        if self._article is not None:
            self._set_anew(self._place if self._place.end else self._here())
        self.viewport().update()

    def _here(self) -> Place:
        return place_in(self, int(self.page().left) + 4, self.kept_position())

    def _set_anew(self, place: Place) -> None:
        if self._article is None:
            return
        if self._typesetter is not None:
            self._typesetter.stop()
            self._typesetter.deleteLater()
            self._typesetter = None
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self.typography.body())
        self.show_document(document)
        self._fit()
        self._place, self._kept = place, None
        self._typesetter = Typesetter(self._article, document, self.formats, int(self.page().width), self)
        self._typesetter.finishing.connect(self._set_comments)
        self._typesetter.advanced.connect(self._return)
        self._typesetter.finished.connect(self.article_set)
        self.begin_page()
        self._typesetter.start()

    def _set_comments(self) -> None:
        if self._article is not None:
            self._comments.set_into(self.document(), self._article, self.formats)

    def _return(self) -> None:
        if self._place.end and self._typesetter is not None and (self.is_set or self._typesetter.position > self._place.end + AHEAD):
            go_to(self, self._place)
            self._place = Place()

    def _fit(self) -> None:
        page = self.page()
        if fit(self.document(), page, self.viewport().width(), self.formats.em) and self._typesetter is not None:
            self._typesetter.fit_images(page.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and as wide as the measure, and the reader's place in it."""
        place, at = self._kept or (Place(), -1)
        if at != self.verticalScrollBar().value():  # scrolled since by hand
            place = self._here()
        self._fit()
        super().resizeEvent(event)
        go_to(self, place)
        self._kept = place, self.verticalScrollBar().value()
