"""Cells that show a tier: its chip, then its words. For tables whose models answer TIER_ROLE."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from credibility.floor.language import tr
from credibility.floor.roles import ROLE_OF_TIER
from credibility.model import Tier
from ui.theme import Theme
from ui.theme.swatch import draw_chip

TIER_ROLE = Qt.ItemDataRole.UserRole + 2
MARGIN, SIDE = 8, 20


def tier_width(metrics: QFontMetrics, more: str = "") -> int:
    """How wide a cell has to be for every tier's chip and words, with `more` behind them."""
    return max(metrics.horizontalAdvance(f"{tr(tier.label)}{more}") for tier in Tier) + SIDE + 3 * MARGIN + 10


class TierDelegate(QStyledItemDelegate):
    """Draws a chip before the words of cells that have a tier, everything else as Qt does."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one cell."""
        tier = index.data(TIER_ROLE)
        if not isinstance(tier, Tier):
            super().paint(painter, option, index)
            return
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        words, blank.text = blank.text, ""
        style = option.widget.style() if option.widget else None
        if style:
            style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        painter.save()
        side = min(18.0, option.rect.height() - 8.0)
        chip = QRectF(option.rect.left() + MARGIN, option.rect.center().y() - side / 2 + 0.5, side, side)
        font = painter.font()
        draw_chip(painter, chip, ROLE_OF_TIER[tier], self.theme)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.faint if tier is Tier.UNRATED else self.theme.colours.ink))
        place = QRectF(option.rect).adjusted(MARGIN + side + 7, 0, -4, 0)
        painter.drawText(
            place, Qt.AlignmentFlag.AlignVCenter, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, round(place.width()))
        )
        painter.restore()
