"""The sealed result: claims with outlet, rating, reasons and annotations, ready to be painted, printed or written as JSON."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import Enum

from credibility.floor.language import said
from credibility.model.articles import Article, Span
from credibility.model.claims import Claim, Excerpt
from credibility.model.corrections import Correction, Selectors
from credibility.model.notes import PlacedNote
from credibility.model.outlets import Outlet, Rating


class ResolvedBy(Enum):
    """What kind of evidence gave a claim its outlet; the values are those of `outlet_by` in the JSON."""

    NAMED = "named"
    ADDRESSEE = "addressee"
    ANAPHORA = "anaphora"
    CARRIED_OVER = "carried-over"
    LINK = "link"
    EXCERPT = "excerpt"
    PUBLISHER = "host"
    CORRECTED = "corrected"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which outlet carried a claim, and by what evidence.

    `evidence` is the span that decided, or `url` the link that did. `candidates` are the outlets that could be meant where no rule
    decides between them; then `outlet` is None. `unnamed` says that an outlet is mentioned but not named ("a news outlet that
    published …"). `platform` is a platform that is itself the source ("according to Wikipedia"); then `outlet` is None, since no
    outlet carried the claim.
    """

    outlet: Outlet | None
    by: ResolvedBy
    evidence: Span | None = None
    url: str | None = None
    candidates: tuple[Outlet, ...] = ()
    unnamed: bool = False
    reason: str = ""
    platform: Outlet | None = None


@dataclass(frozen=True, slots=True)
class ResolvedClaim:
    """A claim with the outlet that carried it.

    `found` is the claim as it was before the reader corrected it, None where nothing was; `corrections` are what the reader said of it.
    """

    claim: Claim
    resolution: Resolution
    found: Claim | None = None
    corrections: tuple[Correction, ...] = ()


@dataclass(frozen=True, slots=True)
class ResolvedExcerpt:
    """A republished stretch with the outlet that first published it, if that is known.

    `name` is that outlet's name in the table, else the name the article gives it, "" when it gives none.
    """

    excerpt: Excerpt
    outlet: Outlet | None
    rating: Rating | None = None
    name: str = ""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One carrier of a claim: an outlet (with its slug) or the innermost source; `kind` is "outlet" or a SourceKind value."""

    name: str
    kind: str
    outlet: str | None = None


class WhyStep(Enum):
    """The steps of *why this colour*, in order."""

    WORDS = "words"
    NAME = "name"
    OUTLET = "outlet"
    RATING = "rating"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Why:
    """One step of the explanation: a sentence, and the words in the article it refers to."""

    step: WhyStep
    text: str
    span: Span | None = None


class Role(Enum):
    """What a highlight is drawn as. The first five are on the outlet scale; all others are off it."""

    HIGH = "high"
    RELIABLE = "reliable"
    MIXED = "mixed"
    LOW = "low"
    VERY_LOW = "very-low"
    UNRATED = "unrated"
    SATIRE = "satire"
    PLATFORM = "platform"
    UNKNOWN_OUTLET = "unknown-outlet"
    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    DOCUMENT = "document"
    POLL = "poll"
    ANONYMOUS = "anonymous"
    NO_SOURCE = "no-source"
    NOT_ASSERTED = "not-asserted"

    @property
    def on_scale(self) -> bool:
        """Whether the role is a tier of an outlet's rating."""
        return self in (Role.HIGH, Role.RELIABLE, Role.MIXED, Role.LOW, Role.VERY_LOW)


@dataclass(frozen=True, slots=True)
class Style:
    """How a role is drawn on screen and on paper, never by colour alone.

    `wash` and `line` are "#rrggbb" on a light page, `dark_wash` and `dark_line` on a dark one; `underline` names the pattern
    (solid, double, dashed, dotted, wavy, dash-dot, none); `glyph` is one character shown beside the label.
    """

    label: str
    meaning: str
    wash: str
    line: str
    dark_wash: str
    dark_line: str
    underline: str
    glyph: str


@dataclass(frozen=True, slots=True)
class RatedClaim:
    """A resolved claim with the rating in force, the other raters' ratings, its chain, its explanation and its role.

    `disagreement` is True where two raters differ by two tiers or more. `rated_after` is True when the rating was made after
    the article was published. `role` follows from outlet and source alone; `drawn` also considers whether the claim is asserted.
    `found` and `corrections` are as in `ResolvedClaim`.
    """

    claim: Claim
    resolution: Resolution
    rating: Rating | None
    others: tuple[Rating, ...]
    disagreement: bool
    chain: tuple[ChainLink, ...]
    why: tuple[Why, ...]
    role: Role
    rated_after: bool = False
    found: Claim | None = None
    corrections: tuple[Correction, ...] = ()

    @property
    def id(self) -> str:
        """The claim's id: stable between runs on the same text."""
        return self.claim.id

    @property
    def drawn(self) -> Role:
        """The role the claim is drawn as: content that is not asserted never takes a colour from its outlet or source."""
        return self.role if self.claim.asserted else Role.NOT_ASSERTED


@dataclass(frozen=True, slots=True)
class Annotation:
    """W3C Web Annotation of one claim: `target` is the article's URL or fingerprint, one selector pair per content span."""

    id: str
    target: str
    selectors: tuple[Selectors, ...]
    body: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts for the legend and the summary: claims per role and per outlet slug. There is deliberately no overall score."""

    roles: tuple[tuple[Role, int], ...] = ()
    outlets: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, its rated claims and their annotations: the final value.

    `rejected` are claims the reader marked as not claims, `unplaced` corrections of this page whose words are not in its text.
    `own_notes` are private: they are in a reading only while it is exported, and only when the reader asked for them.
    """

    article: Article
    claims: tuple[RatedClaim, ...]
    excerpts: tuple[ResolvedExcerpt, ...] = ()
    annotations: tuple[Annotation, ...] = field(default=(), repr=False)
    publisher: Outlet | None = None
    publisher_rating: Rating | None = None
    rejected: tuple[RatedClaim, ...] = ()
    unplaced: tuple[Correction, ...] = ()
    notes: tuple[str, ...] = ()
    read_at: datetime | None = None
    own_notes: tuple[PlacedNote, ...] = field(default=(), repr=False)

    def claim(self, claim_id: str) -> RatedClaim:
        """The claim with that id; KeyError when there is none."""
        for rated in self.claims:
            if rated.claim.id == claim_id:
                return rated
        raise KeyError(claim_id)

    def only(self, ids: frozenset[str]) -> "Reading":
        """The reading with the claims of these ids alone, and a note that says so."""
        claims = tuple(rated for rated in self.claims if rated.id in ids)
        if len(claims) == len(self.claims):
            return self
        kept = {f"claim-{rated.id}" for rated in claims}
        annotations = tuple(annotation for annotation in self.annotations if annotation.id in kept)
        note = said("Only {marked} of {all} claims are marked, those chosen for this copy.", marked=len(claims), all=len(self.claims))
        return replace(self, claims=claims, annotations=annotations, notes=(*self.notes, note))

    @property
    def tally(self) -> Tally:
        """Counts of claims by the role they are drawn as, in order of role, and by outlet, in order of first mention."""
        roles: dict[Role, int] = {}
        outlets: dict[str, int] = {}
        for rated in self.claims:
            roles[rated.drawn] = roles.get(rated.drawn, 0) + 1
            if rated.resolution.outlet:
                slug = rated.resolution.outlet.slug
                outlets[slug] = outlets.get(slug, 0) + 1
        return Tally(tuple((role, roles[role]) for role in Role if role in roles), tuple(outlets.items()))
