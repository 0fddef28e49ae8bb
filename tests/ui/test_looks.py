"""How the page looks is chosen in one pane, by mouse and by keyboard, and shown at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolBar, QToolButton

from ui.actions import TOOLBAR
from ui.preferences.choices import LOOKS
from ui.reader.typesetting.typography import Typography
from ui.theme.icons import icon
from ui.theme.theme import COLOURS, Scheme


@pytest.fixture
def pane(window, actions):
    actions["typography"].trigger()
    yield window.type_pane
    window.type_pane.close()


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.SEPIA, Scheme.DARK])
def test_every_theme_is_chosen_there_and_shown_at_once(window, pane, workspace, scheme):
    pane.buttons["theme", scheme.value].click()
    assert workspace.settings.get("theme") == scheme.value
    image = window.reader.viewport().grab().toImage()
    assert image.pixelColor(image.width() - 4, 4) == QColor(COLOURS[scheme].page)
    assert pane.isVisible()


def test_width_spacing_and_size_are_chosen_there(window, pane, workspace):
    for key, value in (("measure", 60), ("leading", 175)):
        pane.buttons[key, value].click()
        assert workspace.settings.get(key) == value
        assert getattr(window.reader.typography, key) == value
    pane.buttons["size", 1].click()
    assert window.reader.typography.size == 14.3
    assert pane.size_label.text() == "14.3 points"
    pane.buttons["size", 0].click()
    assert window.reader.typography.size == 13


def test_a_typeface_is_chosen_there(window, pane, workspace):
    last = pane.faces.count() - 1
    pane.faces.setCurrentIndex(last)
    pane.faces.activated.emit(last)
    assert workspace.settings.get("font_family") == pane.faces.itemData(last) == window.reader.typography.family


def test_it_shows_what_is_in_force(window, pane):
    checked = {key for key, made in pane.buttons.items() if made.isChecked()}
    assert checked == {("theme", "light"), ("measure", 68), ("leading", 150)}


def test_the_keyboard_opens_walks_and_closes_it(window, pane):
    assert QApplication.focusWidget() is pane.buttons["theme", "light"]
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(pane.buttons["theme", "sepia"], Qt.Key.Key_Space)
    assert window._looks.theme.scheme is Scheme.SEPIA
    QTest.keyClick(pane, Qt.Key.Key_Escape)
    assert not pane.isVisible()
    assert window.reader.reading is not None


def test_every_width_offered_is_one_that_reads_well(qapp):
    widths = [choice.value for spec in LOOKS if spec.key == "measure" for choice in spec.choices]
    assert min(widths) >= 60
    assert max(widths) <= 75
    assert 60 <= Typography().measure <= 75


def test_every_button_of_the_toolbar_has_an_icon_and_words(window):
    for name, words in TOOLBAR.items():
        if words:
            made = window.commands[name]
            assert not made.icon().isNull()
            assert made.iconText() == words
            assert made.icon().pixmap(18, 18).toImage() != icon("", window._looks.theme).pixmap(18, 18).toImage()


def test_at_800_pixels_the_whole_toolbar_has_room(window, qtbot):
    window.resize(800, 600)
    qtbot.waitUntil(lambda: window.width() == 800)
    assert not window.findChild(QToolBar).findChild(QToolButton, "qt_toolbar_ext_button").isVisible()


def test_icons_are_drawn_in_the_colour_of_the_theme(window):
    def darkest() -> int:
        image = window.commands["panel"].icon().pixmap(18, 18).toImage()
        return max(image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))

    light = darkest()
    window.preferences.choose("theme", "dark")
    assert darkest() > light
