"""What must stay right in our own cases, and that the cases themselves are sound."""

from collections import Counter
from functools import cache

import pytest

from tests.bench.program import Read, reader
from tests.cases.files import faults_of, is_aside, passing, read_set
from tests.cases.judge import judge
from tests.cases.marks import Case, CaseError, read_cases

SETS = {name: read_set(name) for name in ("develop", "aside")}
DEVELOP = {case.id: case for case in SETS["develop"]}
ALL = [case for cases in SETS.values() for case in cases]


@cache
def program() -> Read:
    return reader()


@pytest.mark.parametrize("case_id", sorted(passing()))
def test_a_case_that_passed_still_does(case_id: str) -> None:
    assert [str(fault) for fault in faults_of(DEVELOP[case_id], program())] == []


def test_each_case_lies_in_the_file_that_its_id_says() -> None:
    misplaced = [case.id for name, cases in SETS.items() for case in cases if is_aside(case.id) != (name == "aside")]
    assert misplaced == []


def test_no_id_is_used_twice() -> None:
    assert [one for one, count in Counter(case.id for case in ALL).items() if count > 1] == []


def test_every_kind_has_twenty_cases() -> None:
    assert {kind: count for kind, count in Counter(case.kind for case in ALL).items() if count < 20} == {}


TWO_CLAIMS = """=== actor-01a | wire | url: https://www.larkfield-herald.example/quay
{c1|“The quay is dry,”} {q1|said} {s1|Ilse Marrow, {t1|an engineer}}.
{s2|She => Ilse Marrow} {q2|told} {o2|Reuters} {c2|that [[https://a.example/b|it]] would stay so}.
--
1 person
2 person; outlet reuters.com
"""


def claim(case: Case, number: int, **other: object) -> dict[str, object]:
    """What a program that is right says of one gold claim."""
    gold, text = case.claims[number], case.article.text
    told: dict[str, object] = {
        "content": [[span.start, span.end] for span in gold.content],
        "source": {"text": " … ".join(span.of(text) for span in gold.source), "name": "Ilse Marrow", "kind": gold.kinds[0]},
        "outlet": {"domain": gold.outlets[0]} if gold.outlets[0] else None,
        "outlet_by": "named",
        "chain": [],
        "attitude": False,
    }
    return {**told, **other}


def test_marks_become_text_blocks_links_and_gold() -> None:
    (case,) = read_cases(TWO_CLAIMS)
    text = case.article.text
    assert text == "“The quay is dry,” said Ilse Marrow, an engineer.\nShe told Reuters that it would stay so."
    assert [block.span.of(text) for block in case.article.blocks] == text.split("\n")
    assert [(link.span.of(text), link.url) for link in case.article.links] == [("it", "https://a.example/b")]
    first, second = case.claims
    assert ([span.of(text) for span in first.content], first.title) == (["“The quay is dry,”"], "an engineer")
    assert (second.name, second.outlets, second.kinds) == ("Ilse Marrow", ("reuters.com",), ("person",))


@pytest.mark.parametrize("broken", [TWO_CLAIMS.replace("2 person", "2 person; colour red"), TWO_CLAIMS.replace("so}", "so")])
def test_a_case_that_is_written_wrongly_is_refused(broken: str) -> None:
    with pytest.raises(CaseError, match="actor-01a"):
        read_cases(broken)


def faulty_parts(**other: object) -> list[str]:
    """The parts that are wrong where the second claim is told in another way."""
    (case,) = read_cases(TWO_CLAIMS)
    return [fault.part for fault in judge(case, {"claims": [claim(case, 0), claim(case, 1, **other)]}, frozenset())]


def test_a_reading_that_is_right_has_no_fault() -> None:
    assert faulty_parts() == []


@pytest.mark.parametrize(
    ("told", "part"),
    [
        ({"source": {"text": "She", "name": "Bram Teel", "kind": "person"}}, "source"),
        ({"source": {"text": "She", "name": None, "kind": "person"}}, "unresolved"),
        ({"source": {"text": "She", "name": "Ilse Marrow", "kind": "organisation"}}, "kind"),
        ({"outlet": {"domain": "cnn.com"}}, "false outlet"),
        ({"outlet": None}, "outlet"),
        ({"polarity": "denied"}, "polarity"),
    ],
)
def test_each_part_that_is_wrong_is_told(told: dict[str, object], part: str) -> None:
    assert faulty_parts(**told) == [part]


def test_a_claim_too_few_and_one_too_many_are_told() -> None:
    (case,) = read_cases(TWO_CLAIMS)
    elsewhere = claim(case, 0, content=[[19, 47]])
    assert [fault.part for fault in judge(case, {"claims": [elsewhere, claim(case, 1)]}, frozenset())] == ["claim", "extra"]


def test_a_title_counts_where_it_is_asked_for() -> None:
    (case,) = read_cases(TWO_CLAIMS)
    reading = {"claims": [claim(case, 0), claim(case, 1)]}
    assert [fault.part for fault in judge(case, reading, frozenset({"title"}))] == ["title"]
