"""Lin et al. 2023: one figure 0–1 per domain, the first principal component over several lists, partly imputed."""

from bisect import bisect_right
from collections.abc import Iterable

from credibility.model import Rater
from credibility.model.lists import ListEntry, ReadList
from credibility.outlets.lists.reading import Row, address, csv_rows, number, read_rows

RATER = Rater(
    "pc1",
    "Lin et al. 2023 (PC1)",
    20,
    url="https://github.com/hauselin/domain-quality-ratings",
    licence="free to reuse, cite the paper",
    scale="0–1, mapped by knots 0→0 .285→20 .435→40 .62→60 .80→80 1→100",
)
_KNOTS = ((0.0, 0.0), (0.285, 20.0), (0.435, 40.0), (0.62, 60.0), (0.80, 80.0), (1.0, 100.0))
_CONFIDENCE = 0.5  # a part of the figures is imputed, and the file does not say which


def is_pc1(text: str) -> bool:
    """Whether the text has this list's header."""
    return text.removeprefix("\ufeff").split("\n", 1)[0].strip().lower() == "domain,pc1"


def read_pc1(text: str) -> ReadList:
    """Read the list. It rates no platforms: a figure for youtube.com says nothing about what is on it."""
    return read_rows(text, RATER, csv_rows(text), _entries, rates_platforms=False)


def score_of(figure: float) -> float:
    """The score of a figure, linear between the knots."""
    place = min(bisect_right(_KNOTS, (figure, 101.0)), len(_KNOTS) - 1)
    (left, low), (right, high) = _KNOTS[place - 1], _KNOTS[place]
    return round(low + (figure - left) / (right - left) * (high - low), 1)


def _entries(row: Row) -> Iterable[ListEntry]:
    figure = number(row.text("pc1"), 0, 1)
    yield ListEntry(row.line, address(row.text("domain")), score_of(figure), f"{figure:.4f}", confidence=_CONFIDENCE)
