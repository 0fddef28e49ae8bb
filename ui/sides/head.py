"""The line over each of two articles side by side: its title, whether it is the active one, what is linked in it, and its end."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from credibility.floor.language import tr
from ui.basics.plain import caption, plain_label, set_tip
from ui.basics.widgets import button

ACTIVE, OTHER = "●", "○"


class SideHead(QWidget):
    """`pressed` says that it was clicked, `jump_asked` that the linked claims are wanted, `close_asked` that the side is to be closed."""

    pressed = Signal()
    jump_asked = Signal()
    close_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidehead")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._whole = ""
        self._mark, self.title, self.state = plain_label(OTHER), plain_label(), plain_label(tr("active"))
        self.title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.state.setProperty("tone", "soft")
        self.linked = button("", self.jump_asked.emit, quiet=True)
        self.linked.hide()
        close = button("×", self.close_asked.emit, quiet=True, tip=tr("Close this side; its article stays in its tab"))
        close.setAccessibleName(tr("Close this side"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 6, 3)
        row.setSpacing(8)
        for part in (self._mark, self.title, self.state, self.linked, close):
            row.addWidget(part, 1 if part is self.title else 0)
        self.show_active(False)
        self.hide()

    def name(self, title: str) -> None:
        """Say which article it is."""
        self._whole = title
        set_tip(self.title, title)
        self._elide()

    def show_active(self, is_active: bool) -> None:
        """Mark the side by a filled sign, bold type and a word, besides the colour of its edge."""
        self.setProperty("active", is_active)
        self.title.setProperty("active", is_active)
        self._mark.setText(ACTIVE if is_active else OTHER)
        self.state.setVisible(is_active)
        for part in (self, self.title):
            self.style().unpolish(part)
            self.style().polish(part)
        self._elide()

    def show_linked(self, words: str, keys: str = "") -> None:
        """Offer to go to what is linked with the claim chosen in the other side; "" when there is nothing."""
        self.linked.setVisible(bool(words))
        self.linked.setText(caption(words))
        self.linked.setAccessibleName(tr("Go to {words}", words=words) if words else "")
        set_tip(self.linked, tr("Go there ({keys})", keys=keys) if keys else tr("Go there"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title what room there is."""
        super().resizeEvent(event)
        self._elide()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click makes the side the active one."""
        super().mousePressEvent(event)
        self.pressed.emit()

    def _elide(self) -> None:
        metrics = QFontMetrics(self.title.font())
        self.title.setText(caption(metrics.elidedText(self._whole, Qt.TextElideMode.ElideRight, max(20, self.title.width()))))
        self.setAccessibleName(
            tr("Active article: {title}", title=self._whole) if self.property("active") else tr("Other article: {title}", title=self._whole)
        )
