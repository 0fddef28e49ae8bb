"""Outlets, names, raters and ratings as the ratings database holds them, and the user's edits."""

from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from credibility.floor.language import Said, said


class Tier(Enum):
    """The coarse band of a score. UNRATED is a separate value, not a low one."""

    UNRATED = 0
    VERY_LOW = 1
    LOW = 2
    MIXED = 3
    RELIABLE = 4
    HIGH = 5

    @property
    def label(self) -> Said:
        """The tier in words, shown wherever its colour is."""
        return _TIER_LABELS[self]

    @classmethod
    def of_score(cls, score: float | None) -> "Tier":
        """Five equal bands over 0–100: 0–19 very low … 80–100 high; None is UNRATED."""
        if score is None:
            return cls.UNRATED
        return cls(min(int(score // 20) + 1, 5))


_TIER_LABELS = {
    Tier.UNRATED: said("Unrated"),
    Tier.VERY_LOW: said("Very low"),
    Tier.LOW: said("Low"),
    Tier.MIXED: said("Mixed"),
    Tier.RELIABLE: said("Generally reliable"),
    Tier.HIGH: said("High"),
}


class OutletKind(Enum):
    """What an outlet is; satire and platforms are drawn as such, not by tier."""

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

    @property
    def label(self) -> Said:
        """The kind in words."""
        return _KIND_LABELS[self]


_KIND_LABELS = {
    OutletKind.NEWS: said("news"),
    OutletKind.AGENCY: said("agency"),
    OutletKind.BROADCASTER: said("broadcaster"),
    OutletKind.MAGAZINE: said("magazine"),
    OutletKind.JOURNAL: said("journal"),
    OutletKind.FACT_CHECKER: said("fact-checker"),
    OutletKind.GOV: said("gov"),
    OutletKind.IGO: said("igo"),
    OutletKind.NGO: said("ngo"),
    OutletKind.THINK_TANK: said("think-tank"),
    OutletKind.SATIRE: said("satire"),
    OutletKind.PLATFORM: said("platform"),
    OutletKind.AGGREGATOR: said("aggregator"),
    OutletKind.PRESS_RELEASE: said("press-release"),
    OutletKind.BLOG: said("blog"),
    OutletKind.POLLSTER: said("pollster"),
    OutletKind.UNKNOWN: said("unknown"),
}


class NameRule(Enum):
    """What the text around a name must show for the name to count as the outlet."""

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
    """One name for an outlet in text; all its rules must hold. `context` holds the country codes and words that decide NEEDS_COUNTRY."""

    text: str
    kind: str = "name"
    rules: tuple[NameRule, ...] = (NameRule.PLAIN,)
    context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """What someone says of an outlet beside all ratings, never a score: a certificate, a membership, an owner.

    `kind` is a key of `credibility.floor.raters.TAGS` or the reader's own word; `value` is what it says, "" if the kind says all.
    """

    kind: str
    value: str = ""
    dated: date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A news organisation in the table. `slug` is its stable key: its main domain, or domain/path."""

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
    tags: tuple[Tag, ...] = field(default=(), repr=False)
    inherits_until: str | None = None
    """The last year, month or day (ISO) of taking over the parent's rating; None while that lasts."""

    @property
    def domain(self) -> str:
        """The slug under the name it has in the JSON: a domain, or a domain with a path for an outlet hosted on a platform."""
        return self.slug


@dataclass(frozen=True, slots=True)
class Scope:
    """What part of an outlet a rating covers; all None is the whole outlet. Dates are inclusive and compared with the article's date."""

    path: str | None = None
    author: str | None = None
    topic: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def is_whole(self) -> bool:
        """Whether the rating covers the outlet as a whole."""
        return self == Scope()


class RatingStatus(Enum):
    """How the rating got into this table."""

    STARTER = "starter"
    IMPORTED = "imported"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Rater:
    """A rating system. The lowest `precedence` decides; 0 is the user."""

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
    """What one rater says about one outlet within one scope. `score` is 0–100; `tier` follows from it."""

    outlet: str
    rater: Rater
    tier: Tier
    score: float | None
    scope: Scope = Scope()
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class RatingDraft:
    """The user's own rating as entered. A tier picked instead of a score becomes its middle. `reason` is required, `url` optional."""

    outlet: str
    score: float | None
    reason: str
    url: str | None = None
    scope: Scope = Scope()
    rated_on: date | None = None
    """The day of the rating; None is today."""
    seen: "tuple[Rating, ...] | None" = None
    """The outlet's ratings as shown while this was entered; None if none were shown. See `ChangedMeanwhileError`."""


@dataclass(frozen=True, slots=True)
class OutletFacts:
    """What an outlet belongs to and how long it has been published: `active_from` and `active_to` are a year, a month or a day (ISO)."""

    state: str = "none"
    parent: str | None = None
    inherits: bool = False
    active_from: str | None = None
    active_to: str | None = None
    inherits_until: str | None = None


@dataclass(frozen=True, slots=True)
class OutletDraft:
    """An outlet as entered in the editor; `slug` is its main domain. Names are matched case-sensitively."""

    slug: str
    name: str
    kind: OutletKind = OutletKind.NEWS
    country: str | None = None
    language: str | None = None
    names: tuple[OutletName, ...] = ()
    locators: tuple[str, ...] = ()
    notes: str = ""
    seen: Outlet | None = None
    """The outlet as shown while this was entered: fields the user did not touch keep changes made elsewhere in the meantime."""
    facts: OutletFacts | None = None
    """None leaves them as they are."""
