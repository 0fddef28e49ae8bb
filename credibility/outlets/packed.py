"""A snapshot of the table as bytes, from which a registry is ready without decoding more than an article or a question needs.

Outlets, ratings and bearers of names stay packed (MessagePack, checked against the glossary's types) until they are asked for.
"""

from collections.abc import Iterator, Mapping
from datetime import date

import msgspec

from credibility.model import NameRule, Outlet, OutletKind, OutletName, Provenance, Rater, Rating, RatingStatus, Scope, Tag, Tier
from credibility.outlets.names.surfaces import Bearer, CompiledNames
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.unpacking import Raw, Unpacking


class PackedRating(msgspec.Struct, frozen=True, array_like=True):
    """A rating of one outlet; the rater is its place among the snapshot's raters."""

    rater: int
    score: float | None
    scope: Scope | None
    original: str
    mapping: str
    reason: str
    url: str | None
    rated_on: date | None
    retrieved_on: date | None
    licence: str | None
    status: RatingStatus
    confidence: float


class PackedOutlet(msgspec.Struct, frozen=True, array_like=True):
    """An outlet without the names of its fields."""

    name: str
    kind: OutletKind
    country: str | None
    language: str | None
    state: str
    homepage: str | None
    parent: str | None
    inherits: bool
    active_from: str | None
    active_to: str | None
    notes: str
    names: tuple[tuple[str, str, tuple[NameRule, ...], tuple[str, ...]], ...]
    locators: tuple[str, ...]
    tags: tuple[Tag, ...]
    inherits_until: str | None


class PackedTable(msgspec.Struct, frozen=True, array_like=True):
    """The parts of a registry. `all_raters` are those in order and, after them, stand-ins for raters that the table lacks."""

    raters: int
    all_raters: tuple[Rater, ...]
    locators: dict[str, str]
    outlets: Raw
    ratings: Raw
    bearers: Raw
    beginnings: dict[str, tuple[str, ...]]


def pack(registry: OutletRegistry) -> bytes:
    """The registry as bytes."""
    raters = list(registry.raters)
    places = {rater: place for place, rater in enumerate(raters)}
    for group in registry.ratings.values():
        for rating in group:
            if rating.rater not in places:
                places[rating.rater] = len(raters)
                raters.append(rating.rater)
    encoder = msgspec.msgpack.Encoder()

    def raw(value: object) -> msgspec.Raw:
        return msgspec.Raw(encoder.encode(value))

    ratings = {slug: raw([_packed_rating(each, places) for each in group]) for slug, group in registry.ratings.items()}
    outlets = {slug: raw(_packed_outlet(outlet)) for slug, outlet in registry.outlets.items()}
    bearers = {surface: raw(bearing) for surface, bearing in _places_of_names(registry)}
    packed = PackedTable(
        len(registry.raters), tuple(raters), dict(registry.locators), outlets, ratings, bearers, dict(registry.names.beginnings)
    )
    return encoder.encode(packed)


def unpack(data: bytes | memoryview) -> OutletRegistry:
    """The registry that was packed. Raises msgspec.DecodeError for anything else."""
    packed = msgspec.msgpack.decode(data, type=PackedTable)
    raters = packed.all_raters
    outlet = msgspec.msgpack.Decoder(PackedOutlet)
    rated = msgspec.msgpack.Decoder(tuple[PackedRating, ...])
    bearing = msgspec.msgpack.Decoder(tuple[tuple[str, int, bool], ...])

    def outlet_of(slug: str, raw: msgspec.Raw) -> Outlet:
        held = outlet.decode(raw)
        names = tuple(OutletName(*name) for name in held.names)
        return Outlet(
            slug,
            held.name,
            held.kind,
            held.country,
            held.language,
            held.state,
            held.homepage,
            held.parent,
            held.inherits,
            held.active_from,
            held.active_to,
            held.notes,
            names,
            held.locators,
            held.tags,
            held.inherits_until,
        )

    def ratings_of(slug: str, raw: msgspec.Raw) -> tuple[Rating, ...]:
        return tuple(_rating(slug, each, raters[each.rater]) for each in rated.decode(raw))

    outlets = Unpacking[Outlet](packed.outlets, outlet_of)

    def bearers_of(_surface: str, raw: msgspec.Raw) -> tuple[Bearer, ...]:
        return tuple(Bearer(slug, outlets[slug].names[place], official) for slug, place, official in bearing.decode(raw))

    return OutletRegistry(
        outlets,
        CompiledNames(Unpacking[tuple[Bearer, ...]](packed.bearers, bearers_of), packed.beginnings),
        packed.locators,
        Unpacking[tuple[Rating, ...]](packed.ratings, ratings_of),
        raters[: packed.raters],
    )


def _packed_outlet(outlet: Outlet) -> PackedOutlet:
    return PackedOutlet(
        outlet.name,
        outlet.kind,
        outlet.country,
        outlet.language,
        outlet.state,
        outlet.homepage,
        outlet.parent,
        outlet.inherits,
        outlet.active_from,
        outlet.active_to,
        outlet.notes,
        tuple((name.text, name.kind, name.rules, name.context) for name in outlet.names),
        outlet.locators,
        outlet.tags,
        outlet.inherits_until,
    )


def _packed_rating(rating: Rating, places: Mapping[Rater, int]) -> PackedRating:
    told = rating.provenance
    return PackedRating(
        places[rating.rater],
        rating.score,
        None if rating.scope.is_whole else rating.scope,
        told.original,
        told.mapping,
        told.reason,
        told.url,
        told.rated_on,
        told.retrieved_on,
        told.licence,
        told.status,
        told.confidence,
    )


def _rating(slug: str, held: PackedRating, rater: Rater) -> Rating:
    provenance = Provenance(
        held.original,
        held.mapping,
        held.reason,
        held.url,
        held.rated_on,
        held.retrieved_on,
        held.licence,
        held.status,
        held.confidence,
    )
    return Rating(slug, rater, Tier.of_score(held.score), held.score, held.scope or Scope(), provenance)


def _places_of_names(registry: OutletRegistry) -> Iterator[tuple[str, list[tuple[str, int, bool]]]]:
    """Each surface with its bearers: the outlet, the place of the name among the outlet's, and whether its article is official."""
    for surface, bearers in registry.names.bearers.items():
        yield surface, [(each.slug, registry.outlets[each.slug].names.index(each.name), each.official_article) for each in bearers]
