"""Rating lists being imported into the table: what was read, what it would change, and what was set aside and why."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from credibility.floor.language import said
from credibility.model.edited import OwnSheets
from credibility.model.outlets import OutletKind, Rater, Rating, Scope, Tier
from credibility.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ListEntry:
    """What one row of a list says about one address. A `score` of None with a `kind` only says what the outlet is.

    `key` is the address as the table keys it; "" when the row only has a `name`, which the table has to decide. `also` are further
    addresses of the same outlet. `weak` marks an address the row mentions besides its own: a row whose own address it is takes precedence.
    `rater` is who gave the rating where that is not the list's own rater.
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
    also: tuple[str, ...] = ()
    rater: Rater | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A row that gave no entry: quarantined because it cannot be read, or skipped because it rates nothing."""

    line: int
    raw: str
    problem: str


@dataclass(frozen=True, slots=True)
class ReadList:
    """A list as read: each of its `rows` gave an entry, was skipped (`passed_over`), or was quarantined."""

    rater: Rater
    rows: int
    entries: tuple[ListEntry, ...] = field(default=(), repr=False)
    passed_over: tuple[SetAside, ...] = field(default=(), repr=False)
    quarantined: tuple[SetAside, ...] = field(default=(), repr=False)
    digest: str = ""
    rates_platforms: bool = True
    sheets: tuple[OwnSheets, ...] = field(default=(), repr=False)
    """Criteria and worksheets of raters of someone's own that come with the list."""
    bands: tuple[tuple[str, float], ...] = ()
    """Scores that the reader gives to the list's own words or figures; they are kept with the import, for later editions too."""


class ImportStep(Enum):
    """What an entry would do to the table."""

    ADD = "add"
    CHANGE = "change"
    SAME = "same"
    MERGE = "merge"
    CONFLICT = "conflict"
    SKIP = "skip"
    UNDECIDED = "undecided"
    """A name that no outlet of the table bears, or several: nothing is written."""
    WITHDRAWN = "withdrawn"
    """A rating of an earlier edition that this one does not have: removed if the user says so."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One entry compared with the table. A CONFLICT is written too, but the user's own rating of the outlet stays in force."""

    entry: ListEntry
    step: ImportStep
    outlet: str
    is_new_outlet: bool = False
    before: Rating | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """What importing a list would change. `withdrawn` are the rater's ratings that are missing from this edition of the list."""

    read: ReadList
    rows: tuple[PreviewRow, ...] = field(default=(), repr=False)
    withdrawn: tuple[Rating, ...] = field(default=(), repr=False)

    @property
    def counts(self) -> Mapping[ImportStep, int]:
        """How many entries take each step."""
        counts = dict.fromkeys(ImportStep, 0)
        for row in self.rows:
            counts[row.step] += 1
        counts[ImportStep.WITHDRAWN] = len(self.withdrawn)
        return counts

    @property
    def withdrawn_rows(self) -> tuple[PreviewRow, ...]:
        """The withdrawn ratings as rows, to be shown with the others."""
        return tuple(
            PreviewRow(
                ListEntry(0, rating.outlet, None, rating.provenance.original, scope=rating.scope),
                ImportStep.WITHDRAWN,
                rating.outlet,
                before=rating,
                note=said("not in this edition"),
            )
            for rating in self.withdrawn
        )

    @property
    def undecided(self) -> tuple[SetAside, ...]:
        """The rows whose outlet the table cannot tell, with the reason."""
        rows = (row for row in self.rows if row.step is ImportStep.UNDECIDED)
        return tuple(SetAside(row.entry.line, f"{row.entry.name}: {row.entry.original}", row.note) for row in rows)

    @property
    def new_outlets(self) -> int:
        """How many outlets would be added."""
        return len({row.outlet for row in self.rows if row.is_new_outlet and row.step is not ImportStep.SKIP})


@dataclass(frozen=True, slots=True)
class ImportRecord:
    """A completed import, with the list's hash, date and licence, and the change set that undoes it."""

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
    """How the columns of an unknown list are read. Columns are named by their header; "" means that there is no such column.

    Without an `address`, outlets are found by their `name`. Scores are scaled from `lowest`–`highest`, the worst and the best figure
    (the best may be the lower one), to 0–100; labels are looked up in `labels`. `criteria` are columns of yes and no with their weights:
    evidence beside a score or label, and the score itself when there is neither. `listed` is the score of every outlet in a list that
    says nothing else about its outlets.
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
    criteria: tuple[tuple[str, float], ...] = ()
    listed: float | None = None

    @property
    def rates(self) -> bool:
        """Whether the mapping says which outlet a row is about and what it is worth."""
        is_found = bool(self.address or self.name)
        return is_found and bool(self.score or self.label or self.listed is not None or any(weight for _, weight in self.criteria))


@dataclass(frozen=True, slots=True)
class ListSheet:
    """A sheet of a spreadsheet, its rows as CSV text."""

    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file opened as a rating list. `format` names a known list; "" is any other file, which needs a column mapping.

    For such a file, `columns` are the headers and `sample` the first rows, each as its line number and its cells in that order;
    `guess` is a mapping to start from, and `fitting` names the saved mappings whose columns the file has. `tables` are the tables
    of a database file or the sheets of a spreadsheet that has several, and `table` is the one shown.
    """

    path: Path
    text: str = field(repr=False)
    format: str = ""
    rater: Rater | None = None
    columns: tuple[str, ...] = ()
    rows: int = 0
    sample: tuple[tuple[int, tuple[str, ...]], ...] = field(default=(), repr=False)
    guess: ColumnMapping | None = None
    fitting: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    table: str = ""
    question: str = ""
    """What has to be asked before the list can be read by the guess; "" when nothing has."""

    @property
    def is_known(self) -> bool:
        """Whether the file is one of the known lists, so that it needs no column mapping."""
        return bool(self.format)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """How a mapping reads one row: the address, score and tier it gives, or the problem with it."""

    line: int
    address: str = ""
    score: float | None = None
    tier: Tier = Tier.UNRATED
    problem: str = ""


@dataclass(frozen=True, slots=True)
class KnownOutlet:
    """An outlet of the table as a list would rate it, with the tier it has by the raters already there."""

    name: str
    tier: Tier
    present: Tier = Tier.UNRATED


@dataclass(frozen=True, slots=True)
class ScaleCheck:
    """How a scale comes out: its ends in words, well-known outlets from best to worst, and what speaks against it ("" if nothing)."""

    best: str = ""
    worst: str = ""
    known: tuple[KnownOutlet, ...] = ()
    warning: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A completed import, with the re-rated reading if an article is open."""

    record: ImportRecord
    reading: Reading | None = None
