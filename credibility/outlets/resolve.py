"""Pair each claim with the outlet that carried it, by the words of its slots, by description, by link, or carried over.

What the article names beats what it links to; a tie stays unresolved with its candidates; nothing is guessed.
"""

from credibility.model import Article, Claim, Claims, Resolution, ResolvedBy, ResolvedClaim, ResolvedExcerpt
from credibility.outlets.by_links import by_link, leads_elsewhere
from credibility.outlets.by_words import by_description, by_names, unnamed_outlet
from credibility.outlets.desk import Desk, host_outlet, lay_out
from credibility.outlets.excerpts import by_excerpt, excerpt_outlet
from credibility.outlets.name_rules import sentence_around
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.slot_words import speaks_elsewhere

__all__ = ["host_outlet", "resolve", "resolve_excerpts"]

_NOTHING = Resolution(None, ResolvedBy.NONE)


def resolve(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedClaim, ...]:
    """Each claim with its outlet, in the order given."""
    desk = lay_out(article, claims, registry)
    return tuple(ResolvedClaim(claim, _resolve_one(claim, claims, desk)) for claim in claims.items)


def resolve_excerpts(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedExcerpt, ...]:
    """Each republished stretch with the outlet that first published it."""
    if not claims.excerpts:
        return ()
    desk = lay_out(article, claims, registry)
    return tuple(ResolvedExcerpt(excerpt, excerpt_outlet(excerpt, desk)) for excerpt in claims.excerpts)


def _resolve_one(claim: Claim, claims: Claims, desk: Desk) -> Resolution:
    resolution = by_names(claim, desk) or by_description(claim, desk) or by_link(claim, desk)
    if resolution is None or not _decides(resolution):
        resolution = _carried_over(claim, desk) or by_excerpt(claim, claims, desk) or resolution or unnamed_outlet(claim, desk) or _NOTHING
    desk.resolved[claim.id] = resolution
    if resolution.outlet is not None:
        desk.carriers.append((_place(claim, resolution), resolution.outlet))
    return resolution


def _decides(resolution: Resolution) -> bool:
    return resolution.outlet is not None or bool(resolution.candidates) or resolution.unnamed


def _place(claim: Claim, resolution: Resolution) -> int:
    return resolution.evidence.start if resolution.evidence else claim.content[0].start


def _carried_over(claim: Claim, desk: Desk) -> Resolution | None:
    earlier = desk.resolved.get(claim.resumes or "")
    if earlier is None or earlier.outlet is None:
        return None
    if speaks_elsewhere(_cue_sentence(claim, desk.text)) or leads_elsewhere(claim, desk):
        return None
    return Resolution(
        earlier.outlet,
        ResolvedBy.CARRIED_OVER,
        earlier.evidence,
        earlier.url,
        reason=f"the same source goes on; {earlier.outlet.name} carried it before",
    )


def _cue_sentence(claim: Claim, text: str) -> str:
    """The sentence around the claim's cue without its content: where the words were spoken may stand there."""
    if not claim.cue.spans:
        return ""
    cue = claim.cue.spans[0]
    sentence = sentence_around(text, cue.start, claim.cue.spans[-1].end)
    for part in claim.content:
        sentence = sentence.replace(part.of(text), " ")
    return sentence
