"""The rail beside the text: the whole article at a glance, with its claims, the places found, and where nobody is named as a source."""

from bisect import bisect_left, bisect_right

from PySide6.QtCore import QEvent, QLineF, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model import Claim, RatedClaim, Reading, Span
from credibility.model.notes import PlacedNote
from ui.basics.plain import show_tip
from ui.filtering import ClaimFilter, FacetIndex
from ui.reader.painting.marks import draw_mark
from ui.reader.rail_scale import EXACT, RailScale
from ui.reader.unsourced import unsourced_stretches
from ui.reader.view import ReaderView
from ui.theme import Theme
from ui.theme.note_marks import draw_note
from ui.words import claim_in_a_line

WIDTH, MARK, HIGH = 20, 12, 5  # pixels of the rail, and of a mark
NEAR = 7  # pixels around a mark in which a click means it
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1}
SCROLLS = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class Rail(QWidget):
    """`claim_asked` carries the claim whose mark was clicked, `stepped` how many claims on the keyboard goes."""

    claim_asked = Signal(str)
    stepped = Signal(int)

    def __init__(self, view: ReaderView, theme: Theme, facets: FacetIndex, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(tr("Map of the article"))
        self.setAccessibleDescription(tr("Up and Down go to the claim before and after, Page Up and Page Down scroll."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._facets = facets
        self._view = view
        self._theme = theme
        self._reading: Reading | None = None
        self._filter = ClaimFilter()
        self._found: tuple[int, ...] = ()
        self._linked: frozenset[str] = frozenset()
        self._notes: tuple[PlacedNote, ...] = ()
        self.stretches: tuple[Span, ...] = ()
        self._claims: tuple[Claim, ...] = ()
        self._heights: dict[str, float] = {}  # of all claims
        self._marks: tuple[RatedClaim, ...] = ()  # what is shown, from the top, beside its heights: no pair for each of thousands
        self._marked: list[float] = []
        self._drawn: QPixmap | None = None
        self._unfiltered: tuple[QPixmap, tuple[RatedClaim, ...], list[float]] | None = None  # kept while a filter is set
        view.verticalScrollBar().valueChanged.connect(self.update)
        view.verticalScrollBar().rangeChanged.connect(self._on_range)
        view.article_set.connect(self._begin_again)

    @property
    def marks(self) -> tuple[tuple[float, str], ...]:
        """Height in pixels and id of each claim on the rail, from the top."""
        self._place()
        return tuple((y, rated.id) for y, rated in zip(self._marked, self._marks, strict=True))

    def clear(self) -> None:
        """Map nothing until there is another reading."""
        self._reading, self._claims, self.stretches = None, (), ()
        self._begin_again()

    def show_reading(self, reading: Reading) -> None:
        """Map this reading."""
        claims = tuple(rated.claim for rated in reading.claims)
        is_known = self._reading is not None and reading.article is self._reading.article and claims == self._claims
        self._reading, self._claims = reading, claims
        if not is_known:  # a new rating moves neither claims nor stretches
            self.stretches = unsourced_stretches(reading)
            self._heights = {}
        self._draw_anew()

    def show_only(self, chosen: ClaimFilter) -> None:
        """Map the claims of the filter alone."""
        if not self._filter and self._drawn:
            self._unfiltered = self._drawn, self._marks, self._marked
        kept = self._unfiltered
        self._filter = chosen
        self._draw_anew()
        if not chosen and kept:  # thousands of marks need not be sorted and drawn again
            self._drawn, self._marks, self._marked = kept
        self._unfiltered = kept

    def show_linked(self, claim_ids: frozenset[str]) -> None:
        """Frame the claims that are linked with the one chosen in the article beside this one."""
        self._linked = claim_ids
        self.update()

    def show_found(self, positions: tuple[int, ...]) -> None:
        """Mark places of the document, such as those of words that were looked for."""
        self._found = positions
        self._begin_again()

    def show_notes(self, notes: tuple[PlacedNote, ...]) -> None:
        """Mark the reader's notes at the right edge."""
        self._notes = notes
        self._begin_again()

    def set_theme(self, theme: Theme) -> None:
        """Draw the rail in this theme."""
        self._theme = theme
        self._begin_again()

    def height_of(self, position: int) -> float:
        """Where a place of the document stands on the rail, in pixels."""
        return self._scale().height_of(position)

    def _scale(self) -> RailScale:
        return RailScale(self._view, self.height(), len(self._reading.article.text) if self._reading else 0)

    def claim_near(self, y: float) -> RatedClaim | None:
        """The claim whose mark is nearest to a height, if one is near."""
        self._place()
        first = bisect_left(self._marked, y - NEAR)
        near = [(abs(at - y), rated) for at, rated in zip(self._marked[first : first + 40], self._marks[first : first + 40], strict=True)]
        best = min(near, key=lambda pair: pair[0], default=None)
        return best[1] if best and best[0] <= NEAR else None

    def sizeHint(self) -> QSize:
        """Narrow, as high as the text."""
        return QSize(WIDTH, 200)

    def _begin_again(self) -> None:
        self._heights = {}
        self._draw_anew()

    def _draw_anew(self) -> None:
        self._drawn, self._marks, self._marked, self._unfiltered = None, (), [], None
        self.update()

    def _on_range(self) -> None:
        """While a long article is set, its end moves at every slice; the marks of such an article do not depend on that."""
        if self._reading is None or len(self._reading.article.text) <= EXACT:
            self._begin_again()

    def _place(self) -> None:
        text_map = self._view.text_map
        if self._marks or self._reading is None or text_map is None:
            return
        if not self._heights:
            scale = self._scale()
            starts = ((claim.id, claim.content[0].start) for claim in self._claims)
            self._heights = {name: scale.height_of(text_map.to_qt(at)) if scale.is_exact else at * scale.share for name, at in starts}
        shown = self._facets.held(self._reading.claims, self._filter)
        self._marks = tuple(sorted(shown, key=lambda rated: self._heights[rated.claim.id]))
        self._marked = [self._heights[rated.claim.id] for rated in self._marks]

    def _draw(self) -> QPixmap:
        self._place()
        ratio = self.devicePixelRatioF()
        drawn = QPixmap(round(self.width() * ratio), max(1, round(self.height() * ratio)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(QColor(self._theme.colours.panel))
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_stretches(painter)
        self._draw_marks(painter)
        self._draw_notes(painter)
        painter.setPen(QPen(QColor(self._theme.colours.ink), 1.4))
        for y in {round(self.height_of(position)) for position in self._found}:
            painter.drawLine(QPointF(1, y + 0.5), QPointF(WIDTH - 1, y + 0.5))
        painter.end()
        return drawn

    def _draw_marks(self, painter: QPainter) -> None:
        rows = {round(y / 2): place for place, y in enumerate(self._marked)}  # thousands share some hundreds of pixels: the last is seen
        for place in rows.values():
            rect = QRectF((WIDTH - MARK) / 2 + 1, round(self._marked[place]), MARK, HIGH)
            draw_mark(painter, rect, self._marks[place].drawn, self._theme)

    def _draw_notes(self, painter: QPainter) -> None:
        text_map = self._view.text_map
        for placed in self._notes if text_map else ():
            if placed.span is not None and text_map is not None:
                y = self.height_of(text_map.to_qt(placed.span.start))
                draw_note(painter, QRectF(WIDTH - 8, y - 1, 7, 7), placed.note.draft.colour, self._theme)

    def _draw_stretches(self, painter: QPainter) -> None:
        text_map = self._view.text_map
        if text_map is None or not self.stretches:
            return
        painter.setPen(QPen(QColor(self._theme.colours.faint), 1.5, Qt.PenStyle.DotLine))
        scale = self._scale()
        if scale.is_exact:
            ends = [text_map.to_qt_span(span) for span in self.stretches]
            heights = {(scale.height_of(start), scale.height_of(end)) for start, end in ends}
        else:
            heights = {(float(round(span.start * scale.share)), float(round(span.end * scale.share))) for span in self.stretches}
        painter.drawLines([QLineF(2.5, top + 1, 2.5, bottom - 1) for top, bottom in sorted(heights)])

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The map as it was drawn last, and over it what of the article is on screen."""
        if self._drawn is None:
            self._drawn = self._draw()
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._drawn)
        bar = self._view.verticalScrollBar()
        whole = max(1, bar.maximum() + bar.pageStep())
        shown = QRectF(0.5, bar.value() / whole * self.height(), self.width() - 1, bar.pageStep() / whole * self.height())
        window = QColor(self._theme.colours.ink)
        window.setAlpha(20)
        painter.fillRect(shown, window)
        painter.setPen(QPen(QColor(self._theme.colours.accent if self.hasFocus() else self._theme.colours.edge), 1))
        painter.drawLine(QPointF(0.5, 0), QPointF(0.5, self.height()))
        if self.hasFocus():
            painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))
        pairs = zip(self._marked, self._marks, strict=True) if self._linked else ()
        for y in {round(at) for at, rated in pairs if rated.id in self._linked}:
            self._frame(painter, y, Qt.PenStyle.DotLine)
        current = self._height_of_current()
        if current is not None:
            self._frame(painter, round(current), Qt.PenStyle.SolidLine)
        painter.end()

    def _frame(self, painter: QPainter, y: int, style: Qt.PenStyle) -> None:
        painter.setPen(QPen(QColor(self._theme.colours.ink), 1.4, style))
        painter.drawRect(QRectF((WIDTH - MARK) / 2 - 0.5, y - 1.5, MARK + 3, HIGH + 3))

    def _height_of_current(self) -> float | None:
        """Where the mark of the current claim is drawn; None without one."""
        current = self._view.current_claim
        y = self._heights.get(current) if current else None
        if y is None:
            return None
        there = range(bisect_left(self._marked, y), bisect_right(self._marked, y))
        return y if any(self._marks[place].claim.id == current for place in there) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the claim under the pointer, else to that place of the article."""
        rated = self.claim_near(event.position().y() - HIGH / 2)
        if rated is not None:
            self.claim_asked.emit(rated.id)
        else:
            self._scroll_to(event.position().y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scroll along while the button is held."""
        self._scroll_to(event.position().y())

    def _scroll_to(self, y: float) -> None:
        bar = self._view.verticalScrollBar()
        if not self._view.is_set and self._reading is not None:
            self._view.show_offset(round(min(max(y / max(1, self.height()), 0.0), 1.0) * len(self._reading.article.text)))
            return
        bar.setValue(round(y / max(1, self.height()) * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """From claim to claim; Page Up, Page Down, Home and End scroll the text."""
        key = Qt.Key(event.key())
        if key in STEPS:
            self.stepped.emit(STEPS[key])
        elif key is Qt.Key.Key_End and not self._view.is_set:
            self._scroll_to(self.height())
        elif key in SCROLLS:
            self._view.verticalScrollBar().triggerAction(SCROLLS[key])
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Say in words what stands under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            show_tip(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)

    def words_at(self, point: QPoint) -> str:
        """What stands at a point: a claim, a stretch without a source, or nothing."""
        rated = self.claim_near(point.y() - HIGH / 2)
        if rated is not None:
            return claim_in_a_line(rated, self._theme.styles)
        text_map = self._view.text_map
        for span in self.stretches if text_map else ():
            start, end = text_map.to_qt_span(span) if text_map else (0, 0)
            if self.height_of(start) <= point.y() <= self.height_of(end):
                return tr_of(
                    len(span),
                    "No source is named here: {count} character without a claim.",
                    "No source is named here: {count} characters without a claim.",
                )
        return ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Map the article again."""
        super().resizeEvent(event)
        self._begin_again()
