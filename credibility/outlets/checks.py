"""Errors and doubtful entries in the user's table, with what to do about each. Pure: works on the snapshot."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from credibility.floor.language import said
from credibility.model import NameRule, Rating, RatingStatus, Tier
from credibility.outlets.registry import OutletRegistry, canonical_key

OLD = 3 * 365  # days after which a rater's edition is called old


@dataclass(frozen=True, slots=True)
class Concern:
    """One finding; `outlet` is a slug, "" if it concerns a rater. An error leads to wrong ratings; a doubtful entry may be intended."""

    outlet: str
    words: str
    is_wrong: bool = False


def check_registry(registry: OutletRegistry, today: date | None = None) -> tuple[Concern, ...]:
    """All findings, errors first."""
    found = [*_addresses(registry), *_names(registry), *_ratings(registry), *_raters(registry, today or date.today())]
    return tuple(sorted(found, key=lambda finding: (not finding.is_wrong, finding.outlet, finding.words)))


def _addresses(registry: OutletRegistry) -> Iterator[Concern]:
    for slug, outlet in registry.outlets.items():
        for key in outlet.locators:
            bearer = registry.locators.get(canonical_key(key))
            if bearer != slug:
                words = said("its address {address} leads to {outlet}; remove it here or there", address=key, outlet=bearer)
                yield Concern(slug, words, is_wrong=True)
        if outlet.parent and outlet.parent not in registry.outlets:
            yield Concern(slug, said("it belongs to {parent}, which is not in the table", parent=outlet.parent), is_wrong=True)


def _names(registry: OutletRegistry) -> Iterator[Concern]:
    bearers: dict[str, set[str]] = {}
    for slug, outlet in registry.outlets.items():
        for name in outlet.names:
            if name.rules == (NameRule.PLAIN,):
                bearers.setdefault(name.text, set()).add(slug)
        if outlet.names and all(name.rules == (NameRule.NEVER,) for name in outlet.names):
            yield Concern(slug, said("none of its names is looked for in text; only links lead to it"))
    for text, slugs in bearers.items():
        for slug in slugs if len(slugs) > 1 else ():
            others = ", ".join(sorted(slugs - {slug}))
            words = said(
                "the name “{name}” is also that of {others}, so text alone cannot decide; give it a rule", name=text, others=others
            )
            yield Concern(slug, words)


def _ratings(registry: OutletRegistry) -> Iterator[Concern]:
    for slug, ratings in registry.ratings.items():
        if slug not in registry.outlets:
            yield Concern(slug, said("it has ratings but is not in the table"), is_wrong=True)
        for rating in ratings:
            if rating.provenance.status is RatingStatus.MINE and not rating.provenance.reason:
                yield Concern(slug, said("your rating of it has no reason"))
            if rating.tier is not Tier.of_score(rating.score):
                yield Concern(slug, said("{rater}: tier and score do not fit", rater=rating.rater.title), is_wrong=True)
        own, others = _whole(ratings, mine=True), _whole(ratings, mine=False)
        for other in others:
            if own and own[0].tier is not Tier.UNRATED and abs(own[0].tier.value - other.tier.value) >= 2:
                words = said("you rate it {own}, {rater} {other}", own=own[0].tier.label, rater=other.rater.title, other=other.tier.label)
                yield Concern(slug, words)


def _whole(ratings: tuple[Rating, ...], *, mine: bool) -> list[Rating]:
    return [r for r in ratings if r.scope.is_whole and r.score is not None and (r.provenance.status is RatingStatus.MINE) is mine]


def _raters(registry: OutletRegistry, today: date) -> Iterator[Concern]:
    counts: dict[str, int] = {}
    for ratings in registry.ratings.values():
        for rating in ratings:
            counts[rating.rater.slug] = counts.get(rating.rater.slug, 0) + 1
    for rater in registry.raters:
        if rater.retrieved_on and (today - rater.retrieved_on).days > OLD:
            words = said("the edition of {rater} is of {day}; look for a newer one", rater=rater.title, day=rater.retrieved_on)
            yield Concern("", words)
        if rater.precedence and not counts.get(rater.slug):
            yield Concern("", said("{rater} rates nothing in the table", rater=rater.title))
