"""The reader's corrections of the claims in an article, and how passages are found again in another copy of its text."""

from dataclasses import dataclass
from enum import Enum

from credibility.model.articles import Span
from credibility.model.claims import Source


@dataclass(frozen=True, slots=True)
class QuoteSelector:
    """W3C TextQuoteSelector: the exact words with some text before and after."""

    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class PositionSelector:
    """W3C TextPositionSelector, in code points of the article's text."""

    start: int
    end: int


Selectors = tuple[QuoteSelector, PositionSelector]
"""Both selectors of one passage: the position counts only if the quotation is found there."""


class CorrectionKind(Enum):
    """What the reader corrected in one article."""

    NOT_A_CLAIM = "not-a-claim"
    OTHER_OUTLET = "other-outlet"
    SAID = "said"
    NOT_SAID = "not-said"
    OTHER_SOURCE = "other-source"
    CLAIM = "claim"
    EDGES = "edges"


@dataclass(frozen=True, slots=True)
class Correction:
    """The reader's correction of one claim in one article; the claim is found again by its quoted words.

    `fingerprint` is `Article.fingerprint`; `quote` is the content's words with white space folded, `span` where they were, `prefix` and
    `suffix` the text around them ("" if not stored). `outlet` is a slug, or None to say that no outlet carried the claim.
    `source` is who said it, for OTHER_SOURCE and CLAIM. `content` are the passages of a claim that the reader added (CLAIM) or whose
    edges the reader moved (EDGES).
    """

    kind: CorrectionKind
    fingerprint: str
    quote: str
    span: Span
    outlet: str | None = None
    reason: str = ""
    source: Source | None = None
    prefix: str = ""
    suffix: str = ""
    content: tuple[Selectors, ...] = ()


class Reach(Enum):
    """For which claims the reader says which outlet carried them."""

    CLAIM = "this claim"
    ARTICLE = "this name in this article"
    ALWAYS = "this name in every article"


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A claim that the reader is about to add: what is claimed, who said it, and which outlet (by slug) carried it, if any did."""

    content: tuple[Span, ...]
    source: Source
    outlet: str | None = None


@dataclass(frozen=True, slots=True)
class KeptCorrection:
    """A correction with the names of the page that it was made on: addresses, and the title where it is long enough."""

    correction: Correction
    pages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorrectionReport:
    """The result of an import: how many corrections were added, how many were stored already, and what was left out.

    `differing` are the quotations of those left out because the reader's own correction of the same words differs. `unreadable` counts
    entries of the file that make no sense, `unknown_outlets` are slugs that the table does not have.
    """

    added: int
    known: int = 0
    differing: tuple[str, ...] = ()
    unreadable: int = 0
    unknown_outlets: tuple[str, ...] = ()
