"""Theme and typography: kept in the settings, sent out to whoever draws."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from credibility.model import SettingsError
from ui.ports.workspace import WorkspacePort
from ui.preferences.reading import read_normal_size, read_typography
from ui.reader.typesetting.typography import Typography
from ui.theme import Theme, dress, theme_of
from ui.theme.desktop import scheme_for


class Looks(QObject):
    """How the window looks; every change is kept first and shown then."""

    theme_changed = Signal(object)
    typography_changed = Signal(object)
    complained = Signal(object)

    def __init__(self, workspace: WorkspacePort, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.theme: Theme = self._read_theme()
        self.typography: Typography = read_typography(workspace.settings)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_desktop_changed)
        if hasattr(hints, "accessibility"):  # since Qt 6.10
            hints.accessibility().contrastPreferenceChanged.connect(self._on_desktop_changed)
        self._dress()

    def choose(self, key: str, value: object) -> None:
        """Keep a setting of how the page looks and show it."""
        if self.keep(key, value):
            self.show(key)

    def show(self, key: str) -> None:
        """Show what a setting says now."""
        if key == "theme":
            self._show_theme()
        else:
            self._show_typography(replace(read_typography(self._workspace.settings), han=self.typography.han))

    def zoom(self, steps: int) -> None:
        """Larger or smaller text; 0 is the normal size."""
        typography = self.typography.zoomed(steps) if steps else read_typography(self._workspace.settings, size=read_normal_size())
        self.keep("font_size", typography.size)
        self._show_typography(replace(typography, han=self.typography.han))

    def set_han(self, family: str) -> None:
        """Set Han letters in this family from now on: each country has forms of its own."""
        if family != self.typography.han:
            self._show_typography(replace(self.typography, han=family))

    def keep(self, key: str, value: object) -> bool:
        """Keep a setting; a complaint says why that was not possible."""
        try:
            self._workspace.settings.set(key, value)
        except SettingsError as error:
            self.complained.emit(error)
            return False
        return True

    def _read_theme(self) -> Theme:
        return theme_of(scheme_for(self._workspace.settings.get("theme")), self._workspace.styles)

    def _on_desktop_changed(self) -> None:
        if self._workspace.settings.get("theme") in ("system", "contrast"):
            self._show_theme()

    def _show_theme(self) -> None:
        self.theme = self._read_theme()
        self._dress()
        self.theme_changed.emit(self.theme)

    def _show_typography(self, typography: Typography) -> None:
        self.typography = typography
        self.typography_changed.emit(typography)

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self.theme)
