"""Pair each claim with the outlet that carried it, by the words of its slots, by description, by link, or carried over.

What the article names beats what it links to; a tie stays unresolved with its candidates; nothing is guessed.
"""

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field

from credibility.model import (
    Article,
    Claim,
    Claims,
    Excerpt,
    Outlet,
    OutletKind,
    OutletSlot,
    Resolution,
    ResolvedBy,
    ResolvedClaim,
    ResolvedExcerpt,
    SlotKind,
    SourceKind,
    Span,
)
from credibility.outlets.name_rules import sentence_around
from credibility.outlets.names import Mention, find_names
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.slot_words import DESCRIBED_KINDS, carries, described, is_indefinite, outlet_like, speaks_elsewhere
from credibility.outlets.surfaces import level, without_article
from credibility.outlets.urls import destination, outlet_of_host, outlet_of_url

# What these publish is their own statement or their users': the source of a claim, never the outlet that carried it.
NO_CARRIERS = frozenset({OutletKind.PLATFORM, OutletKind.GOV, OutletKind.IGO, OutletKind.NGO})
_NOTHING = Resolution(None, ResolvedBy.NONE)
_REPORTING_CUES = ("report", "wrote", "write", "said", "says", "according", "quot", "publish", "reveal", "note", "put it")
_LEAD = 40  # code points before a slot that are asked what it is a slot of
_REPUBLISHING_CUES = (
    "originally",
    "first published",
    "first appeared",
    "republish",
    "reprint",
    "cross-post",
    "crosspost",
    "excerpt",
    "courtesy",
    "by ",
)


def resolve(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedClaim, ...]:
    """Each claim with its outlet, in the order given."""
    desk = _desk(article, claims, registry)
    return tuple(ResolvedClaim(claim, _resolve_one(claim, claims, desk)) for claim in claims.items)


def resolve_excerpts(article: Article, claims: Claims, registry: OutletRegistry) -> tuple[ResolvedExcerpt, ...]:
    """Each republished stretch with the outlet that first published it."""
    desk = _desk(article, claims, registry)
    return tuple(ResolvedExcerpt(excerpt, _excerpt_outlet(excerpt, desk)) for excerpt in claims.excerpts)


def host_outlet(article: Article, registry: OutletRegistry) -> Outlet | None:
    """The outlet that published the article: by its address, then its canonical address, then the publisher's name."""
    for url in (article.url, article.canonical):
        outlet = outlet_of_url(url, registry) if url else None
        if outlet:
            return outlet
    if not article.publisher:
        return None
    surface, _ = without_article(level(article.publisher.strip()))
    slugs = {bearer.slug for bearer in registry.names.bearers.get(surface, ())}
    if len(slugs) == 1:
        return registry.outlets[slugs.pop()]
    return outlet_of_host(article.publisher.strip(), registry) if "." in article.publisher else None


@dataclass(slots=True)
class _Desk:
    """What is laid out while one article is resolved."""

    text: str
    registry: OutletRegistry
    host: Outlet | None
    mentions: tuple[Mention, ...]
    starts: tuple[int, ...]
    resolved: dict[str, Resolution] = field(default_factory=dict)
    carriers: list[tuple[int, Outlet]] = field(default_factory=list)

    def within(self, span: Span) -> tuple[Mention, ...]:
        """The mentions that begin in a span, in text order; a slot may be cut short by a mark inside a name ("E! News")."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]


def _desk(article: Article, claims: Claims, registry: OutletRegistry) -> _Desk:
    host = host_outlet(article, registry)
    mentions = find_names(article.text, registry, host=host, cued=_slot_spans(claims))
    return _Desk(article.text, registry, host, mentions, tuple(mention.span.start for mention in mentions))


def _slot_spans(claims: Claims) -> Iterable[Span]:
    for claim in claims.items:
        yield from (slot.span for slot in claim.slots if slot.kind is not SlotKind.LINK)
    yield from (excerpt.slot.span for excerpt in claims.excerpts if excerpt.slot and excerpt.slot.kind is not SlotKind.LINK)


def _resolve_one(claim: Claim, claims: Claims, desk: _Desk) -> Resolution:
    resolution = _by_names(claim, desk) or _by_description(claim, desk) or _by_link(claim, desk)
    if resolution is None or (resolution.outlet is None and not resolution.candidates and not resolution.unnamed):
        resolution = _carried_over(claim, desk) or _by_excerpt(claim, claims, desk) or resolution or _unnamed(claim, desk) or _NOTHING
    desk.resolved[claim.id] = resolution
    if resolution.outlet is not None:
        desk.carriers.append((_place(claim, resolution), resolution.outlet))
    return resolution


def _place(claim: Claim, resolution: Resolution) -> int:
    return resolution.evidence.start if resolution.evidence else claim.content[0].start


def _by_names(claim: Claim, desk: _Desk) -> Resolution | None:
    """The first slot that names an outlet as carrier decides; one that could mean several stays open unless a link settles it."""
    for slot in claim.slots:
        if slot.kind is SlotKind.LINK:
            continue
        for mention in desk.within(slot.span):
            if not _is_carrier(slot, mention, desk.text):
                continue
            outlet = mention.outlet or _settled_by_link(claim, mention, desk)
            if outlet is None:
                return Resolution(None, ResolvedBy.NONE, mention.span, candidates=mention.candidates, reason=mention.reason)
            if outlet.kind not in NO_CARRIERS:
                by = ResolvedBy.ADDRESSEE if slot.kind is SlotKind.ADDRESSEE else ResolvedBy.NAMED
                return Resolution(outlet, by, mention.span, reason=mention.reason)
    return None


def _is_carrier(slot: OutletSlot, mention: Mention, text: str) -> bool:
    before, after = text[slot.span.start : mention.span.start], text[mention.span.end : slot.span.end]
    lead = text[max(0, slot.span.start - _LEAD) : slot.span.start]
    return carries(slot.kind.value, before, after, lead)


def _settled_by_link(claim: Claim, mention: Mention, desk: _Desk) -> Outlet | None:
    for slot in claim.slots:
        if slot.url:
            linked = outlet_of_url(slot.url, desk.registry)
            if linked in mention.candidates:
                return linked
    return None


def _by_description(claim: Claim, desk: _Desk) -> Resolution | None:
    """A definite description means the last outlet of a fitting kind that carried something; a pronoun whatever the source's name says."""
    for slot in claim.slots:
        noun = described(slot.span.of(desk.text)) if slot.kind is not SlotKind.LINK else None
        if noun:
            return _last_carrier(noun, slot.span, desk)
    if claim.source.anaphor and claim.source.spans:
        noun = described(claim.source.spans[0].of(desk.text)) or "outlet"
        return _last_carrier(noun, claim.source.spans[0], desk)
    if claim.source.kind is SourceKind.OUTLET and claim.source.name:
        return _by_source_name(claim, desk)
    return None


def _by_source_name(claim: Claim, desk: _Desk) -> Resolution | None:
    name = claim.source.name
    mentions = find_names(name, desk.registry, host=desk.host, cued=(Span(0, len(name)),))
    outlets = {mention.outlet.slug: mention.outlet for mention in mentions if mention.outlet and mention.outlet.kind not in NO_CARRIERS}
    if len(outlets) != 1:
        return None
    evidence = claim.source.spans[0] if claim.source.spans else None
    return Resolution(next(iter(outlets.values())), ResolvedBy.ANAPHORA, evidence, reason=f"the source is {name}, named earlier")


def _last_carrier(noun: str, span: Span, desk: _Desk) -> Resolution:
    kinds = DESCRIBED_KINDS[noun]
    words = span.of(desk.text)
    for place, outlet in reversed(desk.carriers):
        if place < span.start and outlet.kind in kinds:
            return Resolution(
                outlet, ResolvedBy.ANAPHORA, span, reason=f"“{words}” is {outlet.name}, the last {noun} that carried something"
            )
    return Resolution(
        None, ResolvedBy.NONE, span, unnamed=True, reason=f"“{words}” speaks of an outlet that the article has not named as a source"
    )


def _by_link(claim: Claim, desk: _Desk) -> Resolution | None:
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


def _carried_over(claim: Claim, desk: _Desk) -> Resolution | None:
    earlier = desk.resolved.get(claim.resumes or "")
    if earlier is None or earlier.outlet is None or speaks_elsewhere(_cue_sentence(claim, desk.text)):
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


def _by_excerpt(claim: Claim, claims: Claims, desk: _Desk) -> Resolution | None:
    """A block introduced by "OUTLET reported:" is that outlet's report; a republished piece is only a step of the chain."""
    if claim.excerpt is None or not _is_report(claims.excerpts[claim.excerpt], desk.text):
        return None
    excerpt = claims.excerpts[claim.excerpt]
    outlet = _excerpt_outlet(excerpt, desk)
    if outlet is None or outlet.kind in NO_CARRIERS or excerpt.slot is None:
        return None
    return Resolution(outlet, ResolvedBy.EXCERPT, excerpt.slot.span, excerpt.slot.url, reason=f"the passage is quoted from {outlet.name}")


def _is_report(excerpt: Excerpt, text: str) -> bool:
    cue = excerpt.cue.of(text).lower()
    if excerpt.title or excerpt.author or any(word in cue for word in _REPUBLISHING_CUES):
        return False
    return any(word in cue for word in _REPORTING_CUES)


def _excerpt_outlet(excerpt: Excerpt, desk: _Desk) -> Outlet | None:
    if excerpt.slot is None:
        return None
    for mention in desk.within(excerpt.slot.span):
        if mention.outlet is not None:
            return mention.outlet
    return outlet_of_url(excerpt.slot.url, desk.registry) if excerpt.slot.url else None


def _unnamed(claim: Claim, desk: _Desk) -> Resolution | None:
    """An outlet is spoken of, but it has no name in the article or none in the table."""
    for slot in claim.slots:
        if slot.kind is SlotKind.LINK or desk.within(slot.span):
            continue
        words = slot.span.of(desk.text)
        if is_indefinite(words):
            return Resolution(None, ResolvedBy.NONE, slot.span, unnamed=True, reason=f"“{words}” speaks of an outlet without naming it")
        name = outlet_like(words)
        if name and (slot.kind is not SlotKind.SOURCE or claim.source.kind is SourceKind.OUTLET):
            return Resolution(
                None, ResolvedBy.NONE, slot.span, unnamed=True, reason=f"“{name}” looks like an outlet that is not in the table"
            )
    if claim.source.kind is SourceKind.OUTLET:
        span = claim.source.spans[0] if claim.source.spans else None
        named = claim.source.name or (span.of(desk.text) if span else "")
        return Resolution(
            None,
            ResolvedBy.NONE,
            span,
            unnamed=True,
            reason=f"“{named}” is an outlet that is not in the table" if named else "an outlet is not named",
        )
    return None
