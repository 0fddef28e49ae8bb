"""What happened and what to do: a note that floats over the foot of the window, never takes the keyboard, and leaves by itself."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QPushButton, QWidget

from credibility.floor.language import tr
from credibility.model import SourceTintError
from ui.basics.plain import plain_label
from ui.basics.widgets import button

READING = 60  # milliseconds that a character is given
SHORTEST, CHOOSING, ALARMED = 6_000, 6_000, 12_000  # at least; more where there is something to choose, or something went wrong
AGAIN = 1_000  # milliseconds until it is asked again whether it is looked at
WIDEST, SIDE, FOOT = 640, 12, 64  # pixels; what stands at the foot of a window, such as the find bar, stays free

Offer = tuple[str, Callable[[], object]]


class MessageBar(QFrame):
    """Shows one message at a time over `over`, with up to a few buttons; hidden when there is none.

    A message leaves after the time it takes to read it. It stays while the pointer or the keyboard is on it, and while the reader is in
    another program. `room` says which part of `over` it may cover.
    """

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setObjectName("message")
        self.setAccessibleName(tr("Message"))
        self.room: Callable[[], QRect] = over.rect
        self._label = plain_label()
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(18, 10, 10, 10)
        self._row.setSpacing(8)
        self._row.addWidget(self._label, 1)
        self._close = button(tr("Close"), self.dismiss, quiet=True, tip=tr("Close this message (Esc)"))
        self._row.addWidget(self._close)
        self._offers: list[QPushButton] = []
        self._undoes = False
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.timeout.connect(self._leave)
        over.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The message shown, "" when there is none."""
        return self._label.text() if not self.isHidden() else ""

    @property
    def offers(self) -> tuple[QPushButton, ...]:
        """The buttons offered beside the message."""
        return tuple(self._offers)

    def say(self, text: str, *offers: Offer, stays: bool = False) -> None:
        """Show a plain message; each offer is a button's words and what it does. One that `stays` has to be answered."""
        self._show(text, offers, alarm=False)
        if stays:
            self._time.stop()

    def say_done(self, text: str, undo: Callable[[], object]) -> None:
        """Say that an edit was done and offer to undo it; with the next edit, undone or not, the offer is gone."""
        self.say(text, (tr("Undo"), undo))
        self._undoes = True

    def warn(self, error: Exception) -> None:
        """Show what went wrong and what to do about it."""
        if isinstance(error, SourceTintError):
            text = f"{tr(error.reason)}\n{tr(error.advice)}".strip()
        else:
            text = tr("Something unexpected went wrong: {error}\nThe article and your ratings are as they were.", error=error)
        self._show(text, (), alarm=True)

    def expire(self) -> None:
        """Another edit was done: what offered to undo the one before leaves."""
        if self._undoes:
            self.dismiss()

    def dismiss(self) -> None:
        """Take the message away."""
        self._time.stop()
        self._undoes = False
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place when the window changes its size."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _show(self, text: str, offers: tuple[Offer, ...], *, alarm: bool) -> None:
        for offered in self._offers:
            self._row.removeWidget(offered)
            offered.deleteLater()
        self._offers = [button(words, act) for words, act in offers]
        for place, offered in enumerate(self._offers):
            self._row.insertWidget(1 + place, offered)
        self._undoes = False
        self._label.setText(text)
        self.setAccessibleDescription(text)
        self.setProperty("alarm", alarm)
        self.style().unpolish(self)
        self.style().polish(self)
        self._place()
        self.show()
        self.raise_()
        self._time.start(SHORTEST + READING * len(text) + CHOOSING * bool(offers) + ALARMED * alarm)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _place(self) -> None:
        """At the foot of the room, in its middle, as high as the words need."""
        room = self.room()
        width = max(1, min(WIDEST, room.width() - 2 * SIDE))
        height = min(max(self._row.totalHeightForWidth(width), self._row.minimumSize().height()), max(1, room.height()))
        top = max(room.top(), room.bottom() - FOOT - height)
        self.setGeometry(room.left() + (room.width() - width) // 2, top, width, height)

    def _leave(self) -> None:
        is_read = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self.window())
        if is_read or QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive:
            self._time.start(AGAIN)
        else:
            self.dismiss()
