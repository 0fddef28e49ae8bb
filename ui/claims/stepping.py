"""From claim to claim in the order of the text, around the ends."""

from collections.abc import Sequence

from credibility.model import RatedClaim


def step_on(claims: Sequence[RatedClaim], place: int, step: int, offset: int) -> str | None:
    """The id of the claim `step` claims on from the one at a `place` among them; None when there is none.

    Without a current claim (-1) it is the first one that begins at or behind `offset` in the text, or the last one before it.
    """
    if not claims:
        return None
    if place < 0:
        behind = sum(1 for rated in claims if rated.claim.content[0].start < offset)
        place = behind - 1 if step > 0 else behind
    return claims[(place + step) % len(claims)].id


def step_from(claims: Sequence[RatedClaim], step: int, offset: int) -> str | None:
    """The id of the claim at or behind a place in the text, or for a step back of the one before it; None when there is none."""
    if not claims:
        return None
    behind = [rated for rated in claims if rated.claim.content[-1].end <= offset]
    if step < 0:
        return (behind or claims)[-1].id
    return next((rated for rated in claims if rated.claim.content[-1].end > offset), claims[0]).id
