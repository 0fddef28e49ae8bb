"""How many origins the claims of an article go back to: two outlets that repeat one source are one origin."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

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


def origins_in_words(origins: Origins) -> str:
    """Such as "23 sourced claims through 9 outlets; 5 independent origins; 2 cannot be traced; 2 outlets rest on reports by Reuters."."""
    if not origins.claims:
        return "No sourced claims were found."
    through = f" through {_counted(origins.outlets, 'outlet')}" if origins.outlets else ", none through an outlet"
    parts = [f"{_counted(origins.claims, 'sourced claim')}{through}", _counted(origins.independent, "independent origin")]
    if origins.untraced:
        parts.append(f"{origins.untraced:,} cannot be traced")
    return "; ".join((*parts, *map(_shared_in_words, origins.shared))) + "."


def _shared_in_words(shared: Shared) -> str:
    return f"{shared.outlets} outlets rest on {'reports by' if shared.reports else 'words of'} {shared.name}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
