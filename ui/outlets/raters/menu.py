"""The one-click switch: a menu of profiles, the one in force checked."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from credibility.model import SourceTintError
from ui.basics.plain import add_entry
from ui.basics.widgets import emptied
from ui.outlets.editing.long_edits import LongEdits
from ui.ports import RaterPort


class ProfileMenu(QMenu):
    """Lists the profiles as they are when it opens. `reading_changed` carries the reading after a switch; `open_dialog()` shows raters."""

    reading_changed = Signal(object)
    complained = Signal(object)

    def __init__(self, port: RaterPort, open_dialog: Callable[[], object], owner: QWidget) -> None:
        super().__init__("Rated &by", owner)
        self._port = port
        self._open_dialog = open_dialog
        self._long = LongEdits(owner)
        self._long.reading_changed.connect(self.reading_changed)
        self._long.complained.connect(self.complained)
        self.setAccessibleName("Profiles of raters")
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Make the entries anew."""
        emptied(self)
        try:
            in_force, profiles = self._port.in_force(), self._port.profiles()
        except SourceTintError as error:
            self.complained.emit(error)
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
        self.addAction("&Raters and profiles…", self._open_dialog)

    def use(self, name: str, _on: bool = True) -> None:
        """Switch to a profile, off the GUI thread: with long lists in the table it takes its time."""
        self._long.run(f"Switching to “{name}”…", lambda: self._port.use(name))
