"""All settings in one dialog, searched by words; every change holds immediately."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import SettingsError
from ui.basics.widgets import button, hairline, label
from ui.ports.workspace import SettingsPort
from ui.preferences.elsewhere import Elsewhere
from ui.preferences.keys_page import KeysPage
from ui.preferences.settings_page import SettingsPage

WIDTH, HEIGHT = 700, 620


class SettingsDialog(QDialog):
    """`changed` carries the key of each setting that has another value now."""

    changed = Signal(str)

    def __init__(self, settings: SettingsPort, elsewhere: Sequence[Elsewhere], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search settings and commands"))
        self.words.setAccessibleName(tr("Search settings and commands"))
        self.words.setClearButtonEnabled(True)
        self.settings_page = SettingsPage(settings, elsewhere)
        self.keys_page = KeysPage(settings)
        self.pages = QStackedWidget()
        self.tabs = tuple(self._tab(place) for place in range(2))
        self.told = label("", tone="alarm")
        self.told.hide()
        self._build()
        for page in (self.settings_page, self.keys_page):
            page.changed.connect(self._on_changed)
            page.failed.connect(self._on_failed)
        self.settings_page.left.connect(self._leave)
        self.words.textChanged.connect(self._seek)
        self.show_page(0)
        self._seek("")
        self.resize(min(WIDTH, parent.window().width() - 40), min(HEIGHT, parent.window().height() - 60))

    def _build(self) -> None:
        self.pages.addWidget(self.settings_page)
        self.pages.addWidget(self.keys_page)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(6)
        for tab in self.tabs:
            head.addWidget(tab)
        head.addSpacing(10)
        head.addWidget(self.words, 1)
        self.reset_button = button(tr("Reset all"), self._ask_reset, quiet=True, tip=tr("Reset everything on this page to its default"))
        self.sure_button = button(tr("Yes, reset"), self._reset, tip=tr("Give everything on this page its default"))
        self.sure_button.hide()
        self.close_button = button(tr("Close"), self.accept, primary=True)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 10, 20, 12)
        foot.addWidget(self.reset_button)
        foot.addWidget(self.sure_button)
        foot.addWidget(self.told, 1)
        foot.addStretch(0)
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self.pages, 1)
        column.addWidget(hairline())
        column.addLayout(foot)

    def show_page(self, place: int) -> None:
        """Show the settings (0) or the keys (1)."""
        self.pages.setCurrentIndex(place)
        for other, tab in enumerate(self.tabs):
            tab.setChecked(other == place)
        self.sure_button.hide()
        self.reset_button.show()

    def _tab(self, place: int) -> QPushButton:
        made = button("", lambda: self.show_page(place))
        made.setCheckable(True)
        return made

    def _seek(self, words: str) -> None:
        counts = (self.settings_page.seek(words), self.keys_page.seek(words))
        for tab, name, count in zip(self.tabs, (tr("Settings"), tr("Keyboard")), counts, strict=True):
            tab.setText(f"{name} ({count})" if words else name)
            tab.setAccessibleName(tr("{name}, {count} found", name=name, count=count) if words else name)
        here = self.pages.currentIndex()
        if words and not counts[here] and counts[1 - here]:
            self.show_page(1 - here)

    def _on_changed(self, key: str) -> None:
        self.told.hide()
        self.changed.emit(key)

    def _on_failed(self, error: SettingsError) -> None:
        self.told.setText(shown(str(error)))
        self.told.show()

    def _ask_reset(self) -> None:
        """Ask once more in the same place."""
        self.reset_button.hide()
        self.sure_button.show()
        self.sure_button.setFocus()

    def _reset(self) -> None:
        self.sure_button.hide()
        self.reset_button.show()
        self.reset_button.setFocus()
        (self.settings_page if self.pages.currentIndex() == 0 else self.keys_page).reset()

    def _leave(self, act: Callable[[], object]) -> None:
        self.accept()
        act()
