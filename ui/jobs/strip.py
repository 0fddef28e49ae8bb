"""Work with its progress and a cancel button in the status bar; one at a time."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from credibility.floor.language import tr
from credibility.floor.progress import Progress
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.jobs.worker import Worker


class StripJob(QObject):
    """Works on the worker's thread; `strip` shows how far it is. `ended` comes before the work's end is told, or `failed`."""

    ended = Signal()
    failed = Signal(Exception)

    def __init__(self, worker: Worker, name: str, cancel_tip: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._worker = worker
        self._cancelled = threading.Event()
        self.is_running = False
        self.strip = QWidget()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName(name)
        self.phrase = plain_label()
        self.cancel_button = button(tr("Cancel"), self.cancel, quiet=True, tip=cancel_tip)
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.phrase)
        row.addWidget(self.bar)
        row.addWidget(self.cancel_button)
        self.strip.hide()

    def run(self, work: Callable[[Progress], Any], phrase: str, done: Callable[[Any], object]) -> None:
        """Begin `work(progress)`; `done` is told what it returns, unless it fails."""
        self._cancelled.clear()
        self.is_running = True
        self.bar.setValue(0)
        self.phrase.setText(phrase)
        self.cancel_button.setEnabled(True)
        self.strip.show()

        def cancellable(tell: Callable[[float, str], None]) -> Any:
            def progress(share: float, phrase: str) -> bool:
                tell(share, phrase)
                return not self._cancelled.is_set()

            return work(progress)

        def end(value: Any) -> None:
            self._end()
            done(value)

        self._worker.run_with_progress(cancellable, self._on_told, end, self._on_failed)

    def cancel(self) -> None:
        """Ask the running work to stop at its next step."""
        self._cancelled.set()
        self.cancel_button.setEnabled(False)

    def _on_told(self, share: float, phrase: str) -> None:
        self.bar.setValue(round(share * 100))
        self.phrase.setText(f"{tr(phrase)}…")

    def _end(self) -> None:
        self.is_running = False
        self.strip.hide()
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
