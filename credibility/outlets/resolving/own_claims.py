"""Claims that the reader added, rebuilt from the stored corrections wherever their words are in the present text."""

import re
from dataclasses import replace
from itertools import pairwise

from credibility.floor.language import said
from credibility.floor.passages.quotations import quote_kind
from credibility.floor.passages.selectors import agreement, anchor
from credibility.model import (
    Article,
    Claim,
    Correction,
    Cue,
    PositionSelector,
    QuoteSelector,
    Resolution,
    ResolvedBy,
    ResolvedClaim,
    Source,
    SourceKind,
    Span,
)
from credibility.outlets.registry import OutletRegistry

FOUND_BY = "reader"
_UNMISTAKABLE, _SURE_AROUND = 24, 12  # characters of a quotation that needs no context; of context that a shorter one needs
_SAME = 0.8  # overlap over union from which a claim of the program's says what one of the reader's does


def own_claim(correction: Correction, article: Article, registry: OutletRegistry) -> ResolvedClaim | None:
    """The claim that the reader added; None where its words are not in the article any more."""
    content = placed_content(correction, article)
    if not content:
        return None
    source = _written(correction.source or Source(SourceKind.NONE), content[0], article)
    outlet = registry.outlet(correction.outlet) if correction.outlet else None
    claim = Claim(
        id=f"r{content[0].start}-{content[-1].end}",
        content=content,
        cue=Cue(""),
        source=source,
        quote=quote_kind(article.text, content),
        found_by=FOUND_BY,
    )
    reason = said("you said so when you marked this claim") if outlet else ""
    return ResolvedClaim(claim, Resolution(outlet, ResolvedBy.CORRECTED if outlet else ResolvedBy.NONE, reason=reason))


def placed_content(correction: Correction, article: Article) -> tuple[Span, ...]:
    """Where the passages of a correction stand in the article; none unless all of them do, one behind the other."""
    placed = [_place(quote, position, article.text) for quote, position in correction.content]
    content = tuple(sorted(span for span in placed if span is not None))
    apart = all(one.end <= other.start for one, other in pairwise(content))
    return content if apart and len(content) == len(placed) else ()


def _place(quote: QuoteSelector, position: PositionSelector, text: str) -> Span | None:
    """Where a passage stands; a few words that stand elsewhere now are those meant only where what is around them is the same too."""
    place = anchor(quote, position, text)
    if place is None or place.start == position.start or len(quote.exact) >= _UNMISTAKABLE:
        return place
    return place if agreement(place, quote, text) >= _SURE_AROUND else None


def among(found: list[ResolvedClaim], own: list[ResolvedClaim]) -> list[ResolvedClaim]:
    """The claims found with those of the reader, in text order; what was found of nearly the same words gives way to the reader's."""
    kept = [one for one in found if not any(_says_the_same(one.claim, mine.claim) for mine in own)]
    for mine in own:
        place = next((at for at, one in enumerate(kept) if _start(one) > _start(mine)), len(kept))
        kept.insert(place, mine)
    return kept


def _start(one: ResolvedClaim) -> int:
    return one.claim.content[0].start


def _says_the_same(one: Claim, other: Claim) -> bool:
    if one.content[-1].end <= other.content[0].start or other.content[-1].end <= one.content[0].start:
        return False
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one.content for b in other.content)
    union = sum(map(len, one.content)) + sum(map(len, other.content)) - common
    return common / union >= _SAME


def _written(source: Source, beside: Span, article: Article) -> Source:
    """The source with the place in the same paragraph where its name stands nearest to the claim, if it stands there."""
    block = next((block.span for block in article.blocks if block.span.covers(beside)), None)
    if block is None or not source.name:
        return source
    pattern = rf"(?<!\w){re.escape(source.name)}(?!\w)"
    places = [Span(block.start + found.start(), block.start + found.end()) for found in re.finditer(pattern, block.of(article.text))]
    outside = [place for place in places if not place.overlaps(beside)]
    if not outside:
        return source
    return replace(source, spans=(min(outside, key=lambda place: min(abs(place.end - beside.start), abs(place.start - beside.end))),))
