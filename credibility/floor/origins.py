"""How many origins the claims of an article go back to: two outlets that repeat one source are one origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from credibility.floor.language import Said, joined, said, said_of
from credibility.floor.sources import innermost
from credibility.model import RatedClaim, SourceKind


@dataclass(frozen=True, slots=True)
class Shared:
    """An origin that several outlets rely on; `reports` says that it is itself an outlet, such as an agency."""

    name: str
    outlets: int
    reports: bool


@dataclass(frozen=True, slots=True)
class Origins:
    """Counts of the asserted claims: how many, through how many outlets, from how many named origins, and how many from none."""

    claims: int = 0
    outlets: int = 0
    independent: int = 0
    untraced: int = 0
    shared: tuple[Shared, ...] = ()


Origin = tuple[str, bool]
"""The name of an origin, and whether it is an outlet."""


def origins_of(claims: Iterable[RatedClaim]) -> Origins:
    """Count the origins of an article's claims; claims that are not asserted are left out."""
    asserted = untraced = 0
    outlets: set[str] = set()
    carried: dict[Origin, dict[str, None]] = {}
    for rated in claims:
        if not rated.claim.asserted:
            continue
        asserted += 1
        origin, outlet = _origin(rated), rated.resolution.outlet
        if outlet:
            outlets.add(outlet.slug)
        if origin is None:
            untraced += 1
            continue
        carriers = carried.setdefault(origin, {})
        if outlet:
            carriers[outlet.slug] = None
    origins, shared = _joined(carried)
    return Origins(asserted, len(outlets), origins, untraced, shared)


def _joined(carried: Mapping[Origin, Iterable[str]]) -> tuple[int, tuple[Shared, ...]]:
    """How many origins there are, those that are written alike being one, and those that several outlets rely on."""
    names: dict[str, Origin] = {}
    through: dict[str, set[str]] = {}
    for origin, slugs in carried.items():
        key = " ".join(origin[0].casefold().removeprefix("the ").split())
        names.setdefault(key, origin)
        through.setdefault(key, set()).update(slugs)
    shared = tuple(Shared(names[key][0], len(slugs), names[key][1]) for key, slugs in through.items() if len(slugs) > 1)
    return len(names), shared


def _origin(rated: RatedClaim) -> Origin | None:
    """The innermost source that one could ask; None if no one is named."""
    source, outlet = innermost(rated.claim), rated.resolution.outlet
    if source.kind.is_anonymous:
        return None
    if source.kind is SourceKind.NONE or (source is rated.claim.source and source.kind is SourceKind.OUTLET):
        carrier = outlet or rated.resolution.platform
        if carrier is not None:
            return carrier.name, True
        if source.kind is SourceKind.NONE or rated.resolution.unnamed:
            return None
    return (source.name, source.kind is SourceKind.OUTLET) if source.name else None


def origins_in_words(origins: Origins) -> Said:
    """Such as "23 sourced claims through 9 outlets; 5 independent origins; 2 cannot be traced; 2 outlets rest on reports by Reuters."."""
    if not origins.claims:
        return said("No sourced claims were found.")
    parts = [_claims_in_words(origins), said_of(origins.independent, "{count} independent origin", "{count} independent origins")]
    if origins.untraced:
        parts.append(said_of(origins.untraced, "{count} cannot be traced", "{count} cannot be traced"))
    return said("{parts}.", parts=joined((*parts, *map(_shared_in_words, origins.shared)), "; "))


def _claims_in_words(origins: Origins) -> Said:
    claims = said_of(origins.claims, "{count} sourced claim", "{count} sourced claims")
    if not origins.outlets:
        return said("{claims}, none through an outlet", claims=claims)
    return said("{claims} through {outlets}", claims=claims, outlets=said_of(origins.outlets, "{count} outlet", "{count} outlets"))


def _shared_in_words(shared: Shared) -> Said:
    if shared.reports:
        return said_of(
            shared.outlets, "{count} outlet rests on reports by {name}", "{count} outlets rest on reports by {name}", name=shared.name
        )
    return said_of(shared.outlets, "{count} outlet rests on words of {name}", "{count} outlets rest on words of {name}", name=shared.name)
