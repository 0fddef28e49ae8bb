"""Underline patterns: one per tier, so that no tier is told by colour alone."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

Stroke = Callable[[QPainter, QRectF, QColor, float], None]
"""Draws the pattern along the lower edge of a rectangle; the last argument is the line's thickness in pixels."""


def _pen(colour: QColor, width: float, pattern: tuple[float, ...] = ()) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pattern:
        pen.setDashPattern(pattern)
    return pen


def _line(painter: QPainter, rect: QRectF, pen: QPen, lift: float = 0.0) -> None:
    painter.setPen(pen)
    y = rect.bottom() - pen.widthF() / 2 - lift
    painter.drawLine(QPointF(rect.left(), y), QPointF(rect.right(), y))


def _solid(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    _line(painter, rect, _pen(colour, thick))


def _double(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    thin = max(1.0, thick * 0.6)
    _line(painter, rect, _pen(colour, thin))
    _line(painter, rect, _pen(colour, thin), thin * 2.1)


def _dashed(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    _line(painter, rect, _pen(colour, thick, (4.2, 2.2)))


def _dotted(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    pen = _pen(colour, thick, (0.01, 2.0))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    _line(painter, rect, pen)


def _dash_dot(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    _line(painter, rect, _pen(colour, thick, (5.0, 1.8, 1.2, 1.8)))


def _wavy(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    wave, height = thick * 2.0, thick * 1.1
    y = rect.bottom() - height * 0.9
    path = QPainterPath(QPointF(rect.left(), y))
    x, up = rect.left(), True
    while x < rect.right():
        path.quadTo(QPointF(x + wave / 2, y - height if up else y + height), QPointF(x + wave, y))
        x, up = x + wave, not up
    painter.save()
    painter.setClipRect(rect.adjusted(0, 0, 0, thick * 2), Qt.ClipOperation.IntersectClip)
    painter.setPen(_pen(colour, max(1.1, thick * 0.75)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()


def _nothing(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    """Roles off the scale that carry a wash and a glyph only."""


def _box(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    painter.setPen(_pen(colour, max(1.0, thick * 0.55)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)


def _hatch(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    faint = QColor(colour)
    faint.setAlpha(105)
    step = thick * 3.2
    painter.save()
    painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(_pen(faint, max(0.8, thick * 0.45)))
    # Lines start on a lattice of the page, so that the hatching of one line of text meets that of the next.
    x = rect.left() - rect.height() - (rect.left() - rect.height() + rect.bottom()) % step
    while x < rect.right() + rect.height():
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()))
        x += step
    painter.restore()


def _outline(painter: QPainter, rect: QRectF, colour: QColor, thick: float) -> None:
    draw_hollow(painter, rect, colour, thick)


STROKES: dict[str, Stroke] = {
    "solid": _solid,
    "double": _double,
    "dashed": _dashed,
    "dotted": _dotted,
    "dash-dot": _dash_dot,
    "wavy": _wavy,
    "box": _box,
    "hatch": _hatch,
    "none": _nothing,
    "outline": _outline,
}
WITHOUT_WASH = frozenset(("box", "outline"))


def draw_wash(painter: QPainter, rect: QRectF, underline: str, wash: QColor) -> None:
    """Tint one stretch on one line of text; outlined roles have no tint."""
    if underline in WITHOUT_WASH:
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(wash))
    painter.drawRoundedRect(rect, 2.5, 2.5)


def draw_line(painter: QPainter, rect: QRectF, underline: str, line: QColor, thick: float) -> None:
    """Draw the pattern of one stretch on one line of text."""
    STROKES[underline](painter, rect, line, thick)


def draw_edges(painter: QPainter, rect: QRectF, line: QColor) -> None:
    """Mark both ends of one stretch of a claim that stands inside another one."""
    painter.setPen(_pen(line, 1.2))
    for x in (rect.left(), rect.right()):
        painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def draw_hollow(painter: QPainter, rect: QRectF, line: QColor, thick: float) -> None:
    """Outline one stretch in dots, without wash or tier pattern: for what is only wished or planned, and for what is not asserted."""
    pen = _pen(line, max(1.0, thick * 0.6), (1.0, 2.2))
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
