"""Cut text into runs of one look: the same claims, the same link, the same emphasis."""

import itertools
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from credibility.model import Span

Value = TypeVar("Value")


class Overlay(Generic[Value]):
    """Marks over a text, indexed once: a sweep in text order looks at each mark once, whatever lies over the whole text.

    Marks without a length are left out. Of those over one run the one that starts first comes first; of equal spans the one given first.
    """

    def __init__(self, marks: Iterable[tuple[Span, Value]]) -> None:
        self._marks = sorted((mark for mark in marks if len(mark[0])), key=lambda mark: mark[0])
        self._rewind()

    def _rewind(self) -> None:
        self._next = 0
        self._open: list[tuple[Span, Value]] = []
        self._at = 0

    def runs(self, span: Span) -> Iterator[tuple[Span, list[Value]]]:
        """The runs of a span in order and without gaps, each with the values over it. Spans are best asked for in text order."""
        if span.start < self._at:
            self._rewind()
        self._at = span.start
        while self._next < len(self._marks) and self._marks[self._next][0].start < span.end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark[0].end > span.start]
        return _cut(span, [mark for mark in self._open if mark[0].start < span.end])


def _cut(span: Span, marks: list[tuple[Span, Value]]) -> Iterator[tuple[Span, list[Value]]]:
    """The span cut wherever one of the marks, sorted by their spans, begins or ends inside it."""
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
