"""The reader's preferences: the settings file, the window's dialog and the command line are made from one table."""

from credibility.model.settings.kinds import Option, Section, Setting, SettingKind
from credibility.model.settings.table import SETTING, SETTINGS

__all__ = ["SETTING", "SETTINGS", "Option", "Section", "Setting", "SettingKind"]
