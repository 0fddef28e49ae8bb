"""Give each resolved claim its rating, chain, role and explanation. This is fast, and only it runs again after ratings are edited."""

from collections.abc import Iterable
from dataclasses import replace

from credibility.floor.passages.links import LinksByPlace
from credibility.floor.roles import role_of_outlet
from credibility.floor.sources import SOURCE_KINDS
from credibility.model import (
    Article,
    ChainLink,
    Claim,
    Outlet,
    OutletKind,
    RatedClaim,
    Rating,
    Resolution,
    ResolvedClaim,
    ResolvedExcerpt,
    Role,
    Source,
    SourceKind,
)
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.rating.beside import with_section
from credibility.outlets.rating.explain import explain
from credibility.outlets.rating.standing import Standing, rating_in_force
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.resolve import publisher_outlet

_ROLE_OF_SOURCE = {
    SourceKind.OUTLET: Role.UNKNOWN_OUTLET,
    SourceKind.PERSON: Role.PERSON,
    SourceKind.ORGANISATION: Role.ORGANISATION,
    SourceKind.GOVERNMENT: Role.GOVERNMENT,
    SourceKind.DOCUMENT: Role.DOCUMENT,
    SourceKind.POLL: Role.POLL,
    SourceKind.ANONYMOUS_OFFICIAL: Role.ANONYMOUS,
    SourceKind.ANONYMOUS: Role.ANONYMOUS,
    SourceKind.HEARSAY: Role.ANONYMOUS,
    SourceKind.NONE: Role.NO_SOURCE,
}


def rate(
    article: Article, resolved: Iterable[ResolvedClaim], excerpts: Iterable[ResolvedExcerpt], registry: OutletRegistry
) -> tuple[RatedClaim, ...]:
    """Rate each claim, in the order given. Outlets are looked up again in the registry, so that an edited one shows its present state."""
    publisher = publisher_outlet(article, registry)
    carriers = tuple(_carrier(excerpt, registry) for excerpt in excerpts)
    links = LinksByPlace(article.links)
    return tuple(_rate_one(one, article, links, publisher, carriers, registry) for one in resolved)


def rate_excerpts(article: Article, excerpts: Iterable[ResolvedExcerpt], registry: OutletRegistry) -> tuple[ResolvedExcerpt, ...]:
    """Each excerpt with its outlet's rating in force, which may be specific to its author."""
    return tuple(replace(excerpt, rating=_excerpt_rating(excerpt, article, registry)) for excerpt in excerpts)


def rate_publisher(article: Article, registry: OutletRegistry) -> tuple[Outlet | None, Rating | None]:
    """The outlet that published the article, and its rating in force."""
    publisher = publisher_outlet(article, registry)
    return publisher, rating_in_force(publisher, article, registry, article.url, article.byline).rating if publisher else None


def _excerpt_rating(excerpt: ResolvedExcerpt, article: Article, registry: OutletRegistry) -> Rating | None:
    outlet = _current(excerpt.outlet, registry)
    if outlet is None:
        return None
    url = excerpt.excerpt.slot.url if excerpt.excerpt.slot else None
    return rating_in_force(outlet, article, registry, url, excerpt.excerpt.author).rating


def _rate_one(
    one: ResolvedClaim,
    article: Article,
    links: LinksByPlace,
    publisher: Outlet | None,
    carriers: tuple[ChainLink | None, ...],
    registry: OutletRegistry,
) -> RatedClaim:
    claim = one.claim
    resolution, url = with_section(claim, _refreshed(one.resolution, registry), article, links, publisher, registry)
    outlet = resolution.outlet
    standing = rating_in_force(outlet, article, registry, url) if outlet else Standing(None)
    rated_after = _is_later(standing.rating, article)
    role = _role(claim, resolution, standing, registry)
    return RatedClaim(
        claim=claim,
        resolution=resolution,
        rating=standing.rating,
        others=standing.others,
        disagreement=standing.disagreement,
        chain=_chain(claim, resolution, article, publisher, carriers),
        why=explain(claim, resolution, standing, role, article, rated_after),
        role=role,
        rated_after=rated_after,
        found=one.found,
        corrections=one.corrections,
    )


def _role(claim: Claim, resolution: Resolution, standing: Standing, registry: OutletRegistry) -> Role:
    outlet = resolution.outlet
    if outlet is not None:
        return role_of_outlet(outlet, standing.rating)
    if resolution.platform is not None:
        return Role.PLATFORM
    if resolution.unnamed or resolution.candidates:
        return Role.UNKNOWN_OUTLET
    if claim.source.kind is SourceKind.NONE and resolution.url:
        linked = outlet_of_url(resolution.url, registry)
        if linked is None:
            return Role.UNKNOWN_OUTLET
        if linked.kind is OutletKind.PLATFORM:
            return Role.PLATFORM
    return _ROLE_OF_SOURCE[claim.source.kind]


def _chain(
    claim: Claim, resolution: Resolution, article: Article, publisher: Outlet | None, carriers: tuple[ChainLink | None, ...]
) -> tuple[ChainLink, ...]:
    """Who carried the claim, outermost first, each outlet once."""
    links: list[ChainLink] = []
    if publisher is not None:
        links.append(_outlet_link(publisher))
    elif article.publisher:
        links.append(ChainLink(article.publisher, "outlet"))
    if claim.excerpt is not None and claim.excerpt < len(carriers):
        carrier = carriers[claim.excerpt]
        links += [carrier] if carrier else []
    if resolution.outlet is not None:
        links.append(_outlet_link(resolution.outlet))
    links += [link for source in (claim.source, claim.inner) if source is not None and (link := _source_link(source, resolution))]
    distinct = list(dict.fromkeys(links))
    return (*distinct[:1], *map(_within, distinct[1:]))


def _within(link: ChainLink) -> ChainLink:
    """A link that does not begin the line: "the Guardian"."""
    return replace(link, name="the" + link.name[3:]) if link.outlet and link.name.startswith("The ") else link


def _carrier(excerpt: ResolvedExcerpt, registry: OutletRegistry) -> ChainLink | None:
    """Who first published an excerpt, by the name in the article if the table has no such outlet."""
    outlet = _current(excerpt.outlet, registry)
    if outlet is not None:
        return _outlet_link(outlet)
    return ChainLink(excerpt.name, "outlet") if excerpt.name else None


def _outlet_link(outlet: Outlet) -> ChainLink:
    return ChainLink(outlet.name, "outlet", outlet.slug)


def _source_link(source: Source, resolution: Resolution) -> ChainLink | None:
    """The source as a link of the chain; nothing if there is no source or it is an outlet that is already in the chain."""
    outlet = resolution.outlet
    if source.kind is SourceKind.NONE or (outlet is not None and (source.kind is SourceKind.OUTLET or _is_called(outlet, source.name))):
        return None
    name = "" if _ROLE_OF_SOURCE[source.kind] is Role.ANONYMOUS else source.name
    return ChainLink(name or SOURCE_KINDS[source.kind], source.kind.value)


def _is_called(outlet: Outlet, name: str) -> bool:
    bare = name.removeprefix("the ").removeprefix("The ")
    return bool(bare) and any(bare == known.text.removeprefix("The ").removeprefix("the ") for known in outlet.names)


def _refreshed(resolution: Resolution, registry: OutletRegistry) -> Resolution:
    if resolution.outlet is None:
        return resolution
    current = _current(resolution.outlet, registry)
    return resolution if current is resolution.outlet else replace(resolution, outlet=current)


def _current(outlet: Outlet | None, registry: OutletRegistry) -> Outlet | None:
    """The outlet's present state in the table; an outlet that has been removed stays as it was, unrated."""
    return registry.outlets.get(outlet.slug, outlet) if outlet else None


def _is_later(rating: Rating | None, article: Article) -> bool:
    rated_on = rating.provenance.rated_on if rating else None
    return bool(rated_on and article.published and rated_on > article.published.date())
