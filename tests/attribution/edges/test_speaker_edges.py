"""Names, titles and reasons in a source, to the token."""

import pytest

from credibility.attribution.speakers.credentials import anonymity_told, justification_of, title_of_unnamed
from credibility.attribution.speakers.kinds import head_of, may_speak
from credibility.attribution.speakers.mentions import find_mentions, is_subject
from credibility.attribution.speakers.shares import counts_respondents, finds_share
from credibility.attribution.speakers.source_names import is_joined, is_web_name, name_in
from credibility.attribution.speakers.titles import is_role, role_phrase, title_at, without_honorifics
from tests.attribution.marked import phrase, runs


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("{the mayor of Oster}", "the mayor"),
        ("{plenty of pilots at sea}", "pilots"),
        ("{a large body of pilots at sea}", "pilots"),  # the fourth token
        ("{a very large body of pilots at sea}", "a very large body"),
        ("{plenty of}", "plenty"),  # nothing is counted
        ("{pilots of plenty}", "pilots"),
        ("{a few small, limited studies}", "a few small, limited studies"),  # a comma between adjectives
        ("{a few small, limited boats}", "a few small"),
        ("{a mayor, retired officials}", "a mayor"),
        ("{a small, a limited study}", "a small"),
        ("{a Small, limited study}", "a Small"),
        ("{Oster Health Organization (OHO) Director Ann Lee}", "Oster Health Organization (OHO) Director Ann Lee"),
        ("{Oster Health Organization (OHO) in Larn}", "Oster Health Organization"),
    ],
)
def test_the_head_of_a_source(text: str, head: str) -> None:
    g, (run,) = runs(text)
    assert phrase(g, head_of(g, run)) == head


@pytest.mark.parametrize(
    ("text", "speaks"),
    [
        ("{this}", False),
        ("{we}", False),
        ("{“we”}", True),
        ("{because}", False),
        ("{the}", False),
        ("{in}", False),
        ("{that killed} three", False),
        ("{that killer} there", True),
        ("{and the mayor}", False),
        ("{You’d}", False),
        ("{She}", True),
    ],
)
def test_what_can_say_something(text: str, speaks: bool) -> None:
    g, (run,) = runs(text)
    assert may_speak(g, run) is speaks


@pytest.mark.parametrize(("name", "web"), [("Kelp.com", True), ("Kelp.c", False), ("KELP.com", False), ("Kelp.com news", False)])
def test_an_address_of_the_web(name: str, web: bool) -> None:
    assert is_web_name(name) is web


@pytest.mark.parametrize(
    ("text", "counts", "share"),
    [
        ("{44 percent} of voters", True, True),
        ("{about 3 in 10 sailors} swim", True, False),
        ("{about 3 in 11 sailors} swim", False, False),
        ("{the very old and wet 3 in 10} swim", False, False),  # too far from the head of the source
        ("{the old and wet 3 in 10} swim", True, False),
        ("{in 10 sailors} swim", False, False),
        ("{44 per cent} of voters", True, False),
        ("{most respondents} swim", True, True),
        ("{most Respondents} swim", False, False),  # a name counts nobody
        ("{a 5 %} swim", True, True),
        ("{of those old wet sad men 5 %} swim", False, False),
    ],
)
def test_a_share_of_those_asked(text: str, counts: bool, share: bool) -> None:
    g, (run,) = runs(text)
    assert counts_respondents(g, run) is counts
    assert finds_share(g, run) is share


def test_nobody_is_no_share() -> None:
    g, _ = runs("44 percent")
    assert not counts_respondents(g, None)
    assert not finds_share(g, None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("{the pilot Ida Falk}", "Ida Falk"),
        ("{a Democrat, a librarian named Joyce Apple}", "Joyce Apple"),
        ("{a librarian, Joyce Apple}", "Joyce Apple"),
        ("{officials in Oster County, Norland}", ""),  # the name tells where the county lies
        ("{officials from Larn, New Kent}", ""),
        ("{officials from Larn, New South Kent}", "New South Kent"),  # no land has so long a name
        ("{the Prime Minister}", ""),
        ("{the University of Oster}", "University of Oster"),
        ("{the Department of Tides and Harbour Services}", "Department of Tides and Harbour Services"),
        ("{the Department of Tides and OHS}", "Department of Tides"),  # letters are another body
        ("{NBC 4 New York}", "NBC 4 New York"),
        ("{NBC 400 New York}", "New York"),  # no station has so long a number
        ("{the website of the Herald}", "Herald"),
        ("{the website of the Herald’s}", ""),
    ],
)
def test_the_name_in_a_source(text: str, name: str) -> None:
    g, (run,) = runs(text)
    assert name_in(g, run, head_of(g, run)) == name


@pytest.mark.parametrize(
    ("text", "joined"),
    [("{Editor} & Publisher", True), ("Editor & {Publisher}", True), ("{editor} & Publisher", False), ("{Editor} and Publisher", False)],
)
def test_an_ampersand_joins_a_name(text: str, joined: bool) -> None:
    g, (word,) = runs(text)
    assert is_joined(g, word[0]) is joined


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("former New York mayor {Ida Falk} swam", "former New York mayor"),
        ("Oster Bank (OB) Director {Ida Falk} swam", "Oster Bank (OB) Director"),
        ("author and psychologist {Ida Falk} swam", "author and psychologist"),
        ("Crews and psychologist {Ida Falk} swam", "psychologist"),
        ("{Ida Falk}, the mayor of Oster, swam", "mayor of Oster"),
        ("{Ida Falk}, 44, the mayor, swam", "mayor"),
        ("{Ida Falk}, PhD, of Leeds, a pilot, swam", "pilot"),
        ("{Ida Falk} is the director of the port.", "director of the port"),
        ("{Ida Falk} serves as director of the port.", "director of the port"),
        ("{Ida Falk} is swimming director.", None),
        ("secretary of state {Ida Falk} swam", "secretary of state"),
        ("chief of the Oster Board {Ida Falk} swam", "chief of the Oster Board"),
        ("chief of boats is old {Ida Falk} there", None),
        ("{Ida Falk}, owner of a store near where it happened, swam", "owner of a store"),
        ("{Ida Falk}, vice president of fleet, finances and alliances, swam", "vice president of fleet, finances and alliances"),
        ("{Ida Falk}, professor emeritus of law, swam", "professor emeritus of law"),
    ],
)
def test_the_title_of_somebody_named(text: str, title: str | None) -> None:
    g, (name,) = runs(text)
    found, _ = title_at(g, name, name[0], False)
    assert (phrase(g, found) if found[0] < found[1] else None) == title


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("{two pilots of boats}", ("pilots of boats", "")),
        ("{the mayor who swam}", ("mayor", "mayor")),
        ("{the mayor, who swam}", ("mayor", "mayor")),
        ("{the mayor is}", ("mayor", "mayor")),
        ("{the mayor — old}", ("mayor", "mayor")),
        ("{the Oster mayor}", ("Oster mayor", "mayor")),
    ],
)
def test_a_role_ends_at_a_mark_or_a_verb(text: str, role: tuple[str, str]) -> None:
    g, (run,) = runs(text)
    found, noun = role_phrase(g, run)
    assert (phrase(g, found), noun) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("a {mayor} there", True),
        ("the {director-general} there", True),
        ("a {dad-of-two} there", False),
        ("a {baker} there", True),
        ("a {oter} there", False),  # four letters are no trade
        ("a {kilter} there", True),
        ("a {Kilter} there", False),
    ],
)
def test_nouns_for_what_somebody_does(text: str, role: bool) -> None:
    g, (word,) = runs(text)
    assert is_role(g, word[0]) is role


@pytest.mark.parametrize(("text", "name"), [("{Dr. Ida Falk}", "Ida Falk"), ("{Ida Falk}", "Ida Falk"), ("{Mr. Falk}", "Falk")])
def test_honorifics_are_no_name(text: str, name: str) -> None:
    g, (run,) = runs(text)
    assert phrase(g, without_honorifics(g, run)[0]) == name


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{a spokesman for the ministry}", ["spokesman for the ministry"]),
        ("{an official}", []),
        ("{a boat}", []),
    ],
)
def test_the_title_of_somebody_unnamed(text: str, title: list[str]) -> None:
    g, (run,) = runs(text)
    assert [span.of(g.passage.text) for span in title_of_unnamed(g, run)] == title


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{An official familiar with the plan} {said} {it sank}.", "familiar with the plan"),
        ("{An official}, who saw the plan, {said} {it sank}.", "who saw the plan"),
        ("{An official}, who likes boats, {said} {it sank}.", None),  # that tells nothing about what can be known
        ("{An official} {said}, citing the plan, {that it sank}.", "citing the plan"),
        ("{An official} {said} {it sank} on condition of anonymity because it hurts.", "on condition of anonymity because it hurts"),
        (
            "{An official} {said} on condition of anonymity because he said that it hurts, {that it sank}.",
            "on condition of anonymity because he said that it hurts",
        ),
        (
            "{A clerk who directs and saw the Harbours, Rivers and Canals Programme} {said} {it sank}.",
            "who directs and saw the Harbours, Rivers and Canals Programme",
        ),
        ("{A clerk who saw the Harbours, rivers and Canals} {said} {it sank}.", "who saw the Harbours"),
        ("{A letter obtained by the Gazette} {said} {it sank}.", "obtained by the Gazette"),
    ],
)
def test_why_a_source_can_know(text: str, reason: str | None) -> None:
    g, (source, cue, content) = runs(text)
    told = [span.of(g.passage.text) for span in justification_of(g, source, cue, [content])]
    assert told == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("The official spoke on condition of anonymity because it hurts.", "on condition of anonymity because it hurts"),
        ("“The official” spoke on condition of anonymity.", None),
        ("The official spoke because it hurts.", None),
    ],
)
def test_a_sentence_that_says_why_somebody_is_not_named(text: str, reason: str | None) -> None:
    g, _ = runs(text)
    assert [span.of(g.passage.text) for span in anonymity_told(g, g.passage.sentences[0])] == ([reason] if reason else [])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The mayor of Oster Ida Falk swam.", ["Ida Falk"]),
        ("Ask Ida Falk.", ["Ida Falk"]),
        ("We saw Bonaire, St Eustatius and Saba.", ["Bonaire", "Saba"]),
        ("We saw Bonaire, St. Eustatius and Saba.", ["Bonaire", "Saba"]),
        ("We saw Dr. Falk and J. Lund.", ["Falk", "J. Lund"]),
        ("We saw Omar al-Lund.", ["Omar al-Lund"]),
        ("We saw Ida’s Falk.", ["Ida’s", "Falk"]),
    ],
)
def test_the_names_in_a_passage(text: str, names: list[str]) -> None:
    g, _ = runs(text)
    assert [phrase(g, one.name) for one in find_mentions(g, 0)] == names


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("{Ida Falk} swam.", True),
        ("The mayor {Ida Falk} swam.", True),
        ("And with {Ida Falk} we swam.", False),
        ("We were {Ida Falk} then.", False),
        ("The faults were few, but {Falk} swam.", True),
        ("The faults were few but {Falk} swam.", False),
        ("{Falk’s} boat sank.", False),
        ("“{Falk} swam.”", False),
        ("“It was” {Falk} who swam.", True),
    ],
)
def test_a_name_that_may_be_the_subject(text: str, subject: bool) -> None:
    g, (name,) = runs(text)
    assert is_subject(g, name) is subject
