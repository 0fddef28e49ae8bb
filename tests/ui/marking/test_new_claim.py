"""Words are selected, a claim is made of them in one line, by mouse and by keyboard; it is the reader's own, and undone like any edit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from credibility.model import SourceKind, Span
from ui.marking.bar import SelectionBar

MISSED = "The clerk has since left the town."
ACCORDING = "according to the Harbour Gazette"


@pytest.fixture
def bar(window) -> SelectionBar:
    return window.marking.bar


def own_claims(window):
    return [rated for rated in window.reader.reading.claims if rated.claim.found_by == "reader"]


def words_of(window, rated) -> str:
    return " … ".join(span.of(window.reader.reading.article.text) for span in rated.claim.content)


def test_the_bar_comes_to_selected_words_beside_them_and_goes_with_them(window, bar, select, qtbot):
    assert not bar.isVisible()
    select(MISSED)
    qtbot.waitUntil(bar.isVisible)
    assert not bar.geometry().intersects(window.reader.cursorRect().translated(window.reader.viewport().pos()))
    assert window.reader.hasFocus(), "the page keeps the keyboard"
    cursor = window.reader.textCursor()
    cursor.clearSelection()
    window.reader.setTextCursor(cursor)
    assert not bar.isVisible()


def test_a_claim_is_made_by_mouse_and_is_the_current_one(window, bar, select, actions, qtbot):
    select(MISSED)
    qtbot.waitUntil(bar.isVisible)
    bar.claim_button.click()
    bar.line.source.setCurrentText("Ada Lindqvist")
    bar.line.outlet.setCurrentText("Tide News Agency")
    bar.line.add_button.click()
    (made,) = own_claims(window)
    assert words_of(window, made) == MISSED
    assert (made.claim.source.name, made.claim.source.kind) == ("Ada Lindqvist", SourceKind.PERSON)
    assert made.resolution.outlet.slug == "tide.example"
    assert window.panel.current == made.id
    assert "You marked these words as a claim; you said that it is Tide News Agency" in window.panel.card.words()
    assert window.messages.text == "The claim was added."
    assert not bar.isVisible()
    actions["undo"].trigger()
    assert own_claims(window) == []
    actions["redo"].trigger()
    assert [rated.id for rated in own_claims(window)] == [made.id]


def test_a_claim_is_made_by_keyboard_alone(window, bar, select, qtbot):
    select(MISSED)
    QTest.keyClick(window.reader, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    assert bar.line.source.hasFocus()
    QTest.keyClicks(bar.line.source, "Ida Falk")
    assert bar.line.kind.currentData() is SourceKind.PERSON
    QTest.keyClick(bar.line.source, Qt.Key.Key_Return)
    (made,) = own_claims(window)
    assert (made.claim.source.name, made.resolution.outlet) == ("Ida Falk", None)
    assert window.reader.hasFocus()


def test_the_source_and_outlet_of_the_nearest_claim_are_proposed(window, bar, select, actions):
    select(ACCORDING)
    actions["new_claim"].trigger()
    assert bar.line.source.currentText() == "the surveyor’s letter"
    assert bar.line.kind.currentData() is SourceKind.DOCUMENT
    assert bar.line.outlet.slug() == "gazette.example"


def test_where_the_paragraph_has_no_claim_nobody_is_proposed(window, bar, select, actions):
    select(MISSED)
    actions["new_claim"].trigger()
    draft = bar.line.draft()
    assert (draft.source.kind, draft.source.name, draft.outlet) == (SourceKind.NONE, "", None)


def test_the_articles_own_sources_and_outlets_are_offered_first(window, bar, select, actions):
    select(MISSED)
    actions["new_claim"].trigger()
    sources = [bar.line.source.itemText(place) for place in range(bar.line.source.count())]
    assert sources[:2] == ["no source named", "the surveyor’s letter"]
    assert len(sources) == len(set(sources))
    outlets = [bar.line.outlet.itemData(place) for place in range(bar.line.outlet.count())]
    assert outlets[:3] == [None, "gazette.example", "tide.example"]


def test_an_objection_stands_in_the_line_which_stays(window, bar, select, actions):
    select(MISSED)
    actions["new_claim"].trigger()
    bar.line.outlet.setCurrentText("The Nowhere Post")
    bar.line.add_button.click()
    assert "no outlet “The Nowhere Post”" in bar.complaint.text()
    bar.line.outlet.setCurrentText("no outlet")
    bar.line.source.setCurrentText("")
    bar.line.kind.setCurrentIndex(bar.line.kind.findData(SourceKind.PERSON))
    bar.line.add_button.click()
    assert "has a name" in bar.complaint.text()
    assert bar.is_asking
    assert own_claims(window) == []


def test_words_that_are_a_claim_already_are_refused(window, bar, select, actions):
    select("The bridge’s main bearing cracked in 2019 and was never replaced")
    actions["new_claim"].trigger()
    bar.line.add_button.click()
    assert "a claim already" in bar.complaint.text()


def test_esc_leaves_the_line_and_the_selection(window, bar, select, actions):
    select(MISSED)
    actions["new_claim"].trigger()
    QTest.keyClick(bar.line.source, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.reader.hasFocus()
    assert window.reader.textCursor().selectedText() == MISSED


def test_without_a_selection_the_sentence_on_screen_is_taken(window, bar, actions):
    actions["new_claim"].trigger()
    assert window.reader.textCursor().selectedText().startswith("For three winters the old swing bridge")
    assert bar.line is not None


def test_a_selection_over_several_paragraphs_is_cut_at_their_ends(window, select):
    text = window.reader.reading.article.text
    start, end = text.index("The clerk has"), text.index("What the others say") + len("What the others say")
    select(text[start:end])
    assert window.marking.spans() == (Span(start, text.index("\n", start)), Span(text.index("What the others say"), end))


def test_words_are_copied_with_where_they_stand(window, select, actions):
    select("nobody in town could say")
    actions["copy_with_source"].trigger()
    article = window.reader.reading.article
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("“nobody in town could say”")
    assert f"“{article.title}”" in copied


def test_without_a_selection_the_current_claim_is_copied_with_who_said_it(window, actions):
    window.show_claim("c4")
    actions["copy_with_source"].trigger()
    assert "— Ada Lindqvist" in QGuiApplication.clipboard().text()


@pytest.mark.parametrize("width", [800, 1200])
def test_the_line_has_room_in_the_page(window, bar, select, actions, width):
    window.resize(width, 600)
    select(MISSED)
    actions["new_claim"].trigger()
    assert window.reader.rect().contains(bar.geometry())
    assert bar.geometry().height() > bar.line.add_button.height()
    assert bar.line.rect().contains(bar.line.add_button.geometry())
