"""The bar above the page that says what happened and what to do; it never takes the keyboard and never blocks."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from credibility.model import SourceTintError
from ui.basics.plain import plain_label
from ui.basics.widgets import button


class MessageBar(QFrame):
    """Shows one message at a time, with up to a few buttons; hidden when there is none."""

    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message")
        self.setAccessibleName("Message")
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 10, 10, 10)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self._close = button("Close", self.dismiss, quiet=True, tip="Close this message")
        self._row.addWidget(self._close)
        self._offers: list[QPushButton] = []
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, "" when there is none."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def offers(self) -> tuple[QPushButton, ...]:
        """The buttons offered beside the message."""
        return tuple(self._offers)

    def say(self, text: str, *offers: tuple[str, Callable[[], None]]) -> None:
        """Show a plain message; each offer is a button's words and what it does."""
        self._show(text, offers, alarm=False)

    def warn(self, error: Exception) -> None:
        """Show what went wrong and what to do about it."""
        if isinstance(error, SourceTintError):
            text = f"{error.reason}\n{error.advice}".strip()
        else:
            text = f"Something unexpected went wrong: {error}\nThe article and your ratings are as they were."
        self._show(text, (), alarm=True)

    def dismiss(self) -> None:
        """Take the message away."""
        self.hide()
        self.closed.emit()

    def _show(self, text: str, offers: tuple[tuple[str, Callable[[], None]], ...], *, alarm: bool) -> None:
        for offered in self._offers:
            self._row.removeWidget(offered)
            offered.deleteLater()
        self._offers = [button(words, act) for words, act in offers]
        for place, offered in enumerate(self._offers):
            self._row.insertWidget(1 + place, offered)
        self._label.setText(text)
        self.setAccessibleDescription(text)
        self.setProperty("alarm", alarm)
        self.style().unpolish(self)
        self.style().polish(self)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
