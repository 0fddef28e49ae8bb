"""By which name an article speaks of the outlet that carried a claim."""

import re

from credibility.model import RatedClaim, ResolvedBy, SourceKind

_DETERMINER = re.compile(r"^(?:the|an?|its|his|her|their|our|this|that|one|another)\s+", re.IGNORECASE)
_BY_NAME = (ResolvedBy.NAMED, ResolvedBy.ADDRESSEE)
_MAY_BE_OUTLETS = (SourceKind.OUTLET, SourceKind.ORGANISATION)


def outlet_name_in(rated: RatedClaim, text: str) -> str:
    """The name as it is written in `text`, such as "Post"; "" where none is, or only a description such as "the paper"."""
    resolution, source = rated.resolution, rated.claim.source
    words = ""
    if resolution.evidence is not None and resolution.by in _BY_NAME:
        words = resolution.evidence.of(text)
    elif source.kind in _MAY_BE_OUTLETS and not source.anaphor:
        words = source.name or " ".join(span.of(text) for span in source.spans)
    bare = _DETERMINER.sub("", " ".join(words.split()))
    return bare if len(bare) > 1 and bare[:1].isupper() else ""
