"""Draw the claims of the visible lines: washes, underlines, marks in the gutter."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextBlock

from credibility.model import RatedClaim, Role
from ui.filtering import ClaimFilter
from ui.reader.grips import Grip
from ui.reader.painting.excerpt_bar import ExcerptBar
from ui.reader.painting.geometry import PlacedLine
from ui.reader.painting.highlights import Highlight, Highlights
from ui.reader.painting.notes import NoteMark
from ui.reader.typesetting.formats import Formats
from ui.theme import Theme, mixed
from ui.theme.strokes import WITHOUT_WASH, draw_edges, draw_hollow, draw_line, draw_wash

REACH = 5  # pixels around the end of the current claim from which it is dragged
CURRENT, HOVERED = 0.15, 0.07  # share of the line's colour in the wash of the claim that is current, or under the pointer


@dataclass(frozen=True, slots=True)
class PageScene:
    """Everything that decides what is drawn for a reading besides the text itself.

    `claims` are the claims by id, of which only those of the `filter` are drawn; `pointed` are the Qt positions of the words that the
    explanation points at; `linked` are the claims through the outlet of the claim chosen in the article beside this one.
    """

    highlights: Highlights = field(default_factory=Highlights)
    claims: Mapping[str, RatedClaim] = field(default_factory=dict)
    excerpts: tuple[ExcerptBar, ...] = ()
    filter: ClaimFilter = field(default_factory=ClaimFilter)
    current: str | None = None
    hovered: str | None = None
    pointed: tuple[tuple[int, int], ...] = ()
    notes: tuple[NoteMark, ...] = ()
    linked: frozenset[str] = frozenset()


@dataclass
class Drawn:
    """Where clickable marks and the ends of the current claim were drawn in the last paint, in document coordinates."""

    marks: list[tuple[QRectF, str]] = field(default_factory=list)
    grips: list[tuple[QRectF, Grip]] = field(default_factory=list)
    notes: list[tuple[QRectF, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Page:
    """The measures of the page in pixels: left edge and width of the text column."""

    left: float
    width: float


class HighlightPainter:
    """Paints the claims of one strip of the page; remembers only where it drew marks."""

    def __init__(self, painter: QPainter, formats: Formats, page: Page, scene: PageScene) -> None:
        self._painter = painter
        self._formats = formats
        self._theme = formats.theme
        self._page = page
        self._scene = scene
        self._used: dict[int, float] = {}
        self._thick = max(1.6, formats.em * 0.105)
        self.drawn = Drawn()

    def paint(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        """Draw the claims of one block. Washes first, so that a claim inside a claim hides no underline."""
        shown = [
            highlight
            for highlight in self._scene.highlights.between(block.position(), block.position() + block.length())
            if self._scene.filter.holds(self._scene.claims[highlight.claim_id])
        ]
        stretches = [(highlight, rect) for highlight in shown for rect in self._stretches(highlight, lines)]
        for highlight, rect in stretches:
            self._paint_wash(highlight, rect)
        for highlight, rect in stretches:
            self._paint_line(highlight, rect)
        self._paint_grips(block, [(highlight, rect) for highlight, rect in stretches if self._is_current(highlight)])
        for highlight in shown:
            if highlight.is_first and highlight.start >= block.position():
                self._paint_mark(highlight, lines)
        self._paint_pointed(lines)

    def _stretches(self, highlight: Highlight, lines: tuple[PlacedLine, ...]) -> Iterator[QRectF]:
        lower = self._thick * 1.4 * min(highlight.depth, 2)  # the underline of a claim inside a claim lies below the outer one
        for line in lines:
            for rect in line.stretches(highlight.start, highlight.end):
                yield rect.adjusted(0, 1.5 if lower else 0, 0, lower)

    def _role(self, highlight: Highlight) -> Role:
        return self._scene.claims[highlight.claim_id].drawn

    def _is_current(self, highlight: Highlight) -> bool:
        return highlight.claim_id == self._scene.current

    def _is_attitude(self, highlight: Highlight) -> bool:
        return self._scene.claims[highlight.claim_id].claim.attitude

    def _paint_wash(self, highlight: Highlight, rect: QRectF) -> None:
        role, underline = self._role(highlight), self._theme.styles[self._role(highlight)].underline
        if highlight.depth:  # no tint of the claim around shines through: the colours of two tiers look like a third one
            self._painter.fillRect(rect.adjusted(-1, -1, 1, 0), QColor(self._theme.colours.page))
        share = CURRENT if self._is_current(highlight) else HOVERED if highlight.claim_id == self._scene.hovered else 0.0
        if self._is_attitude(highlight):
            if share:
                self._painter.fillRect(rect, mixed(QColor(self._theme.colours.page), self._theme.line(role), share))
            return
        draw_wash(self._painter, rect, underline, emphasised(self._theme, role, share))
        if self._is_current(highlight) and underline in WITHOUT_WASH:
            self._painter.fillRect(rect, mixed(QColor(self._theme.colours.page), self._theme.line(role), CURRENT))

    def _paint_line(self, highlight: Highlight, rect: QRectF) -> None:
        role = self._role(highlight)
        line = self._theme.line(role)
        if self._is_attitude(highlight):
            draw_hollow(self._painter, rect, line, self._thick)
        else:
            draw_line(self._painter, rect, self._theme.styles[role].underline, line, self._thick)
        if highlight.depth:
            draw_edges(self._painter, rect, line)
        if self._is_current(highlight) or highlight.claim_id in self._scene.linked:
            style = Qt.PenStyle.SolidLine if self._is_current(highlight) else Qt.PenStyle.DashLine
            self._painter.setPen(QPen(line, max(1.2, self._thick * 0.6), style))
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 4, 4)

    def _paint_grips(self, block: QTextBlock, current: list[tuple[Highlight, QRectF]]) -> None:
        """A bar with a knob at each end of the current claim that stands in this block: there the mouse takes hold."""
        if not current:
            return
        (first, at_first), (last, at_last) = current[0], current[-1]
        if first.is_first and first.start >= block.position():
            self._paint_grip(Grip.START, at_first.left() - 2, at_first, self._role(first))
        if last.is_last and last.end <= block.position() + block.length():
            self._paint_grip(Grip.END, at_last.right() + 2, at_last, self._role(last))

    def _paint_grip(self, grip: Grip, x: float, rect: QRectF, role: Role) -> None:
        knob = self._thick * 1.5
        y = rect.top() - 1 if grip is Grip.START else rect.bottom() + 1
        self._painter.setPen(QPen(self._theme.line(role), self._thick * 1.1))
        self._painter.drawLine(QPointF(x, rect.top() - 1), QPointF(x, rect.bottom() + 1))
        self._painter.setBrush(self._theme.line(role))
        self._painter.drawEllipse(QPointF(x, y), knob, knob)
        self.drawn.grips.append((QRectF(x - REACH, rect.top() - REACH, 2 * REACH, rect.height() + 2 * REACH), grip))

    def _paint_pointed(self, lines: tuple[PlacedLine, ...]) -> None:
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.setPen(QPen(QColor(self._theme.colours.ink), 1.2, Qt.PenStyle.DotLine))
        for start, end in self._scene.pointed:
            for line in lines:
                for rect in line.stretches(start, end):
                    self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _paint_mark(self, highlight: Highlight, lines: tuple[PlacedLine, ...]) -> None:
        line = next((line for line in lines if line.start <= highlight.start < line.end), None)
        if line is None:
            return
        role, em = self._role(highlight), self._formats.em
        style = self._theme.styles[role]
        side = em * 0.98
        key = round(line.baseline)
        x = self._used.get(key, self._page.left - em * 0.75) - side
        self._used[key] = x - 3
        rect = QRectF(x, line.baseline - side * 0.86, side, side)
        colour, is_current = self._theme.line(role), highlight.claim_id == self._scene.current
        self._painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine if self._is_attitude(highlight) else Qt.PenStyle.SolidLine))
        self._painter.setBrush(colour if is_current else Qt.BrushStyle.NoBrush)
        self._painter.drawRoundedRect(rect, 4, 4)
        font = self._formats.typography.sans(0.56)
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor(self._theme.colours.page) if is_current else colour)
        self._painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, style.glyph)
        if self._scene.claims[highlight.claim_id].disagreement:
            self._painter.setPen(colour)
            self._painter.drawText(QPointF(rect.right() + 2, rect.top() + side * 0.4), "≠")
        self.drawn.marks.append((rect.adjusted(-2, -4, 2, 4), highlight.claim_id))


def emphasised(theme: Theme, role: Role, share: float) -> QColor:
    """A role's wash with a share of its line's colour in it; text on it must stay readable, which a test keeps."""
    return mixed(theme.wash(role), theme.line(role), share)
