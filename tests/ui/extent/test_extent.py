"""“This is the article”: choosing blocks, with the mouse, the keyboard and the buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt

from credibility.model import ArticleError, BlockKind, PageBlock
from ui.extent.kept_blocks import as_found, beginning, count_words, ending, only_part, switched

PAGE = tuple(
    PageBlock(n, f"b{n}", BlockKind.PARAGRAPH, f"words of block {n}", found=n in (2, 3, 4), kept=n in (2, 3, 4), parts=parts)
    for n, parts in enumerate([(0,), (0,), (2, 1, 0), (2, 1, 0), (1, 0), (0,)])
)


@pytest.fixture
def extent(window, actions, qtbot):
    """The window with the page's blocks in front."""
    with qtbot.waitSignal(window.centre.choosing.begun):
        actions["extent"].trigger()
    return window.centre.extent


def test_the_blocks_of_the_page_are_listed_with_those_of_the_article_marked(window, extent):
    assert window.centre.is_choosing
    marks = [extent.model.index(row).data(Qt.ItemDataRole.CheckStateRole) for row in range(5)]
    assert marks == [Qt.CheckState.Unchecked, *[Qt.CheckState.Checked] * 3, Qt.CheckState.Unchecked]
    assert extent.count.text().startswith("The article has 3 of the page’s 5 blocks")
    assert extent.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Left out: Home  Ships  Tides"


def test_space_switches_what_is_selected(extent, qtbot):
    extent.list.setCurrentIndex(extent.model.index(3))
    qtbot.keyClick(extent.list, Qt.Key.Key_Space)
    assert extent.model.kept == {1, 2}
    qtbot.keyClick(extent.list, Qt.Key.Key_Space)
    assert extent.model.kept == {1, 2, 3}


def test_a_click_on_the_box_switches_one_on_the_words_only_selects(extent, qtbot):
    row = extent.list.visualRect(extent.model.index(2))
    qtbot.mouseClick(extent.list.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(30, 14))
    assert extent.model.kept == {1, 3}
    qtbot.mouseClick(extent.list.viewport(), Qt.MouseButton.LeftButton, pos=row.topLeft() + QPoint(200, 14))
    assert extent.model.kept == {1, 3}


def test_the_chosen_article_is_shown_and_looked_at_again(window, extent, workspace, qtbot):
    extent.list.setCurrentIndex(extent.model.index(4))
    extent.buttons["switch"].click()
    with qtbot.waitSignal(window.article_opened):
        extent.buttons["accept"].click()
    assert workspace.choice.added == {"b4"}
    assert not window.centre.is_choosing
    assert window.reader.reading.article.notes == ("0 dropped, 1 added",)


def test_cancel_leaves_everything(window, extent, workspace, actions):
    extent.buttons["end"].click()
    assert not actions["next_claim"].isEnabled()
    extent.buttons["cancel"].click()
    assert not window.centre.is_choosing
    assert workspace.choice.is_empty
    assert actions["next_claim"].isEnabled()


def test_what_is_refused_stays_in_front_and_says_why(window, extent, workspace, qtbot, monkeypatch):
    def refuse(choice, place):
        raise ArticleError("No article was found in this file.", "Keep at least one block.")

    monkeypatch.setattr(workspace, "choose_blocks", refuse)
    extent.accept()
    qtbot.waitUntil(lambda: "Keep at least one block" in window.messages.text)
    assert window.centre.is_choosing


def test_nothing_at_all_cannot_be_the_article(extent):
    extent.model.keep(frozenset())
    assert not extent.buttons["accept"].isEnabled()


def test_only_this_part_grows_when_asked_again(extent):
    extent.list.setCurrentIndex(extent.model.index(1))
    extent.model.keep(frozenset({1}))
    extent.buttons["part"].click()
    assert extent.model.kept == {1, 2, 3}
    extent.buttons["part"].click()
    assert extent.model.kept == {0, 1, 2, 3, 4}
    extent.buttons["found"].click()
    assert extent.model.kept == {1, 2, 3}


def test_edits():
    found = as_found(PAGE)
    assert found == {2, 3, 4}
    assert switched(found, {3}) == {2, 4}
    assert switched(found, {0, 3}) == {0, 2, 3, 4}
    assert beginning(PAGE, found, 3) == {3, 4}
    assert beginning(PAGE, found, 1) == {1, 2, 3, 4}
    assert ending(PAGE, found, 2) == {2}
    assert only_part(PAGE, found, 2) == {2, 3}
    assert only_part(PAGE, frozenset({2, 3}), 2) == {2, 3, 4}
    assert only_part(PAGE, frozenset(range(6)), 2) == {2, 3}
    assert count_words(PAGE, frozenset({2})) == "The article has 1 of the page’s 6 blocks, 4 words."
