"""Notes that come in with a file: offered when the file is opened, or taken from a file that the reader chooses."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QFileDialog, QWidget

from credibility.floor.language import tr, tr_of
from credibility.model.notes import NotesReport
from ui.edits import Edits
from ui.frame.messages import MessageBar
from ui.ports.notes import NotePort


class NotesTaking:
    """Adds notes of files to the reader's own; `refresh` shows those there are then."""

    def __init__(self, port: NotePort, edits: Edits, messages: MessageBar, refresh: Callable[[], object], window: QWidget) -> None:
        self._port, self._edits, self._messages = port, edits, messages
        self._refresh, self._window = refresh, window

    def offer(self) -> bool:
        """Offer the notes that the open file holds. Returns whether there was something to offer."""
        count = self._port.offered()
        if count:
            words = tr_of(
                count, "This file holds {count} note of whoever exported it.", "This file holds {count} notes of whoever exported it."
            )
            self._messages.say(words, (tr("Add to my notes"), self.take_over))
        return bool(count)

    def ask(self) -> None:
        """Let the reader choose a file whose notes are about the open article."""
        files = f"{tr('Exported with notes')} (*.pdf *.json *.jsonld);;{tr('All files')} (*)"
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Import notes"), QDir.homePath(), files)
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
            self._messages.say(tr("All these notes are yours already."))


def _words(report: NotesReport) -> str:
    sentences = [tr_of(report.added, "{count} note added to yours.", "{count} notes added to yours.")]
    if report.known:
        sentences.append(tr_of(report.known, "{count} note you had already.", "{count} notes you had already."))
    if report.unplaced:
        sentences.append(lost_words(report.unplaced))
    return " ".join(sentences)


def lost_words(count: int) -> str:
    """That so many notes find no place."""
    return tr_of(
        count, "The words of {count} note are not in this copy of the text.", "The words of {count} notes are not in this copy of the text."
    )
