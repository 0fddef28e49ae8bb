"""The help in a window of its own: its text, and the keys of all commands."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from credibility.floor.language import tr, tr_of
from ui.basics.plain import plain_label
from ui.basics.widgets import button, hairline
from ui.help.key_caps import KeyCaps
from ui.help.text_page import TextPage
from ui.theme import Theme

WIDTH, HEIGHT = 820, 680
TEXT, KEYS = 0, 1


class HelpWindow(QDialog):
    """Stays open beside the article. `change_keys` opens the settings at the keys."""

    def __init__(self, text: str, actions: Mapping[str, QAction], theme: Theme, change_keys: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._text, self._theme = text, theme
        self.pages = QStackedWidget()
        self._fill(actions)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search the help"))
        self.words.setAccessibleName(tr("Search the help"))
        self.words.setClearButtonEnabled(True)
        self.count = plain_label()
        self.count.setProperty("tone", "faint")
        self.tabs = (self._tab(tr("Help"), TEXT), self._tab(tr("Keyboard"), KEYS))
        self.change_button = button(tr("Change keys…"), change_keys, tip=tr("Open the settings at the keyboard shortcuts"))
        self._build()
        self.words.textChanged.connect(self._seek)
        self.words.returnPressed.connect(lambda: self.text_page.step(self.words.text()))
        QShortcut(QKeySequence("Ctrl+F"), self, self._ask_words)
        QShortcut(QKeySequence("Ctrl+W"), self, self.close)
        self.resize(min(WIDTH, parent.window().width() - 20), min(HEIGHT, parent.window().height() - 40))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(6)
        for part in self.tabs:
            head.addWidget(part)
        head.addSpacing(10)
        head.addWidget(self.words, 1)
        head.addWidget(self.count)
        head.addWidget(self.change_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(hairline())
        column.addWidget(self.pages, 1)

    def show_page(self, place: int) -> None:
        """Show the text or the keys, and come to the front."""
        self.pages.setCurrentIndex(place)
        for other, tab in enumerate(self.tabs):
            tab.setChecked(other == place)
        self.change_button.setVisible(place == KEYS)
        self._seek(self.words.text())
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()

    def show_keys(self, actions: Mapping[str, QAction]) -> None:
        """Name the keys that these actions have now."""
        here = self.pages.currentIndex()
        for page in (self.text_page, self.keys_page):
            self.pages.removeWidget(page)
            page.deleteLater()
        self._fill(actions)
        self.pages.setCurrentIndex(here)
        self._seek(self.words.text())

    def set_theme(self, theme: Theme) -> None:
        """Mark what is found in the colours of this theme."""
        self._theme = theme
        self.text_page.set_theme(theme)
        self._seek(self.words.text())

    def _fill(self, actions: Mapping[str, QAction]) -> None:
        self.text_page, self.keys_page = TextPage(self._text, actions, self._theme), KeyCaps(actions)
        self.pages.addWidget(self.text_page)
        self.pages.addWidget(self.keys_page)

    def _tab(self, name: str, place: int) -> QPushButton:
        made = button(name, lambda: self.show_page(place))
        made.setCheckable(True)
        return made

    def _seek(self, words: str) -> None:
        found = (self.text_page if self.pages.currentIndex() == TEXT else self.keys_page).seek(words)
        self.count.setText(tr_of(found, "{count} place", "{count} places") if words.strip() else "")

    def _ask_words(self) -> None:
        self.words.setFocus()
        self.words.selectAll()
