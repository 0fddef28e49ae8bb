"""Draw a role small: its glyph in a chip, or a sample of its wash and underline."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from credibility.model import Role
from ui.theme.theme import Theme


def draw_chip(painter: QPainter, rect: QRectF, role: Role, theme: Theme) -> None:
    """The role's glyph on its wash, outlined in its line colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    line = theme.line(role)
    painter.setPen(QPen(line, 1))
    painter.setBrush(theme.wash(role))
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    font = painter.font()
    font.setPixelSize(round(rect.height() * 0.62))
    font.setBold(True)
    painter.setFont(font)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, theme.styles[role].glyph)


class Chip(QWidget):
    """A role's chip as a widget; its words stand beside it, so it has none of its own."""

    def __init__(self, role: Role, theme: Theme, side: int = 24, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._theme = theme
        self.setFixedSize(QSize(side, side))
        self.setAccessibleName(tr(theme.styles[role].label))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the chip."""
        painter = QPainter(self)
        draw_chip(painter, QRectF(self.rect()), self._role, self._theme)
        painter.end()
