"""Titles and justifications: what a source is, wherever the article says it, and why it can know or is not named."""

import pytest

from credibility.floor.sources import anonymity_words, credential_lines, justification_words, title_words
from credibility.model import Claim
from tests.attribution.marked import article, lexicon, read


def _claim(text: str) -> tuple[Claim, str]:
    found, detected = read(text)
    return detected.items[-1], found.text


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ida Falk, chair of the harbour council, said that the ferry was empty.", "chair of the harbour council"),
        ("Former Oster mayor Ida Falk said that the ferry was empty.", "Former Oster mayor"),
        ("The leader of the Oster party, Ida Falk, said that the ferry was empty.", "leader of the Oster party"),
        ("The ferry was empty, said Ida Falk, 61, a lawyer for the crew.", "lawyer for the crew"),
        ("Ida Falk, the last wheelwright in the valley, left. It rained. “It leaks,” Falk said.", "last wheelwright in the valley"),
        ("Oster Rail spokeswoman Ida Falk left. “It leaks,” she said.", "Oster Rail spokeswoman"),
        ("A spokesman for the ministry of bridges said that the ferry was empty.", "spokesman for the ministry of bridges"),
        ("President-elect Ida Falk said that the ferry was empty.", "President-elect"),
        ("Mr Bernd Falk said that the ferry was empty.", ""),
        ("Officials said that the ferry was empty.", ""),
        ("A senior official said that the ferry was empty.", ""),
        ("Ida Falk, a tall woman in a green coat, said that the ferry was empty.", ""),
        ("Ida Falk, whose brother directs the port, said that the ferry was empty.", ""),
        ("A spokesman for the port laughed. Ida Falk said that the ferry was empty.", ""),
        ("The council said that the ferry was empty.", ""),
    ],
)
def test_the_title_of_a_source(text: str, title: str) -> None:
    claim, words = _claim(text)
    assert title_words(claim.source, words) == title


@pytest.mark.parametrize(
    ("text", "justification"),
    [
        ("A port official, who saw the draft, said that the ferry was empty.", "who saw the draft"),
        (
            "A port official, who asked not to be named because the report is not public, said that the ferry was empty.",
            "who asked not to be named because the report is not public",
        ),
        ("People familiar with the talks said that the ferry was empty.", "familiar with the talks"),
        ("Ida Falk, who filmed the storm on her phone, said that the ferry was empty.", "who filmed the storm on her phone"),
        ("Ida Falk, who keeps rabbits, said that the ferry was empty.", ""),
        ("A port official, who wore a yellow helmet, said that the ferry was empty.", ""),
        ("Ida Falk said that the ferry was empty.", ""),
    ],
)
def test_why_a_source_can_know_or_is_not_named(text: str, justification: str) -> None:
    claim, words = _claim(text)
    assert justification_words(claim.source, words) == justification


def test_an_unnamed_source_with_a_reason_stands_above_one_without() -> None:
    told, _ = _claim("A port official, who saw the draft, said that the ferry was empty.")
    untold, _ = _claim("A port official said that the ferry was empty.")
    named, _ = _claim("Ida Falk said that the ferry was empty.")
    assert anonymity_words(told) == "anonymous official, with a reason"
    assert anonymity_words(untold) == "anonymous official"
    assert anonymity_words(named) == ""


def test_what_is_known_of_a_source_is_said_in_lines() -> None:
    claim, words = _claim("Ida Falk, chair of the port, who saw the draft, said that the ferry was empty.")
    assert credential_lines(claim.source, words) == ("Title: chair of the port", "Why this source: who saw the draft")


def test_the_spans_are_those_of_the_article() -> None:
    found = article("Ida Falk, chair of the port, left.\n“It leaks,” she said.")
    assert lexicon().honorifics >= {"mr", "ms"}
    claim, words = _claim(found.text)
    assert words == found.text and claim.source.title[0].of(words) == "chair of the port"
