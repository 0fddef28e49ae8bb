"""Lay a table out on a grid, and choose size and direction of the page so that its words fit.

Rows and columns are placed as a browser places them: a cell that spans rows keeps its columns in the rows below.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from credibility.annotations.pdf.breaks import CELL, LINE
from credibility.model import Block

_PORTRAIT, _LANDSCAPE = 440.0, 640.0
"""Width of the text in points, on an upright page and on one lying on its side."""

_SIZES = (9.0, 7.4)
"""Type sizes in points, tried in turn; smaller type cannot be read on paper."""

_LETTER = 0.54
"""Mean width of a letter, as a share of the type size."""

_PADDING = 9.0
"""Horizontal padding and rule of a cell, in points."""

_NARROW = 6
"""Tables with more columns than this may break long words after `CELL` letters."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on the grid: its first column and row, how many it takes, and its words."""

    x: int
    y: int
    columns: int
    rows: int
    words: str
    runs: list[dict[str, Any]] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """How a table is printed: type size in points, whether the page lies on its side, and the column ranges it is split into."""

    size: float
    landscape: bool
    bands: tuple[tuple[int, int], ...]


def longest_word(columns: int) -> int:
    """How long a word in a cell may be before it is broken, in characters."""
    return CELL if columns > _NARROW else LINE // max(1, columns - 1)


def columns_of(rows: Sequence[Block]) -> int:
    """The greatest number of columns that a row takes by itself; rows spanned from above can add to it."""
    return max((sum(extent[0] for extent in row.extents) if row.extents else len(row.cells)) for row in rows)


def on_grid(rows: Sequence[tuple[Block, Sequence[tuple[str, list[dict[str, Any]]]]]]) -> list[Cell]:
    """The cells of a table's rows, each given with its cells' words and runs, placed on the grid."""
    taken: set[tuple[int, int]] = set()
    placed: list[Cell] = []
    for y, (row, contents) in enumerate(rows):
        x = 0
        for number, (words, runs) in enumerate(contents):
            columns, down = row.extents[number] if row.extents else (1, 1)
            down = min(down, _below(rows, y))
            while (x, y) in taken:
                x += 1
            while columns > 1 and any((x + step, y) in taken for step in range(columns)):
                columns -= 1
            taken |= {(x + across, y + under) for across in range(columns) for under in range(down)}
            placed.append(Cell(x, y, columns, down, words, runs))
            x += columns
    return placed


def _below(rows: Sequence[tuple[Block, Any]], y: int) -> int:
    """How many rows a cell may take at most: a head's cells end with the head, since it is repeated on each page."""
    head = head_rows([row for row, _ in rows])
    return (head if y < head else len(rows)) - y


def head_rows(rows: Sequence[Block]) -> int:
    """The number of header rows at the top of a table; 0 when all rows are headers, because then none heads anything."""
    count = next((number for number, row in enumerate(rows) if not row.level), len(rows))
    return 0 if count == len(rows) else count


def plan(cells: Sequence[Cell], columns: int) -> Plan:
    """Upright in ordinary type if the words fit, else smaller, lying on its side, or split into bands that repeat the first column."""
    letters = list(_widest(cells, columns))
    for landscape, size in ((False, _SIZES[0]), (False, _SIZES[1]), (True, _SIZES[0]), (True, _SIZES[1])):
        if sum(_points(count, size) for count in letters) <= (_LANDSCAPE if landscape else _PORTRAIT):
            return Plan(size, landscape, ((0, columns),))
    return Plan(_SIZES[1], True, tuple(_bands(letters)))


def _widest(cells: Iterable[Cell], columns: int) -> Iterator[int]:
    """The longest unbreakable word of each column, in characters."""
    widest = [1] * columns
    longest = longest_word(columns)
    for cell in cells:
        word = max((min(len(word), longest) for word in cell.words.replace("-", "- ").replace("/", "/ ").split()), default=1)
        for x in range(cell.x, cell.x + cell.columns):
            widest[x] = max(widest[x], -(-word // cell.columns))
    yield from widest


def _points(letters: int, size: float) -> float:
    return letters * size * _LETTER + _PADDING


def _bands(letters: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Column ranges that each fit a page beside the first column."""
    room = _LANDSCAPE - _points(letters[0], _SIZES[1])
    start, width = 1, 0.0
    for column in range(1, len(letters)):
        needed = _points(letters[column], _SIZES[1])
        if width + needed > room and column > start:
            yield start, column
            start, width = column, 0.0
        width += needed
    yield start, len(letters)
