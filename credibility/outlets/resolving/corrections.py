"""Put the reader's own word on claims: found again by the words they quote, so that another container or detector does not lose them."""

from collections.abc import Iterable
from dataclasses import replace

from credibility.model import (
    Article,
    Claim,
    Correction,
    CorrectionKind,
    Denier,
    Polarity,
    Resolution,
    ResolvedBy,
    ResolvedClaim,
    Source,
    Span,
)
from credibility.outlets.registry import OutletRegistry

_ENOUGH_OVERLAP = 0.5


def correct(
    resolved: Iterable[ResolvedClaim], corrections: Iterable[Correction], article: Article, registry: OutletRegistry
) -> tuple[tuple[ResolvedClaim, ...], tuple[ResolvedClaim, ...]]:
    """The claims that stay, corrected, and those the reader rejected. A correction that finds no claim changes nothing."""
    claims = list(resolved)
    rejected: set[int] = set()
    for correction in corrections:
        index = _anchor(correction, claims, article.text)
        if index is None or correction.fingerprint != article.fingerprint:
            continue
        if correction.kind is CorrectionKind.NOT_A_CLAIM:
            rejected.add(index)
        elif correction.kind is CorrectionKind.OTHER_OUTLET:
            claims[index] = replace(claims[index], resolution=_corrected(correction, registry))
        elif correction.source is not None:
            claims[index] = replace(claims[index], claim=_said_by(claims[index].claim, correction.source))
        else:
            claims[index] = replace(claims[index], claim=_said(claims[index].claim, correction.kind is CorrectionKind.SAID))
    kept = tuple(claim for index, claim in enumerate(claims) if index not in rejected)
    return kept, tuple(claims[index] for index in sorted(rejected))


def correction_for(
    claim: ResolvedClaim,
    article: Article,
    kind: CorrectionKind,
    outlet: str | None = None,
    reason: str = "",
    *,
    source: Source | None = None,
) -> Correction:
    """The correction of a claim as it is kept: by the article's fingerprint, the quoted words and where they stood."""
    content = claim.claim.content
    span = Span(content[0].start, content[-1].end)
    return Correction(kind, article.fingerprint, _quote(claim, article.text), span, outlet, reason, source)


def _said(claim: Claim, said: bool) -> Claim:
    """The claim as asserted, or as denied by the reader; what is so already stays as it was found."""
    if claim.asserted is said:
        return claim
    if said:
        return replace(claim, polarity=Polarity.ASSERTED, denied_by=None, reasons=(*claim.reasons, "you said that this was said"))
    return replace(claim, polarity=Polarity.DENIED, denied_by=Denier.READER)


def _said_by(claim: Claim, source: Source) -> Claim:
    """The claim with the source that the reader named; the outlet that carried it is another question."""
    return replace(claim, source=source, reasons=(*claim.reasons, "you said who said this"))


def _corrected(correction: Correction, registry: OutletRegistry) -> Resolution:
    outlet = registry.outlet(correction.outlet) if correction.outlet else None
    reason = correction.reason or ("you chose this outlet" if outlet else "you said that no outlet carried it")
    return Resolution(outlet, ResolvedBy.CORRECTED, reason=reason)


def _anchor(correction: Correction, claims: list[ResolvedClaim], text: str) -> int | None:
    """The claim of these very words, nearest to where they stood; else the one that covers most of them there."""
    quote = _fold(correction.quote)
    same = [index for index, claim in enumerate(claims) if _quote(claim, text) == quote]
    if same:
        return min(same, key=lambda index: abs(claims[index].claim.content[0].start - correction.span.start))
    if _fold(correction.span.of(text)) != quote:
        return None
    shares = [(_share(claim, correction.span), index) for index, claim in enumerate(claims)]
    best, index = max(shares, default=(0.0, -1))
    return index if best >= _ENOUGH_OVERLAP else None


def _quote(claim: ResolvedClaim, text: str) -> str:
    return _fold(" ".join(span.of(text) for span in claim.claim.content))


def _fold(words: str) -> str:
    return " ".join(words.split())


def _share(claim: ResolvedClaim, span: Span) -> float:
    """Overlap over union, in code points."""
    common = sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in claim.claim.content)
    union = sum(len(part) for part in claim.claim.content) + len(span) - common
    return common / union if union else 0.0
