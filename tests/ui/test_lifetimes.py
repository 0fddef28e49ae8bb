"""Nothing of Qt's outlives what it points into: selections go before their document, a pressed button stays until its work is done."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from shiboken6 import isValid

from ui.outlets.window import RatingsWindow

OPENINGS = 200


def open_another(window, qtbot, number: int) -> None:
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(Path(f"/saved/other-{number}.html"))


def let_go() -> None:
    """Have Qt delete what was asked to be deleted later."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_no_selection_of_the_article_before_is_kept(window, actions, qtbot):
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "bearing")
    reading = window.reader.reading
    window.reader.article_set.disconnect(window.find_bar.recount)  # which marks the places of the new one
    window.reader.show_reading(reading)
    assert window.reader.extraSelections() == []
    assert not window.reader.textCursor().hasSelection()


def test_articles_are_opened_one_after_another_with_the_find_bar_open(window, actions, qtbot, monkeypatch):
    monkeypatch.setattr("ui.reader.typesetting.typesetter.FIRST_SLICE", 0.0005)  # as on a busy machine, an article is set in many turns
    window.resize(640, 360)  # less to paint
    actions["find"].trigger()
    qtbot.keyClicks(window.find_bar.field, "the")
    for number in range(OPENINGS):
        open_another(window, qtbot, number)
        assert window.find_bar.told.text().endswith("in this text")
        assert window.find_bar.search()  # the selection too is of an article that goes


def test_only_the_document_on_the_page_is_kept(window, qtbot):
    documents = [window.reader.document()]
    for number in range(4):
        open_another(window, qtbot, number)
        documents.append(window.reader.document())
    let_go()
    assert [isValid(document) for document in documents] == [False] * 4 + [True]


def test_another_article_may_come_while_words_are_being_selected(window, qtbot):
    window.reader.finish_setting()
    page = window.reader.viewport()
    words = window.reader.point_of(40)
    QTest.mouseDClick(page, Qt.MouseButton.LeftButton, pos=words)
    QTest.mousePress(page, Qt.MouseButton.LeftButton, pos=words)
    open_another(window, qtbot, 1)
    let_go()
    QTest.mouseMove(page, words + QPoint(60, 40))
    QTest.mouseRelease(page, Qt.MouseButton.LeftButton, pos=words + QPoint(60, 40))
    assert window.reader.reading is not None


@pytest.fixture
def ratings(window, workspace) -> RatingsWindow:
    window.commands["ratings"].trigger()
    made = window.ratings_window
    made.table.setCurrentIndex(made.model.index(0, 0))
    return made


def test_a_button_that_has_its_own_page_made_anew_stays_until_its_work_is_done(ratings):
    ratings.model.setData(ratings.model.index(0, 0), "Another name")
    back = next(made for made in ratings.details.findChildren(QPushButton) if made.text() == "Restore")
    before = ratings.details._area.widget()
    back.click()
    assert ratings.details._area.widget() is not before
    assert isValid(back)
    let_go()
    assert not isValid(back)


def test_an_entry_that_has_its_own_menu_made_anew_stays_until_its_work_is_done(window):
    window.claims.reject("c4")
    [entry] = window.panel.rejected._menu.actions()
    entry.trigger()
    assert window.panel.rejected._menu.actions() == []
    assert isValid(entry)
    let_go()
    assert not isValid(entry)
