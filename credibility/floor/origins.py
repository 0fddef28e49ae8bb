"""How many origins the claims of an article go back to: two outlets that repeat one source are one origin."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class _Origin:
    name: str
    is_outlet: bool

    @property
    def key(self) -> str:
        return " ".join(self.name.casefold().removeprefix("the ").split())


def origins_of(claims: Iterable[RatedClaim]) -> Origins:
    """Count the origins of an article's claims; claims that are not asserted are left out."""
    asserted = [rated for rated in claims if rated.claim.asserted]
    names: dict[str, _Origin] = {}
    through: dict[str, set[str]] = {}
    untraced = 0
    for rated in asserted:
        origin = _origin(rated)
        if origin is None:
            untraced += 1
            continue
        names.setdefault(origin.key, origin)
        carriers = through.setdefault(origin.key, set())
        if rated.resolution.outlet:
            carriers.add(rated.resolution.outlet.slug)
    outlets = {rated.resolution.outlet.slug for rated in asserted if rated.resolution.outlet}
    shared = tuple(Shared(names[key].name, len(slugs), names[key].is_outlet) for key, slugs in through.items() if len(slugs) > 1)
    return Origins(len(asserted), len(outlets), len(names), untraced, shared)


def _origin(rated: RatedClaim) -> _Origin | None:
    """The innermost source that one could ask; None if no one is named."""
    source, outlet = innermost(rated.claim), rated.resolution.outlet
    if source.kind.is_anonymous:
        return None
    if source.kind is SourceKind.NONE or (source is rated.claim.source and source.kind is SourceKind.OUTLET):
        carrier = outlet or rated.resolution.platform
        if carrier is not None:
            return _Origin(carrier.name, True)
        if source.kind is SourceKind.NONE or rated.resolution.unnamed:
            return None
    return _Origin(source.name, source.kind is SourceKind.OUTLET) if source.name else None


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
