"""Every command is found by its words and done with Return."""

import pytest
from PySide6.QtCore import Qt

from ui.palette.palette import Palette, matching
from ui.window import MainWindow


@pytest.fixture
def palette(window: MainWindow) -> Palette:
    window.commands["palette"].trigger()
    found = window.findChild(Palette)
    assert found
    return found


def texts(palette: Palette) -> list[str]:
    return [palette.list.item(row).text() for row in range(palette.list.count())]


def test_words_find_commands_and_return_does_the_first(palette: Palette, window: MainWindow, qtbot) -> None:
    assert len(texts(palette)) > 30
    qtbot.keyClicks(palette.words, "next claim")
    assert texts(palette)[0] == "Claims: Next claim"
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.panel.current is not None)
    assert window.findChild(Palette) is None


def test_arrows_choose_while_the_keyboard_stays_in_the_field(palette: Palette, window: MainWindow, qtbot) -> None:
    qtbot.keyClicks(palette.words, "zoom")
    second = texts(palette)[1]
    qtbot.keyClick(palette.words, Qt.Key.Key_Down)
    assert palette.list.currentItem().text() == second
    size = window.reader.typography.size
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.reader.typography.size != size)


def test_what_cannot_be_done_now_is_not_offered(window: MainWindow) -> None:
    names = [spec.name for spec in matching("", window.commands)]
    assert "not_a_claim" not in names
    window.commands["next_claim"].trigger()
    names = [spec.name for spec in matching("", window.commands)]
    assert "not_a_claim" in names
    assert "palette" not in names
    assert matching("zzz", window.commands) == []


def test_descriptions_are_searched_after_names(window: MainWindow) -> None:
    found = [spec.name for spec in matching("export", window.commands)]
    assert found[0] == "export_pdf"
    assert [spec.name for spec in matching("everything opened", window.commands)] == ["library"]


def test_escape_leaves_and_an_empty_list_does_nothing(palette: Palette, qtbot) -> None:
    qtbot.keyClicks(palette.words, "zzz")
    assert texts(palette) == []
    qtbot.keyClick(palette.words, Qt.Key.Key_Return)
    assert not palette.isVisible()
