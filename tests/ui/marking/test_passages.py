"""Passages as a reader selects them, and how they are quoted elsewhere."""

from dataclasses import replace

import pytest

from credibility.model import Span
from tests.ui.articles import bridge_article
from ui.marking.passages import quoted_with_source, selected, sentence_at

ARTICLE, _ = bridge_article()
TEXT = ARTICLE.text


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


@pytest.mark.parametrize(("before", "after"), [("  ", ""), ("", " "), (" \n", "\n ")])
def test_blanks_at_the_ends_are_not_selected(before: str, after: str) -> None:
    words = at("The clerk has since left the town.")
    assert selected(ARTICLE, words.start - before.count("\n"), words.end + after.count("\n")) == (words,)
    inner = at("clerk has")
    assert selected(ARTICLE, inner.start - 1, inner.end + 1) == (inner,)


def test_blanks_alone_are_nothing() -> None:
    break_ = TEXT.index("\n")
    assert selected(ARTICLE, break_, break_ + 1) == ()


@pytest.mark.parametrize(
    ("inside", "sentence"),
    [
        ("no danger", "“There is no danger to anyone who uses the quay,” said Ada Lindqvist, the council’s engineer."),
        ("had approved", "The Department of Ports confirmed that it had approved the closure."),
        ("The bearing weighs", "The bearing weighs four tonnes."),
    ],
)
def test_the_sentence_at_a_place(inside: str, sentence: str) -> None:
    found = sentence_at(ARTICLE, TEXT.index(inside))
    assert found is not None
    assert found.of(TEXT) == sentence


def test_behind_the_last_sentence_there_is_none() -> None:
    assert sentence_at(ARTICLE, len(TEXT)) is None


def test_a_quotation_is_not_quoted_twice_and_what_is_not_known_is_left_out() -> None:
    spoken = at("“There is no danger to anyone who uses the quay,”")
    bare = replace(ARTICLE, publisher=None, published=None, url=None, canonical=None)
    assert quoted_with_source(bare, (spoken,), "Ada Lindqvist") == f"{spoken.of(TEXT)}\n— Ada Lindqvist\n“{ARTICLE.title}”"
