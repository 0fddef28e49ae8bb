"""Exporting the open article: format and place are asked for, then what is lost, then whether the reader's notes go along."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr_of
from ui.frame.asking import accepts_losses, ask_notes, ask_target
from ui.jobs.exporting import ExportJob
from ui.ports.workspace import WorkspacePort
from ui.sides.sides import Sides


class ExportActs(QObject):
    """Starts the exports of a window, of the article in the active side."""

    def __init__(self, workspace: WorkspacePort, job: ExportJob, sides: Sides, action: QAction, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._job, self._sides = workspace, job, sides
        self._action, self._window = action, window

    def ask(self, *, only_shown: bool = False) -> None:
        """Let the reader choose format and place of an export, and write it."""
        target = ask_target(self._window, self._workspace, self._title() if only_shown else "")
        if not target or not accepts_losses(self._window, self._workspace.export_losses(target)):
            return
        count = len(self._sides.active.notes.notes)
        notes = ask_notes(self._window, count) if count else False
        if notes is not None:
            self.write(target, only_shown=only_shown, notes=notes)

    def _title(self) -> str:
        panel, reading = self._sides.active.centre.panel, self._sides.active.centre.reader.reading
        count = len(reading.claims) if reading else 0
        return tr_of(count, "Export {shown} of {count} claim", "Export {shown} of {count} claims", shown=len(panel.shown_ids()))

    def write(self, target: Path, *, only_shown: bool = False, notes: bool = False) -> None:
        """Write the export off the GUI thread, with progress and cancel in the status bar."""
        self._action.setEnabled(False)
        self._job.start(target, self._sides.active.centre.panel.shown_ids() if only_shown else None, notes=notes)
