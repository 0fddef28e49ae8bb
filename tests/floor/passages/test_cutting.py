"""Contents of claims cut and joined, as pictures in text."""

import pytest

from credibility.floor.passages.cutting import cut, joined
from credibility.model import Span


def spans(text: str, *words: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(each), text.index(each) + len(each)) for each in words)


def words(text: str, content: tuple[Span, ...]) -> list[str]:
    return [span.of(text) for span in content]


@pytest.mark.parametrize(
    ("content", "places", "parts"),
    [
        (["It is red and it is old"], ["and"], [["It is red"], ["and it is old"]]),
        (["It is red and it is old"], [" and"], [["It is red"], ["and it is old"]]),
        (["It is red", "it is old"], ["it is"], [["It is red"], ["it is old"]]),
        (["It is red", "it is old"], ["red"], [["It is"], ["red", "it is old"]]),
        (["It is red and it is old"], ["is red", "and"], [["It"], ["is red"], ["and it is old"]]),
        (["It is red and it is old."], ["."], [["It is red and it is old"]]),
        (["It is red"], ["he said"], [["It is red"]]),
    ],
)
def test_cut(content: list[str], places: list[str], parts: list[list[str]]) -> None:
    text = "It is red and it is old." if len(content) == 1 and "and" in content[0] else "It is red, he said, it is old."
    made = cut(spans(text, *content), [text.index(place) for place in places], text)
    assert [words(text, part) for part in made] == parts


@pytest.mark.parametrize(
    ("text", "one", "other", "whole"),
    [
        ("It is red, it is old.", ["It is red"], ["it is old"], ["It is red, it is old"]),
        ("It is red, he said, it is old.", ["It is red"], ["it is old"], ["It is red", "it is old"]),
        ("It is red.\nIt is old.", ["It is red."], ["It is old."], ["It is red.", "It is old."]),
        ("It is red and old.", ["is red and"], ["red"], ["is red and"]),
        ("“It is red.” “It is old.”", ["It is old."], ["It is red."], ["It is red.” “It is old."]),
    ],
)
def test_joined(text: str, one: list[str], other: list[str], whole: list[str]) -> None:
    assert words(text, joined(spans(text, *one), spans(text, *other), text)) == whole
