"""Edits that other windows and programs make meanwhile: noticed soon, and shown without being asked for."""

from PySide6.QtCore import QObject, QTimer, Signal

from credibility.floor.language import said
from credibility.model import Reading
from ui.jobs.worker import Worker
from ui.ports.outlets import OutletPort

EVERY = 1500  # milliseconds between two looks, each of which takes well under one
WORDS = said("Your table was changed in another window or program; this is how it is now.")


class Meanwhile(QObject):
    """`caught_up` carries the reading that follows from what others changed, None when no article is open."""

    caught_up = Signal(object)
    failed = Signal(object)

    def __init__(self, table: OutletPort, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._table = table
        self._worker = worker
        self._is_busy = False
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Catch up off the GUI thread where others changed something."""
        if self._is_busy or not self._table.is_behind:
            return
        self._is_busy = True
        self._worker.run(self._table.catch_up, self._done, self._fail)

    def stop(self) -> None:
        """Look no more, as before the window goes away."""
        self._timer.stop()

    def _done(self, reading: Reading | None) -> None:
        self._is_busy = False
        self.caught_up.emit(reading)

    def _fail(self, error: Exception) -> None:
        self._is_busy = False
        self.failed.emit(error)
