"""Every step of “why this colour” is mended where it stands, by mouse and by keyboard, and undone in the one undo line."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from credibility.model import Denier, Polarity, Role, Source, SourceKind
from ui.claims.parts import StepButton
from ui.claims.source_form import SourceForm
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.rating_form import RatingForm


def mend(window, words: str) -> QPushButton:
    """The button of that step on the card, which says what it corrects."""
    made = [part for step in window.panel.card.findChildren(StepButton) for part in step.findChildren(QPushButton)]
    return next(part for part in made if part.isVisibleTo(window) and part.text() == words)


@pytest.fixture
def on_claim(window):
    window.show_claim("c3")
    window.panel.card.unfold()
    return window


def drawn(window, claim_id: str = "c3") -> Role:
    return window.reader.reading.claim(claim_id).drawn


def test_each_step_has_its_own_way_to_put_it_right(on_claim):
    steps = [step for step in on_claim.panel.card.findChildren(StepButton) if step.isVisibleTo(on_claim)]
    mends = [part.text() for step in steps for part in step.findChildren(QPushButton) if part.text() != "Show"]
    assert len(mends) == len(set(mends))
    assert {"Not a claim", "Other outlet…", "Was not said"} <= set(mends)


def test_what_was_not_said_takes_no_colour_until_it_is_undone(on_claim, actions):
    assert drawn(on_claim) is Role.MIXED
    mend(on_claim, "Was not said").click()
    claim = on_claim.reader.reading.claim("c3").claim
    assert (drawn(on_claim), claim.polarity, claim.denied_by) == (Role.NOT_ASSERTED, Polarity.DENIED, Denier.READER)
    assert "You said that this was not said" in on_claim.panel.card.words()
    assert on_claim.messages.text == "This is now drawn as not said."
    actions["undo"].trigger()
    assert drawn(on_claim) is Role.MIXED
    assert on_claim.messages.text == ""
    actions["redo"].trigger()
    assert drawn(on_claim) is Role.NOT_ASSERTED


def test_what_was_found_as_not_said_can_be_said_to_be_said(window):
    window.show_claim("c18")
    window.panel.card.unfold()
    assert drawn(window, "c18") is Role.NOT_ASSERTED
    mend(window, "Was said").click()
    assert drawn(window, "c18") is not Role.NOT_ASSERTED
    mend(window, "Was not said").click()
    assert drawn(window, "c18") is Role.NOT_ASSERTED


def test_by_keyboard_and_the_check_in_the_menu_follows(on_claim, actions, qtbot):
    with qtbot.waitActive(on_claim):
        on_claim.activateWindow()
    assert not actions["not_said"].isChecked()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(on_claim.reader, Qt.Key.Key_Backspace, keys)
    assert drawn(on_claim) is Role.NOT_ASSERTED
    assert actions["not_said"].isChecked()
    QTest.keyClick(on_claim.reader, Qt.Key.Key_Backspace, keys)
    assert drawn(on_claim) is Role.MIXED
    assert not actions["not_said"].isChecked()


def test_it_stands_beside_another_word_on_the_same_claim(on_claim, workspace):
    on_claim.edits.do(workspace.assign_outlet, "c3", "dockside.example")
    mend(on_claim, "Was not said").click()
    rated = on_claim.reader.reading.claim("c3")
    assert rated.resolution.outlet.slug == "dockside.example"
    assert rated.drawn is Role.NOT_ASSERTED


def test_the_other_steps_open_what_puts_them_right(on_claim):
    mend(on_claim, "Other outlet…").click()
    on_claim.findChild(OutletChooser).reject()
    on_claim.panel.card.edit_asked.emit("c3")
    assert on_claim.findChild(RatingForm).windowTitle() == "Rate The Kestrel"
    mend(on_claim, "Not a claim").click()
    assert [rated.id for rated in on_claim.reader.reading.rejected] == ["c3"]


def test_another_source_is_chosen_from_those_of_the_article_by_keyboard(on_claim, actions, qtbot):
    actions["other_source"].trigger()
    form = on_claim.findChild(SourceForm)
    with qtbot.waitActive(form):
        form.activateWindow()
    offered = [form.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(form.list.count())]
    assert len(offered) == len(set(offered))
    wanted = next(source for source in offered if source.kind is SourceKind.PERSON)
    form.list.setFocus()
    for _ in range(offered.index(wanted) + 1):
        QTest.keyClick(form.list, Qt.Key.Key_Down)
    assert (form.name.text(), form.kind.currentData()) == (wanted.name, SourceKind.PERSON)
    QTest.keyClick(form.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(on_claim, Qt.Key.Key_F24)  # the form was gone before Ctrl was let go
    assert not form.isVisible()
    rated = on_claim.reader.reading.claim("c3")
    assert (rated.claim.source.name, rated.claim.source.kind) == (wanted.name, SourceKind.PERSON)
    assert rated.resolution.outlet.slug == "kestrel.example", "the outlet is another question"
    assert f"Source: {wanted.name}" in on_claim.panel.card.words()
    actions["undo"].trigger()
    assert on_claim.reader.reading.claim("c3").claim.source != rated.claim.source


def test_a_source_that_the_article_does_not_name_is_typed_and_an_objection_shown(on_claim):
    other = next(part for part in on_claim.panel.card.findChildren(QPushButton) if part.text() == "Other source…" and part.isVisible())
    other.click()
    form = on_claim.findChild(SourceForm)
    form.name.clear()
    form.kind.setCurrentIndex(form.kind.findData(SourceKind.PERSON))
    form.save_button.click()
    assert form.isVisible()
    assert "has a name" in form.complaint.text()
    form.name.setText(" Ida Falk ")
    form.save_button.click()
    assert on_claim.reader.reading.claim("c3").claim.source == Source(SourceKind.PERSON, "Ida Falk")
    assert on_claim.messages.text == ""


def test_a_source_is_chosen_with_the_arrow_keys_from_the_field(on_claim, actions):
    actions["other_source"].trigger()
    form = on_claim.findChild(SourceForm)
    QTest.keyClick(form.name, Qt.Key.Key_Down)
    first = form.list.item(0).data(Qt.ItemDataRole.UserRole)
    assert form.list.currentRow() == 0
    assert (form.name.text(), form.kind.currentData()) == (first.name, first.kind)


def test_saving_the_source_that_stands_there_corrects_nothing(on_claim, actions):
    before = on_claim.reader.reading.claim("c3")
    actions["other_source"].trigger()
    form = on_claim.findChild(SourceForm)
    form.save_button.click()
    assert not form.isVisible()
    assert on_claim.reader.reading.claim("c3") == before
    assert not actions["undo"].isEnabled()


def test_the_card_says_whose_words_they_are_when_the_reader_said_so(on_claim, actions):
    actions["other_source"].trigger()
    form = on_claim.findChild(SourceForm)
    form.name.setText("Ida Falk")
    form.kind.setCurrentIndex(form.kind.findData(SourceKind.PERSON))
    form.save_button.click()
    assert "you said that it is from Ida Falk" in on_claim.panel.card.words()
