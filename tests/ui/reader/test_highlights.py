from credibility.model import Claim, Cue, QuoteKind, RatedClaim, Resolution, ResolvedBy, Role, Source, SourceKind, Span
from tests.ui.reader.test_text_map import article_of
from ui.reader.hit_test import claim_at
from ui.reader.painting import highlights
from ui.reader.painting.highlights import Highlight, Highlights
from ui.reader.typesetting.text_map import map_text


def claim(name: str, *content: tuple[int, int]) -> RatedClaim:
    spans = tuple(Span(*span) for span in content)
    made = Claim(name, spans, Cue("say"), Source(SourceKind.PERSON), QuoteKind.INDIRECT)
    return RatedClaim(made, Resolution(None, ResolvedBy.NONE), None, (), False, (), (), Role.PERSON)


OUTER, INNER, LATER = claim("outer", (0, 30)), claim("inner", (10, 20)), claim("later", (40, 50), (60, 70))
ALL = (OUTER, INNER, LATER)
CLAIMS = tuple(rated.claim for rated in ALL)


def test_the_innermost_claim_is_hit():
    assert claim_at(ALL, 5) is OUTER
    assert claim_at(ALL, 15) is INNER
    assert claim_at(ALL, 20) is OUTER
    assert claim_at(ALL, 30) is None


def test_every_part_of_a_claim_is_hit_and_nothing_between():
    assert claim_at(ALL, 45) is LATER
    assert claim_at(ALL, 55) is None
    assert claim_at(ALL, 65) is LATER


def test_outer_highlights_come_before_those_they_hold():
    made = Highlights(CLAIMS, map_text(article_of(["x" * 100]), 0))
    items = list(made.between(0, 100))
    assert [(item.claim_id, item.depth) for item in items] == [("outer", 0), ("inner", 1), ("later", 0), ("later", 0)]
    assert [item.is_first for item in items] == [True, True, True, False]
    assert [item.is_last for item in items] == [True, True, False, True]
    assert list(made.between(101, 200)) == []


def test_highlights_between_two_places():
    made = Highlights(CLAIMS, map_text(article_of(["x" * 100]), 0))
    assert [item.claim_id for item in made.between(25, 41)] == ["outer", "later"]
    assert [item.claim_id for item in made.between(30, 40)] == []
    assert [item.claim_id for item in made.between(19, 20)] == ["outer", "inner"]


def test_highlights_stand_in_qt_positions():
    made = Highlights((claim("c", (1, 3)).claim,), map_text(article_of(["a🔩b🔩"]), 7))
    (item,) = made.between(0, 20)
    assert (item.start, item.end) == (8, 11)


def test_only_what_is_asked_for_is_made(monkeypatch):
    claims = tuple(claim(f"c{number}", (number * 10, number * 10 + 5)).claim for number in range(1000))
    made, asked = Highlights(claims, map_text(article_of(["x" * 10_000]), 0)), []
    monkeypatch.setattr(highlights, "Highlight", lambda *given: asked.append(given) or Highlight(*given))
    assert [item.claim_id for item in made.between(5_000, 5_020)] == ["c500", "c501"]
    assert len(asked) < 10
