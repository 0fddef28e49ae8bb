"""Legend, list and details of the article about the bridge."""

from pathlib import Path

from credibility.model import RatingDraft, Role
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
    assert words == "The Kestrel, Mixed (Harbour Press Board): the money had gone to a car park instead"


def test_choosing_a_row_goes_to_the_claim_in_the_text(window):
    window.panel.list.setCurrentIndex(window.panel.model.index(17))
    assert window.reader.current_claim == "c17"
    at = window.reader.reading.claim("c17").claim.content[0].start
    assert 0 < window.reader.point_of(at).y() < window.reader.viewport().height()


def test_the_card_says_all_that_is_known(window):
    window.show_claim("c3")
    words = window.panel.card.words()
    for line in (
        "The Kestrel",
        "Mixed · 48 of 100",
        "“the money had gone to a car park instead”",
        "Outlet: The Kestrel, kestrel.example",
        "Harbour Press Board: Mixed · 48 of 100, 05/03/2024",
        "Corrections are published; two upheld complaints in ten years.",
        "≠  Other raters disagree by two tiers or more",
        "Northern Watch: High · 88 of 100, 05/03/2024",
        "The word “wrote” says that somebody is being reported.",
        "Your own rating decides first, then the raters in your order.",
        MEANING,
    ):
        assert line in words.split("\n"), line


def test_the_card_of_a_claim_without_an_outlet(window):
    window.show_claim("c14")
    words = window.panel.card.words()
    assert "Source: People familiar with the matter (anonymous source)" in words
    assert window._workspace.styles[Role.ANONYMOUS].meaning in words
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
    assert "Very low · 3 of 100" in window.panel.card.words()
    assert "They printed it twice" in window.panel.card.words()
    assert window.panel.model.index(0).data().startswith("The Harbour Gazette, Very low (You)")
    assert pill(window, Role.VERY_LOW).accessibleName() == "Very low, 3 claims"


def test_show_in_an_explanation_points_at_the_words(window, qtbot):
    window.show_claim("c1")
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
