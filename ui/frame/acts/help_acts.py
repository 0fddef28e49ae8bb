"""The help's window: made when it is asked for, and up to date with the keys."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.frame.looks import Looks
from ui.ports.workspace import WorkspacePort

if TYPE_CHECKING:
    from ui.help.window import HelpWindow


class HelpActs(QObject):
    """`change_keys` opens the settings at the keys."""

    def __init__(
        self, workspace: WorkspacePort, looks: Looks, commands: Mapping[str, QAction], change_keys: Callable[[], object], window: QWidget
    ) -> None:
        super().__init__(window)
        self._workspace, self._looks, self._commands = workspace, looks, commands
        self._change_keys, self._owner = change_keys, window
        self.window: HelpWindow | None = None

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"help": lambda: self.show(0), "keys": lambda: self.show(1)}

    def show(self, page: int) -> None:
        """Show the text (0) or the keys (1)."""
        if self.window is None:
            # As with other windows, the first article is not kept waiting for it.
            from ui.help.window import HelpWindow  # noqa: PLC0415

            self.window = HelpWindow(self._workspace.help_text, self._commands, self._looks.theme, self._change_keys, self._owner)
            self._looks.theme_changed.connect(self.window.set_theme)
            self.window.destroyed.connect(self._forget)
        self.window.show_page(page)

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys that these actions have now."""
        if self.window is not None:
            self.window.show_keys(commands)

    def _forget(self) -> None:
        self.window = None
