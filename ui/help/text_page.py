"""The text of the help with the keys that are in force; words are found in it."""

import re
from collections.abc import Mapping

from PySide6.QtGui import QAction, QColor, QTextCursor
from PySide6.QtWidgets import QTextEdit

from credibility.floor.language import tr
from ui.keys import SHIPPED, keys_of
from ui.reader.closed_browser import ClosedBrowser
from ui.theme import Theme

_CODE = re.compile(r"`([^`\n]+)`")


def with_keys(text: str, actions: Mapping[str, QAction]) -> str:
    """The text with the shipped keys of a command replaced by those it has now; without any, by its name in the menu."""
    shipped = {keys: (name, place) for name, every in SHIPPED.items() for place, keys in enumerate(every)}

    def current(found: re.Match[str]) -> str:
        if found[1] not in shipped:
            return found[0]
        name, place = shipped[found[1]]
        keys = keys_of(actions[name])
        if not keys:
            return f"*{actions[name].text().replace('&', '').rstrip('…')}*"
        return f"`{keys[min(place, len(keys) - 1)]}`"

    return _CODE.sub(current, text)


class TextPage(ClosedBrowser):
    """The help as one text to scroll and search."""

    def __init__(self, text: str, actions: Mapping[str, QAction], theme: Theme) -> None:
        super().__init__()
        self.setObjectName("reader")
        self.setAccessibleName(tr("Help"))
        self._theme = theme
        self.show_own_page(with_keys(text, actions), margin=20)

    def set_theme(self, theme: Theme) -> None:
        """Mark what is found from now on in the colours of this theme."""
        self._theme = theme

    def seek(self, words: str) -> int:
        """Mark the places that have these words and go to the first. Returns how many there are."""
        found = self._places(words) if words.strip() else []
        marks = []
        for cursor in found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor = cursor
            mark.format.setBackground(QColor(self._theme.colours.selection))
            marks.append(mark)
        self.setExtraSelections(marks)
        start = QTextCursor(self.document())
        if found:
            start.setPosition(found[0].selectionStart())
        self.setTextCursor(start)
        return len(found)

    def step(self, words: str) -> None:
        """Go to the next place that has these words, after the last to the first."""
        if words.strip() and not self.find(words):
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.find(words)

    def _places(self, words: str) -> list[QTextCursor]:
        places = []
        cursor = self.document().find(words, 0)
        while not cursor.isNull():
            places.append(cursor)
            cursor = self.document().find(words, cursor)
        return places
