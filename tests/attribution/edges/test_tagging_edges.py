"""What is made of the tagger's votes at their edges; its part is played by marks: `[c|content]`, `[q|cue]`, `[s|source]`."""

import re

import pytest

from credibility.attribution.findings import Finding
from credibility.attribution.phrases.grammar import Grammar
from credibility.attribution.tagging.labels import INDEX, Tagged, decode
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.sources import takes_source
from credibility.attribution.tagging.tokens import words_of
from credibility.attribution.tagging.unruled import alone
from credibility.attribution.tagging.votes import Vote, belief_of, votes_of
from credibility.attribution.text.sentences import Run
from credibility.model import Span
from tests.attribution.marked import phrase, runs

_MARK = re.compile(r"\[([sqcr])\|")


def read(text: str, shared: bool = False) -> tuple[Grammar, list[Vote], dict[str, Run]]:
    """The passage of a marked text, the tagger's votes, and the tokens of each role's first mark."""
    roles = _MARK.findall(text)
    g, found = runs(_MARK.sub("{", text).replace("]", "}"))
    whole = Span(0, len(g.passage.text))
    words = words_of(g.passage.text, whole)
    by_role: dict[str, list[tuple[int, int]]] = {}
    for role, run in zip(roles, found, strict=True):
        span = g.passage.span(run)
        inside = [k for k, word in enumerate(words) if span.covers(word.span)]
        by_role.setdefault(role, []).append((inside[0], inside[-1] + 1))
    tagged = Tagged(tuple(by_role.get("c", ())), by_role["q"][0], by_role.get("s", [None])[0], shared=shared)
    sure = tuple(0.5 for _ in words)
    votes = votes_of(g, TaggedParagraph(whole, tuple(words), (tagged,), sure, sure))
    return g, votes, dict(reversed(list(zip(roles, found, strict=True))))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("[s|Falk in an interview] [q|said] [c|it sank].", "Falk"),
        ("[s|Falk in a long interview] [q|said] [c|it sank].", "Falk"),
        ("[s|Falk in a very long interview] [q|said] [c|it sank].", "Falk in a very long interview"),  # the interview is too far off
        ("[s|Falk of an interview] [q|said] [c|it sank].", "Falk of an interview"),
        ("[s|Falk in the interview] [q|said] [c|it sank].", "Falk in the interview"),
        ("[s|Falk,] [q|said] [c|it sank].", "Falk"),
        ("[s|Falk in] May [q|said] [c|it sank].", "Falk"),
        ("[s|In] May [q|said] [c|it sank].", "In"),  # a word at least is left
        ("[s|sociologist and] author Robert Pell [q|said] [c|it sank].", "sociologist and author Robert Pell"),
        ("[s|sociologist and] then also old Robert Pell [q|said] [c|it sank].", "sociologist and then also old Robert Pell"),
        ("[s|sociologist and] then also very old Robert Pell [q|said] [c|it sank].", "sociologist"),  # so far off it is another
        ("[s|sociologist and] is Robert Pell [q|said] [c|it sank].", "sociologist"),
        ("[s|and] sailors [q|said] [c|it sank].", "and"),
        ("[s|the office (of] 1911) [q|said] [c|it sank].", "the office"),
        ("[s|the office (of 1911)] [q|said] [c|it sank].", "the office (of 1911)"),
    ],
)
def test_loose_words_are_no_part_of_the_source(text: str, source: str) -> None:
    g, (vote,), _ = read(text)
    assert phrase(g, vote.source) == source


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("[s|Falk] [q|said] [c|, that it sank].", ["that it sank"]),
        ("[s|Falk] [q|said] [c|.,].", [","]),  # a token at least is left
        ("[s|Falk] [q|said] ([c|it sank)].", ["it sank"]),
        ("[s|Falk] [q|said] [c|it (all) sank)].", ["it (all) sank"]),
        ("[s|Falk] [q|said] [c|it sank (all)].", ["it sank (all)"]),
        ("[s|Falk] [q|said] [c|“anyone can do this” while] rain fell.", ["“anyone can do this”"]),
        ("[s|Falk] [q|said] [c|the charge in a] statement.", ["the charge"]),
        ("[s|Falk] [q|said] [c|the charge a] statement.", ["the charge"]),
        ("[s|Falk] [q|said] [c|it a] statement.", ["it a"]),  # too short to lose its end
        ("[s|Falk] [q|hit] [c|the goal of 9%] it had set.", ["the goal of 9% it had set"]),
        ("[s|Falk] [q|hit] [c|the goal of 9%] it had set, we saw.", ["the goal of 9%"]),  # the sentence goes on
        ("[s|Falk] [q|hit] [c|the goal of 9%] it there set.", ["the goal of 9%"]),
        ("[c|That] [s|Falk] [q|said] [c|it sank].", ["it sank"]),
        ("[c|Those “smart”] [s|Falk] [q|said] [c|the case is still open].", ["the case is still open"]),
        ("[c|Those “smart”] [s|Falk] [q|said] [c|case is still open].", ["Those “smart”", "case is still open"]),
        ("[c|Those “smart”] [s|Falk] [q|said] [c|the is still open].", ["Those “smart”", "the is still open"]),
        ("[c|It sank] [s|Falk] [q|said], [c|the old boat].", ["It sank"]),  # three words without a verb
        ("[c|It sank] [s|Falk] [q|said], [c|the very old boat].", ["It sank", "the very old boat"]),
        ("[c|It sank] [s|Falk] [q|said], [c|it is].", ["It sank", "it is"]),
        ("[c|It sank] [s|Falk] [q|said], [c|“the boat”].", ["It sank", "“the boat”"]),
        ("[s|Falk] [q|spoke] [c|of rain].", ["rain"]),
        ("[s|Falk] [q|spoke] [c|of].", ["of"]),
    ],
)
def test_loose_words_are_no_part_of_the_content(text: str, parts: list[str]) -> None:
    g, (vote,), _ = read(text)
    assert [phrase(g, run) for run in vote.content] == parts


def test_inside_a_quotation_nobody_else_is_heard() -> None:
    assert read("“[s|Falk] [q|said] [c|it sank],” she wrote.")[1] == []


def test_belief_is_the_highest_of_a_tokens_words() -> None:
    g, _ = runs("It sank")
    words = words_of("It sank", Span(0, 7))
    paragraphs = [TaggedParagraph(Span(0, 7), tuple(words), (), (), inside) for inside in ((0.2, 0.4), (0.1, 0.9))]
    assert belief_of(g, paragraphs) == {0: 0.2, 1: 0.9}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("A minister [s|who] [q|said] [c|it sank] left.", "A minister who"),
        ("those [s|who Ida Falk] [q|said] [c|it sank] left.", "Ida Falk"),
        ("[s|Ida] Falk [q|said] [c|it sank].", "Ida Falk"),  # the rest of a name
        ("[s|Falk] [q|said] [c|it sank].", "Falk"),
        ("[s|Jurors] [q|were told] [c|that it sank].", None),
        ("[s|Jurors] [q|were seen] [c|that it sank].", "Jurors"),
        ("[s|The firm] [q|has received reports] [c|that it sank].", None),  # who made them stays open
        ("[s|The firm] [q|has received reports that] [c|it sank].", None),
        ("[s|The firm] [q|has made reports] [c|that it sank].", "The firm"),
    ],
)
def test_the_source_of_what_only_the_tagger_saw(text: str, source: str | None) -> None:
    g, (vote,), _ = read(text)
    assert phrase(g, alone(g, vote).source) == source


def test_a_shared_source_stays_within_its_sentence() -> None:
    for text, source in (("[s|Falk] swam. It [q|adds] [c|it sank].", None), ("[s|Falk] swam, [q|adding] [c|it sank].", "Falk")):
        g, (vote,), _ = read(text, shared=True)
        assert phrase(g, alone(g, vote).source) == source


@pytest.mark.parametrize(
    ("text", "told", "source"),
    [
        ("[s|Falk] [q|told] the crew [c|it sank].", "the crew", "Falk"),  # no "that" is needed to tell them
        ("[s|Falk] [q|wrote] the crew [c|it sank].", None, "Falk"),
        ("[s|Falk] [q|told] [c|it sank].", None, "Falk"),
        ("[c|“It sank,”] Jane Doe, a lawyer, [q|told] [s|NBC News].", "NBC News", "Jane Doe, a lawyer,"),
    ],
)
def test_who_was_told_what_only_the_tagger_saw(text: str, told: str | None, source: str) -> None:
    g, (vote,), _ = read(text)
    found = alone(g, vote)
    assert phrase(g, found.addressee) == told
    assert (phrase(g, found.source) or "").rstrip(",") == source.rstrip(",")


@pytest.mark.parametrize(
    ("text", "taken"),
    [
        ("[r|[s|Falk] at the time] [q|said] [c|it sank].", True),
        ("[r|[s|Oster Health] Organization] [q|said] [c|it sank].", False),  # stops inside the name
        ("[r|[s|the plan] of crews] [q|said] [c|it sank].", True),
        ("[r|crews of [s|the plan]] [q|said] [c|it sank].", False),  # a preposition governs it
        ("[r|a minister [s|who]] [q|said] [c|it sank].", False),
        ("[r|[s|her lawyer], Otto Kreel] [q|said] [c|it sank].", False),
        ("[r|[s|her lawyer], who left] [q|said] [c|it sank].", True),
        ("[r|the office, [s|a branch of it]] [q|said] [c|it sank].", False),
        ("[r|the office, [s|the branch of it]] [q|said] [c|it sank].", True),
        ("[r|NBC 4 [s|New York]] [q|said] [c|it sank].", False),
        ("[r|[s|Oster Office] (OHO) Director] [q|said] [c|it sank].", False),
        ("[r|author of Falk: [s|The Last Ferry]] [q|said] [c|it sank].", False),
    ],
)
def test_when_the_taggers_source_replaces_the_rules(text: str, taken: bool) -> None:
    g, (vote,), found = read(text)
    finding = Finding("clause after the cue", "say", found["q"], found["r"], (found["c"],), g.passage.sentences[0])
    assert takes_source(g, finding, vote) is taken


def test_a_role_that_runs_to_the_end_is_closed_there() -> None:
    (one,) = decode([INDEX["BQ"], INDEX["BT<"], INDEX["IT<"]])
    assert one.content == ((1, 3),)
