"""What editors ask and show besides outlets and ratings: states, parts, what a name would match, orders of raters, citing articles."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from credibility.model.outlets import NameRule, Outlet, OutletName, Rating

STATES = ("none", "influenced", "public", "controlled", "state")
"""How a state stands to an outlet, from not at all to owner."""
STATES_IN_WORDS = {
    "none": "independent of any state",
    "influenced": "influenced by a state",
    "public": "public service",
    "controlled": "controlled by a state",
    "state": "run by a state",
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
