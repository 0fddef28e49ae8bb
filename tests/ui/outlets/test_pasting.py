"""Several rows at once: pasted, rated, removed, filtered; each is one step that Undo reverses."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from ui.outlets.countries import COUNTRIES, country_words, in_order
from ui.outlets.editing.pasting import PASTED, read_pasted, refused_words
from ui.outlets.window import RatingsWindow


@pytest.fixture
def ratings(window, actions) -> RatingsWindow:
    actions["ratings"].trigger()
    return window.ratings_window


def score_of(ratings: RatingsWindow, slug: str) -> float | None:
    rows = (ratings.model.row(number) for number in range(ratings.model.total))
    return next(row.score for row in rows if row.slug == slug)


def paste(ratings: RatingsWindow, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    ratings.paste()


def test_pasted_rows_become_ratings_in_one_step(ratings, workspace):
    paste(ratings, "kestrel.example\t20\tUnsigned pieces\nlantern.example\t61,5\n")
    assert (score_of(ratings, "kestrel.example"), score_of(ratings, "lantern.example")) == (20, 61.5)
    assert workspace.ratings("lantern.example")[0].provenance.reason == PASTED
    assert ratings.messages.text == "Rated 2 outlets from the clipboard."
    ratings.messages.offers[0].click()
    assert (score_of(ratings, "kestrel.example"), score_of(ratings, "lantern.example")) == (48, None)


def test_what_was_copied_can_be_pasted(ratings):
    ratings.table.selectAll()
    ratings.copy()
    copied = QGuiApplication.clipboard().text()
    drafts = {draft.outlet: draft.score for draft in read_pasted(copied).drafts}
    assert drafts["gazette.example"] == 91
    assert "lantern.example" not in drafts
    ratings.paste()
    assert ratings.messages.text.startswith("Rated 5 outlets from the clipboard. Line")


def test_unknown_outlets_and_bad_lines_are_named(ratings):
    paste(ratings, "Domain\tScore\tReason\nnowhere.example\t5\tx\ngull.example\tbad\tx\n\t7\tx\nkestrel.example\t120\tx")
    assert ratings.messages.text == (
        "Nothing was pasted. Line 3: “bad” is not a valid score; line 4: no domain; line 5: “120” is not between 0 and 100; and 1 more."
    )
    assert score_of(ratings, "kestrel.example") == 48


def test_an_empty_clipboard_says_what_to_do(ratings):
    paste(ratings, "")
    assert "Copy rows with a domain and a score first" in ratings.messages.text
    assert refused_words(()) == ""


def test_the_last_of_two_lines_for_one_outlet_counts():
    assert [draft.score for draft in read_pasted("a.example\t1\nA.example\t2").drafts] == [2]


def test_rater_and_country_filters_offer_what_the_table_has(ratings):
    assert [action.text() for action, *_ in ratings.filters.countries._rows][:2] == ["Ireland (IE)", "New Zealand (NZ)"]
    ratings.filters.countries._rows[0][0].trigger()
    assert [ratings.model.row(number).slug for number in range(ratings.model.total)] == ["dockside.example"]
    ratings.filters.clear_button.click()
    mine = next(action for action, _, slug in ratings.filters.raters._rows if slug == "mine")
    mine.trigger()
    assert ratings.model.total == 0
    paste(ratings, "kestrel.example\t20")
    assert [ratings.model.row(number).slug for number in range(ratings.model.total)] == ["kestrel.example"]


def test_country_names():
    assert country_words("GB") == "United Kingdom (GB)"
    assert country_words("??") == "??"
    assert [code for _, code in in_order([("Zambia (ZM)", "ZM"), ("Åland Islands (AX)", "AX"), ("Chad (TD)", "TD")])] == ["AX", "TD", "ZM"]
    named = {QLocale.territoryToString(country) for country in QLocale.Country if len(QLocale.territoryToCode(country)) == 2}
    assert named - {QLocale.territoryToString(QLocale.Country.AnyTerritory)} == set(COUNTRIES)


def test_an_outlet_is_given_back_as_it_was_before_a_step(ratings):
    paste(ratings, "kestrel.example\t20\tfirst")
    paste(ratings, "kestrel.example\t70\tsecond")
    number = next(n for n in range(ratings.model.total) if ratings.model.row(n).slug == "kestrel.example")
    ratings.table.selectRow(number)
    ratings.details.restore_asked.emit("kestrel.example", 2)
    assert score_of(ratings, "kestrel.example") == 20
    assert ratings.messages.text == "The outlet is as it was before that step."
