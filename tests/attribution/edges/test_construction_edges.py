"""Where the constructions end, to the token."""

import pytest

from credibility.attribution.constructions.before_cue import content_start, is_aside
from credibility.attribution.constructions.briefs import find_briefs
from credibility.attribution.constructions.colon_quotes import find_colon_quotes
from credibility.attribution.constructions.complements import complement, quoting
from credibility.attribution.constructions.cues import find_verb_cues
from credibility.attribution.constructions.polarity import governs
from credibility.attribution.constructions.subjects import is_progressive, sentence_subject
from tests.attribution.marked import check, contents, phrase, runs


def briefs(text: str) -> list[tuple[str | None, str | None]]:
    """Source and content of each brief attribution."""
    g, _ = runs(text)
    return [(phrase(g, one.source), phrase(g, one.content[0])) for one in find_briefs(g, ())]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The boats were lost in May — Kust’s Ida Falk", [("Kust’s Ida Falk", "The boats were lost in May")]),
        ("The boats were lost in May. — Kust’s Ida Falk", [("Kust’s Ida Falk", "The boats were lost in May")]),
        ("The boats were lost in May — Ida Falk", []),  # a name alone is no report of theirs
        ("The boats in May — Kust’s Ida Falk", []),  # no clause
        ("— Kust’s Ida Falk", []),  # nothing before the dash
        ("He “sank” in May — Kust’s Ida Falk", []),
        ("The boats were lost in May — our Ida Falk", [("our Ida Falk", "The boats were lost in May")]),
    ],
)
def test_a_digest_ends_with_whose_report_it_sums_up(text: str, found: list[tuple[str, str]]) -> None:
    assert briefs(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("To borrow Ida Falk’s phrase, “it sank like a stone.”", [("Ida Falk’s", "“it sank like a stone.”")]),
        ("To borrow my own phrase, “it sank like a stone.”", []),
        ("To quote Ida Falk: “It sank like a stone.”", [("Ida Falk", "“It sank like a stone.”")]),
        ("To quote Ida Falk, the boat was like a stone.", [("Ida Falk", "the boat was like a stone")]),
        ("We swam, to quote Ida Falk, the boat was like a stone.", []),  # unquoted words count at the head alone
        ("To quote Ida Falk “it sank like a stone.”", []),
    ],
)
def test_borrowed_words_are_somebodys(text: str, found: list[tuple[str, str]]) -> None:
    assert contents(text) == [content for _, content in found]
    assert {source for source, content in briefs(text) if content in contents(text)} == {source for source, _ in found}


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Ida Falk: “It sank.”", "Ida Falk"),
        ("Dr. Ida Falk: “It sank.”", "Dr. Ida Falk"),
        (": “It sank.”", None),
        ("The mayor was clear: “It sank.”", "The mayor"),
        ("The boat was clear: a “stone.”", None),  # no whole quotation
    ],
)
def test_who_speaks_before_a_colon(text: str, source: str | None) -> None:
    g, _ = runs(text)
    found = find_colon_quotes(g, ())
    assert [phrase(g, one.source) for one in found] == ([source] if source else [])


@pytest.mark.parametrize(
    ("text", "person", "start"),
    [
        ("{quoted} Falk as saying “it sank”", "Falk", "“"),
        ("{quoted} Falk saying it sank", "Falk", "it"),
        ("{quoted} Falk, saying: “it sank”", "Falk", "“"),
        ("{quoted} as saying it sank", None, None),  # nobody is quoted
        ("{quoted} Falk as saying", None, None),  # nothing is said
        ("{quoted} “Falk” as saying it sank", None, None),
        ("{quoted} Falk as hoping it sank", None, None),  # an attitude is no saying
    ],
)
def test_who_is_quoted_by_somebody_else(text: str, person: str | None, start: str | None) -> None:
    g, (verb,) = runs(text)
    found = quoting(g, verb[1], g.size)
    assert (phrase(g, found.inner), g.word(found.start)) == (person, start) if found else (person, start) == (None, None)


@pytest.mark.parametrize(
    ("text", "frame"),
    [
        ("Falk {argued}, rightly, that it sank", "that"),
        ("Falk {argued}, in May: “it sank”", "quote"),
        ("Falk {argued} — rightly, we think — that it sank", "that"),
        ("Falk {argued} — rightly, we think — “it sank”", "quote"),
        ("Falk {argued} — rightly —", None),
        ("Falk {said}, “it sank”", "quote"),
        ("Falk {said}, in “May”, that it sank", None),
    ],
)
def test_an_insertion_between_verb_and_content(text: str, frame: str | None) -> None:
    g, (verb,) = runs(text)
    (cue,) = [one for one in find_verb_cues(g) if one.head == verb[0]]
    found = complement(g, cue, g.size)
    assert (found.kind if found else None) == frame


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("the mayor was there", "the mayor"),
        ("the mayor never was there", "the mayor"),
        ("In May, the mayor was there", "the mayor"),
        ("He funds the school", "He"),
        ("He", None),
        ("Ida Falk funds the school", "Ida Falk"),
        ("Ida Falk Press", None),
        ("the boats", None),
    ],
)
def test_the_subject_of_a_sentence(text: str, subject: str | None) -> None:
    g, _ = runs(text)
    assert phrase(g, sentence_subject(g, (0, g.size), g.size)) == subject


@pytest.mark.parametrize(
    "text",
    [
        "[content The bridge is safe], [source the mayor] [cue said].",
        "[content “Is it?”] [source Falk] [cue asked].",
        "[content The bridge], [source she] [cue said], [content will hold].",
        "[content Proceeds], [source she] [cue said], [content will go to the yard].",  # one token, with its verb behind
        "[content The toll is gone] — [source the mayor] [cue said].",
    ],
)
def test_a_content_before_its_cue(text: str) -> None:
    check(text)


@pytest.mark.parametrize("text", ["Proceeds, she said.", "“Morning Talk,” we ran."])
def test_too_little_before_a_cue_is_no_content(text: str) -> None:
    assert contents(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The boat is rumoured to float.", []),
        ("The boat was reported to the police.", []),
        ("The boat was reported to have sunk.", ["The boat was reported to have sunk"]),
        ("The boat was reported to sink fast.", []),  # "report" needs "be" or "have"
        ("The boat is said to Falk.", []),
        ("The boat is said to sailors there.", []),
        ("which is said to be old.", []),
        ("The boat is rumoured to sink fast.", ["The boat is rumoured to sink fast"]),
    ],
)
def test_what_is_said_to_be_so(text: str, found: list[str]) -> None:
    assert contents(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("According to Falk, the boat sank.", ["the boat sank"]),
        ("The boat sank, according to Falk.", ["The boat sank"]),
        ("The boat, according to Falk, was lost in May.", ["The boat … was lost in May"]),
        ("They were sorted according to size.", []),
        ("They were sorted according to the size of Falk.", ["They were sorted"]),
        ("It was according to Falk.", []),
    ],
)
def test_according_to_somebody(text: str, found: list[str]) -> None:
    assert contents(text) == found


def test_a_content_starts_behind_what_opens_its_sentence() -> None:
    for text, start in (("And the {boat} sank", "the"), ("The {boat} sank", "The"), ("OSTER, May 3 (Kust) — The {boat} sank", "The")):
        g, _ = runs(text)
        assert g.word(content_start(g, 0, g.size)) == start


def test_what_opens_like_an_occasion_is_an_aside() -> None:
    for text, aside in (
        ("{On “Morning Talk,”}", True),
        ("{Monday}", True),
        ("{Swimming home}", True),
        ("{swimming home}", False),
        ("{The boat sank}", False),
    ):
        g, (run,) = runs(text)
        assert is_aside(g, run) is aside


def test_a_verb_in_ing_behind_be_is_progressive() -> None:
    for text, answer in (("Falk is {saying} it", True), ("Falk, {saying} it", False), ("Falk was always {saying} it", True)):
        g, (verb,) = runs(text)
        (cue,) = [one for one in find_verb_cues(g) if one.head == verb[0]]
        assert is_progressive(g, cue) is answer, text


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Falk {denied} it", True),
        ("Falk {withdrew} it", True),
        ("Falk {took} back it", True),
        ("Falk {took} it", False),  # "back" is missing
        ("Falk {saw} it", False),
    ],
)
def test_verbs_that_reject_or_withdraw_a_report(text: str, answer: bool) -> None:
    g, (word,) = runs(text)
    assert governs(g, word[0]) is answer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tenant praised the old charge, Falk of the yard was there.", "the old charge"),
        ("The tenant praised the old charge, Falk of the old yard was there.", "the old charge, Falk of the old yard was there"),  # far off
        ("The tenant praised the old charge, he was home.", "the old charge"),
        ("The tenant praised the old charge, a crime.", "the old charge, a crime"),  # says what it is
        ("The tenant praised the charge, asked in May.", "the charge"),
        ("The tenant praised the charge, if he swam.", "the charge"),
        ("The tenant praised it, walking home.", "it, walking home"),  # a comma behind one word ends nothing
    ],
)
def test_where_what_is_praised_ends(text: str, found: str) -> None:
    assert contents(text) == [found]
