"""The one way an edit is done: do it, say what it objects to, tell the reading that follows; a long one runs off the GUI thread."""

from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from credibility.model import Reading, SourceTintError, Step
from ui.basics.strip import Strip
from ui.jobs.worker import Worker
from ui.ports.outlets import OutletPort

LONG = 200  # changed rows from which an undo or redo is done off the GUI thread
PATIENCE = 200  # milliseconds before the strip is shown: what is over by then needs none

Given = TypeVarTuple("Given")
Answer = TypeVar("Answer")
Complain = Callable[[Exception], object]


class Edits(QObject):
    """The edits of one window. `reading_changed` carries the reading after each, None when no article is open.

    What an edit objects to goes to the form that hands in `complain`, else it is sent out as `complained`; everything is as it was then.
    """

    reading_changed = Signal(object)
    complained = Signal(object)

    def __init__(self, table: OutletPort, owner: QWidget) -> None:
        super().__init__(owner)
        self.table = table
        self._owner = owner
        self._worker = Worker(self)
        self._strip: Strip | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show_strip)
        self._undo: Step | None = None
        self._redo: Step | None = None

    @property
    def is_busy(self) -> bool:
        """Whether a long edit is under way."""
        return self._strip is not None

    def do(self, act: Callable[[*Given], Reading | None], *given: *Given, complain: Complain | None = None) -> bool:
        """Do an edit. Returns whether it was done."""
        try:
            reading = act(*given)
        except SourceTintError as error:
            (complain or self.complained.emit)(error)
            return False
        self.reading_changed.emit(reading)
        return True

    def run(
        self,
        words: str,
        act: Callable[[*Given], Reading | None],
        *given: *Given,
        complain: Complain | None = None,
        over: QWidget | None = None,
    ) -> None:
        """Do an edit that may take its time off the GUI thread, one at a time; `words` say meanwhile, over a window, what is going on."""
        if self.is_busy:
            return
        self._strip = Strip(words, over or self._owner)
        self._patience.start()

        def done(reading: Reading | None) -> None:
            self._hide_strip()
            self.reading_changed.emit(reading)

        def failed(error: Exception) -> None:
            self._hide_strip()
            (complain or self.complained.emit)(error)

        self._worker.run(lambda: act(*given), done, failed)

    def read(self, ask: Callable[[*Given], Answer], *given: *Given, complain: Complain | None = None) -> Answer | None:
        """Look something up before an edit; None and a complaint when the table cannot be read or has it no more."""
        try:
            return ask(*given)
        except SourceTintError as error:
            (complain or self.complained.emit)(error)
            return None

    def look(self) -> tuple[str | None, str | None]:
        """Look up what undo and redo would do, to be shown: what is shown is what they will do, whatever other windows do meanwhile.

        Nothing while the table cannot be read, which whoever reads it says.
        """
        try:
            self._undo, self._redo = self.table.can_undo(), self.table.can_redo()
        except SourceTintError:
            self._undo = self._redo = None
        return _words(self._undo), _words(self._redo)

    def undo(self) -> None:
        """Take the edit back that was shown, or the newest where none was."""
        if self._undo is None:
            self.look()
        self._step(self._undo, self.table.undo)

    def redo(self) -> None:
        """Do the undone edit again that was shown, or the newest where none was."""
        if self._redo is None:
            self.look()
        self._step(self._redo, self.table.redo)

    def wait(self) -> None:
        """Wait for a long edit, as before the window goes away."""
        self._worker.wait()

    def _step(self, step: Step | None, act: Callable[[Step], Reading | None]) -> None:
        self._undo = self._redo = None  # listeners fetch them again
        if step and self._is_long(step.summary):
            self.run(tr("{what} — one moment…", what=tr(step.summary)), act, step)
        elif step:
            self.do(act, step)

    def _is_long(self, summary: str) -> bool:
        """Whether the change set of that summary touched so many rows that undoing it would be felt."""
        try:
            return any(entry.summary == summary and len(entry.changes) >= LONG for entry in self.table.history())
        except SourceTintError:
            return False  # the edit itself will say what is wrong

    def _show_strip(self) -> None:
        if self._strip is not None:
            self._strip.open()

    def _hide_strip(self) -> None:
        self._patience.stop()
        if self._strip is not None:
            self._strip.done(0)
            self._strip.deleteLater()
            self._strip = None


def _words(step: Step | None) -> str | None:
    return step.summary if step else None
