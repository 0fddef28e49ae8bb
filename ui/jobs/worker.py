"""The one crossing between threads: work goes out as a callable, its value or error comes back on the GUI thread."""

from collections.abc import Callable
from threading import Lock
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

Done = Callable[[Any], None]
Failed = Callable[[Exception], None]


class _Crossing(QObject):
    """Lives on the GUI thread; its signals are emitted on the worker's, so Qt queues them over."""

    returned = Signal(object)
    raised = Signal(object)
    told = Signal(float, object)  # of a `str` Qt would make one that forgot how it was said

    def __init__(self, parent: QObject, done: Done, failed: Failed, told: Callable[[float, str], None] | None) -> None:
        super().__init__(parent)
        self._done = done
        self._failed = failed
        self._told = told
        self._sending = Lock()
        self.returned.connect(self._on_returned)
        self.raised.connect(self._on_raised)
        self.told.connect(self._on_told)

    def send(self, signal: SignalInstance, value: object) -> None:
        """Send a value over from the worker's thread."""
        with self._sending:
            signal.emit(value)

    def _leave(self) -> None:
        """Go once the signal is through: Qt still looks at its sender when the value has long arrived."""
        with self._sending:
            self.deleteLater()

    @Slot(object)
    def _on_returned(self, value: Any) -> None:
        self._leave()
        self._done(value)

    @Slot(object)
    def _on_raised(self, error: Exception) -> None:
        self._leave()
        self._failed(error)

    @Slot(float, object)
    def _on_told(self, share: float, phrase: str) -> None:
        if self._told is not None:
            self._told(share, phrase)


class _Task(QRunnable):
    def __init__(self, work: Callable[[], Any], crossing: _Crossing) -> None:
        super().__init__()
        self._work = work
        self._crossing = crossing

    def run(self) -> None:
        try:
            value = self._work()
        except Exception as error:  # every error crosses as a value; the window decides what to say
            self._crossing.send(self._crossing.raised, error)
        else:
            self._crossing.send(self._crossing.returned, value)


class Worker(QObject):
    """Runs one callable at a time off the GUI thread, in the order given."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)

    def run(self, work: Callable[[], Any], done: Done, failed: Failed) -> None:
        """Call `work()` on the worker's thread, then `done(value)` or `failed(error)` on the GUI thread."""
        self._pool.start(_Task(work, _Crossing(self, done, failed, None)))

    def run_with_progress(
        self, work: Callable[[Callable[[float, str], None]], Any], told: Callable[[float, str], None], done: Done, failed: Failed
    ) -> None:
        """As `run`, for work that takes `tell(share, phrase)`; `told` hears it on the GUI thread."""
        crossing = _Crossing(self, done, failed, told)
        self._pool.start(_Task(lambda: work(crossing.told.emit), crossing))

    def wait(self, milliseconds: int = 5000) -> bool:
        """Wait for running work, as before the window goes away."""
        return self._pool.waitForDone(milliseconds)
