"""Pair each claim with the outlet that carried it, by the words of its slots, by description, by link, or carried over.

What the article names beats what it links to; a tie stays unresolved with its candidates; nothing is guessed.
"""

import re
from dataclasses import replace

from credibility.floor.language import said
from credibility.model import Article, Claim, Claims, Resolution, ResolvedBy, ResolvedClaim, ResolvedExcerpt, SlotKind, SourceKind, Span
from credibility.outlets.names.surfaces import without_article
from credibility.outlets.names.surroundings import sentence_around
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.by_links import by_link, leads_elsewhere
from credibility.outlets.resolving.by_words import by_description, by_names, by_platform, unnamed_outlet
from credibility.outlets.resolving.desk import Desk, lay_out, publisher_outlet
from credibility.outlets.resolving.excerpts import by_excerpt, excerpt_outlet
from credibility.outlets.resolving.slot_words import is_press, names_findings, opens_other_time, speaks_elsewhere

__all__ = ["publisher_outlet", "resolve", "resolve_excerpts"]

_NOTHING = Resolution(None, ResolvedBy.NONE)
_SHORT_DESCRIPTION = 2  # words of a source that may mean the outlet before: "the paper"
_FOUND_OUT = frozenset({SourceKind.POLL, SourceKind.DOCUMENT})
_NEXT_PARAGRAPH = 1  # line feeds up to what is still the next paragraph
_QUOTED_SENTENCE = re.compile(r"[.!?][”\"]\s+(?=[A-Z])")  # a sentence that ends in a quotation mark, before another one
_TAKEN_FOR = frozenset({SourceKind.PERSON, SourceKind.ORGANISATION, SourceKind.DOCUMENT})  # what an outlet's name may look like: "the Post"
_LINK = "link"  # the cue of a claim that nothing but a link on its words marks


def resolve(article: Article, claims: Claims, registry: OutletRegistry, desk: Desk | None = None) -> tuple[ResolvedClaim, ...]:
    """Each claim with its outlet, in the order given.

    Words that only a link marks are a claim where the link leads to an outlet: most others lead to shops, laws and products. A
    source that turns out to be the outlet's or the platform's name is no person. `desk` is that of the excerpts, if they come first.
    """
    desk = desk or lay_out(article, claims, registry)
    resolved = (ResolvedClaim(claim, _resolve_one(claim, claims, desk)) for claim in claims.items)
    return tuple(_with_kind(one) for one in resolved if one.resolution.outlet or one.claim.cue.lemma != _LINK)


def resolve_excerpts(article: Article, claims: Claims, registry: OutletRegistry, desk: Desk | None = None) -> tuple[ResolvedExcerpt, ...]:
    """Each excerpt with the outlet that first published it."""
    if not claims.excerpts:
        return ()
    desk = desk or lay_out(article, claims, registry)
    return tuple(_with_name(ResolvedExcerpt(excerpt, excerpt_outlet(excerpt, desk)), article.text) for excerpt in claims.excerpts)


def _with_name(resolved: ResolvedExcerpt, text: str) -> ResolvedExcerpt:
    slot = resolved.excerpt.slot
    written = without_article(slot.span.of(text))[0] if slot and slot.kind is not SlotKind.LINK else ""
    return replace(resolved, name=resolved.outlet.name if resolved.outlet else written)


def _with_kind(one: ResolvedClaim) -> ResolvedClaim:
    """The claim with its source's kind corrected if the whole source is the name of an outlet or a platform."""
    claim, resolution = one.claim, one.resolution
    named = resolution.evidence if resolution.by is ResolvedBy.NAMED or resolution.platform else None
    if named is None or claim.source.kind not in _TAKEN_FOR or not claim.source.spans:
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
    _remember(claim, resolution, desk)
    return resolution


def _remember(claim: Claim, resolution: Resolution, desk: Desk) -> None:
    """Keep who spoke last through which outlet, for what resumes it."""
    desk.resolved[claim.id] = resolution
    desk.last = claim
    if claim.source.name:
        desk.last_words[claim.source.name] = claim.id
    if resolution.outlet is not None:
        desk.carriers.append((_place(claim, resolution), resolution.outlet))
    anchor = resolution.evidence if resolution.by is ResolvedBy.LINK else None
    if anchor and any(anchor.overlaps(part) for part in claim.content):
        desk.linked.add(anchor)
    if anchor and not _is_predicate(claim, anchor):
        desk.backed.add(claim.id)


def _is_predicate(claim: Claim, anchor: Span) -> bool:
    """Whether a link is on the attribution: outside the content, or on the cue as well."""
    return any(anchor.overlaps(part) for part in claim.cue.spans) or not any(part.covers(anchor) for part in claim.content)


def _decides(resolution: Resolution) -> bool:
    return resolution.outlet is not None or bool(resolution.candidates) or resolution.unnamed


def _place(claim: Claim, resolution: Resolution) -> int:
    return resolution.evidence.start if resolution.evidence else claim.content[0].start


def _carried_over(claim: Claim, desk: Desk) -> Resolution | None:
    """The outlet of the same informant's words before: not from a link in their content, not past a new hearer, occasion or place."""
    before = _words_before(claim, desk)
    earlier = desk.resolved.get(before or "")
    if earlier is None or earlier.outlet is None or before in desk.backed or _is_another_outlet(claim, desk.text):
        return None
    if earlier.evidence in desk.linked and "\n" in desk.text[earlier.evidence.start : claim.content[0].start]:
        return None  # a link tells of one occasion, not of the next paragraph's
    sentence = _cue_sentence(claim, desk.text)
    if speaks_elsewhere(sentence) or opens_other_time(sentence) or leads_elsewhere(claim, desk) or _has_new_hearer(claim, desk):
        return None
    return Resolution(
        earlier.outlet,
        ResolvedBy.CARRIED_OVER,
        earlier.evidence,
        earlier.url,
        reason=said("the same source goes on; {outlet} carried it before", outlet=earlier.outlet.name),
    )


def _words_before(claim: Claim, desk: Desk) -> str | None:
    """The id of the claim that this one goes on from: the speaker's last one, where it resumes one or nobody else spoke in between."""
    name = claim.source.name
    if claim.resumes:
        return desk.last_words.get(name, claim.resumes) if name else claim.resumes
    last = desk.last
    if last is not None and _go_on_from(claim, last, desk.text):
        return last.id
    if not name or last is None or last.source.name != name or claim.source.kind is not SourceKind.PERSON:
        return None
    between = desk.text[last.content[-1].end : claim.content[0].start]
    return desk.last_words.get(name) if between.count("\n") <= _NEXT_PARAGRAPH else None


def _is_another_outlet(claim: Claim, text: str) -> bool:
    """Whether the source is an outlet of its own: "the university's student newspaper", but not "it" or "the paper"."""
    words = claim.source.spans[0].of(text).split() if claim.source.spans else []
    return claim.source.kind is SourceKind.OUTLET and len(words) > _SHORT_DESCRIPTION


def _go_on_from(claim: Claim, last: Claim, text: str) -> bool:
    """Whether the claim's source is what the last one found, mentioned again in the same paragraph: "A Herald poll … The data show"."""
    if not claim.source.spans or last.source.kind not in _FOUND_OUT or "\n" in text[last.content[-1].end : claim.content[0].start]:
        return False
    return names_findings(claim.source.spans[0].of(text))


def _has_new_hearer(claim: Claim, desk: Desk) -> bool:
    """Whether somebody is told who is neither an outlet nor its reporter: "told parliament", "told friends"."""
    hearers = [slot.span for slot in claim.slots if slot.kind is SlotKind.ADDRESSEE and not desk.within(slot.span)]
    return any(not is_press(span.of(desk.text)) for span in hearers)


def _cue_sentence(claim: Claim, text: str) -> str:
    """The sentence around the claim's cue without its content: where the words were spoken may stand there."""
    if not claim.cue.spans:
        return ""
    cue = claim.cue.spans[0]
    whole = sentence_around(text, cue.start, claim.cue.spans[-1].end)
    sentence = next((part for part in _QUOTED_SENTENCE.split(whole) if cue.of(text) in part), whole)
    for part in claim.content:
        sentence = sentence.replace(part.of(text), " ")
    return sentence
