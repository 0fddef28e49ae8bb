"""A list imported again meets the ratings that the table has from it, in whatever words their scopes are."""

import pytest

from credibility.model import Outlet, OutletKind, Provenance, Rater, Rating, RatingStatus, Tier
from credibility.model.lists import ImportStep, ListEntry, ReadList
from credibility.outlets.lists.preview import preview
from credibility.outlets.rating.scopes import read_scope
from credibility.outlets.registry import OutletRegistry, build_registry

WIKI = Rater("rsp", "Perennial sources", 1)


def table(*ratings: tuple[str, float, str], kind: OutletKind = OutletKind.NEWS) -> OutletRegistry:
    known = [
        Rating("a.example", WIKI, Tier.of_score(score), score, read_scope(scope), Provenance(original, status=RatingStatus.STARTER))
        for original, score, scope in ratings
    ]
    outlet = Outlet("a.example", "The Paper", kind, locators=("a.example", "a.example/places"))
    return build_registry([outlet], known, [WIKI])


def steps(registry: OutletRegistry, *entries: tuple[str, float, str, str]) -> list[ImportStep]:
    listed = tuple(
        ListEntry(line, key, score, original, scope=read_scope(scope))
        for line, (original, score, scope, key) in enumerate(entries, start=1)
    )
    return [row.step for row in preview(ReadList(WIKI, len(listed), listed), registry).rows]


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        ("topic:politics, science", "topic:politics and science"),
        ("topic:UFOs", "topic:UFOs, UAPs"),
        ("dates:-2020", "dates:/2020-09-30"),
        ("dates:2021-2022", "dates:2020-10-01/2022-10-31"),
        ("author:contributors", "author:non-staff"),
        ("", "topic:entertainment"),
    ],
)
def test_a_scope_in_other_words_is_the_same_rating(known: str, listed: str) -> None:
    assert steps(table(("gu", 30, known)), ("gu", 30, listed, "a.example")) == [ImportStep.SAME]


@pytest.mark.parametrize(
    ("known", "listed"),
    [
        ("topic:politics", "topic:science"),
        ("dates:-2012", "dates:-2020"),
        ("author:contributors", "topic:politics"),
        ("topic:politics", ""),
    ],
)
def test_another_scope_is_another_rating(known: str, listed: str) -> None:
    assert steps(table(("gu", 30, known)), ("gu", 30, listed, "a.example")) == [ImportStep.ADD]


def test_the_path_of_an_address_is_its_scope() -> None:
    registry = table(("gu", 30, "path:a.example/places"))
    assert steps(registry, ("gu", 30, 'topic:"places" articles', "a.example/places")) == [ImportStep.SAME]


def test_another_status_in_the_same_scope_is_a_change_and_one_in_other_words_beside_a_whole_is_added() -> None:
    registry = table(("gr", 85, ""), ("gu", 30, "topic:politics"))
    assert steps(registry, ("nc", 50, "topic:politics", "a.example")) == [ImportStep.CHANGE]
    assert steps(registry, ("gr", 85, "", "a.example"), ("gr", 85, "topic:science", "a.example")) == [ImportStep.SAME, ImportStep.ADD]


def test_the_words_and_the_rounding_of_a_value_do_not_matter() -> None:
    assert steps(table(("d+blacklisted", 3, "")), ("d+b", 3, "", "a.example")) == [ImportStep.SAME]
    assert steps(table(("0.7", 70.04, "")), ("0.7", 70.0, "", "a.example")) == [ImportStep.SAME]


def test_the_score_chosen_for_a_platform_stays() -> None:
    registry = table(("gu+blacklisted", 30, ""), kind=OutletKind.PLATFORM)
    assert steps(registry, ("gu+b", 3, "", "a.example")) == [ImportStep.SAME]


def test_of_several_addresses_the_one_that_the_table_has_decides() -> None:
    registry = table(("0.3", 23, ""))
    assert steps(registry, ("0.4", 28, "", "a.example"), ("0.3", 23, "", "a.example")) == [ImportStep.MERGE, ImportStep.SAME]


def test_a_new_outlet_with_a_name_of_another_is_said_to_be_found_by_its_address_only() -> None:
    entries = (ListEntry(1, "b.example", 50, "x", "The Paper"), ListEntry(2, "c.example", 50, "x", "Another Paper"))
    rows = preview(ReadList(WIKI, 2, entries), table()).rows
    assert [row.note for row in rows] == ["“The Paper” is also the name of a.example: only its address is looked for", ""]


def test_what_an_edition_no_longer_has_is_shown_among_the_rows() -> None:
    gone = Rating("a.example", WIKI, Tier.LOW, 30, provenance=Provenance("gu", status=RatingStatus.IMPORTED))
    registry = build_registry([Outlet("a.example", "The Paper")], [gone], [WIKI])
    seen = preview(ReadList(WIKI, 0), registry)
    assert [(row.outlet, row.step, row.before) for row in seen.withdrawn_rows] == [("a.example", ImportStep.WITHDRAWN, gone)]
    assert seen.counts[ImportStep.WITHDRAWN] == 1
