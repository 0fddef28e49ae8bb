"""The link beside a named outlet: which part of the outlet a claim comes from, and so which scope of its ratings counts."""

from collections.abc import Iterator
from dataclasses import replace

from credibility.floor.language import said
from credibility.floor.passages.links import LinksByPlace
from credibility.model import Article, Claim, Outlet, OutletKind, Resolution
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.registry import OutletRegistry


def with_section(
    claim: Claim, resolution: Resolution, article: Article, links: LinksByPlace, publisher: Outlet | None, registry: OutletRegistry
) -> tuple[Resolution, str | None]:
    """The resolution, whose outlet may be a part that is rated for itself, and the address that scopes are compared with.

    What is said to the article's own publisher comes from the article's own section.
    """
    outlet = resolution.outlet
    if outlet is None:
        return resolution, None
    for url in _addresses(claim, resolution, links):
        linked = outlet_of_url(url, registry)
        if linked is not None and linked.slug == outlet.slug:
            return resolution, url
        if linked is not None and _is_section(linked, outlet) and registry.ratings_of(linked.slug):
            reason = said("{reason}; the link beside it leads to {outlet}", reason=resolution.reason, outlet=linked.name)
            return replace(resolution, outlet=linked, reason=reason), url
    is_own = publisher is not None and publisher.slug == outlet.slug
    return resolution, resolution.url or (article.url if is_own else None)


def _addresses(claim: Claim, resolution: Resolution, links: LinksByPlace) -> Iterator[str]:
    """Links of the claim: the one that decided, those on its cue and content, those on its source or on the outlet's name."""
    if resolution.url:
        yield resolution.url
    yield from (slot.url for slot in claim.slots if slot.url)
    near = (*claim.source.spans, *claim.cue.spans, *([resolution.evidence] if resolution.evidence else []))
    yield from (url for _, url in sorted({(link.span, link.url) for span in near for link in links.touching(span)}))


def _is_section(linked: Outlet, outlet: Outlet) -> bool:
    """Whether the linked outlet is a part of the named one by its address, and rated for itself."""
    return linked.slug.startswith(f"{outlet.slug}/") and not linked.inherits and linked.kind is not OutletKind.PLATFORM
