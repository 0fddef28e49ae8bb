"""Stretches without a source."""

from dataclasses import replace

from credibility.model import Excerpt, Reading, ResolvedExcerpt, Span
from tests.ui.articles import article_of, bridge_reading
from ui.reader.unsourced import SHORTEST, unsourced_stretches

LONG = "Nobody knows what the tide will bring. " * 10


def reading(*lines: tuple[str, str], claims: bool = True) -> Reading:
    article, contents = article_of(lines)
    one = bridge_reading().claims[0]
    made = tuple(replace(one, claim=replace(one.claim, id=f"c{n}", content=(span,))) for n, span in contents.items()) if claims else ()
    return Reading(article, made)


def test_blocks_without_a_claim_make_one_stretch_up_to_the_next_claim():
    made = reading(("p", LONG), ("h2", "A heading"), ("p", LONG), ("p", "He said [1 it is so]."), ("p", LONG))
    first, second = unsourced_stretches(made)
    assert first == Span(made.article.blocks[0].span.start, made.article.blocks[2].span.end)
    assert second == made.article.blocks[4].span


def test_a_short_stretch_is_a_transition():
    assert unsourced_stretches(reading(("p", "x" * (SHORTEST - 1)))) == ()
    assert len(unsourced_stretches(reading(("p", "x" * SHORTEST)))) == 1


def test_captions_and_code_are_no_prose():
    assert unsourced_stretches(reading(("cap", LONG), ("pre", LONG))) == ()


def test_what_is_republished_has_a_source():
    made = reading(("q", LONG))
    excerpt = ResolvedExcerpt(Excerpt(made.article.blocks[0].span, Span(0, 0), None), None)
    assert unsourced_stretches(replace(made, excerpts=(excerpt,))) == ()


def test_a_claim_over_several_blocks_covers_them_all():
    made = reading(("p", f"[1 {LONG}]"), ("p", LONG), ("p", LONG))
    whole = Span(0, len(made.article.text))
    claim = replace(made.claims[0], claim=replace(made.claims[0].claim, content=(whole,)))
    assert unsourced_stretches(replace(made, claims=(claim,))) == ()
