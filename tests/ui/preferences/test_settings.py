"""Every setting in one dialog, found by its words; what is chosen holds immediately and can be reset."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QDoubleSpinBox

from credibility.model import SettingsError
from credibility.model.settings import SETTINGS, SettingKind
from tests.ui.fake_workspace import FakeWorkspace
from tests.ui.test_refining import with_new_claim
from ui.preferences.dialog import SettingsDialog
from ui.theme import Scheme
from ui.window import MainWindow


def control(dialog: SettingsDialog, key: str):
    return dialog.settings_page.rows[key].control.widget


def pick(dialog: SettingsDialog, key: str, value: object) -> None:
    box = control(dialog, key)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(value))
    box.activated.emit(box.currentIndex())


def shown(dialog: SettingsDialog) -> set[str]:
    return {key for key, row in dialog.settings_page.rows.items() if row.isVisible()}


def test_every_setting_that_is_shown_has_a_row_of_its_kind(dialog: SettingsDialog) -> None:
    kinds = {
        SettingKind.FLAG: QCheckBox,
        SettingKind.NUMBER: QDoubleSpinBox,
        SettingKind.CHOICE: QComboBox,
        SettingKind.TYPEFACE: QComboBox,
    }
    expected = {setting.key: setting for setting in SETTINGS if setting.is_shown and setting.kind is not SettingKind.KEYS}
    assert set(dialog.settings_page.rows) == set(expected)
    for key, setting in expected.items():
        made = control(dialog, key)
        assert isinstance(made, kinds[setting.kind])
        assert (made.accessibleName(), made.accessibleDescription()) == (setting.title, setting.words)


def test_the_key_opens_it_with_the_search_focused(window: MainWindow, qtbot) -> None:
    QTest.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog = window.findChild(SettingsDialog)
    assert dialog
    qtbot.waitUntil(lambda: QApplication.focusWidget() is dialog.words)


def test_what_is_chosen_holds_at_once(dialog: SettingsDialog, window: MainWindow, workspace: FakeWorkspace, qtbot) -> None:
    pick(dialog, "theme", "dark")
    assert window._looks.theme.scheme is Scheme.DARK
    width = control(dialog, "measure")
    width.setFocus()
    QTest.keyClick(width, Qt.Key.Key_Up)
    assert window.reader.typography.measure == workspace.settings.get("measure") == 69
    workspace.second_look = with_new_claim
    with qtbot.waitSignal(window.refined):
        pick(dialog, "threshold", 0.3)
    control(dialog, "attitudes").click()
    assert workspace.settings.get("attitudes") is True
    assert window.commands["attitudes"].isChecked()
    control(dialog, "remember").click()
    assert not window._workspace.library.remembers


def test_whole_numbers_are_kept_as_such_and_others_are_shown(window: MainWindow, workspace: FakeWorkspace) -> None:
    window.commands["zoom_in"].trigger()
    window.commands["settings"].trigger()
    dialog = window.findChild(SettingsDialog)
    size = control(dialog, "font_size")
    assert size.text() == "14.3 points"
    size.setValue(15)
    assert workspace.settings.get("font_size") == 15
    assert isinstance(workspace.settings.get("font_size"), int)


def test_a_value_between_those_offered_is_shown_as_it_is(window: MainWindow, workspace: FakeWorkspace) -> None:
    workspace.settings.set("threshold", 0.62)
    window.commands["settings"].trigger()
    assert control(window.findChild(SettingsDialog), "threshold").currentText() == "0.62"


def test_words_find_settings_and_commands(dialog: SettingsDialog, qtbot) -> None:
    qtbot.keyClicks(dialog.words, "spacing lines loose")
    assert shown(dialog) == set()
    dialog.words.clear()
    qtbot.keyClicks(dialog.words, "loose")
    assert shown(dialog) == {"leading"}
    assert dialog.tabs[0].text() == "Settings (1)"
    dialog.words.clear()
    qtbot.keyClicks(dialog.words, "unsourced nothing of the kind")
    assert [tab.text() for tab in dialog.tabs] == ["Settings (0)", "Keyboard (0)"]
    dialog.words.clear()
    assert len(shown(dialog)) == len(dialog.settings_page.rows)


def test_words_that_only_a_command_has_lead_to_the_keyboard(dialog: SettingsDialog, qtbot) -> None:
    qtbot.keyClicks(dialog.words, "split the claim")
    assert dialog.pages.currentWidget() is dialog.keys_page
    assert dialog.keys_page.current == "split_claim"


def test_one_setting_is_reset_and_the_keyboard_stays_there(dialog: SettingsDialog, workspace: FakeWorkspace) -> None:
    row = dialog.settings_page.rows["leading"]
    assert not row.reset_button.isVisible()
    row.control.widget.setValue(200)
    assert row.reset_button.isVisible()
    row.reset_button.setFocus()
    QTest.keyClick(row.reset_button, Qt.Key.Key_Space)
    assert workspace.settings.get("leading") == 150
    assert QApplication.focusWidget() is row.control.widget


def test_all_are_reset_when_asked_twice(dialog: SettingsDialog, window: MainWindow, workspace: FakeWorkspace) -> None:
    workspace.settings.set("last_folder", "/saved")
    pick(dialog, "theme", "sepia")
    dialog.settings_page.rows["paper_grey"].control.widget.click()
    dialog.reset_button.click()
    assert workspace.settings.get("theme") == "sepia", "it asks first"
    dialog.sure_button.click()
    values = {setting.key: workspace.settings.get(setting.key) for setting in SETTINGS if setting.is_shown}
    assert values == {setting.key: setting.default for setting in SETTINGS if setting.is_shown}
    assert workspace.settings.get("last_folder") == "/saved"
    assert control(dialog, "theme").currentData() == "system"


def test_a_setting_that_cannot_be_kept_says_why_and_shows_the_old_value(
    dialog: SettingsDialog, workspace: FakeWorkspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(key: str, value: object) -> None:
        raise SettingsError("The settings cannot be saved: the disk is full.")

    monkeypatch.setattr(workspace.settings, "set", refuse)
    control(dialog, "paper_larger").click()
    assert not control(dialog, "paper_larger").isChecked()
    assert dialog.told.text() == "The settings cannot be saved: the disk is full."
    assert dialog.told.isVisible()


def test_the_wheel_changes_no_value(dialog: SettingsDialog, workspace: FakeWorkspace, qtbot) -> None:
    box = control(dialog, "font_size")
    turn = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turn)
    assert workspace.settings.get("font_size") == 13


def test_what_has_a_window_of_its_own_is_reached_from_there(dialog: SettingsDialog, window: MainWindow) -> None:
    links = [row for row in dialog.settings_page._links if row.holds(["forget"])]
    dialog.settings_page.left.emit(window.library.show)
    assert links and window.library.window and window.library.window.isVisible()
    assert not dialog.isVisible()


def test_a_menu_shows_what_was_chosen_in_the_dialog(dialog: SettingsDialog, window: MainWindow) -> None:
    pick(dialog, "threshold", 0.95)
    menus = [action.menu() for action in window.menuBar().actions()]
    sure = next(each.menu() for menu in menus for each in menu.actions() if each.menu() and "sure" in each.text())
    sure.aboutToShow.emit()
    assert [action.data() for action in sure.actions() if action.isChecked()] == [0.95]
