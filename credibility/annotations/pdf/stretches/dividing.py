"""Cut a long paper into stretches that are typeset one after another, since Typst's memory grows with the length of a document.

A stretch may end only where a page does: its last pages are dropped from the first block on that begins at the top of one, and the
following stretch begins with that block. So the pages are those that one document would have.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

import msgspec

from credibility.annotations.pdf.shapes import Shape

WHOLE: Mapping[str, Any] = {
    "page": 1,
    "first": True,
    "last": True,
    "measured": False,
    "unit": 0,
    "begins": ["sources", "outlets", "others"],
}
"""What the template is told of a paper in one stretch."""

PLACE_SCHEME = "sourcetint-place:"
"""Links to a place in an earlier stretch, "page/x/y" in points from the page's upper left corner; the pages are counted from 1."""

TOP = 24 / 25.4 * 72
"""Where the text begins on a page, in points from its upper edge, as the template sets it."""

_CLAIM = 320
"""Weight of a claim in the table of sources; that of a block is the length of its data. Typst takes about 430 bytes for each unit of it."""

LARGEST = 540_000
"""Weight of a stretch: about 135,000 characters of text, or 1,700 claims. A process that typesets one takes about 270 MB."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something begins: page (from 1), and points from the page's upper left corner."""

    page: int
    x: float
    y: float

    @property
    def link(self) -> str:
        """The temporary link to it."""
        return f"{PLACE_SCHEME}{self.page}/{self.x:.2f}/{self.y:.2f}"


@dataclass(frozen=True, slots=True)
class Cut:
    """The end of a stretch: the unit with which the following stretch begins, and how many of the stretch's pages are kept."""

    unit: int
    pages: int


class Dividing:
    """A paper's data as a row of units: its blocks, and after them the claims in the table of sources."""

    def __init__(self, data: str) -> None:
        self._data: dict[str, Any] = msgspec.json.decode(data)
        self._blocks: list[Shape] = self._data["blocks"]
        weights = [len(_written(block)) for block in self._blocks]
        starts = list(accumulate((len(row["claims"]) for row in self._data["sources"]), initial=len(self._blocks)))
        self._rows = list(zip(self._data["sources"], starts, strict=False))
        self.count = starts[-1]
        self._sums = list(accumulate([*weights, *[_CLAIM] * (self.count - len(weights))], initial=0))

    @property
    def pays(self) -> bool:
        """Whether the paper is so long that it is worth typesetting in stretches."""
        return self._sums[-1] > 1.5 * LARGEST

    def end(self, start: int) -> int:
        """The unit before which a stretch that begins with unit `start` ends, before its last pages are looked at."""
        return min(self.count, max(start + 1, bisect_right(self._sums, self._sums[start] + LARGEST) - 1))

    def stretch(self, start: int, end: int, page: int, places: Mapping[str, Spot]) -> str:
        """The template's data of the units from `start` to `end`; `page` is its first page, `places` are those of the claims before it."""
        last, blocks = end == self.count, len(self._blocks)
        data = {
            **self._data,
            "blocks": self._blocks[start:end],
            "sources": [_placed(row, begin, start, end, places) for row, begin in self._rows_of(start, end)],
            "notes": self._data["notes"] if start <= blocks and (blocks < end or last) else [],
            "own_notes": [_paged(note, places) for note in self._data["own_notes"]] if last else [],
            "record": self._data["record"] if last else [],
            "stretch": {
                "page": page,
                "first": start == 0,
                "last": last,
                "measured": not last,
                "unit": start,
                "begins": [name for name, _ in self._heads(start, end)],
            },
        }
        return _written(data)

    def cut(self, start: int, end: int, places: Mapping[int, Spot], pages: int) -> Cut:
        """Where a stretch with these units is best cut: `places` are those of its units, `pages` how many it has."""
        if end == self.count:
            return Cut(end, pages)
        for unit in range(end - 1, start, -1):
            here, before = places.get(unit), places.get(unit - 1)
            if here and before and here.page > before.page and self._begins_page(unit, here):
                return Cut(unit, here.page - 1)
        return Cut(end, pages)

    def leads_back(self, end: int) -> bool:
        """Whether a stretch that ends before unit `end` has links to places in earlier ones: it holds rows of the table."""
        return end > len(self._blocks)

    def levels(self, start: int, end: int) -> tuple[int, ...]:
        """The levels of the headings in these units, in reading order."""
        found = [1] if start == 0 else []
        found += _levels(self._blocks[start:end])
        found += [level for _, level in self._heads(start, end)]
        if end == self.count:
            found += [2] * (bool(self._data["own_notes"]) + bool(self._data["record"]))
        return tuple(found)

    def _begins_page(self, unit: int, place: Spot) -> bool:
        """Whether the page on which a unit is the first begins with it and not with the end of another."""
        if unit < len(self._blocks):
            return abs(place.y - TOP) < 1
        # A row of the table is never broken; where its outlet goes on from the page before, only the table's headers are above it.
        return any(begin < unit < begin + len(row["claims"]) for row, begin in self._rows)

    def _rows_of(self, start: int, end: int) -> Iterator[tuple[dict[str, Any], int]]:
        return ((row, begin) for row, begin in self._rows if begin < end and begin + len(row["claims"]) > start)

    def _heads(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The headings of the table of sources that are before one of these units, with their levels."""
        if start <= len(self._blocks) < end:
            yield "sources", 2
        for name, outlet in (("outlets", True), ("others", False)):
            first = next((begin for row, begin in self._rows if row["outlet"] is outlet), None)
            if first is not None and start <= first < end:
                yield name, 3


def _written(data: dict[str, Any]) -> str:
    return msgspec.json.encode(data).decode()


def _levels(shapes: Iterable[Shape]) -> Iterator[int]:
    for shape in shapes:
        if shape.get("kind") == "heading":
            yield shape["level"]
        yield from _levels(shape.get("blocks", ()))
        yield from _levels(shape.get("items", ()))


def _placed(row: dict[str, Any], begin: int, start: int, end: int, places: Mapping[str, Spot]) -> dict[str, Any]:
    """A row of the table with those of its claims that are units from `start` to `end`."""
    first = max(start - begin, 0)
    claims: Sequence[dict[str, Any]] = row["claims"][first : end - begin]
    return {**row, "claims": [_paged(claim, places) for claim in claims], "first": first == 0, "unit": begin + first}


def _paged(item: dict[str, Any], places: Mapping[str, Spot]) -> dict[str, Any]:
    """A claim or note with its page, if that is in an earlier stretch."""
    place = places.get(item["target"])
    return {**item, "page": place.page, "place": place.link} if place else item
