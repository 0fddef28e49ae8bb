"""Check boxes that are seen on a dark page too: the style draws their outline darker than the page."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import Theme

SIDE = 14.0
TICK = ((0.24, 0.52), (0.43, 0.72), (0.78, 0.30))  # the corners of the tick in shares of the box


class CheckDelegate(QItemDelegate):
    """Draws the check boxes of a list in the theme's colours."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def drawCheck(self, painter: QPainter, option: QStyleOptionViewItem, rect: QRect, state: Qt.CheckState) -> None:  # noqa: ARG002
        """Draw one box: outlined when off, filled with a tick when on."""
        if not rect.isValid():
            return
        colours = self._theme.colours
        is_on = state is Qt.CheckState.Checked
        box = QRectF(0, 0, SIDE, SIDE)
        box.moveCenter(QRectF(rect).center())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent if is_on else colours.soft), 1.2))
        painter.setBrush(QColor(colours.accent if is_on else colours.raised))
        painter.drawRoundedRect(box, 3, 3)
        if is_on:
            painter.setPen(QPen(QColor(colours.on_accent), 1.8))
            painter.drawPolyline(QPolygonF([QPointF(box.left() + x * SIDE, box.top() + y * SIDE) for x, y in TICK]))
        painter.restore()
