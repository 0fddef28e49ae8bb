"""Which claims of an article are shown: all, or only those of some outlets and of some kinds of source."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from itertools import zip_longest

from credibility.floor.sources import innermost
from credibility.model import RatedClaim, Role


class Across(Enum):
    """What claims of several roles have in common."""

    NO_OUTLET = "no outlet"
    ANONYMOUS = "anonymous"
    NOTED = "has a note"


Facet = str | Role | Across
"""What claims can be asked for: the slug of the outlet that carried them, what they are drawn as, or what goes across that."""


def facets_of(rated: RatedClaim) -> Iterator[Facet]:
    """Everything a claim can be asked for by. What is not asserted counts for no outlet and no anonymous source."""
    yield rated.drawn
    if not rated.claim.asserted:
        return
    outlet = rated.resolution.outlet
    yield outlet.slug if outlet else Across.NO_OUTLET
    if innermost(rated.claim).kind.is_anonymous:
        yield Across.ANONYMOUS


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Shows the claims that have one of the facets; without any facet it shows them all.

    `noted` are the ids of the claims with a note of the reader, which a claim itself does not know.
    """

    facets: frozenset[Facet] = frozenset()
    noted: frozenset[str] = field(default=frozenset(), compare=False)

    def __bool__(self) -> bool:
        return bool(self.facets)

    def holds(self, rated: RatedClaim) -> bool:
        """Whether the claim is shown."""
        if not self.facets or (Across.NOTED in self.facets and rated.id in self.noted):
            return True
        return any(facet in self.facets for facet in facets_of(rated))

    def turned(self, facet: Facet) -> "ClaimFilter":
        """The filter with one facet more, or without it where it had it."""
        return ClaimFilter(self.facets ^ {facet}, self.noted)


Claims = tuple[RatedClaim, ...]


class FacetIndex:
    """Which claims of a reading have a facet, sorted once instead of asking thousands of claims at every click.

    Of the next reading it looks only at the claims that are not the same objects as in the one before.
    """

    def __init__(self) -> None:
        self._claims: Claims = ()
        self._facets: list[tuple[Facet, ...]] = []
        self._places: dict[tuple[Facet, ...], list[int]] = {}

    def counts(self, claims: Claims) -> Mapping[Facet, int]:
        """How many of the claims each facet holds."""
        self._take(claims)
        counts: dict[Facet, int] = {}
        for facets, places in self._places.items():
            for facet in facets:
                counts[facet] = counts.get(facet, 0) + len(places)
        return counts

    def held(self, claims: Claims, chosen: ClaimFilter) -> Claims:
        """The claims that the filter holds, in their order."""
        if not chosen:
            return claims
        self._take(claims)
        held = {place for facets, places in self._places.items() if not chosen.facets.isdisjoint(facets) for place in places}
        if Across.NOTED in chosen.facets:
            held.update(place for place, rated in enumerate(claims) if rated.claim.id in chosen.noted)
        return tuple(claims[place] for place in sorted(held))

    def _take(self, claims: Claims) -> None:
        if claims is self._claims:
            return
        known = zip_longest(claims, self._claims[: len(claims)], self._facets[: len(claims)])
        self._facets = [facets if rated is before and facets else tuple(facets_of(rated)) for rated, before, facets in known]
        self._places = {}
        for place, facets in enumerate(self._facets):
            self._places.setdefault(facets, []).append(place)
        self._claims = claims
