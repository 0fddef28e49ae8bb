"""Draws one article of a file: its number, its title, and its address below where the file tells one."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from credibility.model import Part

INDEX, OPEN_NOW = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
PAD, GAP = 8.0, 12.0


class PartDelegate(QStyledItemDelegate):
    """Paints rows of equal height; an item holds the part's INDEX, and OPEN_NOW for the one on screen, which is bold."""

    def __init__(self, parts: tuple[Part, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._lines = 2 if any(part.url for part in parts) else 1

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """One or two lines of words."""
        return QSize(120, round(QFontMetricsF(option.font).height() * self._lines + 2 * PAD))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one row."""
        number = index.data(INDEX)
        part = self._parts[number]
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = option.palette.text().color()
        faint = ink if is_selected else option.palette.placeholderText().color()
        metrics = QFontMetricsF(option.font)
        line, width = metrics.height(), metrics.horizontalAdvance("0" * len(str(len(self._parts))))
        box = QRectF(option.rect).adjusted(GAP, PAD, -GAP, -PAD)
        right = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute)
        title = QFont(option.font)
        title.setBold(bool(index.data(OPEN_NOW)))
        painter.save()
        if is_selected:
            painter.fillRect(option.rect, option.palette.highlight())
        painter.setFont(option.font)
        painter.setPen(faint)
        painter.drawText(QRectF(box.left(), box.top(), width, line), right, str(number + 1))
        words = box.adjusted(width + GAP, 0, 0, 0)
        if part.url and part.url != part.title:
            address = metrics.elidedText(part.url, Qt.TextElideMode.ElideMiddle, words.width())
            painter.drawText(QRectF(words.left(), words.top() + line, words.width(), line), left, address)
        painter.setFont(title)
        painter.setPen(ink)
        elided = QFontMetricsF(title).elidedText(part.title, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(QRectF(words.left(), words.top(), words.width(), line), left, elided)
        painter.restore()
