"""The outlet of a claim by the links on its cue and content."""

from credibility.floor.language import said
from credibility.model import Claim, OutletSlot, Resolution, ResolvedBy
from credibility.outlets.addresses.urls import destination, outlet_of_url
from credibility.outlets.names.hits import NameHit
from credibility.outlets.resolving.desk import NO_CARRIERS, Desk


def by_link(claim: Claim, desk: Desk) -> Resolution | None:
    """The first link that leads to an outlet other than the publisher; if there is none, the reason."""
    missed: Resolution | None = None
    for slot in claim.slots:
        if slot.url is None:
            continue
        named = _named_in_anchor(slot, desk)
        if named is not None:
            return named
        outlet = outlet_of_url(slot.url, desk.registry)
        if outlet is None:
            missed = missed or _missed(slot)
        elif outlet.kind in NO_CARRIERS:
            told = said("the link leads to {outlet} ({kind}), which carries no reports", outlet=outlet.name, kind=outlet.kind.label)
            missed = missed or Resolution(None, ResolvedBy.NONE, slot.span, slot.url, reason=told)
        elif not desk.is_own(outlet):
            return Resolution(outlet, ResolvedBy.LINK, slot.span, slot.url, reason=said("the link leads to {outlet}", outlet=outlet.name))
    return missed


def _named_in_anchor(slot: OutletSlot, desk: Desk) -> Resolution | None:
    """An anchor text that is hardly more than an outlet's name means that outlet, wherever the link leads ("Reuters", on a reprint)."""
    for mention in desk.within(slot.span):
        outlet = mention.outlet
        is_outlet = outlet is not None and 2 * len(mention.span) >= len(slot.span) and not _is_persons(slot, mention, desk.text)
        if is_outlet and outlet and outlet.kind not in NO_CARRIERS and not desk.is_own(outlet):
            return Resolution(outlet, ResolvedBy.NAMED, mention.span, slot.url, reason=mention.reason)
    return None


def _is_persons(slot: OutletSlot, mention: NameHit, text: str) -> bool:
    """Whether the anchor text is about a person from the outlet: "a former [editor of the Herald]"."""
    return text[slot.span.start : mention.span.start].rstrip().lower().endswith(("of", "of the", "at", "at the"))


def _missed(slot: OutletSlot) -> Resolution | None:
    """Why a link gave no outlet: a shortener hides it, or the table does not have the address. Links to the publisher do not count."""
    where = destination(slot.url or "")
    if where.opaque:
        reason = said("the link's target is hidden by {host}", host=where.opaque)
    elif where.host:
        reason = said("the link leads to {host}, which is not in the table", host=where.host)
    else:
        return None
    return Resolution(None, ResolvedBy.NONE, slot.span, slot.url, reason=reason)


def leads_elsewhere(claim: Claim, desk: Desk) -> bool:
    """Whether a link of the claim leads to what its source published itself, such as a tweet, or its cue is a link of its own."""
    for slot in claim.slots:
        if slot.url is None:
            continue
        outlet = outlet_of_url(slot.url, desk.registry)
        if outlet is not None and outlet.kind in NO_CARRIERS:
            return True
        if any(slot.span.overlaps(part) for part in claim.cue.spans):
            return True
    return False
