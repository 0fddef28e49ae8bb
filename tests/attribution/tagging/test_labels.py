"""Attributions become labels and labels become attributions again."""

import re

import pytest

from credibility.attribution.tagging.labels import INDEX, LABELS, Tagged, decode, encode
from credibility.attribution.tagging.tokens import Word, words_of
from credibility.model import Span

Marked = tuple[tuple[Span, ...], tuple[Span, ...], tuple[Span, ...], bool]


def marked(text: str) -> tuple[list[Word], list[Marked]]:
    """Words and attributions of a text marked `{s1|…}` source, `{q1|…}` cue, `{c1|…}` content (capitals: attitude)."""
    plain, spans = "", {}
    for part in re.split(r"(\{[sqcSQC]\d\|[^}]*\})", text):
        mark = re.fullmatch(r"\{([sqcSQC])(\d)\|([^}]*)\}", part)
        words = mark.group(3) if mark else part
        if mark:
            spans.setdefault((mark.group(2), mark.group(1).isupper()), {}).setdefault(mark.group(1).lower(), []).append(
                Span(len(plain), len(plain) + len(words))
            )
        plain += words
    found = [
        (tuple(roles.get("s", ())), tuple(roles.get("q", ())), tuple(roles.get("c", ())), attitude)
        for (_, attitude), roles in spans.items()
    ]
    return words_of(plain, Span(0, len(plain))), found


def round_trip(text: str) -> list[tuple[str, str, str, bool]]:
    words, attributions = marked(text)
    plain = {k: word.text for k, word in enumerate(words)}

    def phrase(run: tuple[int, int] | None) -> str:
        return " ".join(plain[k] for k in range(*run)) if run else ""

    decoded = decode(encode([word.span for word in words], attributions))
    return [(phrase(t.source), phrase(t.cue), " … ".join(map(phrase, t.content)), t.attitude) for t in decoded]


def test_a_cue_after_its_source_and_before_its_content() -> None:
    assert round_trip("{s1|The mayor} {q1|said} {c1|the bridge is safe}.") == [("The mayor", "said", "the bridge is safe", False)]


def test_an_inverted_cue_takes_the_content_before_it() -> None:
    assert round_trip("{c1|The bridge is safe}, {q1|said} {s1|the mayor}.") == [("the mayor", "said", "The bridge is safe", False)]


def test_two_halves_of_one_quotation_are_one_content() -> None:
    assert round_trip("{c1|“A bridge,”} {q1|said} {s1|she}, {c1|“is a promise.”}") == [
        ("she", "said", "“ A bridge , ” … “ is a promise . ”", False)
    ]


def test_two_attributions_in_one_sentence_keep_apart() -> None:
    found = round_trip("{s1|She} {q1|said} {c1|it was safe}, and {s2|he} {q2|denied} {c2|that it was new}.")
    assert found == [("She", "said", "it was safe", False), ("he", "denied", "that it was new", False)]


def test_a_second_cue_shares_the_source_before_it() -> None:
    assert round_trip("{s1|She} {q1|said} {c1|it was safe}, {q2|adding} {c2|that it was new}.")[1][0] == "She"


def test_of_two_sources_the_nearer_counts_from_whichever_end() -> None:
    assert round_trip("{s1|The old mayor of the harbour town} {q1|said} as {s1|he} left {c1|that it is safe}.") == [
        ("The old mayor of the harbour town", "said", "that it is safe", False)
    ]
    assert round_trip("{c1|It is safe}, {q1|said} {s1|Falk}, who came with {s1|the mayor}.")[0][0] == "Falk"


def test_an_attitude_is_told_by_its_cue() -> None:
    assert round_trip("{S1|The mayor} {Q1|hopes} {C1|to open it}.") == [("The mayor", "hopes", "to open it", True)]


def test_a_content_without_any_cue_stands_alone() -> None:
    labels = [INDEX["BT<"], INDEX["IT<"], INDEX["O"]]
    assert decode(labels) == [Tagged(((0, 2),), None, None)]


@pytest.mark.parametrize("role", ["Q", "S>", "T<"])
def test_every_role_has_a_beginning_and_a_middle(role: str) -> None:
    assert {"B" + role, "I" + role} <= set(LABELS)
