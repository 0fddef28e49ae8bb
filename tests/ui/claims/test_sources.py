"""How a source is shown: a pronoun nobody could resolve is said to be one, and an unnamed source stays visible beside the tier."""

from dataclasses import replace

from credibility.floor.sources import source_words
from credibility.model import Source, SourceKind, Span
from ui.words import standing


def test_a_pronoun_is_shown_as_the_name_it_stands_for_or_as_not_clear():
    assert source_words(Source(SourceKind.PERSON, "Ida Falk", (Span(0, 2),)), "He left.") == "Ida Falk"
    assert source_words(Source(SourceKind.PERSON, "", (Span(0, 2),)), "He left.") == "“He” (a pronoun: who is not clear)"
    assert source_words(Source(SourceKind.ANONYMOUS, "", (Span(0, 6),)), "A aide left.") == "A aide"


def test_a_source_is_shown_without_the_relative_pronoun_behind_it():
    text = "Two former aides, who said it; a story that said so."
    assert source_words(Source(SourceKind.ANONYMOUS, "", (Span(0, 21),)), text) == "Two former aides"
    assert source_words(Source(SourceKind.DOCUMENT, "", (Span(31, 43),)), text) == "a story"
    assert source_words(Source(SourceKind.PERSON, "", (Span(18, 21),)), text) == "“who” (a pronoun: who is not clear)"


def test_an_anonymous_source_stands_beside_the_tier_in_list_and_card(window):
    styles = window._workspace.styles
    rated = next(one for one in window.reader.reading.claims if one.resolution.outlet and one.role.on_scale and one.claim.asserted)
    unnamed = replace(rated, claim=replace(rated.claim, source=Source(SourceKind.ANONYMOUS_OFFICIAL)))
    assert "anonymous official" in standing(unnamed, styles)
    named = replace(rated, claim=replace(rated.claim, source=Source(SourceKind.PERSON, "Ida Falk")))
    assert "anonymous" not in standing(named, styles)
