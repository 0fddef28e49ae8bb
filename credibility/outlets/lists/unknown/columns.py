"""What the columns of an unknown list hold, told by their names and by their values.

A political scale, a rank, a year or a count is never taken for credibility: `Kind` says what a column of figures or words is about.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from credibility.floor.sites import host_of_url, site_of_host
from credibility.outlets.lists.cells import addresses, day, figure, is_absent, is_address, yes_or_no
from credibility.outlets.lists.reading import Row
from credibility.outlets.lists.unknown.labels import LABELS_SHOWN, are_political, guess_labels
from credibility.outlets.lists.words import heading
from credibility.outlets.vocabulary import list_columns

LOOKED_AT = 200
"""Rows that a column is judged by."""

_MOST = 0.6  # share of a column's values that must be of a kind
_YEARS = (1600, 2200)
_FEWEST_RANKS = 8


class Kind(Enum):
    """What a column is about, as far as credibility goes."""

    CREDIBLE = auto()
    SCORE = auto()
    OTHER = auto()
    RISK = auto()
    POLITICAL = auto()
    RANK = auto()
    COUNT = auto()
    DATE = auto()


_EXCLUDED = (Kind.POLITICAL, Kind.RANK, Kind.COUNT, Kind.DATE)


@dataclass(frozen=True, slots=True)
class SeenColumn:
    """A column with the cells of the first rows that say something."""

    name: str
    words: str
    cells: tuple[object, ...] = field(repr=False)
    texts: tuple[str, ...] = field(repr=False)

    def is_called(self, family: str) -> bool:
        """Whether the name has a word of that family."""
        return bool(list_columns()[family].search(self.words))

    @property
    def figures(self) -> tuple[float, ...]:
        """The cells that are numbers."""
        return tuple(value for text in self.texts if (value := figure(text)) is not None)

    @property
    def is_numeric(self) -> bool:
        """Whether most cells are numbers."""
        return bool(self.texts) and len(self.figures) >= _MOST * len(self.texts)

    @property
    def labels(self) -> tuple[str, ...]:
        """The different texts, most frequent first."""
        return tuple(text for text, _ in Counter(self.texts).most_common())

    @property
    def sites(self) -> int:
        """How many different sites the cells lead to; 0 unless most cells are addresses."""
        lists = [addresses(cell) for cell in self.cells]
        sound = [found for found in lists if found and all(map(is_address, found))]
        if not lists or len(sound) < _MOST * len(lists) or self.is_numeric:
            return 0
        return len({_site(address) for found in sound for address in found})

    @property
    def is_criterion(self) -> bool:
        """Whether the cells say yes or no, in words."""
        return bool(self.texts) and not self.is_numeric and all(yes_or_no(text) is not None for text in self.texts)

    @property
    def is_labels(self) -> bool:
        """Whether the cells are words of a few kinds, some of which tell how good an outlet is."""
        labels = self.labels
        if self.is_numeric or self.sites or not 0 < len(labels) <= min(LABELS_SHOWN, max(12, len(self.texts) // 2)):
            return False
        return len(guess_labels(labels, self.name)) >= len(labels) / 2

    @property
    def are_days(self) -> bool:
        """Whether most cells are dates or years."""
        return bool(self.texts) and sum(1 for text in self.texts if day(text)) >= len(self.texts) / 2

    @property
    def kind(self) -> Kind:
        """What the column is about. What it must not be taken for is decided first, by its name and then by its values."""
        named = ((Kind.POLITICAL, "political"), (Kind.RISK, "risk"), (Kind.RISK, "adverse"), (Kind.CREDIBLE, "credible"))
        for kind, family in named:
            if self.is_called(family):
                return kind
        if are_political(self.labels):
            return Kind.POLITICAL
        for kind, family in ((Kind.RANK, "rank"), (Kind.DATE, "date"), (Kind.DATE, "founded")):
            if self.is_called(family):
                return kind
        if self.is_numeric and (by_values := _kind_of_figures(self.figures)):
            return by_values
        return Kind.SCORE if self.is_called("score") else Kind.COUNT if self.is_called("count") else Kind.OTHER

    @property
    def may_be_credibility(self) -> bool:
        """Whether the column may be offered as the rating without being chosen by the reader."""
        return self.kind not in _EXCLUDED


def columns_in(rows: Sequence[Row], names: Sequence[str]) -> tuple[SeenColumn, ...]:
    """The columns of these names with the cells of the first rows."""
    made = []
    for name in names:
        cells = [row.cells.get(name) for row in rows[:LOOKED_AT]]
        texts = [row.text(name) for row in rows[:LOOKED_AT]]
        told = [(cell, text) for cell, text in zip(cells, texts, strict=True) if not is_absent(text)]
        made.append(SeenColumn(name, heading(name), tuple(cell for cell, _ in told), tuple(text for _, text in told)))
    return tuple(made)


def _kind_of_figures(figures: Sequence[float]) -> Kind | None:
    """Years, ranks and large counts by their values; None for what may be a score."""
    whole = all(value.is_integer() for value in figures)
    if whole and all(_YEARS[0] <= value <= _YEARS[1] for value in figures):
        return Kind.DATE
    distinct = sorted(set(figures))
    is_run = len(distinct) == len(figures) >= _FEWEST_RANKS and distinct[0] in (0, 1) and distinct[-1] <= 1.2 * len(distinct) + 1
    if whole and is_run:
        return Kind.RANK
    return Kind.COUNT if max(map(abs, figures), default=0) > 1000 else None


def _site(address: str) -> str:
    return site_of_host(host_of_url(address if "://" in address else f"//{address}"))
