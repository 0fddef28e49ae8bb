"""Folders read into the library off the GUI thread, with progress and a way to stop."""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model.library import TakenIn
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.jobs.worker import Worker
from ui.ports.library import LibraryPort


class TakingIn(QObject):
    """One folder after the other; `strip` shows how far it is. `finished` or `failed` follows `begin`."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(self, port: LibraryPort, worker: Worker, parent: QObject) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._cancelled = threading.Event()
        self.strip = QWidget()
        self.bar = QProgressBar()
        self.bar.setRange(0, 100)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of reading the folder"))
        self.phrase = plain_label()
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(14, 4, 14, 4)
        row.addWidget(self.phrase, 1)
        row.addWidget(self.bar, 1)
        row.addWidget(button(tr("Stop"), self.stop, quiet=True, tip=tr("Stop reading; what was read stays in the library")))
        self.strip.hide()

    def begin(self, paths: Sequence[Path]) -> None:
        """Read these files and folders."""
        self._cancelled.clear()
        self.strip.show()

        def work(tell: Callable[[float, str], None]) -> TakenIn:
            def progress(share: float, phrase: str) -> bool:
                tell(share, phrase)
                return not self._cancelled.is_set()

            return self._port.take_in(paths, progress)

        self._worker.run_with_progress(work, self._on_told, self._on_done, self._on_failed)

    def stop(self) -> None:
        """Stop after the file that is being read."""
        self._cancelled.set()

    def _on_told(self, share: float, phrase: str) -> None:
        self.bar.setValue(round(share * 100))
        self.phrase.setText(f"{tr(phrase)}…")

    def _on_done(self, taken: TakenIn) -> None:
        self.strip.hide()
        self.finished.emit(taken)

    def _on_failed(self, error: Exception) -> None:
        self.strip.hide()
        self.failed.emit(error)


def taken_words(taken: TakenIn) -> str:
    """What came of it: "3 articles were added, 2 were there already. One file could not be read: …"."""
    if taken.known:
        words = tr_of(
            taken.added,
            "{count} article added to the library, {known} already there.",
            "{count} articles added to the library, {known} already there.",
            known=taken.known,
        )
    else:
        words = tr_of(taken.added, "{count} article added to the library.", "{count} articles added to the library.")
    if not taken.unread:
        return words
    named = "; ".join(map(tr, taken.unread[:3])) + ("; …" if len(taken.unread) > 3 else "")
    unread = tr_of(len(taken.unread), "Not read: {count} file ({named})", "Not read: {count} files ({named})", named=named)
    return f"{words} {unread}"
