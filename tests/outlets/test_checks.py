"""What `sourcetint ratings check` finds in a table."""

from dataclasses import replace
from datetime import date

from credibility.model import NameRule, Outlet, OutletName, Provenance, Rater, Rating, RatingStatus, Tier
from credibility.outlets.checks import check_registry
from credibility.outlets.registry import OutletRegistry, build_registry

MINE, FIRST = Rater("mine", "My own rating", 0), Rater("first", "First Rater", 1, retrieved_on=date(2024, 5, 1))
TODAY = date(2025, 1, 1)
GULL = Outlet("gull.example", "The Daily Gull", names=(OutletName("The Daily Gull"),), locators=("gull.example",))


def rating(score: float | None, rater: Rater = FIRST, reason: str = "read closely") -> Rating:
    status = RatingStatus.IMPORTED if rater.precedence else RatingStatus.MINE
    return Rating(GULL.slug, rater, Tier.of_score(score), score, provenance=Provenance(reason=reason, status=status))


def found(registry: OutletRegistry, today: date = TODAY) -> list[str]:
    return [("! " if finding.is_wrong else "? ") + finding.words for finding in check_registry(registry, today)]


def test_a_sound_table_has_no_findings() -> None:
    assert found(build_registry([GULL], [rating(80)], [MINE, FIRST])) == []


def test_names_that_text_alone_cannot_decide() -> None:
    other = replace(GULL, slug="gull.test", locators=("gull.test",))
    told = found(build_registry([GULL, other], [rating(80)], [MINE, FIRST]))
    assert told == [f"? the name “The Daily Gull” is also that of {slug}, so text alone cannot decide; give it a rule" for slug in
                    ("gull.test", "gull.example")]  # fmt: skip
    silent = replace(GULL, names=(OutletName("The Daily Gull", rules=(NameRule.NEVER,)),))
    assert found(build_registry([silent], [rating(80)], [MINE, FIRST])) == [
        "? none of its names is looked for in text; only links lead to it"
    ]


def test_addresses_and_parents_that_lead_astray() -> None:
    thief = Outlet("thief.example", "Thief Weekly", names=(OutletName("Thief Weekly"),), locators=("gull.example",), parent="gone.example")
    assert found(build_registry([GULL, thief], [rating(80)], [MINE, FIRST])) == [
        "! it belongs to gone.example, which is not in the table",
        "! its address gull.example leads to gull.example; remove it here or there",
    ]


def test_ones_own_rating_against_others_and_without_a_reason() -> None:
    told = found(build_registry([GULL], [rating(10, MINE, reason=""), rating(80)], [MINE, FIRST]))
    assert told == ["? you rate it Very low, First Rater High", "? your rating of it has no reason"]
    assert found(build_registry([GULL], [rating(70, MINE), rating(80)], [MINE, FIRST])) == []


def test_old_editions_and_raters_that_rate_nothing() -> None:
    registry = build_registry([GULL], [rating(80)], [MINE, FIRST, Rater("idle", "Idle Rater", 2)])
    assert found(registry, date(2028, 1, 1)) == [
        "? Idle Rater rates nothing in the table",
        "? the edition of First Rater is of 2024-05-01; look for a newer one",
    ]
