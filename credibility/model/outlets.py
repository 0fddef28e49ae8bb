"""Outlets, names, raters, ratings and the user's edits of them, as the ratings database holds them."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum


class Tier(Enum):
    """The coarse band of a score; UNRATED is a value of its own, never a low one."""

    UNRATED = 0
    VERY_LOW = 1
    LOW = 2
    MIXED = 3
    RELIABLE = 4
    HIGH = 5

    @property
    def label(self) -> str:
        """The tier in words, as shown wherever it colours."""
        return _TIER_LABELS[self]

    @classmethod
    def of_score(cls, score: float | None) -> "Tier":
        """Five equal bands over 0–100: 0–19 very low … 80–100 high; None is UNRATED."""
        if score is None:
            return cls.UNRATED
        return cls(min(int(score // 20) + 1, 5))


_TIER_LABELS = {
    Tier.UNRATED: "Unrated",
    Tier.VERY_LOW: "Very low",
    Tier.LOW: "Low",
    Tier.MIXED: "Mixed",
    Tier.RELIABLE: "Generally reliable",
    Tier.HIGH: "High",
}


class OutletKind(Enum):
    """What an outlet is; satire and platforms stand beside the tiers, not on them."""

    NEWS = "news"
    AGENCY = "agency"
    BROADCASTER = "broadcaster"
    MAGAZINE = "magazine"
    JOURNAL = "journal"
    FACT_CHECKER = "fact-checker"
    GOV = "gov"
    IGO = "igo"
    NGO = "ngo"
    THINK_TANK = "think-tank"
    SATIRE = "satire"
    PLATFORM = "platform"
    AGGREGATOR = "aggregator"
    PRESS_RELEASE = "press-release"
    BLOG = "blog"
    POLLSTER = "pollster"
    UNKNOWN = "unknown"


class NameRule(Enum):
    """What must hold around a name in the text before it counts as the outlet."""

    PLAIN = "plain"
    NEEDS_THE = "needs_the"
    NEEDS_CUE = "needs_cue"
    NEEDS_ANTECEDENT = "needs_antecedent"
    NEEDS_COUNTRY = "needs_country"
    NOT_BARE = "not_bare"
    ACRONYM = "acronym"
    NEVER = "never"


@dataclass(frozen=True, slots=True)
class OutletName:
    """One way an outlet is called in text; every rule must hold. `context` are country codes and words that decide NEEDS_COUNTRY."""

    text: str
    kind: str = "name"
    rules: tuple[NameRule, ...] = (NameRule.PLAIN,)
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation of the table. `slug` is its stable key, its main domain or domain/path; `domain` the same for display."""

    slug: str
    name: str
    kind: OutletKind = OutletKind.NEWS
    country: str | None = None
    language: str | None = None
    state: str = "none"
    homepage: str | None = None
    parent: str | None = None
    inherits: bool = False
    active_from: str | None = None
    active_to: str | None = None
    notes: str = ""
    names: tuple[OutletName, ...] = field(default=(), repr=False)
    locators: tuple[str, ...] = field(default=(), repr=False)

    @property
    def domain(self) -> str:
        """The slug, as the JSON calls it: a domain, or a domain with a path for an outlet that lives on a platform."""
        return self.slug


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of an outlet a rating speaks of; all None is the outlet as a whole. Dates are inclusive, by the article's own date."""

    path: str | None = None
    author: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the rating speaks of the outlet as a whole."""
        return self == Scope()


class RatingStatus(Enum):
    """Who put the rating into this table."""

    STARTER = "starter"
    IMPORTED = "imported"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Rater:
    """A rating system. `precedence` 0 is the user, who always decides first; then ascending."""

    slug: str
    title: str
    precedence: int
    url: str | None = None
    licence: str | None = None
    version: str | None = None
    retrieved_on: date | None = None
    scale: str | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a rating comes from: the value as the rater gave it, the rule that mapped it, reason, evidence, dates, licence."""

    original: str = ""
    mapping: str = ""
    reason: str = ""
    url: str | None = None
    rated_on: date | None = None
    retrieved_on: date | None = None
    licence: str | None = None
    status: RatingStatus = RatingStatus.STARTER
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Rating:
    """What one rater says of one outlet within one scope. `score` is 0–100; `tier` follows from it."""

    outlet: str
    rater: Rater
    tier: Tier
    score: float | None
    scope: Scope = Scope()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """The user's own rating as typed: a score, or a tier whose middle becomes the score. Reason is required, evidence URL optional."""

    outlet: str
    score: float | None
    reason: str
    url: str | None = None
    scope: Scope = Scope()
    seen: "tuple[Rating, ...] | None" = None
    """The outlet's ratings as they were shown while this was typed; None where nothing was shown. See `ChangedMeanwhileError`."""


@dataclass(frozen=True, slots=True)
class OutletDraft:
    """An outlet as typed into the editor; `slug` is its main domain. Names are matched in the case given."""

    slug: str
    name: str
    kind: OutletKind = OutletKind.NEWS
    country: str | None = None
    language: str | None = None
    names: tuple[OutletName, ...] = ()
    locators: tuple[str, ...] = ()
    notes: str = ""
    seen: Outlet | None = None
    """The outlet as it was shown while this was typed: what was not changed in it is left as others made it meanwhile."""


@dataclass(frozen=True, slots=True)
class OutletQuery:
    """What the ratings table shows: words over names and locators, filters, and a column to sort by."""

    words: str = ""
    tiers: frozenset[Tier] = frozenset()
    raters: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[OutletKind] = frozenset()
    unrated: bool = False
    disagreeing: bool = False
    mine: bool = False
    among: frozenset[str] = frozenset()
    """Only outlets of these slugs; all where there are none."""
    sort: str = "name"
    descending: bool = False


@dataclass(frozen=True, slots=True)
class OutletRow:
    """One line of the ratings table; `score`, `tier` and `rater` are those in force for the outlet as a whole."""

    slug: str
    name: str
    country: str
    kind: OutletKind
    tier: Tier
    score: float | None
    rater: str
    rated_on: date | None
    reason: str
    raters: int
    disagreeing: bool
    notes: str = ""


@dataclass(frozen=True, slots=True)
class OutletPage:
    """A window of rows out of `total` that match a query, from `offset` on."""

    rows: tuple[OutletRow, ...]
    total: int
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Change:
    """One row of one table changed; `before` and `after` are the row's columns as text, None for insert and delete."""

    table: str
    key: str
    before: dict[str, str | None] | None
    after: dict[str, str | None] | None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """One user action on the table, undone and redone as a whole."""

    id: int
    at: datetime
    actor: str
    summary: str
    undone: bool
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A change set that undo or redo stands before: what is shown is what will be done, whatever others do meanwhile."""

    number: int
    summary: str
