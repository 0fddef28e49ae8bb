"""How far noun phrases reach, to the token."""

import pytest

from credibility.attribution.phrases.noun_phrases import names_behind_dash, subject_before
from credibility.attribution.phrases.phrase_starts import bounds_phrase, is_past_verb, trimmed_phrase
from credibility.attribution.phrases.phrases_after import source_after
from credibility.attribution.phrases.plain_phrases import antecedent, plain_phrase
from tests.attribution.marked import phrase, runs, words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("THE QUAY — {Ida Falk and Omar Lind}", "Ida Falk and Omar Lind"),
        ("THE QUAY — {Ida Falk}.", "Ida Falk"),  # a full stop is no part of it
        ("THE QUAY — and", None),  # no name at all
        ("THE QUAY —", None),
        ("THE QUAY — Ida Falk swam", None),
        (f"THE QUAY — {{{'Falk ' * 16}}}", ("Falk " * 16).strip()),
        ("THE QUAY — " + "Falk " * 17, None),  # so long a list is no credit
    ],
)
def test_names_alone_behind_the_last_dash(text: str, names: str | None) -> None:
    g, _ = runs(text)
    assert phrase(g, names_behind_dash(g, 0, g.size)) == names


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("said {the} mayor, a pilot, on the quay", "the mayor, a pilot"),
        ("said {the} mayor (a pilot) and left", "the mayor (a pilot) and left"),
        (f"said {{the}} mayor ({words(10)}) of Oster", f"the mayor ({words(10)}) of Oster"),  # the bracket closes within its reach
        (f"said {{the}} mayor ({words(11)}) of Oster", "the mayor"),
        (f"said {{the}} {words(47)}", f"the {words(47)}"),
        (f"said {{the}} {words(48)}", f"the {words(47)}"),  # the longest source
        ("said {the} mayor early last week", "the mayor"),
        ("said {the} mayor last cold Monday", "the mayor"),
        ("said {the} mayor last cold wet Monday", "the mayor last cold wet"),  # the day is too far from "last"
        ("said {she} and left", "she"),
        ("said {it} and left", "it and left"),
        ("said {on} the quay", None),
        ("said {Monday} night", None),
        ("said {the} mayor and told us", "the mayor"),
        ("said {the} mayor and the pilot", "the mayor and the pilot"),
        ("said {the} mayor, whose boat sank, on Monday", "the mayor, whose boat sank"),
        ("said {the} mayor, walking home", "the mayor"),
        ("said {the} mayor, Monday", "the mayor"),
        ("said {the} firm’s newly named chair", "the firm’s newly named chair"),
        ("said {the} chair newly", "the chair"),
        ("said {“the} chair”", None),
    ],
)
def test_the_source_behind_a_verb(text: str, source: str | None) -> None:
    g, (run,) = runs(text)
    assert phrase(g, source_after(g, run[0], g.size)) == source


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("the mayor {said}", "the mayor"),
        ("the mayor on Monday {said}", "the mayor"),
        ("the mayor in 2017 {said}", "the mayor"),
        ("the bridge completed in 2017 {said}", "the bridge completed in 2017"),  # the year belongs to the participle
        ("the mayor at the time {said}", "the mayor"),
        ("at the time {said}", None),
        ("crews of two days {said}", "crews of two days"),
        ("the mayor (a pilot) {said}", "the mayor (a pilot)"),
        (f"the mayor ({words(10)}) {{said}}", f"the mayor ({words(10)})"),
        (f"the mayor ({words(11)}) {{said}}", f"the mayor ({words(11)})"),
        (f"the mayor ({words(12)}) {{said}}", None),  # the bracket is too long
        ("(a pilot) {said}", None),
        ("the mayor — who swam — {said}", "the mayor — who swam"),
        (f"the mayor — {words(29)} — {{said}}", f"the mayor — {words(29)}"),
        (f"the mayor — {words(30)} — {{said}}", None),
        ("the minister, Ida Falk {said}", "the minister, Ida Falk"),
        ("with the minister, Ida Falk {said}", "Ida Falk"),  # a preposition governs the minister
        ("sailors, pilots and the mayor {said}", "sailors, pilots and the mayor"),
        ("the five old red wooden boats, sailors and crews {said}", "the five old red wooden boats, sailors and crews"),  # six words
        ("the five very old red wooden boats, sailors and crews {said}", "sailors and crews"),
        ("both {said}", None),
        ("the crews both {said}", "the crews"),
    ],
)
def test_the_subject_before_a_verb(text: str, subject: str | None) -> None:
    g, (verb,) = runs(text)
    assert phrase(g, subject_before(g, verb[0], 0)) == subject


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("a reply from Ida Falk, {who}", "Ida Falk, who"),
        ("spoke to a nurse {who}", "a nurse who"),
        ("a pilot from Oster {who}", "a pilot from Oster who"),  # the pilot speaks
        ("criticism from five villages {who}", "five villages who"),  # several may be people
        ("criticism from the press {who}", "criticism from the press who"),  # no plural
        ("a boat from the quay {which}", "a boat from the quay which"),
        ("; {who}", "who"),
    ],
)
def test_whom_a_relative_pronoun_means(text: str, noun: str) -> None:
    g, (relative,) = runs(text)
    assert phrase(g, antecedent(g, relative[0], 0)) == noun


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("{twenty years later the paper}", "the paper"),
        ("{a year ago Kust}", "Kust"),
        ("{Monday the firm}", "the firm"),
        ("{Monday Kust}", "Kust"),
        ("{May Kust}", "May Kust"),
        ("{last week Kust}", "Kust"),
        ("{last week}", "last week"),
        ("{in Oster officials}", None),  # nothing says where the place ends
        ("{in the rain Kust}", "Kust"),
        ("{in Oster the officials}", "the officials"),
        ("{about 40 sailors}", "about 40 sailors"),
        ("{about sailors}", None),
        ("{and also the mayor}", "the mayor"),
        ("{— the mayor}", "the mayor"),
        ("{and}", None),
        ("{“}", None),
    ],
)
def test_what_no_source_begins_with(text: str, kept: str | None) -> None:
    g, (run,) = runs(text)
    assert phrase(g, trimmed_phrase(g, *run)) == kept


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("police raided {the} house", True),
        ("police raided {Monday}", False),
        ("notes leaked {in} May", False),
        ("a boat named {the} Gull", False),
        ("crews asked {them}", True),
    ],
)
def test_a_past_form_with_its_object_is_a_verb(text: str, answer: bool) -> None:
    g, (behind,) = runs(text)
    assert is_past_verb(g, behind[0] - 1) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("crews {because} rain", True),
        ("of {that} week", False),
        ("crews {that} sank", True),
        ("all {but} two", False),
        ("crews {but} two", True),
        ("crews, {saying} two", True),
        ("crews {saying} two", False),
    ],
)
def test_words_that_no_noun_phrase_reaches_over(text: str, answer: bool) -> None:
    g, (word,) = runs(text)
    assert bounds_phrase(g, word[0]) is answer


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        (f"{words(34)} {{said}}", words(34)),
        (f"{words(35)} {{said}}", words(34)),  # the longest noun phrase
        ("the crew who was never arrested {said}", "the crew who was never arrested"),
        ("the crew was arrested {said}", "arrested"),
        ("of it {said}", "it"),
        ("rain of it {said}", "rain of it"),  # a preposition governs it
    ],
)
def test_a_noun_phrase_without_commas(text: str, noun: str) -> None:
    g, (verb,) = runs(text)
    assert phrase(g, plain_phrase(g, verb[0], 0)) == noun
