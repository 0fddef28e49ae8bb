"""Which rating is in force for an outlet, address, author, topic and day: the user's first, then the raters in order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
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
    """What a scope is compared with: the cited address, the author, the topic, and the day; without a day, now is asked about."""

    url: str | None = None
    author: str | None = None
    topic: str | None = None
    on: date | None = None


def in_force(outlet: Outlet, registry: OutletRegistry, asked: Circumstances = Circumstances(), today: date | None = None) -> Standing:
    """The standing of an outlet under these circumstances. Everything that shows a rating asks here, or agrees with it by a test."""
    asked = replace(asked, on=asked.on or today or date.today())
    standing = _standing(registry.ratings_of(outlet.slug), asked)
    if standing.rating is not None or not outlet.parent or not inherits_on(outlet, asked.on or date.today()):
        return standing
    parent = registry.outlet(outlet.parent)
    if parent is None or parent.kind is OutletKind.PLATFORM:
        return standing
    inherited = _standing(registry.ratings_of(parent.slug), asked)
    return Standing(inherited.rating, inherited.others, parent if inherited.rating else None)


def inherits_on(outlet: Outlet, on: date) -> bool:
    """Whether an outlet takes over its parent's rating on a day: up to the end of `inherits_until`, if it has one."""
    until = outlet.inherits_until
    return outlet.inherits and (until is None or on.isoformat()[: len(until)] <= until)


def rating_in_force(
    outlet: Outlet, article: Article, registry: OutletRegistry, url: str | None = None, author: str | None = None
) -> Standing:
    """The standing of an outlet as cited in this article; `url` is the cited page if a link shows it."""
    return in_force(outlet, registry, Circumstances(url, author, on=article.published.date() if article.published else None))


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


def in_scope(scope: Scope, asked: Circumstances) -> bool:
    """Whether a rating with that scope covers what is asked about. An unknown author, topic or path does not match."""
    if not _in_dates(scope, asked.on or date.today()):
        return False
    where = destination(asked.url) if asked.url else None
    segments = where.url.casefold().split("/")[3:] if where else []
    if scope.author and not _is_by(scope.author, asked.author, segments):
        return False
    if scope.path and (where is None or scope.path.lower().strip("/") not in where.keys):
        return False
    return not scope.topic or not _topics(scope.topic).isdisjoint({*segments, *_topics(asked.topic or "")})


def _is_by(author: str, asked: str | None, segments: Sequence[str]) -> bool:
    """Whether the author is the one asked about, or the address names them: /by/ida-falk, /@ida, /contributors/."""
    wanted = author.casefold()
    if asked and wanted in asked.casefold():
        return True
    slug = "-".join(wanted.split())
    return any(slug == segment.removeprefix("@") for segment in segments)


def _topics(topic: str) -> set[str]:
    """The subjects a topic names ("politics and science" are two), which sections of the site are compared with."""
    return {part.strip() for part in re.split(r",| and ", topic.casefold()) if part.strip()}


def _in_dates(scope: Scope, on: date) -> bool:
    return (scope.since is None or scope.since <= on) and (scope.until is None or on <= scope.until)


def _narrowness(rating: Rating) -> tuple[bool, bool, bool, bool, int]:
    """What is compared to find one rater's rating that says most about what is asked; of several ranges of dates the latest."""
    scope = rating.scope
    since = scope.since.toordinal() if scope.since else 0
    return (bool(scope.author), bool(scope.path), bool(scope.topic), bool(scope.since or scope.until), since)
