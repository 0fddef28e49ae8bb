from collections import Counter
from itertools import groupby, pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QLabel, QToolButton, QWidget

from ui.actions import ACTIONS, GROUPS, MENUS, TOOLBAR
from ui.frame.menus import menu_of
from ui.preferences.choices import CHOICES
from ui.window import MainWindow


def test_names_and_keys_are_told_apart():
    assert max(Counter(spec.name for spec in ACTIONS).values()) == 1
    assert max(Counter(keys for spec in ACTIONS for keys in spec.shortcuts).values()) == 1


def test_every_action_stands_in_a_menu_and_says_what_it_does():
    for spec in ACTIONS:
        assert spec.menu in MENUS
        assert spec.tip and not spec.tip.endswith(".")


def test_the_toolbar_names_actions_only():
    names = {spec.name for spec in ACTIONS}
    assert {name for name in TOOLBAR if name not in ("", "|")} <= names


def test_choices_offer_values_the_settings_take(workspace):
    for spec in CHOICES:
        for choice in spec.choices:
            workspace.settings.set(spec.key, choice.value)
            assert workspace.settings.get(spec.key) == choice.value


def test_actions_wait_for_an_article(qtbot, workspace):
    window = MainWindow(workspace)
    qtbot.addWidget(window)
    assert not window.commands["export_pdf"].isEnabled()
    assert not window.commands["next_claim"].isEnabled()
    assert window.commands["open_article"].isEnabled()


def spoken(widget: QWidget) -> str:
    """What a screen reader has to say of a widget."""
    words = widget.accessibleName()
    if not words and isinstance(widget, QAbstractButton | QLabel):
        words = widget.text()
    if not words and isinstance(widget, QToolButton) and widget.defaultAction():
        words = widget.defaultAction().text()
    return words


def test_everything_that_takes_the_keyboard_has_a_name(window, actions):
    window.show_claim("c3")
    actions["ratings"].trigger()
    for top in (window, window.ratings_window):
        for widget in top.findChildren(QWidget):
            inner = widget.objectName().startswith("qt_") or isinstance(widget, QAbstractSlider)
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not inner:
                assert spoken(widget), f"{type(widget).__name__} {widget.objectName()!r} in {widget.parent()} is nameless"


def test_menus_are_in_groups_and_end_with_what_ends_them(window):
    for title in MENUS:
        entries = menu_of(window, title).actions()
        lines = [place for place, entry in enumerate(entries) if entry.isSeparator()]
        assert not {0, len(entries) - 1} & set(lines)
        assert all(later - place > 1 for place, later in pairwise(lines)), "no group is empty"
    assert menu_of(window, "&File").actions()[-1] is window.commands["quit"]
    rows = [spec.menu for spec in ACTIONS]
    assert [menu for menu, _ in groupby(rows)] == list(MENUS), "the table is in the order of the menus"


def test_the_first_group_of_every_menu_needs_no_line():
    names = [spec.name for spec in ACTIONS]
    assert set(names) >= GROUPS
    firsts = {next(spec.name for spec in ACTIONS if spec.menu == menu) for menu in MENUS}
    assert not firsts & GROUPS
