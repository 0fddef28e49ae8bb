"""The user's table as one immutable value, which background work uses instead of a database connection."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from credibility.model import Outlet, OutletName, Rater, Rating
from credibility.outlets.addresses.wrappers import SAME_HOST
from credibility.outlets.names.surfaces import CompiledNames, compile_names
from credibility.outlets.names.surroundings import default_rules
from credibility.outlets.unpacking import overlaid


@dataclass(frozen=True, slots=True)
class OutletRegistry:
    """Outlets by slug, compiled names, slugs by address, ratings by slug in the raters' order, and the raters in order.

    Ratings of raters that are switched off are kept, but have no say.
    """

    outlets: Mapping[str, Outlet] = field(default_factory=dict, repr=False)
    names: CompiledNames = field(default_factory=CompiledNames, repr=False)
    locators: Mapping[str, str] = field(default_factory=dict, repr=False)
    ratings: Mapping[str, tuple[Rating, ...]] = field(default_factory=dict, repr=False)
    raters: tuple[Rater, ...] = ()

    def outlet(self, slug: str) -> Outlet | None:
        """The outlet with that slug, None if the table has none."""
        return self.outlets.get(slug)

    def ratings_of(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet by enabled raters, in the raters' order."""
        return tuple(rating for rating in self.ratings.get(slug, ()) if rating.rater.enabled)


def build_registry(outlets: Iterable[Outlet], ratings: Iterable[Rating] = (), raters: Iterable[Rater] = ()) -> OutletRegistry:
    """Build a registry. An outlet's slug is one of its addresses, and its name one of its names unless a row states rules for it."""
    by_slug = {outlet.slug: _with_own_name(outlet) for outlet in outlets}
    ordered = tuple(sorted({rater.slug: rater for rater in raters}.values(), key=lambda rater: (rater.precedence, rater.slug)))
    return OutletRegistry(by_slug, compile_names(by_slug.values()), _locators(by_slug), group_ratings(ratings), ordered)


def with_ratings(registry: OutletRegistry, changed: Mapping[str, tuple[Rating, ...]]) -> OutletRegistry:
    """The registry with the ratings of some outlets replaced; names and addresses are shared with the old one."""
    return replace(registry, ratings=overlaid(registry.ratings, {slug: ordered(ratings) for slug, ratings in changed.items()}))


def with_outlets(
    registry: OutletRegistry, changed: Mapping[str, Outlet | None], ratings: Mapping[str, tuple[Rating, ...]]
) -> OutletRegistry:
    """The registry with some outlets added, changed or (None) removed, and their ratings replaced."""
    outlets = {slug: outlet for slug, outlet in registry.outlets.items() if changed.get(slug, outlet) is not None}
    outlets.update({slug: _with_own_name(outlet) for slug, outlet in changed.items() if outlet is not None})
    kept = {slug: group for slug, group in registry.ratings.items() if slug not in changed and slug not in ratings}
    renewed = {slug: ordered(group) for slug, group in ratings.items() if group}
    return OutletRegistry(outlets, compile_names(outlets.values()), _locators(outlets), {**kept, **renewed}, registry.raters)


def group_ratings(ratings: Iterable[Rating]) -> dict[str, tuple[Rating, ...]]:
    """Ratings by outlet, each group in the raters' order."""
    groups: dict[str, list[Rating]] = {}
    for rating in ratings:
        groups.setdefault(rating.outlet, []).append(rating)
    return {slug: ordered(group) for slug, group in groups.items()}


def ordered(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    """Ratings by precedence of their raters."""
    return tuple(sorted(ratings, key=lambda rating: (rating.rater.precedence, rating.rater.slug)))


def _with_own_name(outlet: Outlet) -> Outlet:
    bare = outlet.name.removeprefix("The ").removeprefix("the ")
    told = any(name.text.removeprefix("The ").removeprefix("the ") == bare for name in outlet.names)
    if told or not outlet.name:
        return outlet
    return replace(outlet, names=(*outlet.names, OutletName(outlet.name, rules=default_rules(outlet.name))))


def _locators(outlets: Mapping[str, Outlet]) -> dict[str, str]:
    """Slugs by address; an outlet's slug takes precedence over another outlet's locator with the same text."""
    keys = {canonical_key(key): slug for slug, outlet in outlets.items() for key in outlet.locators}
    keys.update({canonical_key(slug): slug for slug in outlets})
    return keys


def canonical_key(key: str) -> str:
    """A key normalised for look-ups: lower case, and one name for a host that has several (``x.com`` is ``twitter.com``)."""
    host, slash, path = key.lower().partition("/")
    return SAME_HOST.get(host, host) + slash + path
