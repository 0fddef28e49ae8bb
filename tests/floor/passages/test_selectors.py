"""Described words are found again, in the same text and in another copy of it."""

from credibility.floor.passages.selectors import anchor, describe
from credibility.model import Span


def test_words_are_found_where_they_were() -> None:
    text = "The mayor said the bridge is safe."
    span = Span(15, 33)
    quote, position = describe(span, text)
    assert quote.exact == "the bridge is safe"
    assert anchor(quote, position, text) == span


def test_words_are_found_after_text_was_added_before_them() -> None:
    text = "The mayor said the bridge is safe."
    quote, position = describe(Span(15, 33), text)
    longer = "An earlier version was wrong.\n" + text
    found = anchor(quote, position, longer)
    assert found
    assert found.of(longer) == "the bridge is safe"


def test_white_space_may_differ() -> None:
    quote, position = describe(Span(0, 18), "the bridge is safe")
    found = anchor(quote, position, "He said: the  bridge\nis safe")
    assert found == Span(9, 28)


def test_of_repeated_words_those_in_the_same_surroundings_win() -> None:
    text = "Ann said it is safe. Ben said it is safe. Cleo said it is safe."
    span = Span(text.index("it is safe", 30), text.index("it is safe", 30) + 10)
    quote, position = describe(span, text)
    moved = "Note. " + text
    found = anchor(quote, position, moved)
    assert found == Span(span.start + 6, span.end + 6)


def test_words_that_are_gone_are_not_found() -> None:
    quote, position = describe(Span(4, 9), "The mayor spoke.")
    assert anchor(quote, position, "The senator spoke.") is None
