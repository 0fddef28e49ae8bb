"""Two articles side by side: brought there by keys and by mouse, each with its own place, claim and filter, one of them active."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model import Article, RatingDraft, Tier
from tests.e2e.conftest import EXAMPLE, begin, open_in
from tests.e2e.test_tabs import press
from ui.filtering import ClaimFilter
from ui.window import MainWindow


@pytest.fixture
def quay(tmp_path: Path) -> Path:
    path = tmp_path / "quay.txt"
    lines = "\n\n".join(f"Line {number} of the article says nothing about anybody." for number in range(120))
    path.write_text(f"The quay\n\nThe BBC said that the bridge is safe.\n\n{lines}\n\nThe BBC reported that the quay is closed.\n", "utf-8")
    return path


@pytest.fixture
def two(workspace: Workspace, window: MainWindow, qtbot: QtBot, quay: Path) -> Iterator[MainWindow]:
    """The quay on the left, the example on the right and active."""
    open_in(window, qtbot, quay)
    window.resize(1400, 800)
    window.activateWindow()
    press(window, qtbot, "beside")
    assert window.centre.currentWidget() is window.welcome, "there is no other tab: an empty one waits for an article"
    open_in(window, qtbot, EXAMPLE)
    yield window
    window.close()


def title(window: MainWindow) -> str:
    return window.reader.reading.article.title if window.reader.reading else ""


def _stacked(window: MainWindow) -> bool:
    return window.halves.is_stacked


def by_the_bbc(window: MainWindow) -> list[str]:
    claims = window.reader.reading.claims if window.reader.reading else ()
    return [rated.id for rated in claims if rated.resolution.outlet and rated.resolution.outlet.name == "BBC" and rated.claim.asserted]


def test_each_side_has_its_own_place_claim_and_filter(two: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    assert two.side is right
    assert left.half.head.isVisible()
    assert left.half.width() == pytest.approx(right.half.width(), abs=2)
    for _ in range(9):
        two.commands["next_claim"].trigger()
    chosen, place = two.panel.current, two.reader.first_offset_on_screen()
    assert place > 0
    assert left.centre.reader.first_offset_on_screen() == 0
    assert left.centre.panel.current is None
    press(two, qtbot, "other_side")
    assert two.side is left
    assert title(two) == "The quay"
    assert workspace.reading is two.reader.reading
    assert two.windowTitle().startswith("The quay")
    assert two.panel.isVisible()
    assert not right.centre.panel.isVisible()
    two.commands["next_claim"].trigger()
    two.panel.turn("bbc")
    assert two.commands["export_shown"].isEnabled()
    press(two, qtbot, "other_side")
    assert (two.panel.current, two.panel.filter) == (chosen, ClaimFilter())
    assert not two.commands["export_shown"].isEnabled()
    assert two.reader.first_offset_on_screen() == place
    assert left.centre.panel.filter.facets == {"bbc"}


def test_the_active_side_is_marked_in_sign_word_and_type(two: MainWindow) -> None:
    left, right = (side.half.head for side in two.sides.shown)
    assert right.state.isVisible()
    assert not left.state.isVisible()
    assert (left._mark.text(), right._mark.text()) == ("○", "●")
    assert right.title.font().bold()
    assert not left.title.font().bold()
    assert left.accessibleName() == "Other article: The quay"
    assert right.accessibleName().startswith("Active article: The bat-men")
    two.commands["other_side"].trigger()
    assert left.title.font().bold()
    assert left.accessibleName() == "Active article: The quay"


def test_a_click_in_a_side_and_f6_make_it_the_active_one(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    qtbot.mouseClick(left.centre.reader.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(20, 200))
    assert two.side is left
    passed = set()
    for _ in range(12):
        press(two, qtbot, "next_pane")
        passed.add(two.side)
        if two.side is right:
            break
    assert passed == {left, right}, "F6 goes from the left side into the right one"
    qtbot.mouseClick(left.half.head, Qt.MouseButton.LeftButton)
    assert two.side is left


def test_find_keys_and_export_work_on_the_active_side(two: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    two.commands["other_side"].trigger()
    two.commands["find"].trigger()
    qtbot.keyClicks(two.find_bar.field, "quay")
    assert two.find_bar.told.text() == "1 of 2"
    two.commands["find_next"].trigger()
    assert two.find_bar.told.text() == "2 of 2"
    with qtbot.waitSignal(two.exported):
        two.exports.write(tmp_path / "out.csv")
    assert "the bridge is safe" in (tmp_path / "out.csv").read_text("utf-8")


def test_an_edit_recolours_both_sides(two: MainWindow, workspace: Workspace, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    outlet = workspace.table.find_outlets("BBC")[0]
    two.edits.do(workspace.table.set_rating, RatingDraft(outlet.slug, 3, "found wanting"))

    def tiers() -> set[object]:
        readings = [side.centre.reader.reading for side in (left, right)]
        return {
            rated.rating.tier for each in readings if each for rated in each.claims if rated.resolution.outlet == outlet and rated.rating
        }

    qtbot.waitUntil(lambda: tiers() == {Tier.VERY_LOW})
    qtbot.waitUntil(lambda: workspace.reading is right.centre.reader.reading)
    two.commands["undo"].trigger()
    qtbot.waitUntil(lambda: tiers() == {Tier.HIGH})


def test_claims_through_the_same_outlet_are_linked(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    two.show_claim(by_the_bbc(two)[0])
    assert left.half.head.linked.isVisible()
    assert left.half.head.linked.text() == "2 claims through BBC ›"
    assert len(left.centre.reader._scene.linked) == 2
    press(two, qtbot, "same_outlet")
    assert two.side is left
    assert two.panel.current == by_the_bbc(two)[0]
    assert right.half.head.linked.isVisible()
    right.half.head.linked.click()
    assert two.side is right
    assert two.panel.current == by_the_bbc(two)[0], "the one on screen"
    others = [rated.id for rated in two.reader.reading.claims if rated.id not in by_the_bbc(two)] if two.reader.reading else []
    two.show_claim(others[0])
    assert not left.half.head.linked.isVisible()
    assert left.centre.reader._scene.linked == frozenset()
    two.sides.close(left)
    assert not two.commands["same_outlet"].isEnabled()


def test_both_scroll_together_when_asked(two: MainWindow) -> None:
    left, right = (side.centre.reader.verticalScrollBar() for side in two.sides.shown)
    before = right.value()
    left.setValue(left.maximum())
    assert right.value() == before
    two.commands["scroll_together"].trigger()
    right.setValue(right.maximum() // 2)
    assert left.value() == pytest.approx(left.maximum() / 2, abs=2)
    left.setValue(left.maximum())
    assert right.value() == right.maximum()
    two.commands["scroll_together"].trigger()
    right.setValue(0)
    assert left.value() == left.maximum()


def test_closing_a_side_returns_to_one_and_keeps_its_tab(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    two.commands["other_side"].trigger()
    press(two, qtbot, "beside")
    assert two.sides.shown == (left,)
    assert not left.half.head.isVisible()
    assert len(two.tabs.tabs) == 2
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert right.centre.reader.reading is None
    with qtbot.waitSignal(right.centre.reader.article_set):
        press(two, qtbot, "beside")
    assert two.side is right
    assert title(two).startswith("The bat-men")


def test_closing_the_tab_of_a_side_closes_it_and_gives_its_memory_back(two: MainWindow, qtbot: QtBot) -> None:
    press(two, qtbot, "close_tab")
    assert [tab.title for tab in two.tabs.tabs] == ["The quay"]
    assert len(two.sides.shown) == 1
    assert title(two) == "The quay"
    assert two.centre.has_article
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qtbot.wait(1)
    gc.collect()
    assert not [thing for thing in gc.get_objects() if isinstance(thing, Article) and thing.title.startswith("The bat-men")]


def test_a_tab_is_brought_beside_by_its_menu(two: MainWindow, qtbot: QtBot) -> None:
    two.sides.close(two.side)
    place = two.tabs.bar.tabRect(1).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, two.tabs.bar.mapToGlobal(place))
    QApplication.sendEvent(two.tabs.bar, event)
    menu = next(menu for menu in two.findChildren(QMenu) if menu.isVisible() and menu.actions()[0].text().startswith("Show beside"))
    menu.actions()[0].trigger()
    menu.close()
    assert len(two.sides.shown) == 2
    assert title(two).startswith("The bat-men")
    two.tabs.turn(0)
    assert title(two) == "The quay", "a tab that is to be seen already is not shown twice"
    assert len({side.port.place for side in two.sides.shown}) == 2


def test_where_two_are_too_narrow_they_stand_below_each_other(two: MainWindow, qtbot: QtBot) -> None:
    two.resize(800, 600)
    qtbot.waitUntil(lambda: two.beside.width() == 800)
    assert not two.panel.isVisible(), "the panel yields first"
    assert not _stacked(two)
    assert min(side.centre.reader.width() for side in two.sides.shown) > 340
    two.commands["panel"].trigger()
    QApplication.processEvents()
    assert _stacked(two)
    assert (two.width(), two.height()) == (800, 600)
    assert min(side.centre.reader.height() for side in two.sides.shown) >= 120
    two.resize(1400, 800)
    qtbot.waitUntil(lambda: two.beside.width() == 1400)
    assert not _stacked(two)
    assert two.panel.isVisible()


def test_both_sides_come_back_at_the_next_start(qtbot: QtBot, quay: Path) -> None:
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        open_in(window, qtbot, quay)
        window.commands["beside"].trigger()
        open_in(window, qtbot, EXAMPLE)
        window.commands["other_side"].trigger()
        window.commands["next_claim"].trigger()
        chosen = window.panel.current
        window.close()
    with Workspace.at() as workspace:
        window = begin(workspace, qtbot)
        with qtbot.waitSignals([window.refined, window.refined]):
            assert window.own.session.restore(window.open_path)
        left, right = window.sides.shown
        assert window.side is left
        assert title(window) == "The quay"
        assert window.panel.current == chosen
        qtbot.waitUntil(lambda: right.half.head.title.text().startswith("The bat-men"))
        assert workspace.reading is left.centre.reader.reading
        assert [tab.title[:8] for tab in window.tabs.tabs] == ["The quay", "The bat-"]
        window.close()


def test_tab_goes_from_the_left_side_to_the_right_then_to_the_panel_and_the_toolbar(two: MainWindow, qtbot: QtBot) -> None:
    left, right = two.sides.shown
    two.commands["other_side"].trigger()
    left.centre.reader.setFocus()
    visible = [part for part in right.half.head.findChildren(QPushButton) if part.isVisible()]
    order = [left.centre.rail, *visible, right.centre.reader, right.centre.rail]
    for part in order:
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is part
    assert two.sides.active is right
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert two.panel.isAncestorOf(QApplication.focusWidget()), "the panel of the side that the keyboard came from"
    for part in reversed(order):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
        assert QApplication.focusWidget() is part
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is left.centre.reader
    assert two.sides.active is left
