"""Claims painted over a printed page: washes multiplied into the paper, underlines and marks as on the text."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from credibility.model import RatedClaim
from ui.reader.highlight_painter import CURRENT, HOVERED, emphasised
from ui.theme import Theme
from ui.theme.strokes import WITHOUT_WASH, draw_hollow, draw_line, draw_wash

Placed = tuple[RatedClaim, tuple[QRectF, ...]]
"""A claim and where it stands in the viewport."""


class PageInk:
    """Paints the claims of the pages in view; `theme` is a light one, for paper is white."""

    def __init__(self, painter: QPainter, theme: Theme, scale: float) -> None:
        self._painter = painter
        self._theme = theme
        self._thick = max(1.4, scale * 1.2)
        self.marks: list[tuple[QRectF, str]] = []

    def paint(self, claims: Iterable[Placed], current: str | None, hovered: str | None) -> None:
        """Draw washes first, so that a claim inside a claim hides no underline."""
        placed = list(claims)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        for rated, rects in placed:
            share = CURRENT if rated.id == current else HOVERED if rated.id == hovered else 0.0
            self._wash(rated, rects, share)
        self._painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        for rated, rects in placed:
            self._line(rated, rects, rated.id == current)
            if rects:
                self._mark(rated, rects[0], rated.id == current)

    def point(self, rects: Iterable[QRectF]) -> None:
        """Underline the words that an explanation points at."""
        self._painter.setPen(QPen(QColor(self._theme.colours.ink), 1.2, Qt.PenStyle.DotLine))
        for rect in rects:
            self._painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _wash(self, rated: RatedClaim, rects: Iterable[QRectF], share: float) -> None:
        underline = self._theme.styles[rated.role].underline
        bare = rated.claim.attitude or underline in WITHOUT_WASH
        if bare and not share:
            return
        for rect in rects:
            draw_wash(self._painter, rect, "solid" if bare else underline, emphasised(self._theme, rated.role, share))

    def _line(self, rated: RatedClaim, rects: Iterable[QRectF], is_current: bool) -> None:
        line = self._theme.line(rated.role)
        for rect in rects:
            if rated.claim.attitude:
                draw_hollow(self._painter, rect, line, self._thick)
            else:
                draw_line(self._painter, rect, self._theme.styles[rated.role].underline, line, self._thick)
            if is_current:
                self._painter.setPen(QPen(line, max(1.2, self._thick * 0.6)))
                self._painter.setBrush(Qt.BrushStyle.NoBrush)
                self._painter.drawRoundedRect(rect.adjusted(-2, -1, 2, 1), 4, 4)

    def _mark(self, rated: RatedClaim, rect: QRectF, is_current: bool) -> None:
        side = min(16.0, max(9.0, rect.height() * 0.8))
        box = QRectF(rect.left() - side - 3, rect.center().y() - side / 2, side, side)
        line = self._theme.line(rated.role)
        self._painter.setPen(QPen(line, 1))
        self._painter.setBrush(line if is_current else QColor("#ffffff"))
        self._painter.drawRoundedRect(box, 3, 3)
        font = QFont(self._painter.font())
        font.setPixelSize(round(side * 0.66))
        font.setBold(True)
        self._painter.setFont(font)
        self._painter.setPen(QColor("#ffffff") if is_current else line)
        self._painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._theme.styles[rated.role].glyph)
        self.marks.append((box, rated.id))
