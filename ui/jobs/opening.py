"""Opening an article off the GUI thread: the rules' claims come first, the tagger's second look follows."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from credibility.floor.language import tr
from credibility.model import PasswordError, Reading
from ui.jobs.worker import Worker
from ui.ports.placed import PlacedPort

PATIENCE = 400
"""Milliseconds that a file waits for the second look at the article before it; most looks are over by then."""


@dataclass(frozen=True, eq=False, slots=True)
class _Request:
    """One time that somebody asked for a file, or for a part of it; `place` was that of the side then, and is where the article will be."""

    path: Path
    password: str | None = field(default=None, repr=False)
    part: int | None = None
    place: int = 0


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

    def __init__(self, port: PlacedPort, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._port = port
        self._worker = worker
        self._awaited: _Request | None = None
        self._looks = 0
        self._is_cut_short = False
        self.shown: Path | None = None
        self.is_again = False  # whether the file opened last was on the page already
        self._passed_over: tuple[Path, Reading] | None = None

    @property
    def is_looking(self) -> bool:
        """Whether a second look is asked for or under way."""
        return self._looks > 0

    def open(self, path: Path, password: str | None = None, part: int | None = None) -> None:
        """Read a file, or the part of that index. What is on screen stays until that is done, and when it fails."""
        request = _Request(path, password, part, self._port.place)
        self._awaited = request
        self.told.emit(tr("Opening {name}…", name=path.name))
        self._worker.run(
            lambda: self._read(request),
            lambda reading: self._on_opened(request, reading),
            lambda error: self._on_failed(request, error),
        )
        if self._looks:
            QTimer.singleShot(PATIENCE, self._hurry)

    def turn(self, path: Path | None) -> None:
        """Another article, of this file, is in front now; a file that was asked for and not read yet is not opened any more."""
        self._awaited, self._passed_over, self.shown = None, None, path
        self.told.emit("")

    def open_part(self, part: int) -> None:
        """Read another part of the file that is shown."""
        if self.shown is not None:
            self.open(self.shown, part=part)

    def _read(self, request: _Request) -> Reading | None:
        """Runs on the worker's thread. None when another file was asked for before this one had its turn."""
        if request is not self._awaited:
            return None
        return self._port.open_article(request.path, request.password, request.part, request.place)

    def refine(self) -> None:
        """Have the open article looked at again, as the settings for claims say now."""
        if self._awaited is None and self._port.reading is not None:
            self.told.emit(tr("Looking for claims a second time…"))
            self._looks += 1
            self._worker.run(self._look_again, self._on_refined, self._on_not_refined)

    def stop_refining(self) -> None:
        """End a second look that is under way: a long text takes half a minute, and something else is wanted."""
        if self._looks:
            self._port.stop_refining()

    def _look_again(self) -> Reading | None:
        """Runs on the worker's thread. None when a file was asked for before this look had its turn."""
        if self._awaited is None:
            return self._port.refine()
        self._is_cut_short = True
        return None

    def _hurry(self) -> None:
        if self._looks and self._awaited is not None:
            self._is_cut_short = True
            self._port.stop_refining()

    def _on_opened(self, request: _Request, reading: Reading | None) -> None:
        if request is not self._awaited:
            # Another was asked for meanwhile. Should that fail, this is the one that the workspace holds.
            self._passed_over = (request.path, reading) if reading is not None else self._passed_over
            return
        assert reading is not None
        self._awaited, self._passed_over, self._is_cut_short = None, None, False
        self.told.emit("")
        self._show(request.path, reading)

    def _on_failed(self, request: _Request, error: Exception) -> None:
        if request is not self._awaited:
            return
        self._awaited = None
        self.told.emit("")
        if self._passed_over is not None:
            passed_over, self._passed_over = self._passed_over, None
            self._show(*passed_over)
        elif self._is_cut_short:
            self.refine()  # the article that stays gets its second look after all
        self._is_cut_short = False
        if isinstance(error, PasswordError):
            self.locked.emit(request.path, error)
        else:
            self.failed.emit(error)

    def _show(self, path: Path, reading: Reading) -> None:
        self.is_again, self.shown = path == self.shown, path
        self.opened.emit(path, reading)
        self.refine()

    def _on_refined(self, reading: Reading | None) -> None:
        self._looks -= 1
        if self._awaited is None:
            self.told.emit("")
        if reading is not None:
            # An edit may have been made since that value was sealed: the workspace has the reading with both.
            self.refined.emit(self._port.reading)

    def _on_not_refined(self, error: Exception) -> None:
        self._looks -= 1
        if self._awaited is None:
            self.told.emit("")
            self.failed.emit(error)
