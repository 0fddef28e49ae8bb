"""The bar above an article of several, and the keys that go from one to the next."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from credibility.model import ArticleError
from tests.ui.fake_book import PAGES, FakeBook
from ui.window import MainWindow

FERRY, BRIDGE, FOG, PARK, BACK = (part.title for part in PAGES)
STEPS = ("previous_part", "next_part", "choose_part")


def test_the_bar_says_where_one_is_and_what_lies_beside(switching):
    bar = switching.bar
    assert bar.isVisible()
    assert bar.place.text() == bar.accessibleDescription() == "Chapter 2 of 5"
    assert bar.next.toolTip() == "Chapter 3: Fog over the harbour (Ctrl+PgDown)"
    assert (bar.previous.accessibleName(), bar.previous.accessibleDescription()) == ("Previous chapter", "Chapter 1: The ferry")


def test_the_bar_stands_above_the_text_in_the_same_column(window, switching):
    bar, text = (QRect(each.mapToGlobal(QPoint(0, 0)), each.size()) for each in (switching.bar, window.reader))
    assert bar.bottom() < text.top()
    assert bar.left() == text.left()
    assert bar.width() == text.width() + window.centre.rail.width(), "the rail stands beside the text"


def test_actions_and_buttons_go_to_the_next_and_previous_part(window, switching, actions, opened):
    assert opened(actions["next_part"].trigger) == FOG
    assert window.windowTitle().startswith(FOG)
    assert opened(switching.bar.next.click) == PARK
    assert opened(actions["previous_part"].trigger) == FOG
    assert opened(switching.bar.previous.click) == BRIDGE
    assert switching.bar.place.text() == "Chapter 2 of 5"


def test_the_keys_work_while_the_text_has_them(window, qtbot, opened):
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is window.reader)
    assert opened(lambda: qtbot.keyClick(window.reader, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)) == FOG
    assert opened(lambda: qtbot.keyClick(window.reader, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)) == BRIDGE


def test_nothing_lies_beyond_the_ends(switching, actions, opened):
    opened(actions["previous_part"].trigger)
    assert not actions["previous_part"].isEnabled()
    assert not switching.bar.previous.isEnabled()
    assert actions["next_part"].isEnabled()
    for _ in range(4):
        opened(actions["next_part"].trigger)
    assert switching.bar.place.text() == "Chapter 5 of 5"
    assert not actions["next_part"].isEnabled()
    assert not switching.bar.next.isEnabled()


def test_a_file_with_one_article_has_neither_bar_nor_actions(window, switching, actions, workspace, opened):
    assert all(actions[name].isVisible() for name in STEPS)
    workspace.parts = ()
    opened(lambda: window.open_path(Path("/saved/alone.html")))
    assert not switching.bar.isVisible()
    assert not any(actions[name].isVisible() or actions[name].isEnabled() for name in STEPS)
    workspace.parts = PAGES
    opened(lambda: window.open_path(Path("/saved/crawl.html")))
    assert switching.bar.isVisible()
    assert switching.bar.place.text() == "Page 2 of 5"


def test_the_file_is_opened_at_the_part_that_was_asked_for(window, workspace, opened):
    assert opened(lambda: window.open_path(Path("/saved/book.html"), part=3)) == PARK
    assert opened(lambda: window.open_path(Path("/saved/book.html"))) == PARK
    assert workspace.asked == [None, 3, None]


def test_a_part_that_cannot_be_read_says_so_leaves_the_article_and_is_passed_by_the_next_step(
    window, switching, workspace, actions, qtbot, opened
):
    workspace.unreadable = frozenset({2})
    before = window.reader.reading
    actions["next_part"].trigger()
    qtbot.waitUntil(lambda: "No article was found" in window.messages.text)
    assert window.reader.reading is before
    assert switching.bar.place.text() == "Chapter 2 of 5"
    assert opened(actions["next_part"].trigger) == PARK
    assert window.messages.text == ""


@pytest.fixture
def held(workspace, monkeypatch):
    """Opening waits until `let_go` is set; `begun` is set once the first file's turn has come."""
    begun, let_go, real = threading.Event(), threading.Event(), workspace.open_article

    def slowly(*asked):
        begun.set()
        assert let_go.wait(5)
        return real(*asked)

    monkeypatch.setattr(workspace, "open_article", slowly)
    return begun, let_go


def test_of_several_quick_steps_the_last_one_counts(window, workspace, actions, qtbot, held):
    begun, let_go = held
    actions["next_part"].trigger()
    assert begun.wait(5)
    actions["next_part"].trigger()
    actions["next_part"].trigger()
    with qtbot.waitSignal(window.article_opened):
        let_go.set()
    assert window.reader.reading.article.title == BACK
    assert workspace.asked == [None, 2, 4]


def test_what_was_read_on_the_way_to_a_part_that_cannot_be_is_shown(window, workspace, actions, qtbot, held):
    begun, let_go = held
    workspace.unreadable = frozenset({3})
    actions["next_part"].trigger()
    assert begun.wait(5)
    actions["next_part"].trigger()
    let_go.set()
    qtbot.waitUntil(lambda: "No article was found" in window.messages.text)
    assert window.reader.reading is workspace.reading
    assert window.reader.reading.article.title == FOG


def test_while_the_article_is_being_chosen_no_other_part_is_offered(window, actions, qtbot):
    with qtbot.waitSignal(window.centre.choosing.begun):
        actions["extent"].trigger()
    assert not any(actions[name].isEnabled() for name in STEPS)
    window.centre.extent.buttons["cancel"].click()
    assert all(actions[name].isEnabled() for name in STEPS)


def test_what_was_chosen_is_said_to_hold_for_this_part(window, workspace, switching, actions, qtbot):
    with qtbot.waitSignal(window.centre.choosing.begun):
        actions["extent"].trigger()
    with qtbot.waitSignal(window.article_opened):
        window.centre.extent.accept()
    assert window.messages.text == "That is the article from now on, whenever this chapter is opened."
    assert switching.bar.place.text() == "Chapter 2 of 5"


def test_claims_are_looked_for_a_second_time_in_every_part(window, workspace, actions, qtbot, opened):
    looked_at = []
    real = workspace.refine
    workspace.refine = lambda place: (looked_at.append(workspace.reading.article.title), real())[1]
    opened(actions["next_part"].trigger)
    qtbot.waitUntil(lambda: looked_at == [FOG])


def test_the_keys_are_told(window, switching):
    assert switching.bar.next.toolTip().endswith("(Ctrl+PgDown)")
    assert switching.bar.choose.toolTip().endswith("(Ctrl+L)")


def test_a_file_that_has_gone_leaves_the_part_on_screen(window, switching, workspace, actions, qtbot, monkeypatch):
    def refuse(*_):
        raise ArticleError("It is gone.", "Look for it.")

    monkeypatch.setattr(workspace, "open_article", refuse)
    actions["next_part"].trigger()
    qtbot.waitUntil(lambda: "It is gone" in window.messages.text)
    assert switching.bar.place.text() == "Chapter 2 of 5"
    assert window.reader.reading.article.title == BRIDGE


def test_no_bar_is_made_before_it_is_needed(qtbot):
    window = MainWindow(FakeBook(()))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.article_opened):
        window.open_path(Path("/saved/alone.html"))
    assert window.centre.switching.bar is None
