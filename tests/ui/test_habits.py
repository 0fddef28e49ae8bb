"""What hands expect of every program: Esc, F6, Tab, the right button, and a place that is not lost."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from credibility.model import ArticleError, RatingDraft
from ui.frame import messages as message_times
from ui.outlets.editing.rating_form import RatingForm


def press(target: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(target, key, modifier)


def find(window, actions, words: str) -> None:
    actions["find"].trigger()
    window.find_bar.field.clear()
    QTest.keyClicks(window.find_bar.field, words)


def select(window, start: int, end: int) -> None:
    """Select some of the article's text on the page."""
    cursor = QTextCursor(window.reader.document())
    cursor.setPosition(window.reader.text_map.to_qt(start))
    cursor.setPosition(window.reader.text_map.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(cursor)


def ask_menu(view: QWidget, place: QPoint, reason=QContextMenuEvent.Reason.Mouse) -> list[str]:
    """Ask for a context menu and read what is on it."""
    QApplication.sendEvent(view, QContextMenuEvent(reason, place, view.mapToGlobal(place)))
    menu = next((menu for menu in reversed(QApplication.topLevelWidgets()) if isinstance(menu, QMenu) and menu.isVisible()), None)
    if menu is None:
        return []
    words = [action.text() for action in menu.actions() if action.text()]
    menu.close()
    return words


# Find


def test_escape_closes_the_find_bar_before_the_message(window, actions):
    window.messages.say("Something")
    find(window, actions, "bridge")
    press(window, Qt.Key.Key_Escape)
    assert window.find_bar.isHidden()
    assert window.messages.text == "Something"
    press(window, Qt.Key.Key_Escape)
    assert window.messages.text == ""


def found_in(window, claim_id: str) -> str:
    """Words that stand in that claim and nowhere before it."""
    rated, text = window.reader.reading.claim(claim_id), window.reader.reading.article.text
    span = rated.claim.content[0]
    return next(text[span.start : end] for end in range(span.start + 4, span.end) if text.find(text[span.start : end]) == span.start)


def test_f8_after_a_find_goes_on_from_the_place_found(window, actions):
    claims = [rated.id for rated in window.reader.reading.claims]
    window.show_claim(claims[0])
    find(window, actions, found_in(window, claims[5]))
    actions["next_claim"].trigger()
    assert window.panel.current == claims[5], "the claim that the words found stand in"
    actions["next_claim"].trigger()
    assert window.panel.current == claims[6], "and then on from there"
    find(window, actions, found_in(window, claims[5]))
    actions["previous_claim"].trigger()
    assert window.panel.current == claims[4]


def test_ctrl_return_in_the_find_bar_rates_the_outlet_of_the_claim_found(window, actions):
    window.show_claim("c1")
    find(window, actions, found_in(window, "c3"))
    number = window.find_bar.told.text()
    press(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.find_bar.told.text() == number, "it does not search on"
    assert window.panel.current == "c3"
    assert window.findChild(RatingForm).windowTitle() == "Rate The Kestrel"


def test_ctrl_return_where_no_claim_stands_says_so(window, actions):
    find(window, actions, window.reader.reading.article.text[:12])
    press(window.find_bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "not in a claim" in window.messages.text
    assert window.findChild(RatingForm) is None


# Messages


def test_the_offer_to_undo_goes_with_the_edit_that_it_was_for(window, actions):
    window.show_claim("c3")
    actions["not_a_claim"].trigger()
    assert window.messages.text == "The claim was removed from the page."
    actions["undo"].trigger()
    assert window.messages.text == ""
    window.show_claim("c3")
    actions["not_a_claim"].trigger()
    window.messages.offers[0].click()
    assert (window.messages.text, window.reader.reading.rejected) == ("", ())


def test_an_edit_in_the_ratings_window_takes_the_offer_away_too(window, actions, workspace):
    actions["ratings"].trigger()
    window.show_claim("c3")
    actions["not_a_claim"].trigger()
    window.ratings_window.edits.do(workspace.set_rating, RatingDraft("kestrel.example", 10, "x"))
    assert window.messages.text == ""


def test_messages_float_and_move_nothing(window):
    before = window.reader.mapTo(window, QPoint()), window.reader.size(), window.reader.verticalScrollBar().value()
    window.messages.warn(ArticleError("This page cannot be read.", "Save it again.\n" * 4))
    after = window.reader.mapTo(window, QPoint()), window.reader.size(), window.reader.verticalScrollBar().value()
    assert before == after
    page = window.messages.room()
    assert page.contains(window.messages.geometry()), "over the page, not over the panel"
    window.resize(800, 600)
    assert window.messages.room().contains(window.messages.geometry())


def test_messages_leave_by_themselves_but_not_while_they_are_used(window, qtbot, monkeypatch):
    for name in ("READING", "SHORTEST", "CHOOSING", "ALARMED", "AGAIN"):
        monkeypatch.setattr(message_times, name, 5)
    window.activateWindow()
    window.messages.say("Something")
    qtbot.waitUntil(lambda: window.messages.text == "")
    window.messages.say("Something", ("Undo", lambda: None))
    window.messages.offers[0].setFocus()
    qtbot.wait(150)
    assert window.messages.text == "Something"
    window.reader.setFocus()
    qtbot.waitUntil(lambda: window.messages.text == "")
    window.messages.say("Still being written", stays=True)
    qtbot.wait(150)
    assert window.messages.text == "Still being written"


# Place


@pytest.fixture
def reading_on(window) -> tuple[str, int]:
    """The reader is in the middle of the page, on a claim, with words selected."""
    window.resize(1200, 420)
    window.reader.finish_setting()
    window.show_claim("c9")
    select(window, 30, 52)
    window.show_claim("c9")
    return window.reader.textCursor().selectedText(), window.reader.verticalScrollBar().value()


def is_in_view(window, claim_id: str) -> bool:
    place = window.reader.point_of(window.reader.reading.claim(claim_id).claim.content[0].start)
    return window.reader.viewport().rect().contains(place)


def test_another_theme_keeps_place_claim_and_selection(window, reading_on, qtbot):
    words, scrolled = reading_on
    assert scrolled > 0
    for theme in ("dark", "light"):
        with qtbot.waitSignal(window.reader.article_set):
            window.preferences.choose("theme", theme)
        assert window.reader.textCursor().selectedText() == words
        assert abs(window.reader.verticalScrollBar().value() - scrolled) <= 2
        assert (window.reader.current_claim, window.panel.current) == ("c9", "c9")


def test_a_smaller_window_keeps_place_and_claim_and_gives_them_back(window, reading_on):
    words, scrolled = reading_on
    for size in ((900, 420), (700, 400), (620, 360), (900, 420)):
        window.resize(*size)
        assert is_in_view(window, "c9"), size
    window.resize(1200, 420)
    assert abs(window.reader.verticalScrollBar().value() - scrolled) <= 2
    assert window.reader.textCursor().selectedText() == words
    assert window.panel.list.currentIndex().row() == window.panel.model.row_of("c9")


# The right button


CLAIM_MENU = ["Edit &rating…", "&Other outlet…", "Other so&urce…", "This was not &said", "Not a &claim", "&Note…", "&Copy"]


def test_the_right_button_on_a_claim_gives_its_menu_also_over_selected_words(window):
    window.reader.finish_setting()
    start = window.reader.reading.claim("c1").claim.content[0].start
    select(window, start, start + 8)
    words = ask_menu(window.reader.viewport(), window.reader.point_of(start + 3))
    assert words == CLAIM_MENU
    assert window.panel.current == "c1"
    assert window.reader.textCursor().hasSelection()


def test_the_menu_key_gives_the_menu_of_the_current_claim(window):
    window.show_claim("c3")
    assert ask_menu(window.reader.viewport(), QPoint(1, 1), QContextMenuEvent.Reason.Keyboard) == CLAIM_MENU


def test_rows_of_the_list_have_the_same_menu(window):
    claims = window.panel.list
    row = claims.visualRect(window.panel.model.index(2))
    assert ask_menu(claims.viewport(), row.center()) == CLAIM_MENU
    assert window.panel.current == window.panel.model.claims[2].id
    window.show_claim("c1")
    assert ask_menu(claims, QPoint(), QContextMenuEvent.Reason.Keyboard) == CLAIM_MENU
    assert window.panel.current == "c1"


# From part to part


def test_f6_goes_from_pane_to_pane_and_back(window, actions, qtbot):
    window.activateWindow()
    window.show_claim("c1")
    window.reader.setFocus()
    outlets, rail = window.panel.first_facet, window.centre.rail
    for pane in (rail, outlets, window.panel.list, window.panel.card.area, window.reader):
        actions["next_pane"].trigger()
        assert QApplication.focusWidget() is pane
    for pane in (window.panel.card.area, window.panel.list, outlets, rail, window.reader):
        actions["previous_pane"].trigger()
        assert QApplication.focusWidget() is pane
    actions["find"].trigger()
    actions["next_pane"].trigger()
    assert QApplication.focusWidget() is outlets
    actions["panel"].trigger()
    rail.setFocus()
    actions["next_pane"].trigger()
    assert QApplication.focusWidget() is window.find_bar.field, "what is hidden is no pane"


def test_tab_leaves_the_page_at_once_and_links_have_keys_of_their_own(window, actions):
    window.activateWindow()
    window.reader.finish_setting()
    window.reader.setFocus()
    press(window.reader, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is not window.reader
    assert not window.reader.textCursor().hasSelection()
    window.reader.setFocus()
    actions["next_link"].trigger()
    first = window.reader.textCursor().selectedText()
    assert first
    actions["next_link"].trigger()
    assert window.reader.textCursor().selectedText() != first
    actions["previous_link"].trigger()
    assert window.reader.textCursor().selectedText() == first
    assert QApplication.focusWidget() is window.reader
    heard: list[str] = []
    window.reader.link_activated.connect(heard.append)
    press(window.reader, Qt.Key.Key_Return)
    assert len(heard) == 1
