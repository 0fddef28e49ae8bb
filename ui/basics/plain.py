"""The one door for words into widgets: they are shown as they are, never read as markup.

Qt takes a tool tip, a label or a message that begins like HTML for HTML, and opens the files that it names; "&" it takes for the mark of
a key. Titles, names and reasons come from articles and lists of strangers. So every tool tip, label and message box is made here, which a
test keeps.
"""

from collections.abc import Callable
from html import escape
from typing import Protocol

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, Qt
from PySide6.QtWidgets import QLabel, QMenu, QMessageBox, QToolTip, QWidget

LONGEST = 2000  # characters of a tool tip; more covers the screen


class Tipped(Protocol):
    """What can have a tool tip: a widget, an action, an item of a list, an image in a text."""

    def setToolTip(self, words: str, /) -> None:
        """Take a tool tip."""


def tip(words: str) -> str:
    """What Qt has to be given so that a tool tip shows these words as they are."""
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    return f'<p style="white-space: pre-wrap">{escape(shown)}</p>' if Qt.mightBeRichText(shown) else shown


def set_tip(target: Tipped, words: str) -> None:
    """Give something a tool tip; "" takes it away."""
    target.setToolTip(tip(words))


def show_tip(place: QPoint, words: str, widget: QWidget) -> None:
    """Show a tool tip at a place of the screen now."""
    QToolTip.showText(place, tip(words), widget)


def caption(words: str) -> str:
    """What a button or an entry of a menu has to be given to show these words: no key is marked, and nothing stands at the right."""
    return words.replace("&", "&&").replace("\t", " ")


def add_entry(menu: QMenu, words: str, act: Callable[[], object] | None = None) -> QAction:
    """Put an entry on a menu that shows these words and calls `act()`. Its tool tip, which Qt else makes of its words, is plain too."""
    entry = menu.addAction(caption(words))
    set_tip(entry, words)
    if act is not None:
        entry.triggered.connect(lambda _on=False: act())
    return entry


def plain_label(words: str = "", buddy: QWidget | None = None) -> QLabel:
    """A label in one line; with `buddy`, "&" marks the key that goes there."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(words)
    if buddy is not None:
        made.setBuddy(buddy)
    return made


def message_box(owner: QWidget, title: str, words: str) -> QMessageBox:
    """A box with a question, not yet open; it goes when it is closed."""
    box = QMessageBox(owner)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Question)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(title)
    box.setText(words)
    return box
