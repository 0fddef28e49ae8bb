"""The working state while one article is resolved: its names, its publisher, who carried what so far."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from credibility.model import Article, Claim, Claims, Outlet, OutletKind, Resolution, SlotKind, SourceKind, Span
from credibility.outlets.addresses.urls import outlet_of_host, outlet_of_url
from credibility.outlets.names.hits import NameHit, find_names
from credibility.outlets.names.surfaces import level, without_article
from credibility.outlets.registry import OutletRegistry

# What these publish is their own statement or their users': the source of a claim, never the outlet that carried it.
NO_CARRIERS = frozenset({OutletKind.PLATFORM, OutletKind.GOV, OutletKind.IGO, OutletKind.NGO})

_ARTICLES = frozenset({"the", "The", "of", "at", "for"})  # in a name these make a role or an outlet of it: “Ida Falk of Reuters”
_AFTERWARDS = 100_000  # code points after the last claim in which a name or abbreviation in it may still be explained
_HOME_LINKS = 4  # links that must lead to one outlet before it is taken for the publisher


@dataclass(slots=True)
class Desk:
    """The working state while one article is resolved."""

    text: str
    registry: OutletRegistry
    publisher: Outlet | None
    home: str | None
    mentions: tuple[NameHit, ...]
    starts: tuple[int, ...]
    resolved: dict[str, Resolution] = field(default_factory=dict)
    carriers: list[tuple[int, Outlet]] = field(default_factory=list)
    hosts_of_shows: dict[str, Outlet] = field(default_factory=dict)
    last_words: dict[str, str] = field(default_factory=dict)  # speaker's name → id of the last claim
    last: Claim | None = None
    linked: set[Span] = field(default_factory=set)  # links on what was said: what they carry ends with their paragraph
    backed: set[str] = field(default_factory=set)  # ids of claims whose outlet a link in the content gave: it carries nothing else

    def within(self, span: Span) -> tuple[NameHit, ...]:
        """The mentions that begin in a span, in text order; a slot may be cut short by a mark inside a name ("E! News")."""
        return self.mentions[bisect_left(self.starts, span.start) : bisect_left(self.starts, span.end)]

    def before(self, span: Span, reach: int) -> tuple[NameHit, ...]:
        """The mentions that begin in the `reach` code points before a span."""
        return self.mentions[bisect_left(self.starts, span.start - reach) : bisect_left(self.starts, span.start)]

    def is_own(self, outlet: Outlet) -> bool:
        """Whether an outlet is the article's publisher or a part of it: its links to itself source nothing."""
        if self.home is None:
            return False
        return self.home in (outlet.slug, outlet.parent) or (self.publisher is not None and self.publisher.parent == outlet.slug)


def lay_out(article: Article, claims: Claims, registry: OutletRegistry) -> Desk:
    """Find the outlets' names in the article; in a slot of a claim they need no further cue."""
    publisher = publisher_outlet(article, registry)
    text = _where_names_count(article.text, claims)
    mentions = find_names(text, registry, publisher=publisher, cued=_slot_spans(claims), people=_surnames(claims, registry))
    home = publisher.slug if publisher else _home(article, registry)
    return Desk(article.text, registry, publisher, home, mentions, tuple(mention.span.start for mention in mentions))


def _where_names_count(text: str, claims: Claims) -> str:
    """The text to the end of the paragraph some way after the last claim: of an endless text only the beginning was searched for claims."""
    ends = [span.end for claim in claims.items for span in (*claim.content, *claim.source.spans, *(slot.span for slot in claim.slots))]
    ends += [excerpt.span.end for excerpt in claims.excerpts]
    end = text.find("\n", max(ends, default=0) + _AFTERWARDS)
    return text if end < 0 else text[:end]


def publisher_outlet(article: Article, registry: OutletRegistry) -> Outlet | None:
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


def _home(article: Article, registry: OutletRegistry) -> str | None:
    """The site that most links lead to, for an article that does not name its publisher: pages link mostly to their own site."""
    linked = Counter(outlet.slug for link in article.links if (outlet := outlet_of_url(link.url, registry)))
    slug, count = linked.most_common(1)[0] if linked else ("", 0)
    return slug if count >= _HOME_LINKS and 2 * count > len(article.links) else None


def _surnames(claims: Claims, registry: OutletRegistry) -> frozenset[str]:
    """The surnames of people named in full as sources, to distinguish them from outlets with the same name."""
    found = set()
    for claim in claims.items:
        words = claim.source.name.split() if claim.source.kind is SourceKind.PERSON else []
        is_role = any(word in _ARTICLES for word in words)
        is_outlet = any(" ".join(words[start:]) in registry.names.bearers for start in range(len(words) - 1))
        if len(words) > 1 and not is_role and not is_outlet:
            found.add(words[-1])
    return frozenset(found)


def _slot_spans(claims: Claims) -> Iterable[Span]:
    for claim in claims.items:
        yield from (slot.span for slot in claim.slots if slot.kind is not SlotKind.LINK)
    yield from (excerpt.slot.span for excerpt in claims.excerpts if excerpt.slot and excerpt.slot.kind is not SlotKind.LINK)
