"""By which name an article speaks of an outlet; a description is none."""

from dataclasses import replace

import pytest

from credibility.floor.passages.outlet_names import outlet_name_in
from credibility.model import Claim, Cue, QuoteKind, RatedClaim, Resolution, ResolvedBy, Role, Source, SourceKind, Span

TEXT = "the Post reported it"


def rated(source: Source, resolution: Resolution) -> RatedClaim:
    claim = Claim("c", (Span(0, 1),), Cue("report"), source, QuoteKind.INDIRECT)
    return RatedClaim(claim, resolution, None, (), False, (), (), Role.UNKNOWN_OUTLET)


NOTHING = Resolution(None, ResolvedBy.NONE)


@pytest.mark.parametrize(
    ("name", "told"),
    [("The Post", "Post"), ("Quay Times", "Quay Times"), ("A local paper", ""), ("the paper", ""), ("", ""), ("its sister paper", "")],
)
def test_the_name_of_the_source(name: str, told: str) -> None:
    assert outlet_name_in(rated(Source(SourceKind.OUTLET, name), NOTHING), TEXT) == told


def test_a_person_is_no_outlet_and_what_stands_for_an_outlet_is_no_name() -> None:
    assert outlet_name_in(rated(Source(SourceKind.PERSON, "Ida Falk"), NOTHING), TEXT) == ""
    assert outlet_name_in(rated(Source(SourceKind.OUTLET, "Post", anaphor=True), NOTHING), TEXT) == ""


def test_the_words_that_named_the_outlet_come_first() -> None:
    named = Resolution(None, ResolvedBy.NAMED, Span(0, 8))
    assert outlet_name_in(rated(Source(SourceKind.PERSON, "Ida Falk"), named), TEXT) == "Post"
    assert outlet_name_in(rated(Source(SourceKind.PERSON, "Ida Falk"), replace(named, by=ResolvedBy.LINK)), TEXT) == ""
