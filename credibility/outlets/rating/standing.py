"""Which rating is in force for an outlet in one article: the user's first, then the raters in order, each within its scope."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from credibility.model import Article, Outlet, OutletKind, Rater, Rating, Scope, Tier
from credibility.outlets.addresses.urls import destination
from credibility.outlets.registry import OutletRegistry

_DISAGREEMENT = 2  # tiers


@dataclass(frozen=True, slots=True)
class Standing:
    """The rating in force, one rating of each other rater, and the outlet the ratings were made for (a parent's are inherited)."""

    rating: Rating | None
    others: tuple[Rating, ...] = ()
    inherited_from: Outlet | None = None

    @property
    def disagreement(self) -> bool:
        """Whether two raters differ by two tiers or more."""
        tiers = [rating.tier.value for rating in (self.rating, *self.others) if rating is not None and rating.tier is not Tier.UNRATED]
        return bool(tiers) and max(tiers) - min(tiers) >= _DISAGREEMENT


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a scope is compared with: the cited address, the author where known, the article's date."""

    url: str | None = None
    author: str | None = None
    on: date | None = None


def rating_in_force(
    outlet: Outlet, article: Article, registry: OutletRegistry, url: str | None = None, author: str | None = None
) -> Standing:
    """The standing of an outlet as cited in this article; `url` is the cited page if a link shows it."""
    circumstances = Circumstances(url, author, article.published.date() if article.published else None)
    standing = _standing(registry.ratings_of(outlet.slug), circumstances)
    if standing.rating is not None or not outlet.inherits or not outlet.parent:
        return standing
    parent = registry.outlet(outlet.parent)
    if parent is None or parent.kind is OutletKind.PLATFORM:
        return standing
    inherited = _standing(registry.ratings_of(parent.slug), circumstances)
    return Standing(inherited.rating, inherited.others, parent if inherited.rating else None)


def _standing(ratings: Iterable[Rating], circumstances: Circumstances) -> Standing:
    by_rater: dict[Rater, list[Rating]] = {}
    for rating in ratings:
        if in_scope(rating.scope, circumstances):
            by_rater.setdefault(rating.rater, []).append(rating)
    chosen = [max(group, key=_narrowness) for group in by_rater.values()]
    deciding = [rating for rating in chosen if rating.score is not None or rating.rater.precedence == 0]
    if not deciding:
        return Standing(None, tuple(chosen))
    first = deciding[0]
    return Standing(first, tuple(rating for rating in chosen if rating is not first))


def in_scope(scope: Scope, circumstances: Circumstances) -> bool:
    """Whether a rating with that scope covers what is cited. An unknown author, topic or path does not match."""
    if not _in_dates(scope, circumstances.on):
        return False
    if scope.author and not (circumstances.author and scope.author.casefold() in circumstances.author.casefold()):
        return False
    if not (scope.path or scope.topic):
        return True
    if not circumstances.url:
        return False
    where = destination(circumstances.url)
    if scope.path and scope.path.lower().strip("/") not in where.keys:
        return False
    return not scope.topic or not _topics(scope.topic).isdisjoint(where.url.casefold().split("/"))


def _topics(topic: str) -> set[str]:
    """The subjects a topic names ("politics and science" are two), which sections of the site are compared with."""
    return {part.strip() for part in re.split(r",| and ", topic.casefold())}


def _in_dates(scope: Scope, on: date | None) -> bool:
    """Whether the scope's dates cover a day. Without a date the outlet's present record counts, not a range that has ended."""
    if on is None:
        return scope.until is None
    return (scope.since is None or scope.since <= on) and (scope.until is None or on <= scope.until)


def _narrowness(rating: Rating) -> tuple[bool, bool, bool, bool]:
    scope = rating.scope
    return (bool(scope.author), bool(scope.path), bool(scope.topic), bool(scope.since or scope.until))
