"""A claim's note and its JSON: who the source is, how it can know, and that it is unnamed although an outlet carried the claim."""

from dataclasses import replace

from credibility.annotations.annotate import note, rating_line
from credibility.annotations.report import claim_json
from credibility.model import RatedClaim, Source, SourceKind, Span
from tests.annotations.readings import STYLES, reading

TEXT = "The chair of the port, who saw the draft, said [c|that the bridge is safe]."


def _rated(source: Source) -> tuple[RatedClaim, str]:
    sealed = reading(TEXT)
    (rated,) = sealed.claims
    return replace(rated, claim=replace(rated.claim, source=source)), sealed.article.text


def _span(words: str, text: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def test_title_and_justification_stand_in_the_note_and_in_the_json() -> None:
    _, text = _rated(Source(SourceKind.PERSON))
    title, why = _span("chair of the port", text), _span("who saw the draft", text)
    rated, _ = _rated(Source(SourceKind.PERSON, title=(title,), justification=(why,)))
    lines = note(rated, STYLES[rated.drawn], text).split("\n")
    assert {"Title: chair of the port", "Why this source: who saw the draft"} <= set(lines)
    told = claim_json(rated, text)["source"]
    assert told["title"] == {"text": "chair of the port", "spans": [[title.start, title.end]]}
    assert told["justification"] == {"text": "who saw the draft", "spans": [[why.start, why.end]]}


def test_nothing_is_said_of_what_the_article_does_not_say() -> None:
    rated, text = _rated(Source(SourceKind.PERSON, "Ida Falk"))
    assert "Title" not in note(rated, STYLES[rated.drawn], text)
    told = claim_json(rated, text)["source"]
    assert (told["title"], told["justification"]) == (None, None)


def test_an_anonymous_source_stays_visible_beside_the_tier() -> None:
    rated, _ = _rated(Source(SourceKind.ANONYMOUS_OFFICIAL))
    assert "Mixed · anonymous official (50 of 100)" in rating_line(rated, STYLES[rated.drawn])
    named, _ = _rated(Source(SourceKind.PERSON, "Ida Falk"))
    assert "anonymous" not in rating_line(named, STYLES[named.drawn])
