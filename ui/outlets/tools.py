"""What joins the ratings window with lists, raters and files: two menus, a drop, and the dialogs behind them."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QDir, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QPushButton, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model.lists import Imported
from ui.basics.drops import FileDrop
from ui.basics.plain import set_tip
from ui.basics.widgets import open_form
from ui.edits import Edits
from ui.jobs.worker import Worker
from ui.outlets.history_dialog import HistoryDialog
from ui.outlets.imports.dialog import ImportDialog
from ui.outlets.raters.criteria_form import CriteriaForm, ask_criteria
from ui.outlets.raters.dialog import RatersDialog
from ui.outlets.raters.menu import ProfileMenu
from ui.ports.criteria import CriteriaPort
from ui.ports.lists import ImportPort
from ui.ports.raters import RaterPort
from ui.theme import Theme

EXPORTS = {
    "*.csv": said("All ratings as CSV"),
    "*.json": said("All ratings as JSON"),
    "*.pack": said("My own ratings as a pack to share"),
}


class ListsAndRaters(Protocol):
    """The doors that the tools need."""

    @property
    def lists(self) -> ImportPort:
        """Rating lists in and out."""
        ...

    @property
    def raters(self) -> RaterPort:
        """The raters' order and its profiles."""
        ...

    @property
    def own_raters(self) -> CriteriaPort:
        """The raters of the reader's own."""
        ...


class ListTools(QWidget):
    """Two buttons with menus. `imported` follows an import; `said` and `complained` are to be shown."""

    imported = Signal(Imported)
    said = Signal(str)
    complained = Signal(object)

    def __init__(self, port: ListsAndRaters, edits: Edits, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.theme = theme
        self._port = port
        self._edits = edits
        self._window = window
        self._worker = Worker(self)
        self.profiles = ProfileMenu(port.raters, edits, self.ask_raters, self.ask_own_raters, window)
        self.lists_button = _menu_button(tr("&Lists"), self._lists_menu(), tr("Import and export rating lists"))
        self.raters_button = _menu_button(tr("Rated &by"), self.profiles, tr("Who decides: raters and profiles"))
        self.drop = FileDrop(window)
        self.drop.dropped.connect(self.import_file)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.lists_button)
        row.addWidget(self.raters_button)

    def _lists_menu(self) -> QMenu:
        menu = QMenu(self)
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            (tr("&Import or merge a list…"), self.ask_import),
            (tr("&Export ratings…"), self.ask_export),
            (tr("&History of the table…"), self.ask_history),
        )
        for words, act in entries:
            menu.addAction(words, act)
        return menu

    def ask_import(self) -> ImportDialog:
        """Open the import."""
        dialog = ImportDialog(self._port.lists, self.theme, self._window)
        dialog.imported.connect(self._on_imported)
        open_form(dialog)
        return dialog

    def import_file(self, path: Path) -> None:
        """Open the import with a file that was dropped."""
        self.ask_import().open_path(path)

    def ask_raters(self) -> RatersDialog:
        """Open raters and profiles."""
        dialog = RatersDialog(self._port.raters, self._edits, self.theme, self._window)
        open_form(dialog)
        return dialog

    def ask_own_raters(self) -> CriteriaForm:
        """Open the raters of the reader's own."""
        return ask_criteria(self._port.own_raters, self._edits, self._window)

    def ask_history(self) -> HistoryDialog:
        """Open the history of the whole table."""
        dialog = HistoryDialog(self._edits, self._window)
        open_form(dialog)
        return dialog

    def ask_export(self) -> None:
        """Let the reader choose a file to export to."""
        kinds = ";;".join(f"{shown(words)} ({ending})" for ending, words in EXPORTS.items())
        name, kind = QFileDialog.getSaveFileName(self._window, tr("Export ratings"), QDir.home().filePath("ratings.csv"), kinds)
        if name:
            ending = kind.rpartition("*")[2].rstrip(")")
            path = Path(name)
            self.export_to(path if path.suffix.lower() in (".csv", ".json", ".pack") else path.with_name(path.name + ending))

    def export_to(self, target: Path) -> None:
        """Write the ratings off the GUI thread; `said` or `complained` follows."""
        self._worker.run(
            lambda: self._port.lists.export(target), lambda path: self.said.emit(tr("Saved {file}.", file=path.name)), self.complained.emit
        )

    def _on_imported(self, done: Imported) -> None:
        self._edits.reading_changed.emit(done.reading)
        self.imported.emit(done)


def _menu_button(words: str, menu: QMenu, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.setMenu(menu)
    made.setAccessibleName(words.replace("&", ""))
    made.setAccessibleDescription(tip)
    set_tip(made, tip)
    return made
