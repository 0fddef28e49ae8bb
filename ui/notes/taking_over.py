"""Notes that come in with a file: offered when the file is opened, or taken from a file that the reader chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from credibility.model.notes import NotesReport
from ui.basics.numbers import counted
from ui.edits import Edits
from ui.frame.messages import MessageBar
from ui.ports.notes import NotePort

FILES = "Exported with notes (*.pdf *.json *.jsonld);;All files (*)"


class NotesTaking:
    """Adds notes of files to the reader's own; `refresh` shows those there are then."""

    def __init__(self, port: NotePort, edits: Edits, messages: MessageBar, refresh: Callable[[], object], window: QWidget) -> None:
        self._port, self._edits, self._messages = port, edits, messages
        self._refresh, self._window = refresh, window

    def offer(self) -> bool:
        """Offer the notes that the open file holds. Returns whether there was something to offer."""
        count = self._port.offered()
        if count:
            words = f"This file holds {counted(count, 'note')} of whoever exported it."
            self._messages.say(words, ("Add to my notes", self.take_over))
        return bool(count)

    def ask(self) -> None:
        """Let the reader choose a file whose notes are about the open article."""
        name, _ = QFileDialog.getOpenFileName(self._window, "Import notes", QDir.homePath(), FILES)
        if name:
            self.take_over(Path(name))

    def take_over(self, path: Path | None = None) -> None:
        """Add the notes, and say what was there already."""
        report = self._edits.read(self._port.take_over, path)
        if report is None:
            return
        self._refresh()
        if report.added:
            self._edits.look()
            self._messages.say_done(_words(report), self._edits.undo)
        else:
            self._messages.say("All these notes are yours already.")


def _words(report: NotesReport) -> str:
    words = f"{counted(report.added, 'note')} added to yours."
    known = f" {counted(report.known, 'note')} you had already." if report.known else ""
    lost = f" The words of {counted(report.unplaced, 'note')} are not in this copy of the text." if report.unplaced else ""
    return words + known + lost
