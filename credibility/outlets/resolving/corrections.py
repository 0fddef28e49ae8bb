"""Apply the reader's corrections to claims, found again by the quoted words so that they survive other containers and detectors."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from credibility.floor.language import said
from credibility.floor.passages.quotations import quote_kind
from credibility.floor.passages.selectors import anchor, describe
from credibility.floor.sources import SAID_BY_READER
from credibility.model import (
    Article,
    Claim,
    ClaimDraft,
    Correction,
    CorrectionKind,
    Denier,
    Polarity,
    PositionSelector,
    QuoteSelector,
    Resolution,
    ResolvedBy,
    ResolvedClaim,
    Source,
    Span,
)
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.own_claims import among, own_claim, placed_content

_ENOUGH_OVERLAP = 0.5


@dataclass(frozen=True, slots=True)
class Corrected:
    """The claims that stay, corrected; those that the reader rejected; and the corrections whose words are not in the article."""

    kept: tuple[ResolvedClaim, ...]
    rejected: tuple[ResolvedClaim, ...] = ()
    unplaced: tuple[Correction, ...] = ()


def correct(resolved: Iterable[ResolvedClaim], corrections: Iterable[Correction], article: Article, registry: OutletRegistry) -> Corrected:
    """Apply the reader's corrections to the claims; a correction that finds no claim changes nothing and is listed as unplaced."""
    given, claims = tuple(corrections), list(resolved)
    if not given:
        return Corrected(tuple(claims))
    claims, unplaced = _with_own(claims, [each for each in given if each.kind is CorrectionKind.CLAIM], article, registry)
    others = [each for each in given if each.kind is not CorrectionKind.CLAIM]
    unplaced += _put_on(claims, others, article, registry)
    kept = tuple(one for one in claims if not _is_rejected(one))
    return Corrected(kept, tuple(one for one in claims if _is_rejected(one)), tuple(unplaced))


def _put_on(claims: list[ResolvedClaim], others: list[Correction], article: Article, registry: OutletRegistry) -> list[Correction]:
    """Apply corrections to their claims. Returns those without a claim, or whose words are no longer there."""
    unplaced = []
    found = [one.claim for one in claims]
    words = [_quote(claim, article.text) for claim in found]
    for correction in others:
        index = _anchor(correction, found, words, article.text)
        content = placed_content(correction, article)
        if index is None or (correction.content and not content):
            unplaced.append(correction)
            continue
        one = _with_edges(claims[index], content, article.text) if content else _with(claims[index], correction, registry)
        claims[index] = replace(one, found=found[index], corrections=(*one.corrections, correction))
    return unplaced


def _with_own(
    claims: list[ResolvedClaim], added: list[Correction], article: Article, registry: OutletRegistry
) -> tuple[list[ResolvedClaim], list[Correction]]:
    """The claims with those that the reader added, and the added ones whose words are gone."""
    made = [(each, own_claim(each, article, registry)) for each in added]
    own = [replace(one, corrections=(each,)) for each, one in made if one is not None]
    return among(claims, own), [each for each, one in made if one is None]


def correction_for(
    claim: Claim,
    article: Article,
    kind: CorrectionKind,
    outlet: str | None = None,
    reason: str = "",
    *,
    source: Source | None = None,
) -> Correction:
    """The correction of a claim as it is stored: the article's fingerprint, the quoted words and their position."""
    around, position = describe(Span(claim.content[0].start, claim.content[-1].end), article.text)
    return Correction(
        kind,
        article.fingerprint,
        _quote(claim, article.text),
        Span(position.start, position.end),
        outlet,
        reason,
        source,
        around.prefix,
        around.suffix,
    )


def added_claim(draft: ClaimDraft, article: Article) -> Correction:
    """A claim that the reader adds, as it is kept."""
    content = tuple(describe(span, article.text) for span in draft.content)
    first, last = draft.content[0], draft.content[-1]
    around, _ = describe(Span(first.start, last.end), article.text)
    return Correction(
        CorrectionKind.CLAIM,
        article.fingerprint,
        _fold(" ".join(span.of(article.text) for span in draft.content)),
        Span(first.start, last.end),
        draft.outlet,
        source=draft.source,
        prefix=around.prefix,
        suffix=around.suffix,
        content=content,
    )


def moved_edges(claim: Claim, content: tuple[Span, ...], article: Article) -> Correction:
    """Another content of a claim, as it was found, as it is kept."""
    kept = correction_for(claim, article, CorrectionKind.EDGES)
    return replace(kept, content=tuple(describe(span, article.text) for span in content))


def _with_edges(one: ResolvedClaim, content: tuple[Span, ...], text: str) -> ResolvedClaim:
    return replace(one, claim=replace(one.claim, content=content, quote=quote_kind(text, content)))


def _is_rejected(one: ResolvedClaim) -> bool:
    return any(correction.kind is CorrectionKind.NOT_A_CLAIM for correction in one.corrections)


def _with(one: ResolvedClaim, correction: Correction, registry: OutletRegistry) -> ResolvedClaim:
    """The claim with one correction on it."""
    if correction.kind is CorrectionKind.NOT_A_CLAIM:
        return one
    if correction.kind is CorrectionKind.OTHER_OUTLET:
        return replace(one, resolution=_corrected(correction, registry))
    if correction.source is not None:
        return replace(one, claim=_said_by(one.claim, correction.source))
    return replace(one, claim=_said(one.claim, correction.kind is CorrectionKind.SAID))


def _said(claim: Claim, was_said: bool) -> Claim:
    """The claim as asserted, or as denied by the reader; unchanged if it already is."""
    if claim.asserted is was_said:
        return claim
    if was_said:
        return replace(claim, polarity=Polarity.ASSERTED, denied_by=None, reasons=(*claim.reasons, said("you said that this was said")))
    return replace(claim, polarity=Polarity.DENIED, denied_by=Denier.READER)


def _said_by(claim: Claim, source: Source) -> Claim:
    """The claim with the source that the reader named; its outlet is not affected."""
    return replace(claim, source=source, reasons=(*claim.reasons, SAID_BY_READER))


def _corrected(correction: Correction, registry: OutletRegistry) -> Resolution:
    outlet = registry.outlet(correction.outlet) if correction.outlet else None
    reason = correction.reason or (said("you chose this outlet") if outlet else said("you said that no outlet carried it"))
    return Resolution(outlet, ResolvedBy.CORRECTED, reason=reason)


def _anchor(correction: Correction, claims: list[Claim], words: list[str], text: str) -> int | None:
    """The claim with exactly these words at their position; else the one there that covers most of them."""
    quote = _fold(correction.quote)
    same = [index for index, quoted in enumerate(words) if quoted == quote]
    place = None
    if len(same) != 1:
        around = QuoteSelector(correction.span.of(text) if _stands(correction, text) else quote, correction.prefix, correction.suffix)
        place = anchor(around, PositionSelector(correction.span.start, correction.span.end), text)
    if same:
        start = place.start if place else correction.span.start
        return min(same, key=lambda index: abs(claims[index].content[0].start - start))
    if place is None:
        return None
    shares = [(_share(claim, place), index) for index, claim in enumerate(claims)]
    best, index = max(shares, default=(0.0, -1))
    return index if best >= _ENOUGH_OVERLAP else None


def _stands(correction: Correction, text: str) -> bool:
    """Whether the quoted words are still at their old position."""
    return _fold(correction.span.of(text)) == _fold(correction.quote)


def _quote(claim: Claim, text: str) -> str:
    return _fold(" ".join(span.of(text) for span in claim.content))


def _fold(words: str) -> str:
    return " ".join(words.split())


def _share(claim: Claim, span: Span) -> float:
    """Overlap over union, in code points."""
    common = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.content)
    union = sum(len(part) for part in claim.content) + len(span) - common
    return common / union if union else 0.0
