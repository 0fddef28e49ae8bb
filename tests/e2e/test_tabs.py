"""Several articles open at once, in tabs: by keyboard, with their places, over edits, and again at the next start."""

import gc
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.workspace import Workspace
from credibility.model import Article, Claims, RatingDraft, Reading, Role, Tier
from tests.e2e.conftest import EXAMPLE, begin, open_in
from tests.patience import MILLISECONDS, SECONDS
from ui.filtering import ClaimFilter
from ui.window import MainWindow


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "other.txt"
    lines = "\n\n".join(f"Line {number} of the article says nothing about anybody." for number in range(120))
    path.write_text(f"The quay\n\nThe BBC said that the bridge is safe.\n\n{lines}\n\nNewsweek reported that it was closed.\n", "utf-8")
    return path


def articles_in_memory(title: str) -> int:
    gc.collect()
    return sum(isinstance(thing, Article) and thing.title == title for thing in gc.get_objects())


def press(window: MainWindow, qtbot: QtBot, name: str) -> None:
    """Do an action by its first key, which is what a reader presses."""
    keys = window.commands[name].shortcut()
    assert not keys.isEmpty()
    combined = keys[0]
    qtbot.keyClick(window, combined.key(), combined.keyboardModifiers())


def test_two_articles_keep_place_claim_and_filter_while_the_other_is_read(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        assert window.tabs.bar.isHidden()
        for _ in range(9):
            window.commands["next_claim"].trigger()
        chosen, place = window.panel.current, window.reader.first_offset_on_screen()
        window.panel.turn(Role.HIGH)
        if window.panel.current is None:
            chosen = None
        window.commands["new_tab"].trigger()
        assert window.tabs.bar.isVisible()
        assert window.centre.currentWidget() is window.welcome
        assert workspace.reading is None
        assert not window.commands["next_claim"].isEnabled()
        open_in(window, qtbot, other)
        assert window.windowTitle().startswith("The quay")
        assert window.panel.filter == ClaimFilter()
        with qtbot.waitSignal(window.reader.article_set):
            window.commands["next_tab"].trigger()
        assert "bat-men" in window.windowTitle()
        assert workspace.reading is window.reader.reading
        assert window.panel.current == chosen
        assert window.panel.filter.facets == {Role.HIGH}
        assert abs(window.reader.first_offset_on_screen() - place) < 200
        assert [window.tabs.bar.tabText(index) for index in range(2)][1] == "The quay"
        window.close()


def test_tabs_by_keyboard_alone(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        window.activateWindow()
        press(window, qtbot, "new_tab")
        open_in(window, qtbot, other)
        qtbot.keyClick(window.reader, Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier)
        assert window.tabs.front.path == EXAMPLE
        press(window, qtbot, "previous_tab")
        assert window.tabs.front.path == other
        press(window, qtbot, "close_tab")
        assert [tab.path for tab in window.tabs.tabs] == [EXAMPLE]
        assert window.tabs.bar.isHidden()
        assert not window.commands["close_tab"].isEnabled()
        window.close()


def test_a_tab_is_closed_by_its_button_and_by_the_middle_one(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        window.commands["new_tab"].trigger()
        open_in(window, qtbot, other)
        window.commands["new_tab"].trigger()
        middle = window.tabs.bar.tabRect(1).center()
        qtbot.mouseClick(window.tabs.bar, Qt.MouseButton.MiddleButton, pos=middle)
        assert [tab.path for tab in window.tabs.tabs] == [EXAMPLE, None]
        window.tabs.bar.tabButton(1, window.tabs.bar.ButtonPosition.RightSide).click()
        assert [tab.path for tab in window.tabs.tabs] == [EXAMPLE]
        assert window.reader.reading is workspace.reading
        assert window.centre.has_article
        window.close()


def test_an_edit_made_beside_one_article_is_seen_in_the_other(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, other)
        window.commands["new_tab"].trigger()
        open_in(window, qtbot, EXAMPLE)
        outlet = workspace.table.find_outlets("BBC")[0]
        window.edits.do(workspace.table.set_rating, RatingDraft(outlet.slug, 3, "found wanting"))
        window.commands["previous_tab"].trigger()
        by_the_bbc = next(rated for rated in window.reader.reading.claims if rated.resolution.outlet)
        assert by_the_bbc.rating
        assert by_the_bbc.rating.tier is Tier.VERY_LOW
        window.claims.reject(by_the_bbc.id)
        assert by_the_bbc.id not in {rated.id for rated in window.reader.reading.claims}
        window.commands["next_tab"].trigger()
        window.commands["undo"].trigger()
        window.commands["previous_tab"].trigger()
        assert by_the_bbc.id in {rated.id for rated in window.reader.reading.claims}
        window.close()


def test_a_closed_tab_gives_its_memory_back(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        window.commands["new_tab"].trigger()
        other.write_text(other.read_text("utf-8").replace("The quay", "The quay that goes"), "utf-8")
        open_in(window, qtbot, other)
        page = window.reader.document()
        assert articles_in_memory("The quay that goes")
        places = workspace._open._places
        assert len(places) == 2
        with qtbot.waitSignal(window.reader.article_set):
            window.commands["close_tab"].trigger()
        assert list(places) == [0]
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not articles_in_memory("The quay that goes")
        assert not isValid(page)
        assert window.reader.reading is workspace.reading
        window.close()


def test_a_tab_left_while_its_article_is_still_read_has_it_on_return(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        window.commands["new_tab"].trigger()
        window.open_path(other)
        window.tabs.turn(0)
        assert window.reader.reading.article.title.startswith("The bat-men")
        window._worker.wait(MILLISECONDS)
        qtbot.wait(50)
        assert window.reader.reading.article.title.startswith("The bat-men")
        assert workspace.reading is not None
        assert workspace.reading.article.title.startswith("The bat-men")
        window.close()


def test_an_article_comes_into_the_tab_that_asked_for_it(qtbot: QtBot, other: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun, turned = Event(), Event()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, EXAMPLE)
        read = workspace.open_article

        def read_late(*given: Any) -> Reading:
            begun.set()
            assert turned.wait(SECONDS)
            return read(*given)

        monkeypatch.setattr(workspace, "open_article", read_late)
        window.commands["new_tab"].trigger()
        window.open_path(other)
        qtbot.waitUntil(begun.is_set)  # the other thread is past the last moment at which it asks whether it is still wanted
        window.tabs.turn(0)
        turned.set()
        window._worker.wait(MILLISECONDS)
        assert workspace.reading is not None
        assert workspace.reading.article.title.startswith("The bat-men")
        window.tabs.turn(1)
        assert workspace.reading.article.title == "The quay"
        window.close()


def test_a_second_look_may_end_in_front_of_an_empty_tab(tmp_path: Path, other: Path) -> None:
    with Workspace.at() as workspace:
        workspace.open_article(other)
        find = workspace._files.claims

        def find_late(*given: Any) -> Claims:
            workspace.places.begin()
            return find(*given)

        workspace._files.claims = find_late  # type: ignore[method-assign]
        refined = workspace.refine()
        assert refined is not None and refined.article.title == "The quay"
        assert workspace.reading is None
        workspace.places.turn_to(0)
        assert workspace.places.is_refined


def test_the_tabs_come_back_at_the_next_start_and_are_read_when_turned_to(qtbot: QtBot, other: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, other)
        window.commands["next_claim"].trigger()
        window.commands["next_claim"].trigger()
        chosen, place = window.panel.current, window.reader.first_offset_on_screen()
        window.commands["new_tab"].trigger()
        open_in(window, qtbot, EXAMPLE)
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignals([window.article_opened, window.reader.article_set, window.refined]):
            assert window.own.session.restore(window.open_path)
        assert [tab.path for tab in window.tabs.tabs] == [other, EXAMPLE]
        assert window.tabs.front.path == EXAMPLE
        assert window.tabs.bar.tabText(0) == "The quay"
        with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
            window.commands["next_tab"].trigger()
        assert window.reader.reading.article.title == "The quay"
        assert window.panel.current == chosen
        assert abs(window.reader.first_offset_on_screen() - place) < 200
        other.unlink()
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignals([window.article_opened, window.reader.article_set, window.refined]):
            assert window.own.session.restore(window.open_path), "the tab in front is gone, the other one is not"
        assert [tab.path for tab in window.tabs.tabs] == [EXAMPLE]
        window.close()
