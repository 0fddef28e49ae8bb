"""Origins of an article's claims, counted and put into words."""

from dataclasses import replace

from credibility.floor.origins import Origins, Shared, origins_in_words, origins_of
from credibility.model import RatedClaim, Source, SourceKind
from tests.ui.articles import bridge_reading

CLAIMS = {rated.id: rated for rated in bridge_reading().claims}


def through(claim_id: str, inner: Source) -> RatedClaim:
    rated = CLAIMS[claim_id]
    return replace(rated, claim=replace(rated.claim, source=Source(SourceKind.OUTLET), inner=inner))


def test_the_article_about_the_bridge():
    counted = origins_of(CLAIMS.values())
    # c18 is denied; c8 and c14 are anonymous, c15 has no source; no two of the others have one origin.
    assert counted == Origins(claims=17, outlets=8, independent=14, untraced=3)
    assert origins_in_words(counted) == "17 sourced claims through 8 outlets; 14 independent origins; 3 cannot be traced."


def test_two_outlets_that_cite_one_agency_are_one_origin():
    agency = Source(SourceKind.OUTLET, "Tide News Agency")
    counted = origins_of([through("c1", agency), through("c3", agency), CLAIMS["c9"]])
    assert counted == Origins(3, 3, 2, 0, (Shared("Tide News Agency", 2, reports=True),))
    assert origins_in_words(counted).endswith("; 2 independent origins; 2 outlets rest on reports by Tide News Agency.")


def test_the_agency_itself_is_no_other_origin_than_those_that_cite_it():
    counted = origins_of([CLAIMS["c2"], through("c1", Source(SourceKind.OUTLET, "the Tide News Agency"))])
    assert (counted.independent, counted.shared) == (1, (Shared("Tide News Agency", 2, reports=True),))


def test_two_outlets_with_the_words_of_one_informant():
    informant = Source(SourceKind.PERSON, "Ada Lindqvist")
    assert "2 outlets rest on words of Ada Lindqvist" in origins_in_words(origins_of([through("c1", informant), through("c3", informant)]))


def test_two_anonymous_informants_are_not_taken_for_one():
    unnamed = Source(SourceKind.ANONYMOUS, "two aides")
    counted = origins_of([through("c1", unnamed), through("c3", unnamed)])
    assert (counted.independent, counted.untraced, counted.shared) == (0, 2, ())


def test_without_claims_nothing_is_counted():
    assert origins_in_words(origins_of([])) == "No sourced claims were found."
    assert origins_in_words(origins_of([CLAIMS["c4"]])) == "1 sourced claim, none through an outlet; 1 independent origin."
