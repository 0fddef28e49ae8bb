"""Opening an article off the GUI thread: the rules' claims come first, the tagger's second look follows."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from credibility.model import PasswordError, Reading
from ui.ports import ReadingPort
from ui.worker import Worker


class Opening(QObject):
    """Opens one file at a time; of several asked for, only the last one is shown.

    `opened` carries path and reading, `refined` the open article's reading after the second look, `locked` a path and why it needs
    a password, `failed` any other error, `told` what is going on ("" when nothing is).
    """

    opened = Signal(Path, object)
    refined = Signal(object)
    locked = Signal(Path, object)
    failed = Signal(object)
    told = Signal(str)

    def __init__(self, port: ReadingPort, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._awaited: Path | None = None

    def open(self, path: Path, password: str | None = None) -> None:
        """Read a file. What is on screen stays until that is done, and when it fails."""
        self._awaited = path
        self.told.emit(f"Opening {path.name}…")
        self._worker.run(
            lambda: self._port.open_article(path, password),
            lambda reading: self._on_opened(path, reading),
            lambda error: self._on_failed(path, error),
        )

    def refine(self) -> None:
        """Have the open article looked at again, as the settings for claims say now."""
        if self._awaited is None and self._port.reading is not None:
            self.told.emit("Looking for claims a second time…")
            self._worker.run(self._port.refine, self._on_refined, self._on_not_refined)

    def _on_opened(self, path: Path, reading: Reading) -> None:
        if path != self._awaited:
            return  # another file was chosen meanwhile
        self._awaited = None
        self.told.emit("")
        self.opened.emit(path, reading)
        self.refine()

    def _on_failed(self, path: Path, error: Exception) -> None:
        if path != self._awaited:
            return
        self._awaited = None
        self.told.emit("")
        if isinstance(error, PasswordError):
            self.locked.emit(path, error)
        else:
            self.failed.emit(error)

    def _on_refined(self, reading: Reading | None) -> None:
        self.told.emit("")
        if reading is not None:
            # An edit may have been made since that value was sealed: the workspace has the reading with both.
            self.refined.emit(self._port.reading)

    def _on_not_refined(self, error: Exception) -> None:
        self.told.emit("")
        self.failed.emit(error)
