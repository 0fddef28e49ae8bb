"""One piece of work of the import at a time, with its progress and cancel button. The window stays responsive: a worker does it."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from credibility.floor.language import tr
from credibility.floor.progress import Progress
from ui.basics.widgets import button, label
from ui.jobs.worker import Worker

LONGEST = 120_000  # milliseconds to wait for work that was told to stop


class Job(QWidget):
    """A strip with phrase, bar and Cancel; hidden while nothing runs. `busy_changed` says when that changes."""

    busy_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._worker = Worker(self)
        self._cancelled = threading.Event()
        self.is_busy = False
        self.phrase = label("", tone="soft")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        self.bar.setAccessibleName(tr("Progress of the import"))
        self.cancel_button = button(tr("Cancel"), self.cancel, tip=tr("Stop; nothing is changed"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.phrase, 1)
        row.addWidget(self.bar)
        row.addWidget(self.cancel_button)
        self.hide()

    def run(self, phrase: str, work: Callable[[Progress], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Call `work(progress)` on the worker, then `done(value)` or `failed(error)` here, unless other work was begun meanwhile."""
        cancelled = self._cancelled = threading.Event()
        self._show(busy=True, phrase=phrase)

        def asked(tell: Callable[[float, str], None]) -> Any:
            def progress(share: float, words: str) -> bool:
                tell(share, words)
                return not cancelled.is_set()

            return work(progress)

        def answer(act: Callable[[Any], None], value: Any) -> None:
            if cancelled is not self._cancelled:
                return
            self._show(busy=False)
            act(value)

        self._worker.run_with_progress(asked, self._on_told, lambda value: answer(done, value), lambda error: answer(failed, error))

    def cancel(self) -> None:
        """Ask the running work to stop at its next step."""
        self._cancelled.set()
        self.cancel_button.setEnabled(False)
        self.phrase.setText(tr("Stopping…"))

    def stop(self) -> None:
        """Cancel and wait, as before the dialog goes away."""
        self._cancelled.set()
        self._worker.wait(LONGEST)

    def _on_told(self, share: float, phrase: str) -> None:
        if self.is_busy and not self._cancelled.is_set():
            self.bar.setRange(0, 100)
            self.bar.setValue(round(share * 100))
            self.phrase.setText(f"{tr(phrase)}…")

    def _show(self, *, busy: bool, phrase: str = "") -> None:
        self.is_busy = busy
        self.phrase.setText(phrase)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.setVisible(busy)
        self.busy_changed.emit(busy)
