"""Draws one claim of the list: chip, title, standing, and the claim's words on one or two lines."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.claims.model import ClaimData
from ui.theme import Theme
from ui.theme.swatch import draw_chip

PAD, CHIP, GAP = 10, 22, 10


class ClaimDelegate(QStyledItemDelegate):
    """Paints rows. Their heights follow their words, unless they are `uniform`: measuring thousands of rows would be felt."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.uniform = False

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Title and the lines that the words need, two at most."""
        metrics = QFontMetricsF(option.font)
        lines = 2
        if not self.uniform and isinstance(option.widget, QAbstractScrollArea):
            room = option.widget.viewport().width() - 2 * PAD - CHIP - GAP
            lines = 1 if metrics.horizontalAdvance(index.data(ClaimData.WORDS)) <= room else 2
        return QSize(120, round(metrics.height() * (1.2 + lines)) + 2 * PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one row."""
        rated = index.data(ClaimData.CLAIM)
        colours = self.theme.colours
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.raised))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), self.theme.line(rated.drawn))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(colours.raised))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.edge))
        draw_chip(painter, QRectF(rect.left() + PAD, rect.top() + PAD, CHIP, CHIP), rated.drawn, self.theme)
        self._write(painter, option, index, rect.adjusted(PAD + CHIP + GAP, PAD, -PAD, -PAD / 2))
        painter.restore()

    def _write(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, box: QRectF) -> None:
        strong = QFont(option.font)
        strong.setBold(True)
        small = QFont(option.font)
        small.setPointSizeF(option.font.pointSizeF() * 0.88)
        standing = index.data(ClaimData.STANDING)
        metrics, small_metrics = QFontMetricsF(strong), QFontMetricsF(small)
        title = metrics.elidedText(index.data(ClaimData.TITLE), Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(strong)
        painter.setPen(QColor(self.theme.colours.ink))
        y = box.top() + metrics.ascent()
        painter.drawText(QPointF(box.left(), y), title)
        used = metrics.horizontalAdvance(title) + 8
        painter.setFont(small)
        painter.setPen(self.theme.line(index.data(ClaimData.CLAIM).drawn))
        if box.width() - used > 60:
            standing = small_metrics.elidedText(standing, Qt.TextElideMode.ElideRight, box.width() - used)
            painter.drawText(QPointF(box.left() + used, y), standing)
        painter.setPen(QColor(self.theme.colours.soft))
        draw_lines(painter, index.data(ClaimData.WORDS), QFont(option.font), box.adjusted(0, metrics.height() + 3, 0, 0), 2)


def draw_lines(painter: QPainter, words: str, font: QFont, box: QRectF, lines: int) -> None:
    """Write at most so many lines into a box; the last one ends in an ellipsis when there is more."""
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    layout.beginLayout()
    for number in range(lines):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        start, length = line.textStart(), line.textLength()
        piece = words[start:] if number == lines - 1 else words[start : start + length]
        piece = metrics.elidedText(piece, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(
            QRectF(box.left(), box.top() + number * metrics.height(), box.width(), metrics.height()), Qt.AlignmentFlag.AlignLeft, piece
        )
    layout.endLayout()
