"""The library's window: made when it is asked for, up to date when an article was opened, and what is chosen there is opened here."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMainWindow

from credibility.model.library import Shelved
from ui.frame.looks import Looks
from ui.ports.workspace import WorkspacePort
from ui.theme.typefaces import Typefaces

if TYPE_CHECKING:
    from ui.library.window import LibraryWindow


class LibraryActs(QObject):
    """`article_chosen` carries the article to open, `forgotten` says that articles left the library."""

    article_chosen = Signal(object)
    forgotten = Signal()

    def __init__(self, workspace: WorkspacePort, looks: Looks, typefaces: Typefaces, window: QMainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._looks = looks
        self._typefaces = typefaces
        self._owner = window
        self.window: LibraryWindow | None = None

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions do."""
        return {"library": self.show}

    def show(self) -> None:
        """Bring the library to the front."""
        if self.window is None:
            # As with the table of ratings, the first article is not kept waiting for it.
            from ui.library.window import LibraryWindow  # noqa: PLC0415

            self.window = LibraryWindow(self._workspace.library, self._workspace.settings, self._looks.theme, self._typefaces, self._owner)
            self._looks.theme_changed.connect(self.window.set_theme)
            self.window.article_chosen.connect(self._choose)
            self.window.forgotten.connect(self.forgotten)
        self.window.come()

    def refresh(self) -> None:
        """Show what was opened meanwhile, if the library is on screen."""
        if self.window is not None and self.window.isVisible():
            self.window.refresh()

    def close(self) -> None:
        """Close the window with the one that it belongs to."""
        if self.window is not None:
            self.window.taking_in.stop()
            self.window.close()

    def _choose(self, row: Shelved) -> None:
        self._owner.raise_()
        self._owner.activateWindow()
        self.article_chosen.emit(row)
