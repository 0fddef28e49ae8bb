"""The outlet of a claim by words: named in a slot, meant by a description, or mentioned without a name."""

import re

from credibility.floor.language import said
from credibility.model import Claim, Outlet, OutletKind, OutletSlot, Resolution, ResolvedBy, SlotKind, SourceKind, Span
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.names.hits import NameHit, find_names
from credibility.outlets.names.surfaces import without_article
from credibility.outlets.resolving.desk import NO_CARRIERS, Desk
from credibility.outlets.resolving.slot_words import DESCRIBED_KINDS, OUTLET_NOUNS, carries, described, is_indefinite, outlet_like

_LEAD = 40  # code points before a slot that are asked what it is a slot of
_TAIL = 30  # code points behind a slot that are asked who of the outlet speaks: "CNN’s | director general"
_OF_PEOPLE = frozenset({SlotKind.POSSESSIVE, SlotKind.AFFILIATION, SlotKind.ADDRESSEE})
_NEAR = 1200  # code points before a description in which the only outlet of its kind is what it means
_NEXT = 100  # the same for "the site", which may be anybody's
_OUR = re.compile(r"[Oo]ur (?:own |colleague )?[A-Z]")
_SHOW_HOST = re.compile(r"([A-Z][\w'’.-]+)\s+(?:of|from|at)\s+(?:the\s+)?$")


def by_names(claim: Claim, desk: Desk) -> Resolution | None:
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
                _remember_host(slot, mention, outlet, desk)
                by = ResolvedBy.ADDRESSEE if slot.kind is SlotKind.ADDRESSEE else ResolvedBy.NAMED
                return Resolution(outlet, by, mention.span, reason=mention.reason)
    return None


def by_platform(claim: Claim, desk: Desk) -> Resolution | None:
    """A platform that is itself the source, and not a user or an officer of it: "according to Wikipedia"."""
    for slot in claim.slots:
        if slot.kind is not SlotKind.SOURCE:
            continue
        for mention in desk.within(slot.span):
            bare, _ = without_article(slot.span.of(desk.text))
            platform = mention.outlet
            if platform and platform.kind is OutletKind.PLATFORM and len(mention.span) == len(bare):
                reason = said("“{words}” is the platform {platform}, where anybody may publish", words=bare, platform=platform.name)
                return Resolution(None, ResolvedBy.NONE, mention.span, reason=reason, platform=platform)
    return None


def _is_carrier(slot: OutletSlot, mention: NameHit, text: str) -> bool:
    end = slot.span.end + _TAIL if slot.kind in _OF_PEOPLE else slot.span.end
    before, after = text[slot.span.start : mention.span.start], text[mention.span.end : end].partition("\n")[0]
    lead = text[max(0, slot.span.start - _LEAD) : slot.span.start]
    return carries(slot.kind.value, before, after, lead)


def _remember_host(slot: OutletSlot, mention: NameHit, outlet: Outlet, desk: Desk) -> None:
    """After "told Bill Adams of CNN", to speak to Adams is to speak on CNN."""
    host = _SHOW_HOST.search(desk.text[slot.span.start : mention.span.start])
    if host and slot.kind is SlotKind.ADDRESSEE:
        desk.hosts_of_shows[host[1]] = outlet


def _settled_by_link(claim: Claim, mention: NameHit, desk: Desk) -> Outlet | None:
    for slot in claim.slots:
        if slot.url:
            linked = outlet_of_url(slot.url, desk.registry)
            if linked in mention.candidates:
                return linked
    return None


def by_description(claim: Claim, desk: Desk) -> Resolution | None:
    """A definite description means the last outlet of a fitting kind that carried something; a pronoun whatever the source's name says."""
    for slot in claim.slots:
        if slot.kind is SlotKind.LINK:
            continue
        words = slot.span.of(desk.text)
        host = desk.hosts_of_shows.get(words.split()[-1]) if slot.kind is SlotKind.ADDRESSEE and words.split() else None
        if host is not None:
            reason = said("“{words}” speaks for {outlet}, as said before", words=words, outlet=host.name)
            return Resolution(host, ResolvedBy.ANAPHORA, slot.span, reason=reason)
        noun = described(words)
        if noun:
            return _last_carrier(noun, slot.span, desk)
    if claim.source.anaphor and claim.source.spans:
        noun = described(claim.source.spans[0].of(desk.text))
        return _last_carrier(noun, claim.source.spans[0], desk) if noun else None
    if claim.source.kind is SourceKind.OUTLET and claim.source.name:
        return _by_source_name(claim, desk)
    return _by_own_reporter(claim, desk)


def _by_own_reporter(claim: Claim, desk: Desk) -> Resolution | None:
    """The publisher of the page where it calls the source one of its own: "our Jane Doe reported"."""
    if desk.publisher is None or desk.publisher.kind in NO_CARRIERS or not claim.source.spans:
        return None
    span = claim.source.spans[0]
    words = span.of(desk.text)
    if not _OUR.match(words):
        return None
    reason = said("“{words}” is of {outlet}, on whose page this stands", words=words, outlet=desk.publisher.name)
    return Resolution(desk.publisher, ResolvedBy.ANAPHORA, span, reason=reason)


def _by_source_name(claim: Claim, desk: Desk) -> Resolution | None:
    name = claim.source.name
    bare, _ = without_article(name)
    mentions = find_names(f"told the {bare}", desk.registry, publisher=desk.publisher)
    outlets = {mention.outlet.slug: mention.outlet for mention in mentions if mention.outlet and mention.outlet.kind not in NO_CARRIERS}
    if len(outlets) != 1:
        return None
    evidence = claim.source.spans[0] if claim.source.spans else None
    reason = said("the source is {source}, named earlier", source=name)
    return Resolution(next(iter(outlets.values())), ResolvedBy.ANAPHORA, evidence, reason=reason)


def _last_carrier(noun: str, span: Span, desk: Desk) -> Resolution | None:
    kinds = DESCRIBED_KINDS[noun]
    words = span.of(desk.text)
    for place, outlet in reversed(desk.carriers):
        if place < span.start and outlet.kind in kinds:
            reason = said("“{words}” is {outlet}, the last {noun} that carried something", words=words, outlet=outlet.name, noun=noun)
            return Resolution(outlet, ResolvedBy.ANAPHORA, span, reason=reason)
    reach = _NEAR if noun in OUTLET_NOUNS else _NEXT if noun == "site" else 0
    if not reach:
        return None
    near = {mention.outlet.slug: mention.outlet for mention in desk.before(span, reach) if mention.outlet and mention.outlet.kind in kinds}
    if len(near) == 1:
        outlet = next(iter(near.values()))
        reason = said("“{words}” is {outlet}, the only {noun} named shortly before", words=words, outlet=outlet.name, noun=noun)
        return Resolution(outlet, ResolvedBy.ANAPHORA, span, reason=reason)
    reason = said("“{words}” speaks of an outlet that the article has not named as a source", words=words)
    return Resolution(None, ResolvedBy.NONE, span, unnamed=True, reason=reason)


def unnamed_outlet(claim: Claim, desk: Desk) -> Resolution | None:
    """An outlet is mentioned, but without a name, or with one that is not in the table."""
    for slot in claim.slots:
        if slot.kind is SlotKind.LINK or desk.within(slot.span):
            continue
        words = slot.span.of(desk.text)
        if is_indefinite(words):
            reason = said("“{words}” speaks of an outlet without naming it", words=words)
            return Resolution(None, ResolvedBy.NONE, slot.span, unnamed=True, reason=reason)
        name = outlet_like(words)
        if name and (slot.kind is not SlotKind.SOURCE or claim.source.kind is SourceKind.OUTLET):
            reason = said("“{name}” looks like an outlet that is not in the table", name=name)
            return Resolution(None, ResolvedBy.NONE, slot.span, unnamed=True, reason=reason)
    if claim.source.kind is SourceKind.OUTLET:
        span = claim.source.spans[0] if claim.source.spans else None
        named = claim.source.name or (span.of(desk.text) if span else "")
        reason = said("“{name}” is an outlet that is not in the table", name=named) if named else said("an outlet is not named")
        return Resolution(None, ResolvedBy.NONE, span, unnamed=True, reason=reason)
    return None
