"""A rating list as a file that the user has: what it is taken for, what it looks like, and what came of importing it."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from credibility.model.lists import ColumnMapping, ImportRecord
from credibility.model.outlets import Outlet, Rater, Rating, Tier
from credibility.model.reading import Reading


@dataclass(frozen=True, slots=True)
class ListFile:
    """A file opened as a rating list. `format` names the known list that it is; "" is any other, which needs a column mapping.

    Of any other, `columns` are the headers and `sample` the first rows, each its line and its cells in that order; `guess` is a
    mapping to begin with, and `fitting` are the names of kept mappings whose columns the file has. `tables` are those of a
    database file, of which `table` is shown.
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

    @property
    def is_known(self) -> bool:
        """Whether the file is one of the known lists, so that no columns have to be named."""
        return bool(self.format)


@dataclass(frozen=True, slots=True)
class SampleRow:
    """How a mapping reads one row: the address and tier it gives, or the problem with it."""

    line: int
    address: str = ""
    score: float | None = None
    tier: Tier = Tier.UNRATED
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """An import that was done, with the re-rated reading if an article is open."""

    record: ImportRecord
    reading: Reading | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """An outlet whose rating in force differs between two orders of raters."""

    outlet: Outlet
    before: Rating | None
    after: Rating | None


@dataclass(frozen=True, slots=True)
class CitingArticle:
    """A saved article that was opened and cites an outlet in `claims` claims."""

    path: Path
    title: str
    fingerprint: str
    opened_at: datetime
    claims: int
