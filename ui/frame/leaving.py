"""Closing the window while an export runs: it is let finish, unless the reader says otherwise."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from ui.frame.messages import MessageBar
from ui.jobs.exporting import ExportJob


class Leaving(QObject):
    """Holds the window open as long as there is something to lose, and closes it then."""

    def __init__(self, job: ExportJob, messages: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._job = job
        self._messages = messages
        self._window = window
        self._waits = False
        self._gives_up = False
        job.finished.connect(lambda _target: self._on_ended(closes=True))
        job.failed.connect(lambda _error: self._on_ended(closes=self._gives_up))  # what went wrong has to be read

    def may_leave(self) -> bool:
        """Whether the window can close now; if not, it says so and closes when the export has ended."""
        if self._job.is_running and not self._gives_up:
            self._waits = True
            stop, stay = (tr("Stop the export and close"), self._stop), (tr("Keep the window open"), self._stay)
            self._messages.say(tr("The PDF is still being written. The window closes when it is done."), stop, stay, stays=True)
        return not self._job.is_running

    def _stop(self) -> None:
        self._waits = self._gives_up = True
        self._job.cancel()

    def _stay(self) -> None:
        self._waits = False
        self._messages.dismiss()

    def _on_ended(self, *, closes: bool) -> None:
        waited, self._waits, self._gives_up = self._waits, False, False
        if waited and closes:
            self._window.close()
