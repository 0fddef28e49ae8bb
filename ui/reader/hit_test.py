"""Which claim lies under a place in the text."""

from collections.abc import Iterable

from credibility.model import RatedClaim


def claim_at(claims: Iterable[RatedClaim], offset: int) -> RatedClaim | None:
    """The innermost claim whose content covers the code point at `offset`; the shorter content wins, then the earlier claim."""
    best: tuple[int, RatedClaim] | None = None
    for rated in claims:
        if any(span.start <= offset < span.end for span in rated.claim.content):
            length = sum(len(span) for span in rated.claim.content)
            if best is None or length < best[0]:
                best = (length, rated)
    return best[1] if best else None
