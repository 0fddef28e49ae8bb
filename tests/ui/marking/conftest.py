"""Words of the article about the bridge, selected as a reader selects them."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor

from ui.window import MainWindow


@pytest.fixture
def select(window: MainWindow, qtbot) -> Callable[[str], None]:
    """Select these words of the article; the page has the keyboard."""

    def call(words: str) -> None:
        with qtbot.waitActive(window):
            window.activateWindow()
        view = window.reader
        view.setFocus()
        start = view.reading.article.text.index(words)
        cursor = view.textCursor()
        cursor.setPosition(view.text_map.to_qt(start))
        cursor.setPosition(view.text_map.to_qt(start + len(words)), QTextCursor.MoveMode.KeepAnchor)
        view.setTextCursor(cursor)

    return call
