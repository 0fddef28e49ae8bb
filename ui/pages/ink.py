"""Claims painted over a printed page: washes multiplied into the paper, underlines and marks as on the text."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPainterPath, QPen

from credibility.floor.language import tr
from credibility.model import RatedClaim
from ui.reader.painting.claims import CURRENT, HOVERED, emphasised
from ui.theme import Theme
from ui.theme.strokes import WITHOUT_WASH, draw_hollow, draw_line, draw_wash


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim and where it stands in the viewport; `beginning` is the whole line of print in which it begins, if that is in view."""

    claim: RatedClaim
    rects: tuple[QRectF, ...]
    beginning: QRectF | None = None


class PageInk:
    """Paints the claims of the pages in view; `theme` is a light one, for paper is white."""

    def __init__(self, painter: QPainter, theme: Theme, scale: float) -> None:
        self._painter = painter
        self._theme = theme
        self._thick = max(1.4, scale * 1.2)
        self.marks: list[tuple[QRectF, str]] = []

    def paint(self, claims: Iterable[Placed], current: str | None, hovered: str | None, linked: frozenset[str] = frozenset()) -> None:
        """Draw washes first, so that a claim inside a claim hides no underline; the current and the linked ones are framed."""
        placed = list(claims)
        used: dict[tuple[int, int], float] = {}
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        inner = [(each, _outline(each.rects)) for each in placed]
        for each in placed:
            share = CURRENT if each.claim.id == current else HOVERED if each.claim.id == hovered else 0.0
            self._wash(each, [shape for other, shape in inner if _is_inside(other, each)], share)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for each in placed:
            frame = Qt.PenStyle.SolidLine if each.claim.id == current else Qt.PenStyle.DashLine if each.claim.id in linked else None
            self._line(each.claim, each.rects, frame)
        for each in placed:
            if each.beginning is not None:
                self._mark(each.claim, each.beginning, used, each.claim.id == current)

    def point(self, rects: Iterable[QRectF]) -> None:
        """Underline the words that an explanation points at."""
        self._painter.setPen(QPen(QColor(self._theme.colours.ink), 1.2, Qt.PenStyle.DotLine))
        for rect in rects:
            self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _wash(self, placed: Placed, inner: list[QPainterPath], share: float) -> None:
        """The tint of a claim, without the stretches of the claims inside it: multiplied, two tiers would look like a third one."""
        rated = placed.claim
        underline = self._theme.styles[rated.drawn].underline
        bare = rated.claim.attitude or underline in WITHOUT_WASH
        if bare and not share:
            return
        self._painter.save()
        if inner:
            outside = _outline(placed.rects)
            for shape in inner:
                outside = outside.subtracted(shape)
            self._painter.setClipPath(outside, Qt.ClipOperation.IntersectClip)
        for rect in placed.rects:
            draw_wash(self._painter, rect, "solid" if bare else underline, emphasised(self._theme, rated.drawn, share))
        self._painter.restore()

    def _line(self, rated: RatedClaim, rects: Iterable[QRectF], frame: Qt.PenStyle | None) -> None:
        line = self._theme.line(rated.drawn)
        for rect in rects:
            if rated.claim.attitude:
                draw_hollow(self._painter, rect, line, self._thick)
            else:
                draw_line(self._painter, rect, self._theme.styles[rated.drawn].underline, line, self._thick)
            if frame is not None:
                self._painter.setPen(QPen(line, max(1.2, self._thick * 0.6), frame))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 4, 4)

    def _mark(self, rated: RatedClaim, line: QRectF, used: dict[tuple[int, int], float], is_current: bool) -> None:
        """Beside the line, left of those that are there already: over words it would hide them."""
        side = min(16.0, max(9.0, line.height() * 0.8))
        key = round(line.left()), round(line.top())
        left = used.get(key, line.left()) - side - 3
        used[key] = left
        box = QRectF(left, line.center().y() - side / 2, side, side)
        colour = self._theme.line(rated.drawn)
        self._painter.setPen(QPen(colour, 1, Qt.PenStyle.DotLine if rated.claim.attitude else Qt.PenStyle.SolidLine))
        self._painter.setBrush(colour if is_current else QColor("#ffffff"))
        self._painter.drawRoundedRect(box, 3, 3)
        font = QFont(self._painter.font())
        font.setPixelSize(round(side * 0.66))
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor("#ffffff") if is_current else colour)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._theme.styles[rated.drawn].glyph)
        self.marks.append((box, rated.id))


def paint_sheet(painter: QPainter, number: int, frame: QRectF, picture: QImage | None, theme: Theme) -> None:
    """A page as it is printed; its number while the picture is not there yet."""
    painter.fillRect(frame, QColor("#ffffff"))
    if picture is not None:
        painter.drawImage(frame, picture)
    else:
        painter.setPen(QColor("#66625a"))
        painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, tr("Page {number}", number=number + 1))
    painter.setPen(QPen(QColor(theme.colours.edge), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(frame)


def _outline(rects: Iterable[QRectF]) -> QPainterPath:
    made = QPainterPath()
    made.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        made.addRect(rect)
    return made


def _is_inside(one: Placed, other: Placed) -> bool:
    """Whether a claim stands inside another one: the shorter of two that share words, of equal ones the later."""
    mine, around = ((sum(map(len, each.claim.claim.content)), -each.claim.claim.content[0].start, each.claim.id) for each in (one, other))
    return mine < around and any(a.overlaps(b) for a in one.claim.claim.content for b in other.claim.claim.content)
