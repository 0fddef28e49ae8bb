"""Draws one block of the page: what is kept as text to read, what is left out pale and struck at the side."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractScrollArea, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from credibility.model import BlockKind, PageBlock
from ui.extent.model import BlockData
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme

BOX, PAD, MOST_LINES = 18.0, 7.0, 8
LEFT = 58.0  # pixels before the words: bar, check box, air
SIDE = 130.0  # pixels behind them, for what the reader changed
LONGEST = 1500  # characters laid out; more is never shown


class BlockDelegate(QStyledItemDelegate):
    """Rows are as high as their words need at the width of the list."""

    def __init__(self, theme: Theme, typography: Typography, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.typography = typography

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the words are at this width."""
        width = option.widget.viewport().width() if isinstance(option.widget, QAbstractScrollArea) else option.rect.width()
        _, height = self._laid_out(index, self._room(width))
        return QSize(200, round(height + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one row."""
        kept, colours, rect = bool(index.data(BlockData.KEPT)), self.theme.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.selection))
        if kept:
            painter.fillRect(QRectF(rect.left() + 8, rect.top(), 4, rect.height()), QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        self._draw_box(painter, QRectF(rect.left() + 24, rect.top() + PAD + 3, BOX, BOX), kept)
        painter.setPen(QColor(colours.ink if kept else colours.faint))
        layout, height = self._laid_out(index, self._room(rect.width()))
        painter.setClipRect(QRectF(rect.left(), rect.top(), rect.width(), height + 2 * PAD))
        layout.draw(painter, QPointF(rect.left() + LEFT, rect.top() + PAD))
        words = index.data(BlockData.STANDING)
        if words:
            painter.setFont(self.typography.sans(0.68))
            painter.setPen(QColor(colours.accent))
            side = QRectF(rect.left() + LEFT + self._room(rect.width()), rect.top() + PAD + 3, SIDE - 14, 22)
            painter.drawText(side, int(Qt.AlignmentFlag.AlignRight) | int(Qt.AlignmentFlag.AlignVCenter), words)
        painter.restore()

    def _draw_box(self, painter: QPainter, box: QRectF, kept: bool) -> None:
        colours = self.theme.colours
        painter.setPen(QPen(QColor(colours.accent if kept else colours.faint), 1.4))
        painter.setBrush(QColor(colours.accent) if kept else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if kept:
            painter.setPen(QPen(QColor(colours.on_accent), 2.2))
            painter.drawPolyline([box.topLeft() + QPointF(4, 9.5), box.topLeft() + QPointF(7.6, 13), box.topLeft() + QPointF(14, 5.4)])

    def _room(self, width: float) -> float:
        return max(120.0, min(width - LEFT - SIDE, self.typography.column))

    def _font(self, block: PageBlock) -> QFont:
        if block.kind is BlockKind.HEADING:
            font = self.typography.sans(0.98)
            font.setBold(True)
            return font
        if block.kind in (BlockKind.CAPTION, BlockKind.IMAGE, BlockKind.RULE):
            return self.typography.sans(0.8)
        return self.typography.body(0.9)

    def _laid_out(self, index: QModelIndex | QPersistentModelIndex, width: float) -> tuple[QTextLayout, float]:
        """The words in at most so many lines, and their height."""
        words = str(index.data())
        font = self._font(index.data(BlockData.BLOCK))
        layout = QTextLayout(words if len(words) <= LONGEST else f"{words[:LONGEST]}…", font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        step = QFontMetricsF(font).height() * 1.12
        layout.beginLayout()
        count = 0
        while count < MOST_LINES:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, count * step))
            count += 1
        layout.endLayout()
        return layout, max(BOX + 4, count * step)
