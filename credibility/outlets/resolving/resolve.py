"""Pair each claim with the outlet that carried it, by the words of its slots, by description, by link, or carried over.

What the article names beats what it links to; a tie stays unresolved with its candidates; nothing is guessed.
"""

from dataclasses import replace

from credibility.model import Article, Claim, Claims, Resolution, ResolvedBy, ResolvedClaim, ResolvedExcerpt, SlotKind, SourceKind
from credibility.outlets.names.surfaces import without_article
from credibility.outlets.names.surroundings import sentence_around
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.by_links import by_link, leads_elsewhere
from credibility.outlets.resolving.by_words import by_description, by_names, by_platform, unnamed_outlet
from credibility.outlets.resolving.desk import Desk, host_outlet, lay_out
from credibility.outlets.resolving.excerpts import by_excerpt, excerpt_outlet
from credibility.outlets.resolving.slot_words import speaks_elsewhere

__all__ = ["host_outlet", "resolve", "resolve_excerpts"]

_NOTHING = Resolution(None, ResolvedBy.NONE)
_LINK = "link"  # the cue of a claim that nothing but a link on its words marks


def resolve(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedClaim, ...]:
    """Each claim with its outlet, in the order given.

    Words that only a link marks are a claim where the link leads to an outlet: most others lead to shops, laws and products. A
    source that turns out to be the outlet's or the platform's name is no person.
    """
    desk = lay_out(article, claims, registry)
    resolved = (ResolvedClaim(claim, _resolve_one(claim, claims, desk)) for claim in claims.items)
    return tuple(_with_kind(one) for one in resolved if one.resolution.outlet or one.claim.cue.lemma != _LINK)


def resolve_excerpts(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedExcerpt, ...]:
    """Each republished stretch with the outlet that first published it."""
    if not claims.excerpts:
        return ()
    desk = lay_out(article, claims, registry)
    return tuple(_with_name(ResolvedExcerpt(excerpt, excerpt_outlet(excerpt, desk)), article.text) for excerpt in claims.excerpts)


def _with_name(resolved: ResolvedExcerpt, text: str) -> ResolvedExcerpt:
    slot = resolved.excerpt.slot
    written = without_article(slot.span.of(text))[0] if slot and slot.kind is not SlotKind.LINK else ""
    return replace(resolved, name=resolved.outlet.name if resolved.outlet else written)


def _with_kind(one: ResolvedClaim) -> ResolvedClaim:
    """The claim with its source's kind put right where the whole source is the name of an outlet or a platform."""
    claim, resolution = one.claim, one.resolution
    named = resolution.evidence if resolution.by is ResolvedBy.NAMED or resolution.platform else None
    if named is None or claim.source.kind not in (SourceKind.PERSON, SourceKind.ORGANISATION) or not claim.source.spans:
        return one
    source = claim.source.spans[0]
    if named.end != source.end or named.start - source.start > len("the "):
        return one
    kind = SourceKind.ORGANISATION if resolution.platform else SourceKind.OUTLET
    return replace(one, claim=replace(claim, source=replace(claim.source, kind=kind)))


def _resolve_one(claim: Claim, claims: Claims, desk: Desk) -> Resolution:
    resolution = by_names(claim, desk) or by_description(claim, desk) or by_link(claim, desk)
    if resolution is None or not _decides(resolution):
        resolution = (
            _carried_over(claim, desk)
            or by_excerpt(claim, claims, desk)
            or by_platform(claim, desk)
            or resolution
            or unnamed_outlet(claim, desk)
            or _NOTHING
        )
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
