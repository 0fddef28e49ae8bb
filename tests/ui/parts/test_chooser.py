"""Choosing among the articles of a file, with the keyboard alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from tests.ui.fake_book import PAGES
from tests.ui.test_actions import spoken
from ui.parts.chooser import PartChooser


@pytest.fixture
def chooser(switching, actions, qtbot):
    """The list, opened as the reader opens it."""
    actions["choose_part"].trigger()
    qtbot.waitUntil(lambda: switching.chooser is not None and switching.chooser.isVisible())
    return switching.chooser


def rows(chooser: PartChooser) -> list[str]:
    return [chooser.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(chooser.list.count())]


def test_all_parts_are_listed_and_the_open_one_is_marked(chooser):
    assert rows(chooser) == [
        "Chapter 1: The ferry",
        "Chapter 2: The bridge that nobody repaired, open now",
        "Chapter 3: Fog over the harbour",
        "Chapter 4: A car park",
        "Chapter 5: The ferry comes back",
    ]
    assert chooser.list.currentRow() == 1
    assert chooser.windowTitle() == "Choose a chapter"


def test_arrows_and_enter_open_another_part(window, chooser, switching, qtbot):
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.article_opened):
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert window.reader.reading.article.title == "A car park"
    qtbot.waitUntil(lambda: switching.chooser is None)


def test_typing_filters_by_every_word(window, chooser, qtbot):
    qtbot.keyClicks(chooser.field, "ferry back")
    assert rows(chooser) == ["Chapter 5: The ferry comes back"]
    with qtbot.waitSignal(window.article_opened):
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert window.reader.reading.article.part == 4


def test_a_number_finds_its_part(chooser, qtbot):
    qtbot.keyClicks(chooser.field, "4")
    assert rows(chooser) == ["Chapter 4: A car park"]


def test_words_that_no_part_has_leave_nothing_to_open(chooser, qtbot):
    qtbot.keyClicks(chooser.field, "lighthouse")
    assert rows(chooser) == []
    assert chooser.told.text() == "None with these words"
    assert not chooser.open_button.isEnabled()
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chooser.isVisible()
    chooser.field.clear()
    assert chooser.list.currentRow() == 1


def test_escape_leaves_everything(chooser, switching, qtbot):
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    with qtbot.assertNotEmitted(switching.asked):
        qtbot.keyClick(chooser.field, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: switching.chooser is None)


def test_the_part_that_is_open_is_not_opened_again(chooser, switching, qtbot):
    with qtbot.assertNotEmitted(switching.asked):
        qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: switching.chooser is None)


def test_pages_are_listed_and_found_with_their_addresses(qtbot):
    chooser = PartChooser(PAGES, 0)
    qtbot.addWidget(chooser)
    assert rows(chooser)[2] == "Page 3: Fog over the harbour, https://news.example/2/page"
    chooser.field.setText("EXAMPLE/3")
    assert [chooser.list.item(0).data(Qt.ItemDataRole.UserRole), chooser.list.count()] == [3, 1]


def test_everything_that_takes_the_keyboard_has_a_name(chooser):
    for widget in chooser.findChildren(QWidget):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not widget.objectName().startswith("qt_"):
            assert spoken(widget), widget
