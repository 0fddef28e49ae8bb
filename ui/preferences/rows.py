"""The rows of the dialog: what a setting is called and does, its control, and the way back to its default."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_as
from credibility.model.settings import Section, Setting
from ui.basics.widgets import button, label
from ui.preferences.controls import control_of


class WordedRow(QWidget):
    """Words at the left, something to choose with at the right."""

    def __init__(self, section: Section, title: str, words: str, part: QWidget) -> None:
        super().__init__()
        self.section = section
        self._sought = f"{shown(section.value)} {shown(title)} {shown(words)}".casefold()
        told = label(shown(title))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 5, 0, 5)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(1)
        grid.addWidget(told, 0, 0)
        grid.addWidget(label(shown(words), tone="soft", scale=0.93), 1, 0)
        grid.addWidget(part, 0, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 6)

    def holds(self, words: list[str]) -> bool:
        """Whether it has all these words."""
        return all(word in self._sought for word in words)


class SettingRow(WordedRow):
    """One setting. `take` is told what the reader chooses, `reset` that the default is wanted."""

    def __init__(self, setting: Setting, take: Callable[[str, object], object], reset: Callable[[str], object]) -> None:
        self.setting = setting
        self.control = control_of(setting, lambda value: take(setting.key, value))
        self.reset_button = button(
            tr("Reset"), lambda: reset(setting.key), quiet=True, tip=tr("Reset to default: {what}", what=_default(setting))
        )
        self.reset_button.setAccessibleName(tr("Reset to default: {what}", what=setting.title))
        policy = self.reset_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # or the control would jump
        self.reset_button.setSizePolicy(policy)
        part = QWidget()
        side = QHBoxLayout(part)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.control.widget, 1)
        side.addWidget(self.reset_button)
        offered = " ".join(shown(option.text) for option in setting.options)
        super().__init__(setting.section, setting.title, setting.words, part)
        self._sought += f" {offered.casefold()} {setting.key}"

    def show_value(self, value: object) -> None:
        """Show what is in force."""
        self.control.show(value)
        self.reset_button.setVisible(value != self.setting.default)


def _default(setting: Setting) -> str:
    """The default in words."""
    if isinstance(setting.default, bool):
        return tr_as("default", "on") if setting.default else tr_as("default", "off")
    named = next((shown(option.text) for option in setting.options if option.value == setting.default), "")
    if named or not setting.default:
        return named or tr("Source Serif, as on paper")
    return tr("{number} {unit}", number=setting.default, unit=setting.unit)
