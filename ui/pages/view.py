"""The original pages of a PDF, scrolled and zoomed, with the claims painted on them. Draws what it is given; opens nothing."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from credibility.floor.language import tr
from credibility.model import PageRect, Print, RatedClaim, Reading, Span
from credibility.model.notes import PlacedNote
from ui.basics.plain import show_tip
from ui.filtering import ClaimFilter
from ui.pages.drawings import PagePictures
from ui.pages.ink import PageInk, Placed, paint_sheet
from ui.pages.layout import PageLayout, lay_out
from ui.pages.notes import PageNotes
from ui.reader.painting.notes import note_words
from ui.theme import Scheme, Theme, theme_of
from ui.words import claim_in_a_line, evidence_spans

NARROWEST, WIDEST = 0.3, 5.0  # zoom, 1 being as wide as the view
STEP = 1.15


class PagesView(QAbstractScrollArea):
    """Shows the pages of one reading. As on the text, offsets that leave it are code points of `Article.text`."""

    claim_activated = Signal(str)
    claim_menu_asked = Signal(str, QPoint)
    note_activated = Signal(int)

    def __init__(self, pictures: PagePictures, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self.setAccessibleName(tr("Pages"))
        self.setAccessibleDescription(tr("The original pages. “Next claim” in the menu “Claims” goes from claim to claim."))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(48)
        self.horizontalScrollBar().setSingleStep(48)
        self._pictures = pictures
        self._pictures.drawn.connect(self.viewport().update)
        self._print: Print | None = None
        self._reading: Reading | None = None
        self._places: dict[str, tuple[PageRect, ...]] = {}
        self._pointed: tuple[PageRect, ...] = ()
        self._filter = ClaimFilter()
        self._current: str | None = None
        self._hovered: str | None = None
        self._linked: frozenset[str] = frozenset()
        self._marks: list[tuple[QRectF, str]] = []
        self._notes, self._layout, self._zoom = PageNotes(), PageLayout(), 1.0
        self.set_theme(theme)

    @property
    def current_claim(self) -> str | None:
        """The id of the claim that is drawn as the current one."""
        return self._current

    @property
    def zoom(self) -> float:
        """How large the pages are; 1 is as wide as the view."""
        return self._zoom

    def show_pages(self, reading: Reading, print_: Print) -> None:
        """Show the pages of another reading, from their top."""
        self._print = print_
        self._current, self._pointed, self._linked = None, (), frozenset()
        self._pictures.clear()
        self.repaint_claims(reading)
        self.show_notes(self._notes.notes)
        self._fit()
        self.verticalScrollBar().setValue(0)

    def clear(self) -> None:
        """Show no pages."""
        self._print, self._reading, self._places, self._pointed = None, None, {}, ()
        self._pictures.clear()
        self._fit()

    def repaint_claims(self, reading: Reading) -> None:
        """Redraw the claims of the same article; the scroll position stays."""
        self._reading = reading
        printed = self._print is not None  # else nothing has a place: no rectangles are looked for, thousands of times
        self._places = {rated.id: self._rects(rated.claim.content) if printed else () for rated in reading.claims}
        self._current = self._current if self._current in self._places else None
        self._hovered = None
        self._pointed = self._pointed if self._current else ()
        self.viewport().update()

    def show_claim(self, claim_id: str | None, *, scroll: bool = True) -> None:
        """Make a claim the current one and bring it into view."""
        rated = self._reading.claim(claim_id) if self._reading and claim_id else None
        self._current = claim_id
        self._pointed = self._rects(evidence_spans(rated)) if rated else ()
        if claim_id and scroll:
            self._bring_into_view(self._places.get(claim_id, ()))
        self.viewport().update()

    def point_at(self, spans: tuple[Span, ...]) -> None:
        """Underline the words that an explanation speaks of."""
        self._pointed = self._rects(spans)
        self._bring_into_view(self._pointed)
        self.viewport().update()

    def show_linked(self, claim_ids: frozenset[str]) -> None:
        """Mark the claims that are linked with the one chosen in the article beside this one."""
        self._linked = claim_ids
        self.viewport().update()

    def show_only(self, chosen: ClaimFilter) -> None:
        """Draw the claims of the filter alone."""
        self._filter = chosen
        self.viewport().update()

    def show_notes(self, notes: tuple[PlacedNote, ...]) -> None:
        """Mark these notes beside their words."""
        self._notes.place(notes, self._rects)
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Show the desk around the pages in this theme; the paper stays white, and claims on it are drawn as on a light page."""
        self._theme = theme
        self._paper = theme_of(Scheme.LIGHT, theme.styles)
        self.viewport().update()

    def zoom_by(self, steps: int) -> None:
        """Larger or smaller pages around the middle of the view; 0 makes them as wide as the view."""
        bar = self.verticalScrollBar()
        middle = (bar.value() + self.viewport().height() / 2) / max(1.0, self._layout.height)
        self._zoom = min(WIDEST, max(NARROWEST, self._zoom * STEP**steps)) if steps else 1.0
        self._fit()
        bar.setValue(round(middle * self._layout.height - self.viewport().height() / 2))

    def first_offset_on_screen(self) -> int:
        """The code point of the article's first line in view; 0 when there is none."""
        top = self._offset().y()
        lines = self._print.lines if self._print else ()
        at = [line for line in lines if self._layout.frames[line.page].top() + line.top * self._layout.scale >= top]
        return min((line.offsets[0] for line in at), default=0)

    def show_offset(self, offset: int) -> None:
        """Bring the line with a code point to the top of the view; 0 is the top of the first page."""
        rect = next(self._print.rects(Span(offset, offset + 400)), None) if self._print and offset else None
        self.verticalScrollBar().setValue(round(self._layout.place(rect).top()) - 4 if rect else 0)

    def claim_at_point(self, point: QPoint) -> str | None:
        """The claim drawn at a point of the viewport: its words, innermost first, or its mark."""
        for box, claim_id in self._marks:
            if box.contains(QPointF(point)):
                return claim_id
        at = self._layout.point(QPointF(point) + self._offset())
        if at is None:
            return None
        page, x, y = at
        hits = [rated for rated in self._shown() if any(_holds(rect, page, x, y) for rect in self._places[rated.id])]
        return min(hits, key=lambda rated: sum(map(len, rated.claim.content))).id if hits else None

    def rects_of(self, claim_id: str) -> tuple[QRectF, ...]:
        """Where a claim is drawn, in the viewport."""
        return tuple(self._layout.place(rect).translated(-self._offset()) for rect in self._places.get(claim_id, ()))

    def _shown(self) -> tuple[RatedClaim, ...]:
        return tuple(rated for rated in self._reading.claims if self._filter.holds(rated)) if self._reading else ()

    def _rects(self, spans: tuple[Span, ...]) -> tuple[PageRect, ...]:
        return tuple(rect for span in spans for rect in self._print.rects(span)) if self._print else ()

    def _offset(self) -> QPointF:
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def _fit(self) -> None:
        self._layout = lay_out(self._print.pages if self._print else (), self._zoom, self.viewport().width())
        for bar, whole, seen in (
            (self.verticalScrollBar(), self._layout.height, self.viewport().height()),
            (self.horizontalScrollBar(), self._layout.width, self.viewport().width()),
        ):
            bar.setRange(0, max(0, round(whole) - seen))
            bar.setPageStep(seen)
        self.viewport().update()

    def _bring_into_view(self, rects: tuple[PageRect, ...]) -> None:
        if not rects:
            return
        place, bar, height = self._layout.place(rects[0]), self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + height * 0.1 < place.top() < bar.value() + height * 0.78:
            bar.setValue(round(place.top() - height * 0.33))
        side = self.horizontalScrollBar()
        if not side.value() < place.left() < side.value() + self.viewport().width() * 0.8:
            side.setValue(round(place.left() - self.viewport().width() * 0.2))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The desk, the pages in view, the claims on them."""
        offset, height = self._offset(), self.viewport().height()
        painter = QPainter(self.viewport())
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(self._theme.colours.panel))
        shown = list(self._layout.shown(offset.y(), offset.y() + height))
        for number in shown:
            picture = self._pictures.picture(number, self._layout.scale, self.devicePixelRatioF())
            paint_sheet(painter, number, self._layout.frames[number].translated(-offset), picture, self._theme)
        ink = PageInk(painter, self._paper, self._layout.scale)
        placed = (self._placed(rated, shown, offset) for rated in self._shown())
        ink.paint((each for each in placed if each.rects), self._current, self._hovered, self._linked)
        ink.point(self._in_view(self._pointed, shown, offset))
        self._marks = ink.marks
        self._notes.paint(painter, self._paper, self._layout, shown, offset)
        painter.end()

    def _placed(self, rated: RatedClaim, pages: list[int], offset: QPointF) -> Placed:
        start = rated.claim.content[0].start
        line = self._print.line_at(start) if self._print else None
        rect = line.rect(line.span) if line and start < line.span.end else None
        beginning = self._in_view((rect,) if rect else (), pages, offset)
        return Placed(rated, self._in_view(self._places[rated.id], pages, offset), next(iter(beginning), None))

    def _in_view(self, rects: tuple[PageRect, ...], pages: list[int], offset: QPointF) -> tuple[QRectF, ...]:
        return tuple(self._layout.place(rect).translated(-offset) for rect in rects if rect.page in pages)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the pages as wide as they were against the view, and the place."""
        share = self.verticalScrollBar().value() / max(1.0, self._layout.height)
        super().resizeEvent(event)
        self._fit()
        self.verticalScrollBar().setValue(round(share * self._layout.height))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and event.angleDelta().y():
            self.zoom_by(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Home and End go to the first and last page, Space a screen on; the other keys scroll as everywhere."""
        bar = self.verticalScrollBar()
        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        moves = {
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Space: bar.value() + bar.pageStep() * (-0.9 if back else 0.9),
        }
        if event.key() in moves:
            bar.setValue(round(moves[Qt.Key(event.key())]))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a claim or a note activates it."""
        note = self._notes.at(event.position()) if event.button() is Qt.MouseButton.LeftButton else None
        if note:
            self.note_activated.emit(note.note.number)
            return
        claim_id = self.claim_at_point(event.position().toPoint()) if event.button() is Qt.MouseButton.LeftButton else None
        if claim_id:
            self.claim_activated.emit(claim_id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The claim under the pointer is drawn a little stronger."""
        hovered = self.claim_at_point(event.position().toPoint())
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if hovered or self._notes.at(event.position()) else Qt.CursorShape.ArrowCursor
        )
        if hovered != self._hovered:
            self._hovered = hovered
            self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Say in words what a highlight means while the pointer rests on it."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            note, claim_id = self._notes.at(QPointF(event.pos())), self.claim_at_point(event.pos())
            if note:
                show_tip(event.globalPos(), note_words(note), self.viewport())
                return True
            if claim_id and self._reading:
                show_tip(event.globalPos(), claim_in_a_line(self._reading.claim(claim_id), self._theme.styles), self.viewport())
                return True
        return super().viewportEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """On a claim, or asked for by a key while one is the current one: what can be done with it."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        claim_id = self.current_claim if by_key else self.claim_at_point(event.pos())
        if claim_id:
            self.claim_menu_asked.emit(claim_id, event.globalPos())


def _holds(rect: PageRect, page: int, x: float, y: float) -> bool:
    return rect.page == page and rect.left <= x <= rect.right and rect.top <= y <= rect.bottom
