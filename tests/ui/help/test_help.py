"""Help and keys in a window of their own, searched, with the keys as they are set now."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.ui.fake_workspace import FakeWorkspace
from ui.actions import ACTIONS
from ui.help.key_caps import caps_of
from ui.help.listing import FIXED, halves, key_sections
from ui.help.text_page import with_keys
from ui.help.window import HelpWindow
from ui.keys import keys_of
from ui.preferences.dialog import SettingsDialog
from ui.window import MainWindow


@pytest.fixture
def help_window(window: MainWindow) -> HelpWindow:
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.help.window
    return window.help.window


def shown(found: HelpWindow) -> list[str]:
    return [row.accessibleName() for _, row in found.keys_page.rows if row.isVisible()]


def test_the_key_shows_every_command_that_has_keys(help_window: HelpWindow, window: MainWindow) -> None:
    assert help_window.pages.currentWidget() is help_window.keys_page
    listed = shown(help_window)
    with_keys_now = [spec for spec in ACTIONS if keys_of(window.commands[spec.name])]
    assert len(listed) == len(with_keys_now) + sum(len(rows) for _, rows in FIXED)
    assert "Find in text: Ctrl+F" in listed
    assert "Original pages in a PDF: F7" in listed


def test_two_columns_are_about_equally_high(window: MainWindow) -> None:
    left, right = halves(key_sections(window.commands))
    heights = [sum(len(rows) + 2 for _, rows in half) for half in (left, right)]
    assert left + right == key_sections(window.commands)
    assert abs(heights[0] - heights[1]) <= max(len(rows) + 2 for _, rows in left + right)


@pytest.mark.parametrize(
    ("keys", "caps"), [("F8", ["F8"]), ("Ctrl+Shift+F", ["Ctrl", "Shift", "F"]), ("Ctrl++", ["Ctrl", "+"]), ("Ctrl+-", ["Ctrl", "-"])]
)
def test_each_key_has_a_cap(keys: str, caps: list[str]) -> None:
    assert caps_of(keys) == caps


def test_caps_are_drawn(help_window: HelpWindow) -> None:
    row = next(row for held, row in help_window.keys_page.rows if held.startswith("edit redo"))
    caps = [part.text() for part in row.findChildren(QLabel) if part.property("keycap")]
    assert caps == ["Ctrl", "Shift", "Z", "Ctrl", "Y"]


def test_words_and_keys_are_found(help_window: HelpWindow, qtbot) -> None:
    qtbot.keyClicks(help_window.words, "split")
    assert shown(help_window) == ["Split the claim: Ctrl+D"]
    assert help_window.count.text() == "1 place"
    help_window.words.setText("ctrl+pgup")
    assert shown(help_window) == ["Previous page or chapter: Ctrl+PgUp"]
    help_window.words.clear()
    assert len(shown(help_window)) > 60


def test_the_text_is_searched_and_return_goes_on(window: MainWindow, qtbot) -> None:
    window.commands["help"].trigger()
    found = window.help.window
    assert found and found.pages.currentWidget() is found.text_page
    assert "Your library" in found.text_page.toPlainText()
    qtbot.keyClicks(found.words, "backup")
    marked = found.text_page.extraSelections()
    assert found.count.text() == f"{len(marked)} places" and len(marked) > 3
    places = []
    for _ in range(len(marked) + 1):
        qtbot.keyClick(found.words, Qt.Key.Key_Return)
        places.append(found.text_page.textCursor().selectionStart())
    assert len(set(places)) == len(marked) and places[0] == places[-1]


def test_text_and_list_name_the_keys_that_are_set(window: MainWindow, workspace: FakeWorkspace) -> None:
    window.preferences.choose("keys", {"library": ["Ctrl+9"], "note": [], "paste_article": []})
    window.commands["keys"].trigger()
    assert "Library: Ctrl+9" in shown(window.help.window)
    assert not [row for row in shown(window.help.window) if row.startswith("Note:")]
    text = window.help.window.text_page.toPlainText()
    assert "File › Library (Ctrl+9)" in text.replace("\n", " ")
    assert "Ctrl+Shift+L" not in text and "(Ctrl+Shift+V)" not in text
    window.preferences.choose("keys", {"library": ["Ctrl+8"]})
    assert "Library: Ctrl+8" in shown(window.help.window), "also while it is open"


def test_what_is_no_key_of_a_command_stays_in_the_text(window: MainWindow) -> None:
    assert with_keys("`sourcetint db` and `Ctrl+F`, `Ctrl+Alt+Z`", window.commands) == "`sourcetint db` and `Ctrl+F`, `Ctrl+Alt+Z`"


def test_keys_are_changed_from_there(help_window: HelpWindow, window: MainWindow) -> None:
    help_window.change_button.click()
    dialog = window.findChild(SettingsDialog)
    assert dialog and dialog.pages.currentWidget() is dialog.keys_page


def test_one_column_where_two_have_no_room(help_window: HelpWindow, qtbot) -> None:
    help_window.resize(480, 500)
    qtbot.waitUntil(lambda: len({row.mapTo(help_window, row.rect().topLeft()).x() for _, row in help_window.keys_page.rows}) == 1)


def test_it_closes_and_opens_again(help_window: HelpWindow, window: MainWindow, qtbot) -> None:
    QTest.keyClick(help_window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.help.window is None)
    window.commands["keys"].trigger()
    assert window.help.window and window.help.window.isVisible()


def test_the_keys_of_other_windows_are_those_they_have(window: MainWindow) -> None:
    window.commands["ratings"].trigger()
    window.commands["library"].trigger()
    windows = {"In the ratings window": window.ratings_window, "In the library": window.library.window}
    for title, rows in FIXED:
        if made := windows.get(title):
            there = {each.key().toString() for each in made.findChildren(QShortcut)}
            listed = {keys if keys != "Delete" else "Del" for row in rows for keys in row.keys} - {"F2"}
            assert listed <= there, title
