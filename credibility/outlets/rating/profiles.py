"""View the table under another order of raters, and find what that would change."""

from collections.abc import Iterable
from dataclasses import replace

from credibility.model import Profile
from credibility.outlets.registry import OutletRegistry, ordered


def with_profile(registry: OutletRegistry, profile: Profile, slugs: Iterable[str] | None = None) -> OutletRegistry:
    """The registry with the profile's order of raters, for these outlets or all. Raters it does not name are switched off."""
    places = {slug: (place, enabled) for place, (slug, enabled) in enumerate(profile.raters, start=1)}
    raters = {}
    for rater in registry.raters:
        place, enabled = places.get(rater.slug, (len(places) + 1, False))
        raters[rater.slug] = replace(rater, precedence=0 if rater.precedence == 0 else place, enabled=enabled)
    wanted = registry.ratings if slugs is None else {slug: registry.ratings[slug] for slug in slugs if slug in registry.ratings}
    ratings = {
        slug: ordered(replace(rating, rater=raters.get(rating.rater.slug, rating.rater)) for rating in group)
        for slug, group in wanted.items()
    }
    in_order = tuple(sorted(raters.values(), key=lambda rater: (rater.precedence, rater.slug)))
    return replace(registry, ratings={**registry.ratings, **ratings}, raters=in_order)
