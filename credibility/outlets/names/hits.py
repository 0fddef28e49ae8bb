"""Find outlets' names in text: longest match in the original case, each name only where its rules hold.

Where rules leave several outlets possible the mention stays undecided and carries them as candidates: a wrong outlet is
worse than none.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, islice

from credibility.model import NameRule, Outlet, Span
from credibility.outlets.addresses.urls import outlet_of_host
from credibility.outlets.names import reasons, surroundings
from credibility.outlets.names.countries import evidence, is_country_word
from credibility.outlets.names.surfaces import Bearer, Hit, is_blocked, level
from credibility.outlets.registry import OutletRegistry

_ABBREVIATION = re.compile(r" \((?:the )?([A-Z][A-Za-z&]{1,7})\)")
_INITIALS_REACH = 90
_OPENING = 20_000  # code points in which an article tells what country it is about
_IS_DEFAULT = "*"  # in the context of the one namesake that is meant where nothing speaks of a country
_ENOUGH_FOR_COUNTRY = 3  # places with a country's words before they decide on their own


@dataclass(frozen=True, slots=True)
class NameHit:
    """An outlet's name in the text. `outlet` is None where several could be meant; `reason` says by what rule or why not."""

    span: Span
    outlet: Outlet | None
    candidates: tuple[Outlet, ...] = ()
    reason: str = ""


class _Spans:
    """Spans that are asked for each name: in order, so that only those near the name are looked at."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(set(spans))
        self._ends = list(accumulate((span.end for span in self._spans), max))  # of all spans up to here, the furthest end
        self._all = frozenset(self._spans)

    def __contains__(self, span: Span) -> bool:
        return span in self._all

    def around(self, start: int, end: int) -> Iterator[Span]:
        """The spans that hold a stretch of text whole."""
        at = bisect_right(self._spans, start, key=lambda span: span.start) - 1
        while at >= 0 and self._ends[at] >= end:
            if self._spans[at].end >= end:
                yield self._spans[at]
            at -= 1

    def meet(self, span: Span) -> bool:
        """Whether one of them overlaps a span."""
        before = bisect_left(self._spans, span.end, key=lambda each: each.start)
        return before > 0 and self._ends[before - 1] > span.start


@dataclass(slots=True)
class _Page:
    """What is known while one text is read from left to right."""

    text: str
    registry: OutletRegistry
    publisher: Outlet | None
    cued: "_Spans"
    people: frozenset[str]
    seen: dict[str, str] = field(default_factory=dict)
    bound: dict[str, str | None] = field(default_factory=dict)
    counts: dict[tuple[str, ...], int] = field(default_factory=dict)


def find_names(
    text: str, registry: OutletRegistry, *, publisher: Outlet | None = None, cued: Iterable[Span] = (), people: Iterable[str] = ()
) -> tuple[NameHit, ...]:
    """All mentions in text order, none overlapping another.

    `publisher` is the outlet that published the text: it may call itself by its short name, and its country decides between
    namesakes when the words do not. `cued` are spans (slots of claims) in which a name needs no further cue, `people` the surnames of
    those who speak in it: where a Ross Bloomberg speaks, "Bloomberg" alone is no outlet.
    """
    page = _Page(level(text), registry, publisher, _Spans(cued), frozenset(people))
    hits = [hit for hit in registry.names.scan(page.text) if not is_blocked(hit.bearers)]
    page.bound = _abbreviations(page, hits)
    mentions = [mention for hit in hits if (mention := _judge(hit, page))]
    taken = _Spans(mention.span for mention in mentions)
    extra = [*_introduced(page, taken), *_addresses(page, taken)]
    return tuple(sorted([*mentions, *extra], key=lambda mention: mention.span))


def _judge(hit: Hit, page: _Page) -> NameHit | None:
    surface = page.text[hit.start : hit.end]
    span = Span(hit.start, hit.end)
    if surface in page.bound:
        bound = page.bound[surface]
        return NameHit(span, page.registry.outlets[bound], (), reasons.introduced(surface)) if bound else None
    standing = [bearer for bearer in hit.bearers if _stands(bearer, hit, page)]
    slugs = _distinct(bearer.slug for bearer in standing if _is_meant(bearer, standing, hit, page))
    if len(slugs) > 1:
        slugs = _prefer_known(slugs, page)
    if len(slugs) == 1:
        page.seen.setdefault(slugs[0], surface)
        return NameHit(span, page.registry.outlets[slugs[0]], (), reasons.chosen(surface, page.registry.outlets[slugs[0]], standing))
    possible = slugs or _distinct(bearer.slug for bearer in standing)
    if not possible or not (slugs or _is_cued(hit, page)):
        return None
    outlets = tuple(page.registry.outlets[slug] for slug in possible)
    return NameHit(span, None, outlets, reasons.undecided(surface, outlets))


def _stands(bearer: Bearer, hit: Hit, page: _Page) -> bool:
    """The rules that make a string a name at all; failing one means that an ordinary word was met."""
    rules = bearer.name.rules
    text, start, end = page.text, hit.start, hit.end
    single = " " not in text[start:end]
    if NameRule.NEVER in rules or _names_another(text, hit, page):
        return False
    if NameRule.ACRONYM in rules and surroundings.is_shouted(text, start, end):
        return False
    if (NameRule.NEEDS_THE in rules or (bearer.official_article and single)) and not surroundings.has_the(text, start, end):
        return False
    if NameRule.NEEDS_CUE in rules and not _is_cued(hit, page):
        return False
    guarded = single and rules not in ((NameRule.PLAIN,), (NameRule.ACRONYM,))
    namesakes = NameRule.NEEDS_COUNTRY in rules  # only of those is a place told: "the Guardian of Lagos", but "the Republic of Turkey"
    return not (guarded and surroundings.is_part_of_longer_name(text, start, end, _is_from(page, start), namesakes))


def _names_another(text: str, hit: Hit, page: _Page) -> bool:
    """Whether the words around a name make a company, a station or another paper of it, or the name is a speaker's."""
    start, end = hit.start, hit.end
    if text[start:end] in page.people or surroundings.names_another_body(text, end):
        return True
    return " " in text[start:end] and surroundings.ends_longer_title(text, start, end)


def _is_meant(bearer: Bearer, rivals: Sequence[Bearer], hit: Hit, page: _Page) -> bool:
    """The rules that choose among namesakes: a fuller name earlier, or the country."""
    rules = bearer.name.rules
    known = bearer.slug in page.seen or (page.publisher is not None and page.publisher.slug == bearer.slug)
    if NameRule.NEEDS_ANTECEDENT in rules and not known:
        return False
    return NameRule.NEEDS_COUNTRY not in rules or known or _country_decides(bearer, rivals, hit, page)


def _country_decides(bearer: Bearer, rivals: Sequence[Bearer], hit: Hit, page: _Page) -> bool:
    """Nearest evidence first: sentence, paragraph, the publisher's country, the article as a whole; then the default, if one is marked."""
    others = [rival for rival in rivals if rival.slug != bearer.slug and NameRule.NEEDS_COUNTRY in rival.name.rules]
    for near in (surroundings.sentence_around, surroundings.paragraph_around):
        stretch = near(page.text, hit.start, hit.end)
        mine = _evidence(bearer, stretch)
        if mine or any(_evidence(rival, stretch) for rival in others):
            return mine
    home = page.publisher.country if page.publisher else None
    if home and any(home in one.name.context for one in (bearer, *others)):
        return home in bearer.name.context
    if any(_prevails(rival, page) for rival in others):
        return False
    return _prevails(bearer, page) or _IS_DEFAULT in bearer.name.context


def _evidence(bearer: Bearer, stretch: str) -> bool:
    pattern = evidence(bearer.name.context)
    return bool(pattern and pattern.search(stretch))


def _prevails(bearer: Bearer, page: _Page) -> bool:
    """Whether the words of the bearer's country stand in enough places of the article; counted once per article."""
    context = bearer.name.context
    if context not in page.counts:
        pattern = evidence(context)
        page.counts[context] = sum(1 for _ in islice(pattern.finditer(page.text, 0, _OPENING), _ENOUGH_FOR_COUNTRY)) if pattern else 0
    return page.counts[context] >= _ENOUGH_FOR_COUNTRY


def _is_cued(hit: Hit, page: _Page) -> bool:
    if surroundings.has_cue(page.text, hit.start, hit.end):
        return True
    # Any word is capitalised where a sentence begins: "People of course are telling her" names nobody. But a singular noun
    # without an article is a name where it is all of a slot: "Slate has since argued that …".
    if surroundings.begins_sentence(page.text, hit.start):
        may_be_bare = not any(NameRule.NOT_BARE in bearer.name.rules for bearer in hit.bearers)
        return may_be_bare and Span(hit.start, hit.end) in page.cued
    return any(_heads(span, hit, page.text) for span in page.cued.around(hit.start, hit.end))


def _heads(slot: Span, hit: Hit, text: str) -> bool:
    """Whether the name is what the slot around it speaks of: at its end, or at its start after the article."""
    before = text[slot.start : hit.start].strip().lower()
    return hit.end >= slot.end - 2 or before in ("", "the", "l'", "d'")


def _is_from(page: _Page, start: int) -> bool:
    return is_country_word(surroundings.word_before(page.text, start))


def _prefer_known(slugs: list[str], page: _Page) -> list[str]:
    known = [slug for slug in slugs if slug in page.seen]
    if len(known) == 1:
        return known
    own = [slug for slug in slugs if page.publisher is not None and page.publisher.slug == slug]
    return own or slugs


def _abbreviations(page: _Page, hits: Sequence[Hit]) -> dict[str, str | None]:
    """Abbreviations the article introduces in brackets: bound to an outlet, or to something else (then None)."""
    by_end = {hit.end: hit for hit in hits}
    bound: dict[str, str | None] = {}
    for match in _ABBREVIATION.finditer(page.text):
        short = match[1]
        hit = by_end.get(match.start())
        before = page.text[max(0, match.start() - _INITIALS_REACH) : match.start()]
        if hit is not None and _spells_more(page.text[hit.start : hit.end], before, short):
            bound.setdefault(short, None)
        elif hit is not None:
            slugs = _distinct(bearer.slug for bearer in hit.bearers if NameRule.NEVER not in bearer.name.rules)
            if len(slugs) == 1:
                bound[short] = slugs[0]
        elif _spells(before, short):
            bound.setdefault(short, None)
    return bound


def _spells(before: str, short: str) -> bool:
    """Whether the words before the bracket give the abbreviation by their initials ("Palestinian Authority (PA)")."""
    return len(short) >= 2 and _initials(before).endswith(short.upper().replace("&", ""))


def _spells_more(name: str, before: str, short: str) -> bool:
    """Whether the abbreviation has more initials than the name at its end: "European Council on Trade (ECT)" is no Council on Trade."""
    own = _initials(name)
    return len(own) < len(short) and short.upper().endswith(own) and _spells(before, short)


def _initials(words: str) -> str:
    return "".join(word[0] for word in re.findall(r"[A-Za-z][\w'-]*", words) if word[0].isupper())


def _introduced(page: _Page, taken: _Spans) -> list[NameHit]:
    """Uses of introduced abbreviations that are no names of the table."""
    found = []
    for short, slug in page.bound.items():
        if slug is None or short in page.registry.names.bearers:
            continue
        for match in re.finditer(rf"(?<![\w@]){re.escape(short)}(?!\w)", page.text):
            span = Span(match.start(), match.end())
            if not taken.meet(span):
                found.append(NameHit(span, page.registry.outlets[slug], (), reasons.introduced(short)))
    return found


_ADDRESS = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_DOT = re.compile(r"\.[a-z]{2}")


def _addresses(page: _Page, taken: _Spans) -> list[NameHit]:
    """Domains written out as names ("told Polygraph.info"). Dots before a letter are rare, so they are looked for first."""
    found: list[NameHit] = []
    end_of_last = 0
    for dot in _DOT.finditer(page.text):
        match = _ADDRESS.match(page.text, _word_start(page.text, dot.start())) if dot.start() >= end_of_last else None
        if match:
            end_of_last = match.end()
            mention = _address(page, match, taken)
            found += [mention] if mention else []
    return found


def _word_start(text: str, position: int) -> int:
    while position and (text[position - 1].isalnum() or text[position - 1] == "-"):
        position -= 1
    return position


def _address(page: _Page, match: re.Match[str], taken: _Spans) -> NameHit | None:
    span = Span(match.start(), match.end())
    if page.text[span.start - 1 : span.start] in ("@", "/") or taken.meet(span):
        return None
    outlet = outlet_of_host(match[0], page.registry)
    return NameHit(span, outlet, (), reasons.address(match[0])) if outlet else None


def _distinct(slugs: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(slugs))
