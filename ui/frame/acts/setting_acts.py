"""What a changed setting does to the window, and the dialog in which all are changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from ui.basics.widgets import open_form
from ui.frame.looks import Looks
from ui.keys import give_keys
from ui.ports.workspace import SettingsPort
from ui.preferences.elsewhere import Elsewhere

CLAIM_SETTINGS = ("threshold", "attitudes")


class Keyed(Protocol):
    """A part of the window that names keys."""

    def show_keys(self, commands: Mapping[str, QAction], /) -> None:
        """Name the keys that these actions have now."""


@dataclass(frozen=True, slots=True)
class Followers:
    """Who is told of changes: what looks at the open article again, what shows whether reading is remembered, and what names keys."""

    refine: Callable[[], object]
    remembered: Callable[[], object]
    keyed: Sequence[Keyed]


class SettingActs(QObject):
    """Keeps what is chosen, and has it shown wherever it is seen."""

    def __init__(
        self,
        settings: SettingsPort,
        looks: Looks,
        commands: Mapping[str, QAction],
        followers: Followers,
        elsewhere: Sequence[Elsewhere],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._settings, self._looks, self._commands = settings, looks, commands
        self._elsewhere, self._window = elsewhere, window
        self._followers = followers
        self.show("keys")
        commands["attitudes"].setChecked(bool(settings.get("attitudes")))

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "settings": self.ask,
            "attitudes": lambda: self.choose("attitudes", self._commands["attitudes"].isChecked()),
        }

    def choose(self, key: str, value: object) -> None:
        """Keep a setting and show what it changes."""
        if self._looks.keep(key, value):
            self.show(key)

    def show(self, key: str) -> None:
        """Show what a setting changes: how the page looks, which claims are on it, which keys there are."""
        if key in CLAIM_SETTINGS:
            self._commands["attitudes"].setChecked(bool(self._settings.get("attitudes")))
            self._followers.refine()
        elif key == "keys":
            give_keys(self._commands, self._settings.get("keys"))
            for part in self._followers.keyed:
                part.show_keys(self._commands)
        elif key == "remember":
            self._followers.remembered()
        else:
            self._looks.show(key)

    def ask(self, page: int = 0) -> None:
        """Open the dialog of all settings."""
        # Made when it is asked for: the first article is not kept waiting for it.
        from ui.preferences.dialog import SettingsDialog  # noqa: PLC0415

        dialog = SettingsDialog(self._settings, self._elsewhere, self._window)
        dialog.changed.connect(self.show)
        dialog.show_page(page)
        open_form(dialog)
        dialog.words.setFocus()
