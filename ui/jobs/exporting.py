"""One export at a time, with its progress and cancel button in the status bar."""

import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from credibility.model import Exported, ExportFormat, Reading
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.jobs.worker import Worker
from ui.ports import ReadingPort


def file_stem(reading: Reading) -> str:
    """A file name from the article's title, without an ending."""
    return re.sub(r"[^\w\- ]+", "", reading.article.title).strip()[:80].strip() or "article"


def with_ending(path: Path, form: ExportFormat, formats: Sequence[ExportFormat]) -> Path:
    """The path with the format's ending in place of that of another format."""
    others = sorted((f".{each.suffix}" for each in formats), key=len, reverse=True)
    old = next((ending for ending in others if path.name.lower().endswith(ending)), "")
    return path.with_name(f"{path.name[: len(path.name) - len(old)]}.{form.suffix}")


def file_filter(form: ExportFormat) -> str:
    """The format as a row of a file dialog."""
    return f"{form.title} (*.{form.suffix})"


class ExportJob(QObject):
    """Writes the file on the worker's thread; `strip` shows how far it is. `ended` comes before `finished` or `failed`."""

    ended = Signal()
    finished = Signal(Exported)
    failed = Signal(Exception)

    def __init__(self, port: ReadingPort, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._cancelled = threading.Event()
        self.is_running = False
        self.strip = QWidget()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(160)
        self.bar.setAccessibleName("Progress of the export")
        self.phrase = plain_label()
        self.cancel_button = button("Cancel", self.cancel, quiet=True, tip="Stop the export; nothing is written")
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self.phrase)
        row.addWidget(self.bar)
        row.addWidget(self.cancel_button)
        self.strip.hide()

    def start(self, target: Path, only: frozenset[str] | None = None, *, notes: bool = False) -> None:
        """Export to a file; with `only`, the claims of these ids, with `notes` the reader's notes. `finished` or `failed` follows."""
        self._cancelled.clear()
        self.is_running = True
        self.bar.setValue(0)
        self.phrase.setText("Exporting…")
        self.cancel_button.setEnabled(True)
        self.strip.show()

        def work(tell: Callable[[float, str], None]) -> Exported:
            def progress(share: float, phrase: str) -> bool:
                tell(share, phrase)
                return not self._cancelled.is_set()

            return self._port.export(target, progress, only, notes=notes)

        self._worker.run_with_progress(work, self._on_told, self._on_done, self._on_failed)

    def cancel(self) -> None:
        """Ask the running export to stop at its next step."""
        self._cancelled.set()
        self.cancel_button.setEnabled(False)

    def _on_told(self, share: float, phrase: str) -> None:
        self.bar.setValue(round(share * 100))
        self.phrase.setText(f"{phrase}…")

    def _end(self) -> None:
        self.is_running = False
        self.strip.hide()
        self.ended.emit()

    def _on_done(self, written: Exported) -> None:
        self._end()
        self.finished.emit(written)

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)
