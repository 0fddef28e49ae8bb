"""Passages taken from another outlet: a report quoted at length carries its claims, a republished piece is a step of the chain only."""

from credibility.floor.language import said
from credibility.model import Claim, Claims, Excerpt, Outlet, Resolution, ResolvedBy
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.resolving.desk import NO_CARRIERS, Desk
from credibility.outlets.vocabulary import row


def by_excerpt(claim: Claim, claims: Claims, desk: Desk) -> Resolution | None:
    """A block introduced by "OUTLET reported:" is that outlet's report; a republished piece is only a step of the chain."""
    if claim.excerpt is None or not _is_report(claims.excerpts[claim.excerpt], desk.text):
        return None
    excerpt = claims.excerpts[claim.excerpt]
    outlet = excerpt_outlet(excerpt, desk)
    if outlet is None or outlet.kind in NO_CARRIERS or excerpt.slot is None:
        return None
    reason = said("the passage is quoted from {outlet}", outlet=outlet.name)
    return Resolution(outlet, ResolvedBy.EXCERPT, excerpt.slot.span, excerpt.slot.url, reason=reason)


def _is_report(excerpt: Excerpt, text: str) -> bool:
    cue = excerpt.cue.of(text).lower()
    if excerpt.title or excerpt.author or any(word in cue for word in row("excerpts", "republishing")):
        return False
    return any(word in cue for word in row("excerpts", "reporting"))


def excerpt_outlet(excerpt: Excerpt, desk: Desk) -> Outlet | None:
    """The outlet an excerpt's introduction names or links to."""
    if excerpt.slot is None:
        return None
    for mention in desk.within(excerpt.slot.span):
        if mention.outlet is not None:
            return mention.outlet
    return outlet_of_url(excerpt.slot.url, desk.registry) if excerpt.slot.url else None
