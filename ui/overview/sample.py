"""A sample of how a tier looks on the page, for the legend of the first page."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from credibility.floor.language import tr
from credibility.model import Role
from ui.basics.plain import set_tip
from ui.theme import Theme
from ui.theme.strokes import draw_line, draw_wash
from ui.theme.swatch import draw_chip

SIDE, GAP = 20, 7


class Sample(QWidget):
    """The chip of a role and its name, washed and underlined as words of the page are."""

    def __init__(self, role: Role, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        style = theme.styles[role]
        self.setAccessibleName(tr(style.label))
        self.setAccessibleDescription(tr(style.meaning))
        set_tip(self, tr(style.meaning))

    def set_theme(self, theme: Theme) -> None:
        """Draw it in this theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Chip and name."""
        metrics = self.fontMetrics()
        name = metrics.horizontalAdvance(tr(self._theme.styles[self._role].label))
        return QSize(SIDE + GAP + name + 10, max(SIDE, metrics.height()) + 8)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it as on the page."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style, middle = self._theme.styles[self._role], self.height() / 2
        draw_chip(painter, QRectF(0, middle - SIDE / 2, SIDE, SIDE), self._role, self._theme)
        words = QRectF(SIDE + GAP, middle - self.fontMetrics().height() / 2 - 1, self.width() - SIDE - GAP, self.fontMetrics().height() + 4)
        draw_wash(painter, words, style.underline, self._theme.wash(self._role))
        draw_line(painter, words, style.underline, self._theme.line(self._role), 1.8)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.colours.ink))
        painter.drawText(words.adjusted(4, 0, 0, -2), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, tr(style.label))
        painter.end()
