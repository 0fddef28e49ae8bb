"""Claims that the reader adds, in memory."""

from collections.abc import Mapping

from credibility.model import (
    Claim,
    ClaimDraft,
    Cue,
    Outlet,
    QuoteKind,
    RatedClaim,
    Rating,
    Resolution,
    ResolvedBy,
    Role,
    SourceKind,
    Why,
    WhyStep,
)

ROLES = {SourceKind.NONE: Role.NO_SOURCE, SourceKind.OUTLET: Role.UNKNOWN_OUTLET, SourceKind.ANONYMOUS_OFFICIAL: Role.ANONYMOUS}


def added(draft: ClaimDraft, outlets: Mapping[str, Outlet], ratings: Mapping[str, tuple[Rating, ...]]) -> RatedClaim:
    """The claim of a draft, rated."""
    claim = Claim(
        f"r{draft.content[0].start}-{draft.content[-1].end}",
        draft.content,
        Cue(""),
        draft.source,
        QuoteKind.INDIRECT,
        found_by="reader",
    )
    outlet = outlets[draft.outlet] if draft.outlet else None
    own = ratings.get(draft.outlet or "", ())
    by_source = ROLES[draft.source.kind] if draft.source.kind in ROLES else Role(draft.source.kind.value)
    role = (Role[own[0].tier.name] if own else Role.UNRATED) if outlet else by_source
    resolution = Resolution(outlet, ResolvedBy.CORRECTED if outlet else ResolvedBy.NONE)
    why = (Why(WhyStep.WORDS, "You marked these words as a claim.", draft.content[0]), Why(WhyStep.RULE, "The first rater decides."))
    return RatedClaim(claim, resolution, own[0] if own else None, own[1:], False, (), why, role)
