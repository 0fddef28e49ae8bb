"""Rating an outlet, adding one, saying which one carried a claim, filling the gaps."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QWidget

from credibility.model import NameRule, OutletKind, OutletName, RatingDraft, RatingError, Role
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.outlet_form import OutletForm
from ui.outlets.editing.parting import ask_merge, ask_split
from ui.outlets.editing.queue import UnratedQueue
from ui.outlets.editing.rating_fields import Typed
from ui.outlets.editing.rating_form import RatingForm


@pytest.fixture
def form(window, actions) -> RatingForm:
    window.show_claim("c3")
    actions["edit_rating"].trigger()
    return window.findChild(RatingForm)


def test_the_form_starts_from_the_rating_in_force_with_no_reason_of_ones_own(form):
    assert form.fields.score.value() == 48
    assert form.fields.tier.text() == "Mixed"
    assert form.fields.reason.toPlainText() == ""
    assert form.clear_button.isHidden()


def test_the_tier_follows_the_score_in_words(form):
    form.fields.slider.setValue(79)
    assert (form.fields.score.value(), form.fields.tier.text()) == (79, "Generally reliable")
    form.fields.score.setValue(80)
    assert form.fields.tier.text() == "High"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_score_has_room_for_its_digits(form, window, theme):
    window._looks.choose("theme", theme)
    digits = form.fields.score.lineEdit()
    assert digits.contentsRect().width() >= digits.fontMetrics().horizontalAdvance("100")
    assert form.fields.score.rect().contains(digits.geometry())


def question(form) -> QMessageBox | None:
    return form.findChild(QMessageBox)


def test_escape_closes_a_form_in_which_nothing_was_typed(form, qtbot):
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert question(form) is None
    assert not form.isVisible()


def test_escape_asks_about_a_reason_that_is_not_saved(form, qtbot):
    form.fields.reason.setPlainText("Three invented interviews")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    question(form).button(QMessageBox.StandardButton.Cancel).click()
    assert form.isVisible()
    assert form.fields.reason.toPlainText() == "Three invented interviews"


def test_a_form_that_is_closed_can_still_save(form, window, qtbot):
    form.fields.score.setValue(10)
    form.fields.reason.setPlainText("Three invented interviews")
    form.close()
    assert form.isVisible()
    with qtbot.waitSignal(window.reading_changed):
        question(form).button(QMessageBox.StandardButton.Save).click()
    assert not form.isVisible()
    assert window.reader.reading.claim("c3").role is Role.VERY_LOW


def test_a_form_that_is_closed_can_let_go_of_what_was_typed(form, window, qtbot):
    form.fields.score.setValue(10)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    question(form).button(QMessageBox.StandardButton.Discard).click()
    assert not form.isVisible()
    assert window.reader.reading.claim("c3").role is Role.MIXED


def test_a_rating_without_a_reason_is_not_saved_and_says_so(form, window):
    form.fields.score.setValue(10)
    form.save()
    assert form.complaint.text() == "A rating needs a reason. Say in a sentence why."
    assert form.isVisible()
    assert window.reader.reading.claim("c3").role is Role.MIXED


def test_a_saved_rating_recolours_the_article_and_can_be_removed(form, window, actions, qtbot):
    form.fields.score.setValue(10)
    form.fields.reason.setPlainText("Three invented interviews")
    with qtbot.waitSignal(window.reading_changed):
        form.save_button.click()
    assert window.reader.reading.claim("c3").role is Role.VERY_LOW
    window._forms.rate_claim("c3")
    again = window.findChildren(RatingForm)[-1]
    assert again.fields.reason.toPlainText() == "Three invented interviews"
    again.clear_button.click()
    assert window.reader.reading.claim("c3").role is Role.MIXED


def test_another_outlet_is_found_as_one_types(window, actions, qtbot):
    window.show_claim("c13")
    actions["other_outlet"].trigger()
    chooser = window.findChild(OutletChooser)
    chooser.field.setText("dock")
    chooser.choose()
    assert window.reader.reading.claim("c13").role is Role.LOW
    assert window.panel.current == "c13"
    actions["undo"].trigger()
    assert window.reader.reading.claim("c13").role is Role.UNKNOWN_OUTLET


def test_no_outlet_at_all_can_be_said(window, actions):
    window.show_claim("c10")
    actions["other_outlet"].trigger()
    window.findChild(OutletChooser).none_button.click()
    assert window.reader.reading.claim("c10").resolution.outlet is None


def test_the_outlet_form_makes_a_draft_of_what_is_typed(qtbot, edits, workspace):
    form = OutletForm(edits)
    qtbot.addWidget(form)
    form.name.setText(" The Buoy ")
    form.slug.setText("Buoy.example")
    form.country.setText("ie")
    form.kind.setCurrentIndex(form.kind.findData(OutletKind.MAGAZINE))
    for text in ("Buoy", "", "The Weekly Buoy"):
        form.names.add_name(OutletName(text, rules=()))
    draft = form.draft()
    assert (draft.slug, draft.name, draft.country, draft.kind) == ("buoy.example", "The Buoy", "IE", OutletKind.MAGAZINE)
    assert [name.text for name in draft.names] == ["Buoy", "The Weekly Buoy"]
    with qtbot.waitSignal(edits.reading_changed):
        form.save_button.click()
    assert workspace.outlet("buoy.example").names == draft.names
    assert not form.isVisible()


def test_an_objection_to_an_outlet_is_shown_in_its_form(qtbot, edits):
    form = OutletForm(edits)
    qtbot.addWidget(form)
    said: list[Exception] = []
    edits.complained.connect(said.append)
    form.name.setText("Nowhere")
    form.slug.setText("not a domain")
    form.save()
    assert form.complaint.text() == "“not a domain” is not a domain. Type one such as example.org."
    assert not said


def test_names_that_were_there_keep_their_rules(qtbot, edits, workspace):
    outlet = workspace.outlet("kestrel.example")
    kept = OutletName("Kestrel", rules=(NameRule.NEEDS_THE,))
    outlet = type(outlet)(outlet.slug, outlet.name, names=(kept,))
    form = OutletForm(edits, outlet)
    qtbot.addWidget(form)
    form.names.add_name(OutletName("The Old Kestrel", rules=()))
    assert form.draft().names == (kept, OutletName("The Old Kestrel", rules=()))
    form.names.set_rules(1, (NameRule.NEEDS_CUE,))
    assert form.draft().names[1].rules == (NameRule.NEEDS_CUE,)
    form.names.table.setCurrentCell(0, 0)
    form.names.remove_name()
    assert [name.text for name in form.draft().names] == ["The Old Kestrel"]


def test_a_names_rule_is_previewed_and_an_ordinary_word_warned_of(qtbot, edits, workspace, window):
    form = OutletForm(edits, workspace.outlet("kestrel.example"))
    qtbot.addWidget(form)
    text = window.reader.reading.article.text
    word = max(text.split(), key=text.count)
    form.names.add_name(OutletName(word, rules=()), edit=True)
    form.names.preview()
    assert form.names.places.count() == text.count(word) > 0
    assert f"It counts at {text.count(word)} of {text.count(word)} places" in form.names.told.text()
    form.names.set_rules(form.names.table.currentRow(), (NameRule.NEVER,))
    form.names.preview()
    assert "It counts at 0 of" in form.names.told.text()
    assert form.names.warning.isHidden() is not word.islower()


def test_two_outlets_become_one_and_one_becomes_two(qtbot, edits, workspace, owner):
    chooser = ask_merge(edits, "kestrel.example", owner)
    chooser.field.setText("no such outlet")
    chooser.search()
    assert not chooser.list.count(), "nothing is added while merging"
    chooser.field.setText("dock")
    chooser.choose()
    with pytest.raises(RatingError):
        workspace.outlet("kestrel.example")
    edits.undo()
    workspace._outlets["kestrel.example"] = replace(workspace.outlet("kestrel.example"), names=(OutletName("Young Kestrel"),))
    form = ask_split(edits, "kestrel.example", owner)
    form.save()
    assert "has no name" in form.complaint.text()
    form.name.setText("Young Kestrel")
    form.slug.setText("Young.example")
    form.tick("Young Kestrel")
    form.save_button.click()
    assert workspace.outlet("young.example").names == workspace.outlet("kestrel.example").names[:1]


def test_a_rating_made_in_the_form_is_a_draft(form):
    form.fields.start(Typed(33, "why", "https://evidence.example/"))
    assert form.fields.draft("kestrel.example") == RatingDraft("kestrel.example", 33.0, "why", "https://evidence.example/")


def press_ctrl_return(field: QWidget) -> None:
    QTest.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_ctrl_return_saves_the_rating_from_within_the_reason(form, window, qtbot):
    with qtbot.waitActive(form):
        form.activateWindow()
    form.fields.score.setValue(10)
    form.fields.reason.setPlainText("Three invented interviews")
    press_ctrl_return(form.fields.reason)
    assert not form.isVisible()
    assert window.reader.reading.claim("c3").role is Role.VERY_LOW


def test_ctrl_return_saves_an_outlet_and_the_queue(edits, window, actions, workspace, qtbot):
    form = OutletForm(edits)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.open()
        form.activateWindow()
    form.name.setText("The Buoy")
    form.slug.setText("buoy.example")
    press_ctrl_return(form.notes)
    assert workspace.outlet("buoy.example").name == "The Buoy"
    actions["unrated"].trigger()
    queue = window.findChild(UnratedQueue)
    with qtbot.waitActive(queue):
        queue.activateWindow()
    queue.fields.score.setValue(65)
    queue.fields.reason.setPlainText("Local court reports check out")
    press_ctrl_return(queue.fields.reason)
    assert workspace.ratings("lantern.example")[0].score == 65


def test_an_outlet_is_chosen_with_the_arrow_keys_while_one_types(window, actions, qtbot):
    window.show_claim("c3")
    actions["other_outlet"].trigger()
    chooser = window.findChild(OutletChooser)
    chosen: list[object] = []
    chooser.chosen.connect(chosen.append)
    second = chooser.list.item(1).data(Qt.ItemDataRole.UserRole)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Down)
    qtbot.keyClick(chooser.field, Qt.Key.Key_Return)
    assert chosen == [second]
