"""Who said what, according to the article's own words: attributions, before any outlet is known."""

from dataclasses import dataclass, field
from enum import Enum

from credibility.model.articles import Article, Span


class QuoteKind(Enum):
    """How much of the content stands in quotation marks: all, none, or some."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceKind(Enum):
    """What kind of source is named; the three anonymous kinds run from most to least accountable."""

    OUTLET = "outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    POLL = "poll"
    ANONYMOUS_OFFICIAL = "anonymous-official"
    ANONYMOUS = "anonymous"
    HEARSAY = "hearsay"
    NONE = "none"

    @property
    def is_anonymous(self) -> bool:
        """Whether no one who could be held accountable for the claim is named."""
        return self in (SourceKind.ANONYMOUS_OFFICIAL, SourceKind.ANONYMOUS, SourceKind.HEARSAY)


@dataclass(frozen=True, slots=True)
class Source:
    """To whom the article attributes the claim.

    `spans` are the source's words in the text, empty when it is not named there. `name` is the fullest name known for it in
    this article (a pronoun or "the official" resolved to its antecedent), "" when unknown. `anaphor` is True for a definite
    description that refers to an outlet named earlier ("the paper", "the network"). `title` is where the article says what the source
    is ("director of the port"), `justification` where it says how the source can know, or why it is not named ("who saw the draft");
    both are empty where the article does not say.
    """

    kind: SourceKind
    name: str = ""
    spans: tuple[Span, ...] = ()
    anaphor: bool = False
    title: tuple[Span, ...] = ()
    justification: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that signal the attribution; `lemma` names the lexicon row that matched ("say", "according to", "quotation")."""

    lemma: str
    spans: tuple[Span, ...] = ()


class SlotKind(Enum):
    """The grammatical position in which the outlet that carried a claim may be named."""

    SOURCE = "source"
    ADDRESSEE = "addressee"
    VENUE = "venue"
    AFFILIATION = "affiliation"
    POSSESSIVE = "possessive"
    POLL = "poll"
    REPORT = "report"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class OutletSlot:
    """A place in the text that may name an outlet; for LINK, `url` is the hyperlink on cue or content and `span` its anchor text."""

    kind: SlotKind
    span: Span
    url: str | None = None


class Polarity(Enum):
    """Whether the content is asserted by its source; only asserted content takes an outlet's colour."""

    ASSERTED = "asserted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    QUESTIONED = "questioned"
    RETRACTED = "retracted"


class Denier(Enum):
    """Who denies: the source (that it is true), the narrator (that the source said it), or the reader, by correcting the detection."""

    SOURCE = "source"
    NARRATOR = "narrator"
    READER = "reader"


@dataclass(frozen=True, slots=True)
class Claim:
    """One attribution in one article: content, cue and source, with the places where its outlet may be named.

    `content` holds sorted, disjoint, non-empty spans. `slots` are in order of strength. `resumes` is the id of the claim
    whose source this one resumes ("the same official"): its outlet carries over. `inner` is a source cited inside an outlet's
    report ("citing two aides"). `excerpt` indexes `Claims.excerpts`. `reasons` say in plain words why this is a claim;
    `found_by` is the rule or "tagger"; `confidence` is 0–1, 1.0 for a rule. `denied_by` is None unless the polarity is DENIED.
    """

    id: str
    content: tuple[Span, ...]
    cue: Cue
    source: Source
    quote: QuoteKind
    slots: tuple[OutletSlot, ...] = ()
    resumes: str | None = None
    inner: Source | None = None
    excerpt: int | None = None
    attitude: bool = False
    found_by: str = ""
    reasons: tuple[str, ...] = ()
    confidence: float = 1.0
    polarity: Polarity = Polarity.ASSERTED
    denied_by: Denier | None = None

    @property
    def asserted(self) -> bool:
        """Whether the article says that the source asserts the content."""
        return self.polarity is Polarity.ASSERTED


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of the article that republishes another piece; `slot` is where its outlet is named, `author` as written."""

    span: Span
    cue: Span
    slot: OutletSlot | None
    author: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Claims:
    """Everything `detect` found, in text order. `notes` are sentences for the reader ("read by rules alone")."""

    items: tuple[Claim, ...] = field(default=())
    excerpts: tuple[Excerpt, ...] = field(default=())
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """An article with the claims detected in it: the part of a reading that does not depend on the table."""

    article: Article
    claims: Claims = field(repr=False)
