"""What editors ask and show besides outlets and ratings: pages of the table, states, parts, previews, orders of raters, criteria."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from credibility.floor.language import Said, joined, said
from credibility.model.outlets import NameRule, Outlet, OutletKind, OutletName, Rating, Tier

STATES = ("none", "influenced", "public", "controlled", "state")
"""How a state stands to an outlet, from not at all to owner."""
STATES_IN_WORDS = {
    "none": said("independent of any state"),
    "influenced": said("influenced by a state"),
    "public": said("public service"),
    "controlled": said("controlled by a state"),
    "state": said("run by a state"),
}


@dataclass(frozen=True, slots=True)
class SplitDraft:
    """The part of an outlet that becomes an outlet of its own: its main domain, its name, and the names and addresses that go with it."""

    slug: str
    name: str
    names: tuple[OutletName, ...] = ()
    locators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A place in a text where a name stands: the words around it, and whether the rule takes it for the outlet."""

    before: str
    name: str
    after: str
    counts: bool
    article: str = ""
    """The title of the article; "" for the open one."""


@dataclass(frozen=True, slots=True)
class NamePreview:
    """What a name's rule does: the rule itself, a warning ("" if none), and the places in the open article and the library."""

    rules: tuple[NameRule, ...]
    warning: str = ""
    places: tuple[NamePlace, ...] = ()
    articles: int = 0
    """How many articles of the library were looked through, the open one not among them."""

    @property
    def counted(self) -> int:
        """How many of the places the rule takes for the outlet."""
        return sum(place.counts for place in self.places)


@dataclass(frozen=True, slots=True)
class Profile:
    """A named order of raters, as (slug, enabled) pairs: another view of the same table."""

    name: str
    raters: tuple[tuple[str, bool], ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """An outlet whose rating in force differs between two orders of raters."""

    outlet: Outlet
    before: Rating | None
    after: Rating | None


@dataclass(frozen=True, slots=True)
class Criterion:
    """One thing that a rater of the user's own asks of an outlet, its weight, and what fulfils it. `mark` stays when the name changes."""

    mark: str
    name: str
    weight: float
    fulfilled: str = ""


@dataclass(frozen=True, slots=True)
class CriterionAnswer:
    """Whether an outlet meets the criterion of that mark, None while that is open, with evidence in words and as a link."""

    criterion: str
    met: bool | None = None
    evidence: str = ""
    url: str | None = None
    answered_on: date | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """The worksheet of one outlet: a rater's criteria with the answers so far. The score follows from it."""

    criteria: tuple[Criterion, ...]
    answers: tuple[CriterionAnswer, ...] = ()

    @property
    def score(self) -> float | None:
        """The weight of the criteria met, in percent of those answered; None until half of the whole weight is answered."""
        met, failed = self._weight(True), self._weight(False)
        return 100 * met / (met + failed) if met + failed and met + failed >= self._weight(None) else None

    @property
    def counted(self) -> str:
        """How many are met, such as "5 of 9 criteria met"; "" while none is answered."""
        met, failed = self._named(True), self._named(False)
        return counted_in_words(len(met), len(self.criteria)) if met or failed else ""

    @property
    def explanation(self) -> Said:
        """Where the score comes from: "Score 62: 5 of 9 criteria met (…); not met: …; not answered, so left out: …"."""
        score = "" if self.score is None else format(round(self.score, 1), "g")
        return explained(score, self.counted, *(", ".join(self._named(met)) for met in (True, False, None)))

    def answer_to(self, criterion: Criterion) -> CriterionAnswer:
        """The answer to a criterion, an open one if there is none."""
        return next((answer for answer in self.answers if answer.criterion == criterion.mark), CriterionAnswer(criterion.mark))

    def _weight(self, met: bool | None) -> float:
        return sum(criterion.weight for criterion in self._those(met))

    def _named(self, met: bool | None) -> list[str]:
        return [f"{criterion.name} {criterion.weight:g}" for criterion in self._those(met)]

    def _those(self, met: bool | None) -> Iterable[Criterion]:
        return (criterion for criterion in self.criteria if self.answer_to(criterion).met is met)


def counted_in_words(met: int, of: int) -> Said:
    """How many criteria are met: "5 of 9 criteria met"."""
    return said("{met} of {all} criteria met", met=met, all=of)


def explained(score: str, counted: str, met: str, failed: str, left_out: str) -> Said:
    """The explanation of an assessment, from its score ("" for none), its count, and the names of the criteria by their answers."""
    told = counted or said("no criterion is answered")
    if met:
        told = said("{counted} ({criteria})", counted=told, criteria=met)
    parts = (
        said("Score {score}: {told}", score=score, told=told)
        if score
        else said("No score until half of the weight is answered: {told}", told=told),
        said("not met: {criteria}", criteria=failed) if failed else "",
        said("not answered, so left out: {criteria}", criteria=left_out) if left_out else "",
    )
    return said("{parts}.", parts=joined(parts, "; "))


_COUNTED = re.compile(r"(\d+) of (\d+) criteria met")
_EXPLAINED = re.compile(
    rf"Score (?P<score>[\d.]+): (?P<counted>{_COUNTED.pattern})(?: \((?P<met>.+?)\))?"
    r"(?:; not met: (?P<failed>.+?))?(?:; not answered, so left out: (?P<left_out>.+))?\.",
    re.DOTALL,
)


def counted_anew(words: str) -> str:
    """How many criteria were met, as the rating keeps it; other words stay as they are."""
    found = _COUNTED.fullmatch(words)
    return counted_in_words(int(found[1]), int(found[2])) if found else words


def explained_anew(words: str) -> str:
    """The explanation of an assessment, as the rating keeps it; other words stay as they are."""
    found = _EXPLAINED.fullmatch(words)
    if found is None:
        return words
    score, counted, *named = (found[name] or "" for name in ("score", "counted", "met", "failed", "left_out"))
    return explained(score, counted_anew(counted), *named)


@dataclass(frozen=True, slots=True)
class Band:
    """What a rater's own words, or figures from one to another ("40–59"), are worth here. `ratings` is how many ratings have them.

    `score` is None where they have several scores; `chosen` is whether the user gave it, so that later editions of its list have it too.
    """

    label: str
    score: float | None
    ratings: int = 0
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class OwnSheets:
    """All that a rater of the user's own goes by: its criteria, and its answers by the slug of the outlet."""

    rater: str
    title: str
    criteria: tuple[Criterion, ...] = ()
    answers: tuple[tuple[str, tuple[CriterionAnswer, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """A saved article that was opened and that cites an outlet; `claims` is the number of claims that do."""

    path: Path
    title: str
    fingerprint: str
    opened_at: datetime
    claims: int


@dataclass(frozen=True, slots=True)
class Change:
    """A change to one row. `before` and `after` are its columns as text; `before` is None for an insert, `after` for a delete."""

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
    """The change set that undo or redo would act on, named so that it does what was shown whatever others change meanwhile.

    `at` is when it was made (ISO 8601, UTC), `line` where: "" in the table, "notes" in the notes.
    """

    number: int
    summary: str
    at: str = ""
    line: str = ""


@dataclass(frozen=True, slots=True)
class OutletQuery:
    """What the ratings table shows: words to find in names and locators, filters, and a column to sort by."""

    words: str = ""
    tiers: frozenset[Tier] = frozenset()
    raters: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    kinds: frozenset[OutletKind] = frozenset()
    unrated: bool = False
    disagreeing: bool = False
    mine: bool = False
    among: frozenset[str] = frozenset()
    """Only outlets with these slugs; empty means all."""
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
    """A page of the `total` rows that match a query, from `offset` on."""

    rows: tuple[OutletRow, ...]
    total: int
    offset: int = 0
