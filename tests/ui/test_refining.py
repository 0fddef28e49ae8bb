"""The tagger's second look: claims come and go on the open page, and nothing else moves."""

import threading
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from credibility.model import RatedClaim, Span
from ui.claims.changes import change_words, successor
from ui.library.password import PasswordForm
from ui.words import found_words, standing

LOCKED = Path("/saved/locked.html")


def with_new_claim(claims: tuple[RatedClaim, ...]) -> tuple[RatedClaim, ...]:
    """The tagger drops c2 and finds a longer c4, under another id, and a wish where c1 was."""
    out = []
    for rated in claims:
        if rated.id == "c4":
            span = rated.claim.content[0]
            longer = replace(rated.claim, id="c4x", content=(Span(span.start, span.end - 4),), found_by="tagger", confidence=0.81)
            out.append(replace(rated, claim=longer))
        elif rated.id == "c1":
            out.append(replace(rated, claim=replace(rated.claim, attitude=True, found_by="rule and tagger", confidence=0.97)))
        elif rated.id != "c2":
            out.append(rated)
    return tuple(out)


def look_again(window, workspace, qtbot) -> None:
    workspace.second_look = with_new_claim
    with qtbot.waitSignal(window.refined):
        window.opening.refine()


def test_claims_that_came_are_listed_and_those_that_went_are_not(window, workspace, qtbot):
    look_again(window, workspace, qtbot)
    rows = [rated.id for rated in window.panel.model.claims]
    assert rows[:4] == ["c1", "c3", "c4x", "c5"]
    told = [label.text() for label in window.statusBar().findChildren(QLabel)]
    assert "The second look found 1 more claim and dropped 2." in told


def test_the_page_keeps_its_place_its_selection_and_its_text(window, workspace, qtbot):
    bar = window.reader.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    cursor = window.reader.textCursor()
    cursor.setPosition(300)
    cursor.setPosition(330, cursor.MoveMode.KeepAnchor)
    window.reader.setTextCursor(cursor)
    place, words, document = bar.value(), window.reader.toPlainText(), window.reader.document()
    look_again(window, workspace, qtbot)
    assert bar.value() == place
    assert window.reader.textCursor().selectedText() == words[300:330].replace("\n", "\u2029")
    assert window.reader.document() is document


def test_the_list_keeps_its_place_and_the_claim_that_stays_stays_chosen(window, workspace, qtbot):
    shown = window.panel.list
    window.show_claim("c17")
    qtbot.waitUntil(lambda: shown.verticalScrollBar().value() > 0)  # the details take their room
    QApplication.processEvents()
    place = shown.visualRect(shown.currentIndex()).top()
    look_again(window, workspace, qtbot)
    assert window.panel.current == "c17"
    assert shown.currentIndex().row() == window.panel.model.row_of("c17")
    row = shown.visualRect(shown.currentIndex())
    assert abs(row.top() - place) <= row.height(), "the chosen claim stays where the eye is"
    assert shown.viewport().rect().contains(row.center())


def test_a_chosen_claim_that_gets_another_reach_stays_chosen(window, workspace, qtbot):
    window.show_claim("c4")
    look_again(window, workspace, qtbot)
    assert window.panel.current == "c4x"
    assert window.reader.current_claim == "c4x"


def test_a_chosen_claim_that_is_none_leaves_no_card(window, workspace, qtbot):
    window.show_claim("c2")
    look_again(window, workspace, qtbot)
    assert window.panel.current is None
    assert window.reader.current_claim is None
    assert window.panel.card.isHidden()


def test_the_card_says_what_found_a_claim_and_how_sure_it_is(window, workspace, qtbot):
    look_again(window, workspace, qtbot)
    window.show_claim("c4x")
    window.panel.card.unfold()
    assert "Found by the tagger, which learned from examples: sure (81 of 100)" in window.panel.card.words()
    window.show_claim("c1")
    assert "Found by a rule and the tagger: very sure (97 of 100)" in window.panel.card.words()


def test_a_rule_that_was_not_doubted_gives_no_figure(window):
    claim = window.reader.reading.claims[0].claim
    assert found_words(replace(claim, found_by="rule")) == "Found by a rule"
    assert found_words(replace(claim, found_by="rule", confidence=0.4)) == "Found by a rule: unsure (40 of 100)"


def test_a_wish_is_of_the_second_class_in_words_and_on_the_page(window, workspace, qtbot):
    at = window.reader.point_of(window.reader.reading.claim("c1").claim.content[0].start + 1)
    washed = window.reader.viewport().grab().toImage().pixelColor(at.x(), at.y() - 8)
    look_again(window, workspace, qtbot)
    hollow = window.reader.viewport().grab().toImage().pixelColor(at.x(), at.y() - 8)
    assert hollow != washed
    rated = window.reader.reading.claim("c1")
    assert standing(rated, workspace.styles).endswith("· wish or plan")
    window.show_claim("c1")
    assert "Wish or plan: the source wants" in window.panel.card.words().replace("The source", "the source")


def test_a_correction_made_meanwhile_is_not_lost(window, workspace, qtbot, monkeypatch):
    stale = workspace.reading
    monkeypatch.setattr(workspace, "refine", lambda place: stale)
    window.claims.reject("c4")
    with qtbot.waitSignal(window.refined):
        window.opening.refine()
    assert window.panel.model.row_of("c4") == -1


@pytest.mark.parametrize(("key", "value"), [("threshold", 0.8), ("attitudes", True)])
def test_settings_for_claims_are_kept_and_read_anew(window, actions, workspace, qtbot, key, value):
    workspace.second_look = with_new_claim
    with qtbot.waitSignal(window.refined):
        if key == "attitudes":
            actions["attitudes"].trigger()
        else:
            window.preferences.choose(key, value)
    assert workspace.settings.get(key) == value


def test_changes_in_words(window, workspace, qtbot):
    before = window.reader.reading
    assert change_words(before, before) == ""
    assert change_words(before, replace(before, claims=before.claims[1:])) == "The second look dropped 1 claim."
    assert change_words(replace(before, claims=before.claims[2:]), before) == "The second look found 2 more claims."
    assert successor(before.claims[0], replace(before, claims=())) is None


def test_a_locked_file_asks_for_its_password_until_it_is_right(window, qtbot):
    window.open_path(LOCKED)
    qtbot.waitUntil(lambda: bool(forms(window)))
    forms(window)[0].field.setText("wrong")
    forms(window)[0].open_button.click()
    qtbot.waitUntil(lambda: any(form.field.text() == "" for form in forms(window)))
    with qtbot.waitSignal(window.article_opened):
        form = next(form for form in forms(window) if form.field.text() == "")
        form.field.setText("marrow")
        form.open_button.click()


def forms(window):
    return [form for form in window.findChildren(PasswordForm) if form.isVisible()]


def begin_long_look(window, workspace, qtbot) -> threading.Event:
    """A second look that lasts until it is stopped, which sets the event."""
    workspace.second_look, workspace.stopped = with_new_claim, threading.Event()
    stopped = workspace.stopped
    window.opening.refine()
    qtbot.waitUntil(lambda: workspace.is_looking)
    return stopped


def test_another_file_does_not_wait_for_a_long_second_look(window, workspace, qtbot, monkeypatch):
    monkeypatch.setattr("ui.jobs.opening.PATIENCE", 20)
    begin_long_look(window, workspace, qtbot)
    with qtbot.waitSignal(window.article_opened):
        window.open_path(Path("/saved/another.html"))
    assert not window.messages.isVisible(), "a look that was cut short is no failure"


def test_an_article_that_stays_gets_its_second_look_after_all(window, workspace, qtbot, monkeypatch):
    monkeypatch.setattr("ui.jobs.opening.PATIENCE", 20)
    begin_long_look(window, workspace, qtbot)
    with qtbot.waitSignal(window.refined):
        window.open_path(LOCKED)
    assert [rated.id for rated in window.panel.model.claims][:4] == ["c1", "c3", "c4x", "c5"]


def test_a_look_that_had_no_turn_is_made_up_for_when_the_file_fails(window, workspace, qtbot):
    workspace.second_look = with_new_claim
    released = threading.Event()
    window._worker.run(lambda: released.wait(10), lambda _: None, lambda _: None)  # keeps the thread busy
    window.opening.refine()
    window.open_path(LOCKED)
    with qtbot.waitSignal(window.refined):
        released.set()


def test_closing_the_window_ends_a_long_second_look(window, workspace, qtbot):
    stopped = begin_long_look(window, workspace, qtbot)
    window.close()
    assert stopped.is_set()
