"""A claim as a small mark on the rail: the pattern of its role's line, so that the shape tells what the colour tells."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from credibility.model import Role
from ui.theme import Theme

Draw = Callable[[QPainter, QRectF, QColor], None]


def _full(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.fillRect(rect, colour)


def _lines(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width(), 2), colour)
    painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), colour)


def _pieces(*shares: tuple[float, float]) -> Draw:
    """Pieces of the width, from and to in shares of it."""

    def draw(painter: QPainter, rect: QRectF, colour: QColor) -> None:
        for start, end in shares:
            painter.fillRect(QRectF(rect.left() + start * rect.width(), rect.top(), (end - start) * rect.width(), rect.height()), colour)

    return draw


def _zigzag(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6))
    step = rect.width() / 4
    points = [QPointF(rect.left() + number * step, rect.bottom() if number % 2 else rect.top()) for number in range(5)]
    painter.drawPolyline(points)


def _outlined(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))


def _hatched(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.3))
    for number in range(4):
        x = rect.left() + number * rect.width() / 4
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.width() / 4, rect.top()))


def _short(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    painter.fillRect(QRectF(rect.center().x() - 3, rect.center().y() - 1, 6, 2), colour)


SHAPES: dict[str, Draw] = {
    "solid": _full,
    "double": _lines,
    "dashed": _pieces((0, 0.42), (0.58, 1)),
    "dash-dot": _pieces((0, 0.5), (0.7, 0.9)),
    "wavy": _zigzag,
    "dotted": _pieces((0, 0.2), (0.4, 0.6), (0.8, 1)),
    "box": _outlined,
    "hatch": _hatched,
    "outline": _pieces((0, 0.15), (0.85, 1)),
    "none": _short,
}


def draw_mark(painter: QPainter, rect: QRectF, role: Role, theme: Theme) -> None:
    """Draw the mark of a role into a rectangle a few pixels high."""
    SHAPES[theme.styles[role].underline](painter, rect, theme.line(role))
