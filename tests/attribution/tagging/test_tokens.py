"""What a word's look says: its case, and whether it stands in a quotation."""

import pytest

from credibility.attribution.tagging.tokens import looks, paragraphs, words_of
from credibility.model import Span


def test_case_and_quotation_are_seen() -> None:
    assert looks(["The", "NATO", "chief", "said", "“", "No", "”", "."]) == [1, 2, 0, 0, 3, 4, 3, 0]


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ('"', '"'), ("''", "''"), ("«", "»")])
def test_every_style_of_marks_opens_and_closes(opening: str, closing: str) -> None:
    assert looks([opening, "yes", closing, "no"]) == [3, 3, 3, 0]


def test_a_quotation_left_open_ends_with_its_paragraph() -> None:
    text = "“It is safe\nHe left."
    lines = [words_of(text, span) for span in paragraphs(text)]
    assert [word.look for word in lines[1]] == [1, 0, 0]


def test_words_know_their_place() -> None:
    text = "  It’s 5 o'clock. "
    words = words_of(text, Span(0, len(text)))
    assert [word.span.of(text) for word in words] == ["It’s", "5", "o'clock", "."]
    assert [word.text for word in words] == ["It’s", "5", "o'clock", "."]
