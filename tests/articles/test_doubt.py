"""A second extractor is asked only where the first one's choice is doubtful, and a page is read in one order."""

import pytest

from credibility.articles.addresses import web_address
from credibility.articles.extraction import webpage
from credibility.articles.extraction.dom import parse
from credibility.articles.extraction.segments import tokens_of
from tests.articles.bridge import PROSE, page, prose

LABEL = "Bridge Opens: all about the bridge, the ferry and the four years of work"


def _answer(monkeypatch: pytest.MonkeyPatch, first: list[str]) -> list[bool]:
    """Let the first extractor find these lines and the comparison the article; what is asked is written down."""
    asked: list[bool] = []

    def lines(_: object, *, compared: bool = False) -> list[tuple[str, ...]]:
        asked.append(compared)
        return [tokens_of(line) for line in (PROSE if compared else first)]

    monkeypatch.setattr(webpage, "main_lines", lines)
    return asked


def test_a_choice_that_leaves_most_of_the_prose_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answer(monkeypatch, [LABEL])
    assert page(prose()).text == "\n".join(PROSE)
    assert asked == [False, True]


def test_a_choice_that_has_most_of_the_prose_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answer(monkeypatch, [PROSE[0], *PROSE[2:]])
    assert page(prose()).text == "\n".join(PROSE)
    assert asked == [False]


def test_a_choice_with_more_words_than_the_page_tells_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answer(monkeypatch, [*PROSE, *PROSE])
    assert page(prose()).text == "\n".join(PROSE)
    assert asked == [False, True]


def test_what_the_page_says_in_links_alone_is_no_prose_that_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = _answer(monkeypatch, list(PROSE))
    teasers = "".join(f"<p><a href='/{number}'>{LABEL} and number {number} of the teasers</a></p>" for number in range(60))
    page(prose(), around=teasers)
    assert asked == [False]


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/town/ferry-1931", "https://news.example.org/town/ferry-1931"),
        ("/town/?page=2&by=ida#top", "https://news.example.org/town/?page=2&by=ida#top"),
        ("//other.example.org/ferry", "https://other.example.org/ferry"),
        ("/../ferry", "https://news.example.org/ferry"),
        ("/town/./ferry", "https://news.example.org/town/ferry"),
        ("/town/../ferry", "https://news.example.org/ferry"),
        ("/ferry?", "https://news.example.org/ferry"),
        ("ferry", "https://news.example.org/town/ferry"),
        ("/fähre", "https://news.example.org/fähre"),
    ],
)
def test_a_link_within_a_site_is_made_whole(link: str, whole: str) -> None:
    assert web_address(link, "https://news.example.org/town/bridge") == whole


def test_a_link_of_a_page_without_a_known_address_leads_nowhere() -> None:
    assert web_address("/ferry", None) is None
    assert web_address("/ferry", "file:///home/ida/bridge.html") is None


@pytest.mark.parametrize("stray", ["\x00", "\ud800"])
def test_characters_that_no_parser_takes_are_left_out(stray: str) -> None:
    assert parse(f"<p>The br{stray}idge</p>").text_content() == "The bridge"


def test_a_tag_of_thousands_of_attributes_is_read_without_them() -> None:
    many = " ".join(f"data-{number}='{'x' * 8}'" for number in range(3000))
    assert parse(f"<p {many}>The bridge</p><p class='ferry'>The ferry</p>").xpath("count(.//p[@class='ferry'])") == 1
    assert not parse(f"<p {many}>The bridge</p>").find(".//p").attrib
