"""A pill: one kind of claim with its glyph, its name and its count, pressed to show only these."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from credibility.floor.language import said, shown, tr, tr_of
from credibility.model import Role
from ui.basics.numbers import number_words
from ui.basics.plain import set_tip
from ui.filtering import Facet
from ui.theme import Theme
from ui.theme.strokes import draw_line
from ui.theme.swatch import draw_chip

CLICK = said("Click: show only these. Another click adds. Esc shows all.")
SIDE, GAP = 9, 5  # pixels left and right of what is in a pill, and between its parts


class Pill(QAbstractButton):
    """One shape for every kind. With `look`, its chip and the line under its name are those of the page; that makes it the legend too."""

    def __init__(self, facet: Facet, name: str, meaning: str, theme: Theme, look: Role | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.facet = facet
        self._name = name
        self._meaning = meaning
        self._theme = theme
        self._look = look
        self._count = 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.92)
        self.setFont(font)

    def set_count(self, count: int) -> None:
        """Say how many claims are of this kind; a kind without claims is not shown."""
        self._count = count
        claims = tr_of(count, "{count} claim", "{count} claims")
        self.setText(f"{self._name} {number_words(count)}")
        self.setAccessibleName(f"{self._name}, {claims}")
        self.setAccessibleDescription(f"{self._meaning} {tr('Press to show only these claims.')}".strip())
        set_tip(self, f"{self._name}: {claims}\n{self._meaning}\n{shown(CLICK)}")
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw the pill in this theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Chip, name and count with air around them."""
        metrics = self.fontMetrics()
        words = metrics.horizontalAdvance(f"{self._name} {number_words(self._count)}") + GAP
        return QSize(words + 2 * SIDE + self._chip_side() + (GAP if self._look else 0), metrics.height() + 9)

    def _chip_side(self) -> int:
        return self.fontMetrics().height() if self._look else 0

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw it, filled and framed when only such claims are shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = self._theme.colours
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        is_framed = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if is_framed else colours.edge), 1.6 if is_framed else 1))
        painter.setBrush(QColor(colours.selection if self.isChecked() else colours.raised))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        x, side = rect.left() + SIDE - 1, self._chip_side()
        if self._look is not None:
            draw_chip(painter, QRectF(x, rect.center().y() - side / 2, side, side), self._look, self._theme)
            x += side + GAP
        self._write(painter, QRectF(x, rect.top(), rect.right() - x - SIDE + 2, rect.height()))
        painter.end()

    def _write(self, painter: QPainter, box: QRectF) -> None:
        metrics, flags = self.fontMetrics(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.colours.ink))
        painter.drawText(box, flags, self._name)
        wide = metrics.horizontalAdvance(self._name)
        if self._look is not None:
            under = QRectF(box.left(), box.center().y() - metrics.height() / 2, wide, metrics.height() + 1)
            style = self._theme.styles[self._look]
            if style.underline not in FULL:
                draw_line(painter, under, style.underline, self._theme.line(self._look), 1.5)
        painter.setPen(QColor(self._theme.colours.soft))
        painter.drawText(box.adjusted(wide + GAP, 0, GAP, 0), flags, f"{number_words(self._count)}")


FULL = frozenset(("hatch", "box", "outline"))
"""Patterns that surround words: in a pill they would be another shape, so the chip alone shows them."""
