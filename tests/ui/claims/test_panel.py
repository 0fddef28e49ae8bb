"""Legend, list and details of the article about the bridge."""

from pathlib import Path

from PySide6.QtCore import Qt

from credibility.model import RatingDraft, Role
from ui.claims.card import Folded
from ui.claims.gaps import gap_words, unrated_outlets
from ui.claims.model import ClaimData
from ui.filtering import Across
from ui.words import MEANING, claim_title


def pill(window, facet):
    return window.panel.legend.pill(facet)


def test_the_legend_counts_claims_and_says_what_the_colour_means(window):
    assert pill(window, Role.HIGH).accessibleName() == "High, 2 claims"
    assert pill(window, Role.UNRATED).accessibleName() == "Unrated, 1 claim"
    assert pill(window, Across.ANONYMOUS).accessibleName() == "Anonymous, 2 claims"
    assert window.panel.legend.counts.text() == "17 sourced claims through 8 outlets; 14 independent origins; 3 cannot be traced."
    assert window.panel.legend.meaning.text() == MEANING
    assert "never the truth of the claim" in MEANING


def test_every_role_of_the_article_stands_in_the_legend_in_order(window):
    facets = [pill.facet for pill in window.panel.legend.pills]
    assert facets == [Across.NO_OUTLET, Across.ANONYMOUS, *(role for role in Role if role is not Role.ANONYMOUS)]


def test_the_legend_is_unfolded_when_it_is_asked_for(window):
    legend = window.panel.legend
    assert not pill(window, Role.HIGH).isVisible()
    assert pill(window, Across.ANONYMOUS).isVisible()
    legend.unfold.click()
    assert pill(window, Role.HIGH).isVisible()
    legend.unfold.click()
    assert not pill(window, Role.HIGH).isVisible()


def test_a_row_says_everything_to_a_screen_reader(window):
    words = window.panel.model.index(2).data()
    assert words == "The Kestrel, Mixed: the money had gone to a car park instead"
    assert window.panel.model.index(2).data(Qt.ItemDataRole.ToolTipRole) == "The Kestrel — Mixed, rated by Harbour Press Board"


def test_choosing_a_row_goes_to_the_claim_in_the_text(window):
    window.panel.list.setCurrentIndex(window.panel.model.index(17))
    assert window.reader.current_claim == "c17"
    at = window.reader.reading.claim("c17").claim.content[0].start
    assert 0 < window.reader.point_of(at).y() < window.reader.viewport().height()


def test_the_card_says_why_in_a_sentence_and_the_rest_when_asked(window):
    window.show_claim("c3")
    lines = window.panel.card.words().split("\n")
    assert lines == [
        "The Kestrel",
        "Mixed · 48 of 100 · Harbour Press Board",
        "The text says “The Kestrel wrote”; Harbour Press Board rates it mixed.",
        "the money had gone to a car park instead",
        MEANING,
    ]
    folded = [fold.head.text() for fold in window.panel.card.folds.values()]
    assert folded == ["≠ 2 raters disagree ▾", "Why, step by step ▾"]
    window.panel.card.unfold()
    words = window.panel.card.words()
    for line in (
        "Harbour Press Board: Mixed · 48 of 100, 05/03/2024 — in force",
        "Corrections are published; two upheld complaints in ten years.",
        "≠  Other raters disagree by two tiers or more",
        "Northern Watch: High · 88 of 100, 05/03/2024",
        "The word “wrote” says that somebody is being reported.",
        "Your own rating decides first, then the raters in your order.",
    ):
        assert line in words.split("\n"), line


def test_what_was_unfolded_stays_so_for_the_next_claim(window):
    window.show_claim("c3")
    window.panel.card.folds[Folded.STEPS].head.click()
    window.show_claim("c8")
    assert "The word “told” says that somebody is being reported." in window.panel.card.words()
    window.panel.card.folds[Folded.STEPS].head.click()
    window.show_claim("c3")
    assert "The word “wrote” says" not in window.panel.card.words()


def test_the_card_of_a_claim_without_an_outlet(window):
    window.show_claim("c14")
    lines = window.panel.card.words().split("\n")
    assert lines[:2] == ["People familiar with the matter", "Anonymous source"]
    assert "nobody is named who could be held to it; so it has no tier." in lines[2]
    assert not window.panel.card.edit_button.isEnabled()
    assert window.panel.card.outlet_button.isEnabled()


def test_the_chain_runs_from_the_outlet_to_the_innermost_source(window):
    rated = window.reader.reading.claim("c8")
    assert " › ".join(link.name for link in rated.chain) == "Dockside Daily › a former clerk"
    assert claim_title(rated, window.reader.reading.article.text) == "Dockside Daily"


def test_a_new_rating_changes_legend_list_and_card_at_once(window, workspace):
    window.show_claim("c1")
    window.apply(workspace.set_rating(RatingDraft("gazette.example", 3.0, "They printed it twice")))
    assert window.panel.current == "c1"
    assert "Very low · document · 3 of 100 · your own rating" in window.panel.card.words()
    window.panel.card.unfold()
    assert "They printed it twice" in window.panel.card.words()
    assert window.panel.model.index(0).data().startswith("The Harbour Gazette, Very low · document: ")
    assert pill(window, Role.VERY_LOW).accessibleName() == "Very low, 3 claims"


def test_show_in_an_explanation_points_at_the_words(window, qtbot):
    window.show_claim("c1")
    window.panel.card.unfold()
    with qtbot.waitSignal(window.panel.card.pointed) as heard:
        shows = [made for made in window.panel.card.findChildren(type(window.panel.card.edit_button)) if made.text() == "Show"]
        shows[0].click()
    (span,) = heard.args[0]
    assert span.of(window.reader.reading.article.text) == "according to"


def test_gaps_are_counted_without_those_beside_the_scale(window):
    reading = window.reader.reading
    assert [outlet.slug for outlet in unrated_outlets(reading)] == ["lantern.example"]
    assert gap_words(reading) == "1 of 8 cited outlets is unrated"
    assert window.panel.outlets.gaps.text() == "1 unrated — rate…"


def test_another_article_begins_at_the_top_of_the_list(window, actions, qtbot):
    for _ in range(3):
        actions["next_claim"].trigger()
    place = window.panel.list.verticalScrollBar()
    place.setValue(41)
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(Path("/saved/other.html"))
    qtbot.wait(1)
    assert place.value() == 0
    assert window.panel.list.visualRect(window.panel.model.index(0)).top() == 0


def test_a_claim_without_a_source_says_so_once(window):
    row = window.panel.model.row_of("c15")
    words = window.panel.model.index(row).data()
    assert words.startswith("No source named: ")
    assert window.panel.model.index(row).data(ClaimData.STANDING) == ""
    window.show_claim("c15")
    lines = window.panel.card.words().splitlines()
    assert lines.count("No source named") == 1


def test_the_list_is_grouped_by_outlet_and_f8_still_follows_the_text(window, actions):
    window.show_claim("c2")
    actions["by_outlet"].trigger()
    model = window.panel.model
    titles = [model.index(row).data(ClaimData.TITLE) for row in range(model.rowCount())]
    assert titles[:4] == ["The Harbour Gazette", "The Harbour Gazette", "Dockside Daily", "Dockside Daily"]
    assert len(titles) - len(set(titles)) == 2
    assert window.panel.list.currentIndex().data(ClaimData.CLAIM).id == "c2"
    actions["next_claim"].trigger()
    assert window.panel.current == "c3"
    actions["by_outlet"].trigger()
    assert [model.index(row).data(ClaimData.CLAIM).id for row in range(3)] == ["c1", "c2", "c3"]


def test_a_row_is_as_high_as_its_words(window):
    window.resize(1200, 820)
    rows = {claim: window.panel.model.index(window.panel.model.row_of(claim)) for claim in ("c1", "c13")}
    heights = {claim: window.panel.list.sizeHintForIndex(row).height() for claim, row in rows.items()}
    assert heights["c13"] + window.panel.list.fontMetrics().height() - 2 <= heights["c1"]


def test_a_claim_that_the_filter_leaves_out_is_chosen_no_more(window, actions):
    window.show_claim("c2")
    window.panel.turn("gazette.example")
    assert window.panel.current is None
    assert window.reader.current_claim is None
    assert not window.panel.card.isVisible()
    assert not actions["edit_rating"].isEnabled()
