"""The reader's own word on the claims of an article."""

from dataclasses import dataclass
from enum import Enum

from credibility.model.articles import Span
from credibility.model.claims import Source


class CorrectionKind(Enum):
    """What the reader put right in one article."""

    NOT_A_CLAIM = "not-a-claim"
    OTHER_OUTLET = "other-outlet"
    SAID = "said"
    NOT_SAID = "not-said"
    OTHER_SOURCE = "other-source"


@dataclass(frozen=True, slots=True)
class Correction:
    """The reader's own word on one claim of one article, found again by its quoted words.

    `fingerprint` is `Article.fingerprint`; `quote` the content's words with white space folded, `span` where they stood.
    `outlet` is a slug, or None to say that no outlet carried the claim. `source` is who said it, for OTHER_SOURCE alone.
    """

    kind: CorrectionKind
    fingerprint: str
    quote: str
    span: Span
    outlet: str | None = None
    reason: str = ""
    source: Source | None = None
