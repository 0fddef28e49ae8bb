"""Cut text into runs that look alike: the same claims, the same link, the same emphasis."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from credibility.model import Span

Value = TypeVar("Value")


class Overlay(Generic[Value]):
    """Marks over a text, sorted once, so that a sweep in text order visits each mark once however long the marks are.

    Empty marks are left out. The values over a run are ordered by their spans; values with equal spans in the order given.
    """

    def __init__(self, marks: Iterable[tuple[Span, Value]]) -> None:
        self._marks = sorted((mark for mark in marks if len(mark[0])), key=lambda mark: mark[0])
        self._rewind()

    def _rewind(self) -> None:
        self._next = 0
        self._open: list[tuple[Span, Value]] = []
        self._at = 0

    def runs(self, span: Span) -> Iterator[tuple[Span, list[Value]]]:
        """The runs of a span in order and without gaps, each with the values over it. Fastest when spans are asked for in text order."""
        if span.start < self._at:
            self._rewind()
        self._at = span.start
        while self._next < len(self._marks) and self._marks[self._next][0].start < span.end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark[0].end > span.start]
        return _cut(span, [mark for mark in self._open if mark[0].start < span.end])


def _cut(span: Span, marks: list[tuple[Span, Value]]) -> Iterator[tuple[Span, list[Value]]]:
    """Cut the span wherever a mark begins or ends inside it. `marks` are sorted by their spans."""
    edges = {span.start, span.end}
    for place, _ in marks:
        edges.update(edge for edge in (place.start, place.end) if span.start < edge < span.end)
    ahead, over = 0, list[tuple[Span, Value]]()
    borders = sorted(edges)
    for start, end in itertools.pairwise(borders):
        over = [mark for mark in over if mark[0].end > start]
        while ahead < len(marks) and marks[ahead][0].start <= start:
            over.append(marks[ahead])
            ahead += 1
        yield Span(start, end), [value for _, value in over]
