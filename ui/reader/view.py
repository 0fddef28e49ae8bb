"""The page: shows a reading, paints its claims under the text, tells which claim was pointed at. It never reads anything."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from credibility.model import Claim, Reading, Span
from credibility.model.notes import PlacedNote
from ui.basics.plain import show_tip
from ui.filtering import ClaimFilter
from ui.reader.comments import COMMENTS_URL
from ui.reader.grips import Grip
from ui.reader.header import address_from
from ui.reader.hit_test import claim_at
from ui.reader.painting.claims import Drawn, PageScene
from ui.reader.painting.excerpt_bar import excerpt_bar
from ui.reader.painting.geometry import position_at
from ui.reader.painting.highlights import Highlights
from ui.reader.painting.notes import note_marks, note_words
from ui.reader.painting.painter import PagePainter
from ui.reader.place import Place
from ui.reader.scrolling import THIRD, bring_into_view, select
from ui.reader.set_page import SetPage
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme
from ui.words import claim_in_a_line, evidence_spans


class ReaderView(SetPage):
    """Shows one reading. Offsets that leave it are code points of `Article.text`."""

    claim_activated = Signal(str)
    claim_menu_asked = Signal(str, QPoint)
    link_activated = Signal(str)
    link_hovered = Signal(str)
    note_activated = Signal(int)

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(theme, typography, parent)
        self.setObjectName("reader")
        self.setAccessibleName(tr("Article"))
        self.setAccessibleDescription(tr("The article. “Next claim” in the menu “Claims” goes from claim to claim."))
        self._reading: Reading | None = None
        self._highlighted: tuple[Claim, ...] = ()
        self._scene = PageScene()
        self._drawn = Drawn()
        self._notes: tuple[PlacedNote, ...] = ()
        self._link = ""  # under the pointer
        self.note_at = -1  # where the note begins that was gone to last
        self.anchorClicked.connect(self._on_anchor)
        self.highlighted.connect(lambda url: self.link_hovered.emit(url.toString()))

    @property
    def reading(self) -> Reading | None:
        """The reading on the page."""
        return self._reading

    @property
    def current_claim(self) -> str | None:
        """The id of the claim that is drawn as the current one."""
        return self._scene.current

    def show_reading(self, reading: Reading) -> None:
        """Put another article on the page, from its top."""
        self._reading = reading
        self._scene, self._notes = PageScene(filter=self._scene.filter), ()
        self.show_article(reading.article)

    def let_go(self) -> None:
        """Show no article any more, and keep nothing of it."""
        self._reading, self._highlighted, self._notes = None, (), ()
        self._scene, self._drawn = PageScene(), Drawn()
        super().let_go()

    def repaint_claims(self, reading: Reading) -> None:
        """Redraw the claims of the same article; text, scroll position and selection stay."""
        self._reading = reading
        if self.text_map is None:
            return
        claims = tuple(rated.claim for rated in reading.claims)
        if claims != self._highlighted:
            self._highlighted = claims
            self._scene = replace(self._scene, highlights=Highlights(claims, self.text_map))
        by_id = {rated.claim.id: rated for rated in reading.claims}
        current = self._scene.current if self._scene.current in by_id else None
        bars = tuple(excerpt_bar(excerpt, self.text_map) for excerpt in reading.excerpts)
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

    def show_only(self, chosen: ClaimFilter) -> None:
        """Draw the claims of the filter alone."""
        self._scene = replace(self._scene, filter=chosen)
        self.viewport().update()

    def show_linked(self, claim_ids: frozenset[str]) -> None:
        """Mark the claims that are linked with the one chosen in the article beside this one."""
        if claim_ids != self._scene.linked:
            self._scene = replace(self._scene, linked=claim_ids)
            self.viewport().update()

    def show_notes(self, notes: tuple[PlacedNote, ...]) -> None:
        """Mark these notes in the margin."""
        self._notes = notes
        marks = note_marks(notes, self.text_map.to_qt_span) if self.text_map else ()
        self._scene = replace(self._scene, notes=marks)
        self.viewport().update()

    def show_note(self, span: Span) -> None:
        """Bring the words of a note into view and select them."""
        self.note_at = span.start
        if self._bring_into_view(span, selected=True) and self.text_map is not None:
            select(self, *self.text_map.to_qt_span(span))

    def note_at_point(self, point: QPoint) -> PlacedNote | None:
        """The note whose mark was drawn at a point of the viewport."""
        place = self._on_page(point)
        number = next((number for rect, number in self._drawn.notes if rect.contains(place)), None)
        return next((placed for placed in self._notes if placed.note.number == number), None)

    def claim_at_point(self, point: QPoint) -> str | None:
        """The claim drawn at a point of the viewport: its words or its mark in the gutter."""
        place = self._on_page(point)
        for rect, claim_id in self._drawn.marks:
            if rect.contains(place):
                return claim_id
        if self._reading is None or self.text_map is None:
            return None
        position = position_at(self.document(), place)
        offset = self.text_map.to_offset(position) if position >= 0 else None
        if offset is None:
            return None
        there = (self._scene.claims[each.claim_id] for each in self._scene.highlights.between(position, position + 1))
        found = claim_at(filter(self._scene.filter.holds, there), offset)
        return found.id if found else None

    def grip_at(self, point: QPoint) -> Grip | None:
        """The end of the current claim that was drawn at a point of the viewport."""
        place = self._on_page(point)
        return next((grip for rect, grip in self._drawn.grips if rect.contains(place)), None)

    def first_offset_on_screen(self) -> int:
        """The code point of the article at the top of the viewport; 0 while the head of the page is there."""
        position = self.cursorForPosition(QPoint(int(self.page().left) + 4, 12)).position()
        return (self.text_map.to_offset(position) if self.text_map else None) or 0

    def begin_page(self) -> None:
        """The text is about to be set: the claims are drawn on it as it grows."""
        self._highlighted = ()
        if self._reading is not None:
            self.repaint_claims(self._reading)
            self.show_notes(self._notes)

    def kept_position(self) -> int | None:
        """The current claim stays in view when the text is typeset again."""
        rated = self._reading.claim(self._scene.current) if self._reading and self._scene.current else None
        return self.text_map.to_qt(rated.claim.content[0].start) if rated and self.text_map else None

    def _positions(self, spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
        return tuple(self.text_map.to_qt_span(span) for span in spans) if self.text_map else ()

    def _on_page(self, point: QPoint) -> QPointF:
        return QPointF(point.x() + self.horizontalScrollBar().value(), point.y() + self.verticalScrollBar().value())

    def _bring_into_view(self, span: Span, *, selected: bool = False) -> bool:
        """Returns whether the words are there already; if not, they come into view, selected on wish, when they are set."""
        if self.text_map is None:
            return False
        start, end = self.text_map.to_qt_span(span)
        if self.reaches(end):
            bring_into_view(self, start)
            return True
        self.return_to(Place(start, round(self.viewport().height() * THIRD), (start, end) if selected else None))
        return False

    def _on_anchor(self, url: QUrl) -> None:
        if url.toString() == COMMENTS_URL:
            self.toggle_comments()
        else:
            self.link_activated.emit(url.toString())

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
        self._drawn = PagePainter(painter, self.formats, self.page(), self._scene).paint(self.document(), strip)
        painter.end()
        super().paintEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a claim activates it; a drag selects text."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection():
            return
        if note := self.note_at_point(event.position().toPoint()):
            self.note_activated.emit(note.note.number)
            return
        claim_id = self.claim_at_point(event.position().toPoint())
        if claim_id:
            self.claim_activated.emit(claim_id)

    def link_at(self, point: QPoint) -> str:
        """The address of the link at a point of the viewport, "" without one. Qt's own search asks every block of the document."""
        position = position_at(self.document(), self._on_page(point))
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 2) + 1)
        return cursor.charFormat().anchorHref() if position >= 0 else ""

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The claim under the pointer is drawn a little stronger; Qt needs to know of the pointer only while a button is held."""
        if event.buttons():
            super().mouseMoveEvent(event)
        place = event.position().toPoint()
        hovered, link = self.claim_at_point(place), self.link_at(place)
        points = bool(hovered or link or self.note_at_point(place))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if points else Qt.CursorShape.IBeamCursor)
        if link != self._link:
            self._link = link
            self.link_hovered.emit(link)
        if hovered != self._scene.hovered:
            self._scene = replace(self._scene, hovered=hovered)
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in words what a highlight means while the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            if note := self.note_at_point(event.pos()):
                show_tip(event.globalPos(), note_words(note), self.viewport())
                return True
            claim_id = self.claim_at_point(event.pos())
            if claim_id and self._reading:
                rated = self._reading.claim(claim_id)
                show_tip(event.globalPos(), claim_in_a_line(rated, self.theme.styles), self.viewport())
                return True
            if self._reading and self.link_at(event.pos()) == self._reading.article.url:
                show_tip(event.globalPos(), address_from(self._reading.article), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a claim, or asked for by a key while one is the current one: what can be done with it; elsewhere Qt's own menu."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        claim_id = self.current_claim if by_key else self.claim_at_point(event.pos())
        if claim_id:
            self.claim_menu_asked.emit(claim_id, event.globalPos())
        else:
            super().contextMenuEvent(event)
