"""Sealing a reading again rates only the claims that something changed for; the outcome is that of sealing from the start."""

from dataclasses import replace

import pytest

from app.files.paths import read_styles
from credibility.model import CorrectionKind, Found, Rating
from credibility.outlets.registry import OutletRegistry, with_ratings
from credibility.outlets.resolving.corrections import correction_for
from credibility.pipeline import Sealed, resolve_outlets, seal
from tests.outlets.tables import FIRST, claims_of, rating, registry

STYLES = read_styles()
MARKED = (
    "{claim|It is safe}, {source|Newsweek} reported. {claim|It is old}, {source|the Observer} reported. "
    "{claim|It is long}, {source|Reuters} reported. {claim=person:Ada Holm|It is grey}, Ada Holm said."
)


@pytest.fixture
def before() -> Sealed:
    table = registry([rating("newsweek.com", FIRST, 40), rating("theguardian.com", FIRST, 80)])
    page, claims = claims_of(MARKED)
    return seal(resolve_outlets(Found(page, claims), table), table, (), STYLES)


def renewed(before: Sealed, table: OutletRegistry) -> list[str]:
    """The claims, by their first words, that are other objects after sealing again; checked against sealing from the start."""
    after = seal(before.resolved, table, (), STYLES, before)
    assert after.reading == seal(before.resolved, table, (), STYLES).reading
    text = after.reading.article.text
    both = zip(before.reading.claims, after.reading.claims, strict=True)
    notes = zip(before.reading.annotations, after.reading.annotations, strict=True)
    changed = [new.claim.content[0].of(text) for old, new in both if old is not new]
    assert len(changed) == sum(old is not new for old, new in notes)
    return changed


def rated(table: OutletRegistry, *ratings: Rating) -> OutletRegistry:
    return with_ratings(table, {each.outlet: (each,) for each in ratings})


def test_nothing_is_renewed_if_nothing_changed(before: Sealed) -> None:
    assert renewed(before, before.registry) == []
    assert renewed(before, rated(before.registry, rating("cnn.com", FIRST, 10))) == []


def test_a_rating_renews_the_claims_of_its_outlet_alone(before: Sealed) -> None:
    assert renewed(before, rated(before.registry, rating("newsweek.com", FIRST, 90))) == ["It is safe"]
    assert renewed(before, rated(before.registry, rating("reuters.com", FIRST, 90))) == ["It is long"]


def test_a_part_is_renewed_with_its_parent(before: Sealed) -> None:
    assert renewed(before, rated(before.registry, rating("theguardian.com", FIRST, 20))) == ["It is old"]


def test_an_outlet_is_renewed_with_its_section() -> None:
    table = registry()
    page, claims = claims_of("{claim=outlet|It is safe}, {is|Medium} {cue-link=https://medium.com/@ada/a|said}. {claim|So}, he said.")
    sealed = seal(resolve_outlets(Found(page, claims), table), table, (), STYLES)
    assert renewed(sealed, rated(table, rating("medium.com/@ada", FIRST, 20))) == ["It is safe"]


def test_an_edited_outlet_or_rater_renews_every_claim_of_an_outlet(before: Sealed) -> None:
    other = replace(before.registry, outlets=dict(before.registry.outlets))
    assert len(renewed(before, other)) == 4
    switched = replace(before.registry, raters=(replace(before.registry.raters[0], enabled=False), *before.registry.raters[1:]))
    assert renewed(before, switched) == ["It is safe", "It is old", "It is long"]


def test_a_correction_renews_the_corrected_claim_alone(before: Sealed) -> None:
    grey = before.reading.claims[3]
    correction = correction_for(grey.claim, before.reading.article, CorrectionKind.OTHER_OUTLET, "cnn.com")
    after = seal(before.resolved, before.registry, (correction,), STYLES, before)
    assert after.reading == seal(before.resolved, before.registry, (correction,), STYLES).reading
    assert [old is new for old, new in zip(before.reading.claims, after.reading.claims, strict=True)] == [True, True, True, False]
