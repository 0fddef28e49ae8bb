"""The corrections of all articles to another machine and from one, with a report."""

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QDir, QObject
from PySide6.QtWidgets import QFileDialog, QMainWindow

from credibility.floor.language import tr, tr_of
from credibility.floor.reports import report_lines
from ui.edits import Edits
from ui.frame.messages import MessageBar
from ui.ports.workspace import WorkspacePort

NAME = "sourcetint-corrections.json"


class CorrectionActs(QObject):
    """Exports and imports corrections; what was imported is undone like any edit."""

    def __init__(self, workspace: WorkspacePort, edits: Edits, messages: MessageBar, window: QMainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._edits = edits
        self._messages = messages
        self._window = window

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"export_corrections": self.ask_export, "import_corrections": self.ask_import}

    def ask_export(self) -> None:
        """Let the reader choose a file, and write all corrections into it."""
        name, _ = QFileDialog.getSaveFileName(self._window, tr("Export corrections"), str(self._folder() / NAME), self._files())
        if name:
            self.export_to(Path(name))

    def ask_import(self) -> None:
        """Let the reader choose a file, and add its corrections."""
        name, _ = QFileDialog.getOpenFileName(self._window, tr("Import corrections"), str(self._folder()), self._files())
        if name:
            self.import_from(Path(name))

    def export_to(self, target: Path) -> None:
        """Write the corrections of all articles into a file."""
        count = self._edits.read(self._workspace.corrections.export_all, target)
        if count is not None:
            self._messages.say(
                tr_of(count, "{count} correction written to {name}.", "{count} corrections written to {name}.", name=target.name)
            )

    def import_from(self, path: Path) -> None:
        """Add the corrections of a file to the reader's own, and say which were left out."""
        report = self._edits.read(self._workspace.corrections.import_all, path)
        if report is None:
            return
        self._edits.reading_changed.emit(self._workspace.reading)
        lines = "\n".join(map(tr, report_lines(report)))
        if report.added:
            self._messages.say_done(lines, self._edits.undo)
        else:
            self._messages.say(lines)

    @staticmethod
    def _files() -> str:
        return f"{tr('Corrections')} (*.json);;{tr('All files')} (*)"

    def _folder(self) -> Path:
        return Path(str(self._workspace.settings.get("last_folder") or QDir.homePath()))
