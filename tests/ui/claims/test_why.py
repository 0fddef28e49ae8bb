"""The sentence that says why a claim has its colour, for every way a claim can come by one."""

from dataclasses import replace

import pytest

from credibility.floor.sources import SAID_BY_READER
from credibility.model import Polarity, QuoteKind, Resolution, ResolvedBy, Source, SourceKind, Span, Tier
from tests.ui.articles import MINE, OUTLETS, bridge_reading, rating_of
from ui.claims.why import evidence_words, why_sentence
from ui.words import quoted_content

READING = bridge_reading()
TEXT = READING.article.text
CLAIMS = {rated.id: rated for rated in READING.claims}
GAZETTE = OUTLETS["gazette.example"]


def by(claim_id: str, how: ResolvedBy):
    return replace(CLAIMS[claim_id], resolution=Resolution(GAZETTE, how), rating=rating_of("gazette.example", 91.0))


def test_an_outlet_that_the_words_name_is_not_named_again():
    assert why_sentence(CLAIMS["c3"], TEXT) == "The text says “The Kestrel wrote”; Harbour Press Board rates it mixed."


def test_what_stands_for_an_outlet_is_said_to_be_it_and_your_own_rating_is_yours():
    at = TEXT.index("A local paper had written")
    source, cue = Span(at, at + 13), Span(at + 18, at + 25)
    claim = replace(
        CLAIMS["c13"].claim, source=Source(SourceKind.OUTLET, "", (source,)), cue=replace(CLAIMS["c13"].claim.cue, spans=(cue,))
    )
    rated = replace(by("c13", ResolvedBy.ANAPHORA), claim=claim, rating=rating_of("gazette.example", 22.0, MINE))
    assert why_sentence(rated, TEXT) == "The text says “A local paper had written”; a local paper is the Harbour Gazette; you rated it 22."


@pytest.mark.parametrize(
    ("how", "words"),
    [
        (ResolvedBy.LINK, "a link there leads to the Harbour Gazette"),
        (ResolvedBy.CARRIED_OVER, "the same source goes on, in the Harbour Gazette"),
        (ResolvedBy.ADDRESSEE, "it was said to the Harbour Gazette"),
        (ResolvedBy.CORRECTED, "you said that it is the Harbour Gazette"),
        (ResolvedBy.NAMED, "that is the Harbour Gazette"),
    ],
)
def test_how_the_outlet_was_found_is_said(how, words):
    assert f"; {words}; Harbour Press Board rates it high." in why_sentence(by("c4", how), TEXT)


def test_without_an_outlet_the_sentence_says_what_there_is():
    assert why_sentence(CLAIMS["c4"], TEXT).endswith("; it names no outlet, only a person; so it has no tier.")
    assert why_sentence(CLAIMS["c14"], TEXT).endswith("; nobody is named who could be held to it; so it has no tier.")
    several = replace(CLAIMS["c13"], resolution=Resolution(None, ResolvedBy.NONE, candidates=tuple(OUTLETS.values())[:2]))
    assert "which outlet is meant is not clear: the Harbour Gazette, Tide News Agency" in why_sentence(several, TEXT)
    assert "which outlet that is, is not said or not in your table" in why_sentence(
        replace(several, resolution=Resolution(None, ResolvedBy.NONE, unnamed=True)), TEXT
    )
    platform = replace(several, resolution=Resolution(None, ResolvedBy.NONE, platform=OUTLETS["pier.example"]))
    assert "Pier is a platform, where anyone can publish" in why_sentence(platform, TEXT)


def test_what_has_no_tier_is_not_given_one():
    assert why_sentence(CLAIMS["c10"], TEXT).endswith("; nobody in your table rates it.")
    assert why_sentence(CLAIMS["c11"], TEXT).endswith("; satire stands beside the scale.")
    unrated = replace(CLAIMS["c1"], rating=replace(rating_of("gazette.example", None), tier=Tier.UNRATED))
    assert why_sentence(unrated, TEXT).endswith("; nobody in your table rates it.")


def test_a_rating_of_the_house_it_belongs_to_is_not_said_to_be_its_own():
    assert "rates house.example, to which it belongs, high." in why_sentence(
        replace(CLAIMS["c1"], rating=rating_of("house.example", 91.0)), TEXT
    )


def test_what_is_not_asserted_is_said_to_be_so():
    words = why_sentence(CLAIMS["c18"], TEXT)
    assert words.startswith("The text says “Dockside Daily never wrote”. ")
    assert "rates" not in words


def test_words_far_from_each_other_are_not_quoted_as_one():
    rated = CLAIMS["c1"]
    assert " … " in evidence_words(rated, TEXT)
    assert all(part in TEXT for part in evidence_words(rated, TEXT).split(" … "))


def test_quotation_marks_stand_only_around_what_is_quoted():
    rated = CLAIMS["c2"]
    assert quoted_content(rated, TEXT) == "the council had set aside 2.4 million for a new one"
    quoted = replace(rated, claim=replace(rated.claim, quote=QuoteKind.DIRECT))
    assert quoted_content(quoted, TEXT) == "“the council had set aside 2.4 million for a new one”"


def test_the_sentence_of_every_claim_is_one():
    for rated in READING.claims:
        words = why_sentence(rated, TEXT)
        assert words.startswith("The text ")
        assert words.endswith(".")
        assert (words.count(". ") == 0) == (rated.claim.polarity is Polarity.ASSERTED)


def test_a_source_that_the_reader_corrected_is_not_laid_into_the_text_s_mouth():
    claim = CLAIMS["c13"].claim
    mended = replace(claim, source=Source(SourceKind.PERSON, "Ida Falk"), reasons=(*claim.reasons, SAID_BY_READER))
    rated = replace(CLAIMS["c13"], claim=mended, resolution=Resolution(None, ResolvedBy.NONE), rating=None)
    sentence = why_sentence(rated, TEXT)
    assert sentence.endswith("; you said that it is from Ida Falk; so it has no tier.")
    assert "it names no outlet" not in sentence
