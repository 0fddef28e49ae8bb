"""The foot line of the window: what is going on, and the export that is being written."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from ui.basics.plain import plain_label

STAYS = 20_000  # milliseconds: then it is no news any more


class FootLine(QObject):
    """A line of words: what is `going_on` stays until it is over, what `happened` leaves by itself."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.label = plain_label()
        self.label.setProperty("tone", "soft")
        self._time = QTimer(self)
        self._time.setSingleShot(True)
        self._time.setInterval(STAYS)
        self._time.timeout.connect(self.label.clear)

    def going_on(self, words: str) -> None:
        """Show what is going on; "" when that is over."""
        self._time.stop()
        self.label.setText(words)

    def happened(self, words: str) -> None:
        """Show what has happened, for a while."""
        self.label.setText(words)
        self._time.start()


def build_foot(window: QMainWindow, strip: QWidget) -> FootLine:
    """Fill the status bar; returns what says in it what is going on."""
    told = FootLine(window)
    window.statusBar().addWidget(told.label, 1)
    window.statusBar().addPermanentWidget(strip)
    window.statusBar().setSizeGripEnabled(False)
    return told
