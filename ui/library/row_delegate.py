"""Draws one article of the library: title and where the words stand, whence it is, a bar of its sources, and what the reader did there."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from credibility.model.library import Shelved
from ui.library.row_words import amounts, doings, origin, read_when, shares, snippet_words
from ui.library.rows import ROW
from ui.reader.typesetting.typography import SERIFS
from ui.theme import Theme

PAD, GAP, BAR = 12, 18, 8
FACTS, DEEDS, WIDE = 210, 130, 640  # pixels of the two columns at the right; a narrower list has one line instead


class ShelfDelegate(QStyledItemDelegate):
    """Three lines at most; the bar is a picture of its sources, without a figure and never sorted by."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """As high as its lines, the same with and without a snippet, so that rows do not jump as one types."""
        height = QFontMetricsF(option.font).height()
        narrow = option.widget is not None and option.widget.width() < WIDE
        return QSize(240, round(QFontMetricsF(title_font(option.font)).height() + height * (3.2 if narrow else 2.3) + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one row."""
        row, colours, rect = index.data(ROW), self.theme.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(colours.raised))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), QColor(colours.accent))
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(colours.accent))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), QColor(colours.edge))
        box = rect.adjusted(PAD + 4, PAD, -PAD, -PAD)
        if rect.width() < WIDE:
            self._write(painter, option.font, row, box)
            self._narrow(painter, option.font, row, box)
        else:
            self._write(painter, option.font, row, box.adjusted(0, 0, -(FACTS + DEEDS + 2 * GAP), 0))
            self._wide(painter, option.font, row, box)
        painter.restore()

    def _write(self, painter: QPainter, font: QFont, row: Shelved, box: QRectF) -> None:
        strong = title_font(font)
        metrics = QFontMetricsF(strong)
        painter.setFont(strong)
        painter.setPen(QColor(self.theme.colours.ink if row.is_there else self.theme.colours.faint))
        shown = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), shown)
        below = box.adjusted(0, metrics.height() + 3, 0, 0)
        self._draw_snippet(painter, font, snippet_words(row), below)

    def _draw_snippet(self, painter: QPainter, font: QFont, pieces: tuple[tuple[str, bool], ...], box: QRectF) -> None:
        colours = self.theme.colours
        layout = QTextLayout("".join(words for words, _ in pieces), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        marked, at = [], 0
        for words, hit in pieces:
            length = len(words.encode("utf-16-le")) // 2
            if hit:
                form = QTextCharFormat()
                form.setBackground(QColor(colours.selection))
                form.setForeground(QColor(colours.ink))
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = at, length, form
                marked.append(part)
            at += length
        layout.setFormats(marked)
        height = QFontMetricsF(font).height()
        layout.beginLayout()
        for number in range(2):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(box.width())
            line.setPosition(QPointF(0, number * height))
        layout.endLayout()
        painter.setPen(QColor(colours.soft))
        layout.draw(painter, box.topLeft())

    def _wide(self, painter: QPainter, font: QFont, row: Shelved, box: QRectF) -> None:
        colours, height = self.theme.colours, QFontMetricsF(font).height()
        left = box.right() - DEEDS - GAP - FACTS
        facts, deeds = QRectF(left, box.top(), FACTS, height), QRectF(box.right() - DEEDS, box.top(), DEEDS, height)
        for words, place, colour in (
            (origin(row), facts, colours.soft),
            (amounts(row), facts.translated(0, height), colours.soft),
            (read_when(row), deeds, colours.soft),
            (doings(row), deeds.translated(0, height), colours.soft if row.is_there else colours.alarm),
        ):
            _line(painter, font, words, place, colour)
        self._draw_bar(painter, row, QRectF(left, box.top() + 2 * height + 7, FACTS, BAR))

    def _narrow(self, painter: QPainter, font: QFont, row: Shelved, box: QRectF) -> None:
        height = QFontMetricsF(font).height()
        words = " · ".join(filter(None, [origin(row), amounts(row), read_when(row), doings(row)]))
        line = QRectF(box.left(), box.bottom() - height, box.width() - 90, height)
        _line(painter, font, words, line, self.theme.colours.faint)
        self._draw_bar(painter, row, QRectF(box.right() - 80, line.center().y() - BAR / 2, 80, BAR))

    def _draw_bar(self, painter: QPainter, row: Shelved, box: QRectF) -> None:
        """Claims by role, as long as their share; a gap between two, so that they are told apart without colour too."""
        parts, at = shares(row), box.left()
        total = sum(count for _, count in parts)
        for role, count in parts:
            width = box.width() * count / total
            part = QRectF(at, box.top(), max(1.0, width - 1.5), box.height())
            if role.on_scale:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self.theme.line(role))
            else:
                painter.setPen(QColor(self.theme.colours.faint))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                part.adjust(0.5, 0.5, -0.5, -0.5)
            painter.drawRect(part)
            at += width


def title_font(font: QFont) -> QFont:
    """The typeface of titles."""
    made = QFont(font)
    made.setFamily(SERIFS[0])
    made.setPointSizeF(font.pointSizeF() * 1.15)
    made.setWeight(QFont.Weight.DemiBold)
    return made


def _line(painter: QPainter, font: QFont, words: str, box: QRectF, colour: str) -> None:
    painter.setFont(font)
    painter.setPen(QColor(colour))
    shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
