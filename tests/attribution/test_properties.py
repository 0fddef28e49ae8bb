"""What holds for every text whatever is in it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from credibility.attribution.detect import detect
from credibility.model import Claims
from tests.attribution.marked import article, lexicon

MARKS = ["“", "”", '"', "''", "‘", "’", "«", "»", ",", ".", "?", ":", ";", "—", "--", "(", ")", "\n"]
NAMES = ["Smith", "CNN", "The", "A", "of", "Mr.", "U.S.", "12", "percent", "poll", "report", "claims", "it", "he", "they", "who", "which"]
VERBS = ["said", "told", "shows", "adding", "denied", "was", "were", "been", "according", "to", "in", "an", "interview", "with", "by", "as"]
WORDS = st.sampled_from([*MARKS, *NAMES, *VERBS, "that", "the", "minister", "and", "but"])
SENTENCES = st.lists(WORDS, max_size=60).map(" ".join)


def assert_sound(text: str, found: Claims) -> None:
    starts = []
    for claim in found.items:
        assert claim.content
        for span in (*claim.content, *claim.cue.spans, *claim.source.spans, *(slot.span for slot in claim.slots)):
            assert 0 <= span.start < span.end <= len(text)
        for first, second in zip(claim.content, claim.content[1:], strict=False):
            assert first.end <= second.start
        starts.append(claim.content[0].start)
    assert starts == sorted(starts)
    ids = [claim.id for claim in found.items]
    assert len(set(ids)) == len(ids)
    for claim in found.items:
        assert claim.resumes is None or (claim.resumes in ids and claim.resumes != claim.id)
        assert claim.excerpt is None or claim.excerpt < len(found.excerpts)
    for excerpt in found.excerpts:
        assert 0 <= excerpt.span.start < excerpt.span.end <= len(text)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=300))
def test_any_unicode_text_gives_sound_claims(text: str) -> None:
    found = article(text.replace("\r", "\n"))
    claims = detect(found, lexicon(), attitudes=True)
    assert_sound(found.text, claims)
    assert detect(found, lexicon(), attitudes=True) == claims


@settings(max_examples=300, deadline=None)
@given(SENTENCES)
def test_words_of_attribution_in_any_order_give_sound_claims(text: str) -> None:
    found = article(text)
    claims = detect(found, lexicon(), attitudes=True)
    assert_sound(found.text, claims)
    assert detect(found, lexicon(), attitudes=True) == claims


def test_ids_do_not_change_when_the_article_goes_on() -> None:
    first = detect(article("Ida Falk said the ferry was empty."), lexicon())
    longer = detect(article("Ida Falk said the ferry was empty.\nThe crew said it was full."), lexicon())
    assert longer.items[0].id == first.items[0].id


def test_a_million_letters_in_one_block_are_read() -> None:
    text = "The minister said the bridge is safe, he added, and noted that it was. " * 14_000
    assert len(detect(article(text), lexicon()).items) > 14_000
