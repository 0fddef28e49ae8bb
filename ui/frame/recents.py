"""What was opened before, in the menu and on the first page, beside what can be opened there."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from ui.edits import Edits
from ui.frame.menus import fill_recent
from ui.library import Welcome
from ui.ports.workspace import WorkspacePort
from ui.theme.typefaces import Typefaces

Open = Callable[[Path], object]


class Recents(QObject):
    """Keeps menu and first page as they are in the workspace; a file chosen there is handed to `open_path`."""

    def __init__(self, workspace: WorkspacePort, edits: Edits, typefaces: Typefaces, menu: QMenu, open_path: Open, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._edits = edits
        self._typefaces = typefaces
        self._welcomes: list[Welcome] = []
        self._menu = menu
        self._open = open_path

    def add(self, welcome: Welcome) -> None:
        """Keep one more first page: each side of the window has one."""
        self._welcomes.append(welcome)
        welcome.path_chosen.connect(self._open)
        welcome.example_asked.connect(lambda: self._open(self._workspace.example))
        if len(self._welcomes) > 1:
            self.show()

    def show(self) -> None:
        """List the files opened before, and say whose ratings there are."""
        paths = self._workspace.recent_articles()
        self._typefaces.ready("".join(str(path) for path in paths))
        raters = self._edits.read(self._workspace.raters.all) or ()
        for welcome in self._welcomes:
            welcome.show_recent(paths)
            welcome.show_raters(raters)
        fill_recent(self._menu, paths, self._open)
