"""Edits that take their time, such as taking an import of ten thousand rows back: done off the GUI thread behind a modal strip."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from credibility.model import Reading, SourceTintError
from ui.basics.widgets import label
from ui.jobs.worker import Worker
from ui.ports import OutletPort

LONG = 200  # changed rows from which an undo or redo is done off the GUI thread
PATIENCE = 200  # milliseconds before the strip is shown: what is over by then needs none


def is_long(port: OutletPort, summary: str) -> bool:
    """Whether the change set of that summary touched so many rows that undoing it would be felt."""
    try:
        return any(entry.summary == summary and len(entry.changes) >= LONG for entry in port.history())
    except SourceTintError:
        return False  # the edit itself will say what is wrong


class LongEdits(QObject):
    """`reading_changed` carries the reading after an edit, `complained` what it objects to. One edit runs at a time."""

    reading_changed = Signal(object)
    complained = Signal(object)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._owner = owner
        self._worker = Worker(self)
        self._strip: QDialog | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show)
        self.is_busy = False

    def run(self, words: str, act: Callable[[], Reading | None]) -> None:
        """Do the edit; `words` say meanwhile what is going on."""
        if self.is_busy:
            return
        self.is_busy = True
        self._strip = _strip(words, self._owner)
        self._patience.start()
        self._worker.run(
            act, lambda reading: self._end(self.reading_changed.emit, reading), lambda error: self._end(self.complained.emit, error)
        )

    def wait(self) -> None:
        """Wait for a running edit, as before the window goes away."""
        self._worker.wait()

    def _show(self) -> None:
        if self._strip is not None:
            self._strip.open()

    def _end(self, tell: Callable[[object], object], value: object) -> None:
        self.is_busy = False
        self._patience.stop()
        if self._strip is not None:
            self._strip.done(0)
            self._strip.deleteLater()
            self._strip = None
        tell(value)


class _Strip(QDialog):
    """Cannot be closed by hand: the edit is one transaction and ends by itself."""

    def reject(self) -> None:
        """Escape does nothing."""


def _strip(words: str, owner: QWidget) -> QDialog:
    made = _Strip(owner, Qt.WindowType.Dialog | Qt.WindowType.CustomizeWindowHint | Qt.WindowType.WindowTitleHint)
    made.setWindowTitle("SourceTint")
    made.setMinimumWidth(380)
    bar = QProgressBar()
    bar.setRange(0, 0)
    bar.setTextVisible(False)
    bar.setAccessibleName(words)
    column = QVBoxLayout(made)
    column.setContentsMargins(22, 18, 22, 18)
    column.setSpacing(10)
    column.addWidget(label(words))
    column.addWidget(bar)
    return made
