"""What a second look changed: which claims came and went, and which one stands where a vanished one stood."""

from credibility.floor.language import tr_of
from credibility.model import RatedClaim, Reading


def successor(gone: RatedClaim, reading: Reading) -> RatedClaim | None:
    """The claim that has most of a vanished claim's content; None where nothing of it is part of a claim any more."""
    best: tuple[int, RatedClaim] | None = None
    for rated in reading.claims:
        shared = sum(
            max(0, min(mine.end, other.end) - max(mine.start, other.start)) for mine in gone.claim.content for other in rated.claim.content
        )
        if shared and (best is None or shared > best[0]):
            best = (shared, rated)
    return best[1] if best else None


def change_words(before: Reading, after: Reading) -> str:
    """Such as "The second look found 3 more claims and dropped 1."; "" when it changed none."""
    old, new = {rated.id for rated in before.claims}, {rated.id for rated in after.claims}
    came, went = len(new - old), len(old - new)
    if not came and not went:
        return ""
    if not came:
        return tr_of(went, "The second look dropped {count} claim.", "The second look dropped {count} claims.")
    if not went:
        return tr_of(came, "The second look found {count} more claim.", "The second look found {count} more claims.")
    return tr_of(
        came,
        "The second look found {count} more claim and dropped {dropped}.",
        "The second look found {count} more claims and dropped {dropped}.",
        dropped=went,
    )
