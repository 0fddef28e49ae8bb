"""Which claims of an article are shown: all, or only those of some outlets and of some kinds of source."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

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


def count_facets(claims: Iterable[RatedClaim]) -> Mapping[Facet, int]:
    """How many of the claims each facet holds."""
    return Counter(facet for rated in claims for facet in facets_of(rated))


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
