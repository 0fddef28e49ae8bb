"""Rating lists on their way into the table: what was read, what it would change, and what was set aside with a reason."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from credibility.model.outlets import OutletKind, Rater, Rating, Scope


@dataclass(frozen=True, slots=True)
class ListEntry:
    """What one row of a list says of one address. `score` None with a `kind` only tells what the outlet is.

    `key` is the address as the table keys it. `weak` marks an address that the row mentions besides its own: a row that has it
    as its own is heard first.
    """

    line: int
    key: str
    score: float | None
    original: str
    name: str = ""
    kind: OutletKind | None = None
    country: str | None = None
    language: str | None = None
    scope: Scope = field(default_factory=Scope)
    reason: str = ""
    url: str | None = None
    rated_on: date | None = None
    confidence: float = 1.0
    weak: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that gave no entry: quarantined because it cannot be read, or passed over because it rates nothing."""

    line: int
    raw: str
    problem: str


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read: every one of its `rows` is the line of an entry, passed over, or quarantined."""

    rater: Rater
    rows: int
    entries: tuple[ListEntry, ...] = field(default=(), repr=False)
    passed_over: tuple[SetAside, ...] = field(default=(), repr=False)
    quarantined: tuple[SetAside, ...] = field(default=(), repr=False)
    digest: str = ""
    rates_platforms: bool = True


class ImportStep(Enum):
    """What an entry would do to the table."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    MERGE = "merge"
    CONFLICT = "conflict"
    SKIP = "skip"


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One entry held against the table. A CONFLICT is written too, but your own rating of the outlet stays in force."""

    entry: ListEntry
    step: ImportStep
    outlet: str
    is_new_outlet: bool = False
    before: Rating | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a list would change. `withdrawn` are the rater's ratings that this edition of the list no longer has."""

    read: ReadList
    rows: tuple[PreviewRow, ...] = field(default=(), repr=False)
    withdrawn: tuple[Rating, ...] = field(default=(), repr=False)

    @property
    def counts(self) -> Mapping[ImportStep, int]:
        """How many entries take each step."""
        counts = dict.fromkeys(ImportStep, 0)
        for row in self.rows:
            counts[row.step] += 1
        return counts

    @property
    def new_outlets(self) -> int:
        """How many outlets would be added."""
        return len({row.outlet for row in self.rows if row.is_new_outlet and row.step is not ImportStep.SKIP})


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """An import that was done: the list's hash, date and licence stay with it, and the change set that undoes it."""

    id: int
    at: datetime
    rater: str
    title: str
    digest: str
    licence: str | None
    rows: int
    added: int
    changed: int
    merged: int
    passed_over: int
    quarantined: int
    change_set: int | None


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """How the columns of an unknown list are read. Columns are named by their header; "" means that the list has none.

    A score column is stretched from `lowest`–`highest` (which may be reversed) to 0–100; a label column is looked up in `labels`.
    """

    address: str
    score: str = ""
    lowest: float = 0.0
    highest: float = 100.0
    label: str = ""
    labels: tuple[tuple[str, float], ...] = ()
    name: str = ""
    reason: str = ""
    url: str = ""
    rated_on: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """A named order of raters, each switched on or off: another way to look at the same table."""

    name: str
    raters: tuple[tuple[str, bool], ...] = ()
