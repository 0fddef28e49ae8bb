"""The outlet of a claim by the links on its cue and content."""

from credibility.model import Claim, OutletSlot, Resolution, ResolvedBy
from credibility.outlets.desk import NO_CARRIERS, Desk
from credibility.outlets.urls import destination, outlet_of_url


def by_link(claim: Claim, desk: Desk) -> Resolution | None:
    """The first link that leads to an outlet other than the publisher; failing that, why no link gave one."""
    missed: Resolution | None = None
    for slot in claim.slots:
        if slot.url is None:
            continue
        outlet = outlet_of_url(slot.url, desk.registry)
        if outlet is None:
            missed = missed or _missed(slot)
        elif outlet.kind in NO_CARRIERS:
            kind = outlet.kind.value
            missed = missed or Resolution(
                None, ResolvedBy.NONE, slot.span, slot.url, reason=f"the link leads to {outlet.name} ({kind}), which carries no reports"
            )
        elif desk.host is None or outlet.slug != desk.host.slug:
            return Resolution(outlet, ResolvedBy.LINK, slot.span, slot.url, reason=f"the link leads to {outlet.name}")
    return missed


def _missed(slot: OutletSlot) -> Resolution | None:
    """Why a link gave no outlet: hidden by a shortener, or an address the table does not know. The publisher's own is none."""
    where = destination(slot.url or "")
    if where.opaque:
        return Resolution(None, ResolvedBy.NONE, slot.span, slot.url, reason=f"the link's target is hidden by {where.opaque}")
    if not where.host:
        return None
    return Resolution(None, ResolvedBy.NONE, slot.span, slot.url, reason=f"the link leads to {where.host}, which is not in the table")


def leads_elsewhere(claim: Claim, desk: Desk) -> bool:
    """Whether a link of the claim leads to what its source published itself, such as a tweet."""
    linked = (outlet_of_url(slot.url, desk.registry) for slot in claim.slots if slot.url)
    return any(outlet is not None and outlet.kind in NO_CARRIERS for outlet in linked)
