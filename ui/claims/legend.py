"""The legend: what each highlight means, how many claims have it, and a switch to leave them out."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from credibility.model import Reading, Role, Tally
from ui.basics.flow import FlowLayout
from ui.basics.plain import set_tip
from ui.basics.widgets import label
from ui.theme import Theme
from ui.theme.strokes import draw_line, draw_wash
from ui.words import MEANING, counted


class RoleSwitch(QAbstractButton):
    """One role of the legend, drawn as on the page; off leaves its claims out."""

    def __init__(self, role: Role, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.role = role
        self._theme = theme
        self._words = ""
        self.setCheckable(True)
        self.setChecked(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setText(theme.styles[role].label)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 0.94)
        self.setFont(font)

    def set_count(self, count: int) -> None:
        """Say how many claims have this role."""
        style = self._theme.styles[self.role]
        claims = counted(count, "claim")
        self._words = f"{style.label}  {count}"
        self.setAccessibleName(f"{style.label}, {claims}")
        self.setAccessibleDescription(f"{style.meaning} Switch off to leave these claims out.")
        set_tip(self, f"{style.label}: {claims}\n{style.meaning}")
        self.updateGeometry()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Draw the role in this theme."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """Glyph, words and count with air around them."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._words) + metrics.height() + 18, metrics.height() + 9)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the role as on the page, or pale and struck out when it is off."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        style, colours = self._theme.styles[self.role], self._theme.colours
        if self.isChecked():
            inner = rect.adjusted(2, 2, -2, -2)
            draw_wash(painter, inner, style.underline, self._theme.wash(self.role))
            draw_line(painter, inner, style.underline, self._theme.line(self.role), 1.8)
        glyph = QRectF(rect.left() + 6, rect.top(), self.fontMetrics().height(), rect.height() - 2)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.line(self.role) if self.isChecked() else QColor(colours.faint))
        painter.drawText(glyph, Qt.AlignmentFlag.AlignCenter, style.glyph)
        font.setBold(False)
        font.setStrikeOut(not self.isChecked())
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.faint))
        words = QRectF(glyph.right() + 5, rect.top(), rect.width() - glyph.width() - 10, rect.height() - 2)
        painter.drawText(words, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words)
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.accent), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 4, 4)
        painter.end()


class Legend(QWidget):
    """All roles of the reading with their counts, and the sentence that says what the colour means."""

    hidden_changed = Signal(frozenset)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName("Legend")
        self._tally = Tally()
        self._hidden: frozenset[Role] = frozenset()
        self._on_scale, self._beside = FlowLayout(spacing=2), FlowLayout(spacing=2)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 9)
        column.setSpacing(3)
        column.addLayout(self._on_scale)
        column.addLayout(self._beside)
        self.meaning = label(MEANING, tone="faint", scale=0.9)
        column.addWidget(self.meaning)
        self._all = {role: self._add(role, theme) for role in Role}

    @property
    def switches(self) -> tuple[RoleSwitch, ...]:
        """The switches shown, in order of the scale and then of the kinds beside it."""
        return tuple(switch for switch in self._all.values() if not switch.isHidden())

    @property
    def hidden(self) -> frozenset[Role]:
        """The roles switched off."""
        return self._hidden

    def show_reading(self, reading: Reading) -> None:
        """Count the claims of this reading."""
        tally = reading.tally
        if tally.roles != self._tally.roles:
            self._tally = tally
            self._fill()

    def set_theme(self, theme: Theme) -> None:
        """Draw the roles in this theme."""
        for switch in self._all.values():
            switch.set_theme(theme)

    def _fill(self) -> None:
        counts = dict(self._tally.roles)
        for role, switch in self._all.items():
            switch.set_count(counts.get(role, 0))
            switch.setVisible(role in counts)

    def _add(self, role: Role, theme: Theme) -> RoleSwitch:
        switch = RoleSwitch(role, theme, self)
        switch.toggled.connect(lambda on: self._switch(role, on))
        switch.hide()
        (self._on_scale if role.on_scale else self._beside).addWidget(switch)
        return switch

    def _switch(self, role: Role, on: bool) -> None:
        self._hidden = self._hidden - {role} if on else self._hidden | {role}
        self.hidden_changed.emit(self._hidden)
