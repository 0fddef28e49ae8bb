"""Assertions that only a link marks: which clause is read through it, and which links are there for something else.

In the texts `[words]` is the link and `{…}` what it carries, with `/` before the address where it is not that of a plain report.
"""

import re

import pytest

from credibility.attribution.detect import detect
from credibility.attribution.places.link_targets import is_article, leads_to_no_report, reports_elsewhere
from credibility.model import Article, Block, BlockKind, Link, Span
from tests.attribution.marked import lexicon

REPORT = "https://gazette.example/2024/05/01/harbour-report"
HOME = "https://www.home.co.uk/notes"


def read(marked: str, url: str = REPORT) -> tuple[Article, tuple[str, ...]]:
    """The article of a marked text, and the contents of its claims that a link marks."""
    links, text = [], ""
    for part in re.split(r"(\[[^\]]*\])", re.sub(r"[{}]", "", marked)):
        words = part.strip("[]")
        if words != part:
            links.append(Link(Span(len(text), len(text) + len(words)), f"{url}-{len(links)}"))
        text += words
    article = Article("", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),), "x", url=HOME, links=tuple(links))
    claims = [claim for claim in detect(article, lexicon()).items if claim.cue.lemma == "link"]
    return article, tuple(" … ".join(span.of(text) for span in claim.content) for claim in claims)


@pytest.mark.parametrize(
    "marked",
    [
        "{The harbour [closed] its gates in May}.",
        "{The council has [frozen] the budget}, and I miss the lamps.",
        "{The pumps can struggle to [operate] in the heat}.",
        "{Several pumps [unexpectedly] stopped when the tide came}.",
        "{The fleet landed [41,000 tonnes] of herring last year}, a record that nobody toasted.",
        "{The owners drew [a storm of angry letters] from the town}.",
        "{That [drew rebukes] from the guild}.",
        "{The photograph was [taken in 2003]}, not last week.",
        "{The zoo [lost a wolf]} and {the circus [found one]}.",
        "{The county has closed [nine] libraries} and {opened [one] casino}.",
        "{[A choir sang to a whale for six hours]}, which is longer than most operas.",
        "{The mayor [sold his boat]} — a thing that nobody asked for.",
        "{The storm—which some call a hurricane—left [a thousand people] without power}.",
        "In reality, {several pumps [stopped] when the tide came}.",
        "Sadly, {the mill [burned] in March}.",
        "The [news] {that the mill had burned} has not reached the cat.",
        "{The mill [burned down] in May}, in which nobody was hurt.",
        "{Not even War Pt. II [closed the mill] in Oster}.",
        "{The ferry line [closed its gates]}, by which we mean the gate.",
        "{The bed washed away on Monday} ([Gazette]).",
        "{The bells were recast from coins in March}.[1]",
        "{The minister [skipped the vote] to open a fair}, because vanity is all that he has.",
    ],
)
def test_the_clause_of_the_anchor_is_the_content(marked: str) -> None:
    assert read(marked)[1] == tuple(re.sub(r"[\[\]]", "", content) for content in re.findall(r"\{([^}]*)\}", marked))


@pytest.mark.parametrize(
    "marked",
    [
        "I take the tram to [Oster] twice a week.",
        "What I love are [reeds], and the birds in them.",
        "Her lodger, a [retired baker], plays the tuba.",
        "The mayor, who [opened a mill] in 2018, said that the quay was sound.",
        "The [Gazette] has moved.",
        "There are pictures of ours [here].",
    ],
)
def test_a_link_that_explains_carries_nothing(marked: str) -> None:
    assert read(marked)[1] == ()


HEADLINE = "https://gazette.example/2024/05/01/minister-ostrow-sold-harbour-bridge"


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("Minister [Ostrow] sold the harbour and its bridge.", ("Minister Ostrow sold the harbour and its bridge",)),
        ("Ministers such as [Ostrow] sold the harbour and its bridge.", ()),
        ("Ministers like [Ostrow] sold the harbour and its bridge to friends.", ()),
        ("Minister [Ostrow] must not have sold the harbour and its bridge.", ()),
    ],
)
def test_a_headline_in_the_address_backs_what_is_said_and_no_example_or_wish(text: str, contents: tuple[str, ...]) -> None:
    assert read(text, HEADLINE)[1] == contents


@pytest.mark.parametrize(
    ("url", "is_report"),
    [
        ("https://gazette.example/2024/05/01/harbour", True),
        ("https://www.independent.co.uk/news/zoo-lost-a-wolf", True),
        ("https://news.home.co.uk/2024/05/01/harbour", False),
        ("https://gazette.example/", False),
        ("https://gazette.example/topics/harbour-news", False),
        ("https://gazette.example/travel/oster-guide", False),
        ("https://gazette.example/what-is-a-delta", False),
        ("https://gazette.example/food/2024/05/01/harbour-kitchens-close", True),
        ("http://[broken", False),
    ],
)
def test_what_an_address_tells(url: str, is_report: bool) -> None:
    assert reports_elsewhere(url, HOME, lexicon().places.no_reports) is is_report


def test_an_article_has_a_date_a_number_or_a_long_slug() -> None:
    assert is_article("https://gazette.example/a/harbour-was-closed") and is_article("https://gazette.example/id/1234567")
    assert not is_article("https://gazette.example/herring") and not is_article("http://[broken")
    assert not leads_to_no_report("http://[broken", frozenset({"topics"}))


@pytest.mark.parametrize(
    ("marked", "is_slot"),
    [
        ("The mayor [said] that the quay was sound.", True),
        ("The mayor said in [a statement] that the quay was sound.", True),
        ("“The quay is sound,” the mayor said at [a rally] in Oster.", True),
        ("The quay is sound, said Ida Falk, a fellow of a hall that was built with a gift, in [an interview].", True),
        ("[A recent investigation] found that the quay was sound.", True),
        ("The mayor said that the quay had [cracked in two places].", True),
        ("The quay is sound, said Ida Falk, a fellow of a hall, which was [praised] in March.", False),
        ("The mayor, who opened [a new hall] in 2018, said that the quay was sound.", False),
        ("“The quay is sound,” the mayor said, before being asked about a baron, who has a villa and [plans to visit].", False),
        ("The mayor said that [Oster] was sound.", False),
    ],
)
def test_a_link_of_a_claim_with_a_source_tells_of_the_saying_or_of_what_was_said(marked: str, is_slot: bool) -> None:
    article, _ = read(marked)
    claim = next(claim for claim in detect(article, lexicon()).items if claim.cue.lemma in ("say", "find"))
    assert any(slot.url for slot in claim.slots) is is_slot
