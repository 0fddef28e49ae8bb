"""A rater of the reader's own in the window: criteria and worksheet by forms, the score while it is filled in, undo."""

import pytest
from PySide6.QtWidgets import QMessageBox

from app.ratings.own_raters import OwnRaters
from app.ratings.table import Table
from credibility.model.edited import CriterionAnswer
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content
from ui.edits import Edits
from ui.outlets.editing.assessment_form import AssessmentForm, ask_assessment
from ui.outlets.raters.criteria_form import CriteriaForm

SLUG = "newsweek.com"


@pytest.fixture
def store(tmp_path):
    made = RatingsStore.open(tmp_path / "ratings.db", STARTER)
    yield made
    made.close()


@pytest.fixture
def own(store) -> OwnRaters:
    return OwnRaters(Table(store))


@pytest.fixture
def edits(own, owner) -> Edits:
    return Edits(own._table, owner)


@pytest.fixture
def form(own, edits, qtbot) -> CriteriaForm:
    made = CriteriaForm(own, edits)
    qtbot.addWidget(made)
    made.show()
    return made


def make(own) -> str:
    own.keep(*own.template())
    return own.all()[0].slug


def sheet(own, edits, qtbot) -> AssessmentForm:
    made = AssessmentForm(own, edits, edits.table.outlet(SLUG))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_template_is_taken_changed_and_undone(form, own, edits, store, qtbot):
    before = content(store)
    form.template_button.click()
    assert (form.title.text(), len(form.rows), form.rows[2].weight.value()) == ("My nine criteria", 9, 12.5)
    form.rows[0].name.setText("Truth")
    form.rows[8].name.setText("")
    form.save_button.click()
    slug = own.all()[0].slug
    assert [each.name for each in own.criteria(slug)][::7] == ["Truth", "Who is in charge"]
    again = CriteriaForm(own, edits, slug)
    qtbot.addWidget(again)
    assert again.title.text() == "My nine criteria"
    assert again.template_button.isHidden(), "it would replace what is there"
    again.more_button.click()
    again.rows[-1].name.setText("Asks both sides")
    again.rows[0].weight.setValue(50)
    again.save_button.click()
    assert (len(own.criteria(slug)), own.criteria(slug)[0].weight, own.criteria(slug)[0].mark) == (9, 50, "truth")
    last = CriteriaForm(own, edits, slug)
    qtbot.addWidget(last)
    last.remove_button.click()
    assert own.all() == ()
    for _ in range(3):
        edits.undo()
    assert content(store) == before


def test_what_cannot_be_is_said_in_the_form(form):
    form.save_button.click()
    assert "needs a criterion" in form.complaint.text()
    assert form.isVisible()


def test_typed_criteria_are_asked_about_before_they_are_lost(form):
    form.rows[0].name.setText("Corrections")
    form.reject()
    assert form.findChild(QMessageBox).text() == "These criteria are not saved yet."
    assert form.isVisible()


def test_the_score_follows_while_the_worksheet_is_filled_in(own, edits, store, qtbot):
    slug = make(own)
    before = content(store)
    made = sheet(own, edits, qtbot)
    assert made.score.text() == "No score yet"
    for fields, words in zip(made.fields, ("Met", "Met", "Not met", "Met", "Not met", "Met", "Not met", "Met", "Not met"), strict=True):
        fields.met.setCurrentText(words)
    assert made.score.text() == "Generally reliable, 65 of 100"
    assert made.explanation.text().startswith("Score 65: 5 of 9 criteria met (No repeated falsehoods 22")
    made.fields[2].evidence.setText("no page of corrections")
    made.fields[2].url.setText("https://newsweek.com/about")
    made.save_button.click()
    rated = edits.table.rating_now(SLUG)
    assert (rated.rater.slug, rated.score, rated.provenance.url) == (slug, 65.0, "https://newsweek.com/about")
    again = sheet(own, edits, qtbot)
    assert [fields.met.currentText() for fields in again.fields[:3]] == ["Met", "Met", "Not met"]
    assert again.fields[2].evidence.text() == "no page of corrections"
    again.reject()
    assert not again.isVisible(), "nothing was typed, so nothing is asked"
    edits.undo()
    assert content(store) == before


def test_a_worksheet_changed_elsewhere_is_shown_before_it_is_replaced(own, edits, qtbot):
    slug = make(own)
    made = sheet(own, edits, qtbot)
    own.assess(SLUG, slug, (CriterionAnswer("corrections", False),))
    made.fields[2].met.setCurrentText("Met")
    made.save_button.click()
    assert "has since been changed" in made.complaint.text()
    made.save_button.click()
    assert own.assessment(SLUG, slug).answers[0].met is True


def test_without_criteria_the_reader_is_asked_for_some(own, edits, owner):
    assert isinstance(ask_assessment(own, edits, SLUG, owner), CriteriaForm)
    make(own)
    assert isinstance(ask_assessment(own, edits, SLUG, owner), AssessmentForm)
