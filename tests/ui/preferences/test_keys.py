"""The keys of every command are listed and changed; two commands never get the same, and whoever names keys names those in force."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.fake_workspace import FakeWorkspace
from ui.actions import ACTIONS
from ui.keys import SHIPPED, clashing, keys_in_force, keys_of, objection, own_keys
from ui.palette.palette import KEYS, Palette
from ui.preferences.dialog import SettingsDialog
from ui.preferences.keys_page import KeysPage
from ui.window import MainWindow

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(dialog: SettingsDialog) -> KeysPage:
    dialog.tabs[1].click()
    return dialog.keys_page


def press(page: KeysPage, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier, place: int = 0) -> None:
    page.choose(name)
    QTest.keyClick(page.editor.fields[place], key, modifiers)
    QApplication.processEvents()


def cell(page: KeysPage, name: str) -> str:
    row = next(row for row, spec in enumerate(ACTIONS) if spec.name == name)
    return page.table.item(row, 1).text()


def test_every_command_is_listed_with_its_keys(page: KeysPage) -> None:
    assert page.table.rowCount() == len(ACTIONS)
    assert cell(page, "find_next").split() == ["F3", "Ctrl+G"]


def test_pressed_keys_hold_at_once_wherever_they_are_named(page: KeysPage, window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    press(page, "next_claim", Qt.Key.Key_U, CTRL)
    assert workspace.settings.get("keys") == {"next_claim": ["Ctrl+U"]}
    action = window.commands["next_claim"]
    assert keys_of(action) == ("Ctrl+U",)
    assert action.toolTip().endswith("(Ctrl+U)")
    assert page.table.item(page.table.currentRow(), 1).font().bold()
    press(page, "find_next", Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    assert workspace.settings.get("keys")["find_next"] == ["F12", "Ctrl+G"]
    assert window.find_bar.next.toolTip().endswith("(F12)")
    page.window().accept()
    window.commands["palette"].trigger()
    palette = window.findChild(Palette)
    qtbot.keyClicks(palette.words, "next claim")
    assert palette.list.item(0).data(KEYS) == "Ctrl+U"
    palette.reject()
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=10_000)
    QTest.keyClick(window, Qt.Key.Key_U, CTRL)
    assert window.panel.current is not None


def test_keys_of_another_command_are_refused_in_words_and_swapped_on_wish(page: KeysPage, workspace: FakeWorkspace) -> None:
    press(page, "find", Qt.Key.Key_O, CTRL)
    assert page.editor.told.text() == "“Ctrl+O” already does “File: Open”."
    assert workspace.settings.get("keys") == {}
    page.editor.leave_button.click()
    assert page.editor.fields[0].keySequence().toString() == "Ctrl+F"
    press(page, "find", Qt.Key.Key_O, CTRL)
    page.editor.swap_button.click()
    assert workspace.settings.get("keys") == {"find": ["Ctrl+O"], "open_article": ["Ctrl+F"]}
    assert (cell(page, "find"), cell(page, "open_article")) == ("Ctrl+O", "Ctrl+F")


def test_a_command_without_keys_takes_those_of_another_which_then_has_none(page: KeysPage, workspace: FakeWorkspace) -> None:
    press(page, "all_claims", Qt.Key.Key_G, CTRL)
    page.editor.swap_button.click()
    assert workspace.settings.get("keys") == {"all_claims": ["Ctrl+G"], "find_next": ["F3"]}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("Esc", "cannot be given away"),
        ("Tab", "cannot be given away"),
        ("Shift+Tab", "cannot be given away"),
        ("Ctrl+Tab", ""),
        ("A", "needed for typing"),
        ("Shift+A", "needed for typing"),
        ("Return", "needed for typing"),
        ("PgDown", "needed for typing"),
        ("", "cannot be read"),
        ("F12", ""),
        ("Shift+F12", ""),
        ("Alt+A", ""),
        ("Ctrl+,", ""),
        ("Shift+Right", ""),
    ],
)
def test_keys_that_type_or_lead_away_are_refused(keys: str, told: str) -> None:
    assert (told in objection(keys)) if told else objection(keys) == ""


def test_no_shipped_key_would_be_refused() -> None:
    assert [keys for every in SHIPPED.values() for keys in every if objection(keys)] == []
    assert [name for name, every in SHIPPED.items() for keys in every if clashing(SHIPPED, name, keys)] == []


def test_a_refused_key_leaves_the_old_one(page: KeysPage, workspace: FakeWorkspace) -> None:
    press(page, "find", Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    assert "needed for typing" in page.editor.told.text()
    assert page.editor.fields[0].keySequence().toString() == "Ctrl+F"
    assert workspace.settings.get("keys") == {}


def test_keys_are_taken_away_and_reset(page: KeysPage, window: MainWindow, workspace: FakeWorkspace) -> None:
    page.choose("find")
    page.editor.fields[0].clear()
    QApplication.processEvents()
    assert workspace.settings.get("keys") == {"find": []}
    assert keys_of(window.commands["find"]) == ()
    press(page, "ratings", Qt.Key.Key_F, CTRL)
    page.choose("find")
    page.editor.reset_button.click()
    assert workspace.settings.get("keys") == {"ratings": []}
    assert page.editor.told.text() == "These keys no longer do “Claims: Ratings”."
    dialog = page.window()
    dialog.reset_button.click()
    dialog.sure_button.click()
    assert workspace.settings.get("keys") == {}
    assert keys_of(window.commands["ratings"]) == ("Ctrl+R",)


def test_keys_of_commands_that_there_are_not_stay_in_the_settings() -> None:
    own = {"of_a_newer_version": ["Ctrl+9"], "find": ["Ctrl+9"], "ratings": ["nonsense+"]}
    in_force = keys_in_force(own)
    assert in_force["find"] == ("Ctrl+9",) and in_force["ratings"] == ()
    assert own_keys(dict(SHIPPED), own) == {"of_a_newer_version": ["Ctrl+9"]}
    assert keys_in_force("nonsense") == dict(SHIPPED)


def test_the_window_starts_with_the_keys_that_were_chosen(qtbot) -> None:
    workspace = FakeWorkspace()
    workspace.settings.set("keys", {"open_article": ["Ctrl+9"]})
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    assert keys_of(window.commands["open_article"]) == ("Ctrl+9",)
    assert window.welcome.open_button.toolTip().endswith("(Ctrl+9)")
    window.close()
