"""The one-click switch: a menu of profiles, the one in force checked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from credibility.floor.language import tr
from ui.basics.plain import add_entry
from ui.basics.widgets import emptied
from ui.edits import Edits
from ui.ports.raters import RaterPort


class ProfileMenu(QMenu):
    """Lists the profiles as they are when it opens. `open_dialog()` shows raters, `open_own()` those of the reader's own."""

    def __init__(
        self, port: RaterPort, edits: Edits, open_dialog: Callable[[], object], open_own: Callable[[], object], owner: QWidget
    ) -> None:
        super().__init__(tr("Rated &by"), owner)
        self._open_own = open_own
        self._port = port
        self._open_dialog = open_dialog
        self._edits = edits
        self.setAccessibleName(tr("Profiles of raters"))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Rebuild the entries."""
        emptied(self)
        in_force, profiles = self._edits.read(self._port.in_force), self._edits.read(self._port.profiles)
        if in_force is None or profiles is None:
            return
        group = QActionGroup(self)
        for profile in profiles:
            action = add_entry(self, profile.name)
            action.setCheckable(True)
            action.setChecked(profile.name == in_force)
            action.triggered.connect(partial(self.use, profile.name))
            group.addAction(action)
        if profiles:
            self.addSeparator()
        self.addAction(tr("&Raters and profiles…"), self._open_dialog)
        self.addAction(tr("Raters of your &own…"), self._open_own)

    def use(self, name: str, _on: bool = True) -> None:
        """Switch to a profile, off the GUI thread: with long lists in the table it takes its time."""
        self._edits.run(tr("Switching to “{profile}”…", profile=name), self._port.use, name)
