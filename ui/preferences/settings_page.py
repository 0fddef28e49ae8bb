"""The page of the dialog with all settings but the keys."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import SettingsError
from credibility.model.settings import SETTINGS, Section, SettingKind
from ui.basics.widgets import button, label
from ui.ports.workspace import SettingsPort
from ui.preferences.elsewhere import Elsewhere
from ui.preferences.rows import SettingRow, WordedRow

SHOWN = tuple(setting for setting in SETTINGS if setting.is_shown and setting.kind is not SettingKind.KEYS)
KEYS = tuple(setting.key for setting in SHOWN)


class SettingsPage(QScrollArea):
    """`changed` carries the key of a setting that has another value now, `failed` why one could not be kept, `left` where to go instead."""

    changed = Signal(str)
    failed = Signal(object)
    left = Signal(object)

    def __init__(self, settings: SettingsPort, elsewhere: Sequence[Elsewhere]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._settings = settings
        self.rows = {setting.key: SettingRow(setting, self._take, lambda key: self.reset((key,))) for setting in SHOWN}
        self._links = [self._link(each) for each in elsewhere]
        self._heads: dict[Section, QWidget] = {}
        page = QWidget()
        page.setObjectName("side")
        column = QVBoxLayout(page)
        column.setContentsMargins(20, 4, 20, 16)
        column.setSpacing(0)
        for section in Section:
            rows = [row for row in (*self.rows.values(), *self._links) if row.section is section]
            if rows:
                self._heads[section] = label(shown(section.value), bold=True, scale=1.1)
                self._heads[section].setContentsMargins(0, 14, 0, 4)
                for part in (self._heads[section], *rows):
                    column.addWidget(part)
        column.addStretch(1)
        self.setWidget(page)
        self.show_values()

    def show_values(self) -> None:
        """Show what is in force."""
        for key, row in self.rows.items():
            row.show_value(self._settings.get(key))

    def seek(self, words: str) -> int:
        """Show only the settings that hold all these words. Returns how many there are."""
        sought = words.casefold().split()
        found = [row for row in (*self.rows.values(), *self._links) if row.holds(sought)]
        for row in (*self.rows.values(), *self._links):
            row.setVisible(row in found)
        for section, head in self._heads.items():
            head.setVisible(any(row.section is section for row in found))
        return len(found)

    def reset(self, keys: Sequence[str] = KEYS) -> None:
        """Give these settings their defaults, without naming any all of the page."""
        other = [key for key in keys if self._settings.get(key) != self.rows[key].setting.default]
        try:
            self._settings.reset(other)
        except SettingsError as error:
            self.failed.emit(error)
            return
        self._tell(other)

    def _take(self, key: str, value: object) -> None:
        try:
            self._settings.set(key, value)
        except SettingsError as error:
            self.failed.emit(error)
            self.show_values()
            return
        self._tell((key,))

    def _tell(self, keys: Sequence[str]) -> None:
        focus = self.focusWidget()
        self.show_values()
        for key in keys:
            self.changed.emit(key)
            if focus is self.rows[key].reset_button:  # it is hidden now: the keyboard stays at the setting
                self.rows[key].control.widget.setFocus()

    def _link(self, each: Elsewhere) -> WordedRow:
        part = QWidget()
        side = QHBoxLayout(part)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(button(tr("Open…"), lambda: self.left.emit(each.open), tip=shown(each.title)))
        side.addStretch(1)
        return WordedRow(each.section, each.title, each.words, part)
