"""The page: shows a reading, paints its claims under the text, tells which claim was pointed at. It never reads anything."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QWidget

from credibility.model import Claim, Reading, Role, Span
from ui.basics.plain import show_tip
from ui.reader.closed_browser import ClosedBrowser
from ui.reader.column import fit, page_of
from ui.reader.comments import COMMENTS_URL, Comments
from ui.reader.hit_test import claim_at
from ui.reader.painting.claims import Drawn, Page, Scene
from ui.reader.painting.excerpt_bar import excerpt_bar
from ui.reader.painting.highlights import highlights_of
from ui.reader.painting.painter import PagePainter
from ui.reader.scrolling import bring_into_view, scroll_to_top
from ui.reader.typesetting.formats import Formats
from ui.reader.typesetting.typesetter import Typesetter
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme
from ui.words import claim_in_a_line, evidence_spans

AHEAD, LAST = 4000, 2**31 - 1  # positions to set beyond a place before it is shown; beyond any article


class ReaderView(ClosedBrowser):
    """Shows one reading. Offsets that leave it are code points of `Article.text`."""

    claim_activated = Signal(str)
    claim_menu_asked = Signal(str, QPoint)
    link_activated = Signal(str)
    link_hovered = Signal(str)
    article_set = Signal()

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName("Article")
        self.setAccessibleDescription("The article. F8 and Shift+F8 go to the next and previous claim.")
        self._theme = theme
        self._typography = typography
        self._formats = Formats(typography, theme)
        self._reading: Reading | None = None
        self._typesetter: Typesetter | None = None
        self._comments = Comments()
        self._highlighted: tuple[Claim, ...] = ()
        self._scene = Scene()
        self._drawn = Drawn()
        self._anchor = 0
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(lambda url: self.link_hovered.emit(url.toString()))

    @property
    def reading(self) -> Reading | None:
        """The reading on the page."""
        return self._reading

    @property
    def typography(self) -> Typography:
        """How the page is set."""
        return self._typography

    @property
    def current_claim(self) -> str | None:
        """The id of the claim that is drawn as the current one."""
        return self._scene.current

    @property
    def is_set(self) -> bool:
        """Whether the whole article stands in the document."""
        return self._typesetter is not None and self._typesetter.is_done

    def show_reading(self, reading: Reading) -> None:
        """Put another article on the page, from its top."""
        self._reading = reading
        self._comments = Comments()
        self._scene = Scene(hidden=self._scene.hidden)
        self._set_anew(0)

    def repaint_claims(self, reading: Reading) -> None:
        """Draw the claims of the same article anew; the text, the place on the page and the selection stay."""
        self._reading = reading
        if self._typesetter is None:
            return
        claims = tuple(rated.claim for rated in reading.claims)
        if claims != self._highlighted:
            self._highlighted = claims
            self._scene = replace(self._scene, highlights=highlights_of(claims, self._typesetter.text_map))
        by_id = {rated.id: rated for rated in reading.claims}
        current = self._scene.current if self._scene.current in by_id else None
        bars = tuple(excerpt_bar(excerpt, self._typesetter.text_map) for excerpt in reading.excerpts)
        pointed = self._scene.pointed if current else ()
        self._scene = replace(self._scene, claims=by_id, excerpts=bars, current=current, hovered=None, pointed=pointed)
        self.viewport().update()

    def show_claim(self, claim_id: str | None, *, scroll: bool = True) -> None:
        """Make a claim the current one and bring it into view; the words of its source and cue are underlined."""
        rated = self._reading.claim(claim_id) if self._reading and claim_id else None
        self._scene = replace(self._scene, current=claim_id, pointed=self._positions(evidence_spans(rated)) if rated else ())
        if rated and scroll:
            self._bring_into_view(rated.claim.content[0])
        self.viewport().update()

    def point_at(self, spans: tuple[Span, ...]) -> None:
        """Underline the words that an explanation speaks of."""
        self._scene = replace(self._scene, pointed=self._positions(spans))
        if spans:
            self._bring_into_view(spans[0])
        self.viewport().update()

    def hide_roles(self, roles: frozenset[Role]) -> None:
        """Leave the claims of these roles undrawn."""
        self._scene = replace(self._scene, hidden=roles)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show the page in another theme, at the same place."""
        self._theme = theme
        self._restyle()

    def set_typography(self, typography: Typography) -> None:
        """Set the page anew, at the same place."""
        self._typography = typography
        self._restyle()

    def claim_at_point(self, point: QPoint) -> str | None:
        """The claim drawn at a point of the viewport: its words or its mark in the gutter."""
        place = self._on_page(point)
        for rect, claim_id in self._drawn.marks:
            if rect.contains(place):
                return claim_id
        if self._reading is None or self._typesetter is None:
            return None
        position = self.document().documentLayout().hitTest(place, Qt.HitTestAccuracy.ExactHit)
        offset = self._typesetter.text_map.to_offset(position) if position >= 0 else None
        if offset is None:
            return None
        shown = (rated for rated in self._reading.claims if rated.drawn not in self._scene.hidden)
        found = claim_at(shown, offset)
        return found.id if found else None

    def point_of(self, offset: int) -> QPoint:
        """The point of the viewport at which a code point of the article begins."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(self._typesetter.text_map.to_qt(offset) if self._typesetter else 0)
        return self.cursorRect(cursor).center()

    def first_offset_on_screen(self) -> int:
        """The code point of the article at the top of the viewport; 0 while the head of the page is there."""
        position = self.cursorForPosition(QPoint(int(self._page().left) + 4, 12)).position()
        return (self._typesetter.text_map.to_offset(position) if self._typesetter else None) or 0

    def show_offset(self, offset: int) -> None:
        """Bring a code point of the article to the top of the viewport; 0 is the head of the page."""
        if self._typesetter is None:
            return
        position = self._typesetter.text_map.to_qt(offset) if offset else 0
        self._typesetter.set_up_to(position + AHEAD)
        scroll_to_top(self, position)

    def finish_setting(self) -> None:
        """Set the rest of the article at once."""
        if self._typesetter is not None:
            self._typesetter.set_up_to(LAST)

    def _restyle(self) -> None:
        self._formats = Formats(self._typography, self._theme)
        if self._reading is not None:
            top = self.cursorForPosition(QPoint(int(self._page().left) + 4, 8)).position()
            self._set_anew(top)
        self.viewport().update()

    def _set_anew(self, anchor: int) -> None:
        if self._reading is None:
            return
        if self._typesetter is not None:
            self._typesetter.stop()
            self._typesetter.deleteLater()
            self._typesetter = None
        document = QTextDocument()
        document.setUndoRedoEnabled(False)
        document.setDefaultFont(self._typography.body())
        self.show_document(document)
        self._fit()
        self._anchor = anchor
        self._highlighted = ()
        self._typesetter = Typesetter(self._reading.article, document, self._formats, int(self._page().width), self)
        self._typesetter.finishing.connect(self._set_comments)
        self._typesetter.advanced.connect(self._return_to_anchor)
        self._typesetter.finished.connect(self.article_set)
        self.repaint_claims(self._reading)
        self._typesetter.start()

    def _set_comments(self) -> None:
        if self._reading is not None:
            self._comments.set_into(self.document(), self._reading.article, self._formats)

    def _return_to_anchor(self) -> None:
        if self._anchor and self._typesetter is not None and (self.is_set or self._typesetter.position > self._anchor + AHEAD):
            scroll_to_top(self, self._anchor)
            self._anchor = 0

    def _positions(self, spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        return tuple(self._typesetter.text_map.to_qt_span(span) for span in spans) if self._typesetter else ()

    def _page(self) -> Page:
        return page_of(self.viewport().width(), self._typography, self._formats.em)

    def _fit(self) -> None:
        page = self._page()
        if fit(self.document(), page, self.viewport().width(), self._formats.em) and self._typesetter is not None:
            self._typesetter.fit_images(page.width)

    def _on_page(self, point: QPoint) -> QPointF:
        return QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())

    def _bring_into_view(self, span: Span) -> None:
        if self._typesetter is not None:
            start = self._typesetter.text_map.to_qt(span.start)
            self._typesetter.set_up_to(start + AHEAD)
            bring_into_view(self, start)

    def _on_anchor(self, url: QUrl) -> None:
        if url.toString() == COMMENTS_URL and self._reading:
            self._comments.toggle(self.document(), self._reading.article, self._formats)
            return
        self.link_activated.emit(url.toString())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred and as wide as the measure."""
        self._fit()
        super().resizeEvent(event)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Labels beside the text stay on screen while it scrolls, so the whole viewport is drawn again."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Washes and marks first, then Qt draws the text over them."""
        offset = QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        painter = QPainter(self.viewport())
        painter.translate(-offset)
        strip = QRectF(self.viewport().rect()).translated(offset)
        self._drawn = PagePainter(painter, self._formats, self._page(), self._scene).paint(self.document(), strip)
        painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a claim activates it; a drag selects text."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        claim_id = self.claim_at_point(event.position().toPoint())
        if claim_id:
            self.claim_activated.emit(claim_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The claim under the pointer is drawn a little stronger."""
        super().mouseMoveEvent(event)
        hovered = self.claim_at_point(event.position().toPoint())
        if hovered and not self.anchorAt(event.position().toPoint()):
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif not self.anchorAt(event.position().toPoint()):
            self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        if hovered != self._scene.hovered:
            self._scene = replace(self._scene, hovered=hovered)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in words what a highlight means while the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            claim_id = self.claim_at_point(event.pos())
            if claim_id and self._reading:
                rated = self._reading.claim(claim_id)
                show_tip(event.globalPos(), claim_in_a_line(rated, self._theme.styles), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a claim: what can be done with it; elsewhere Qt's own menu."""
        claim_id = self.claim_at_point(event.pos())
        if claim_id and not self.textCursor().hasSelection():
            self.claim_menu_asked.emit(claim_id, event.globalPos())
        else:
            super().contextMenuEvent(event)
