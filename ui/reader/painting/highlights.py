"""What is drawn for each claim, and where: values only; `painter` draws them."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from credibility.model import Claim
from ui.reader.typesetting.text_map import TextMap


@dataclass(frozen=True, slots=True)
class Highlight:
    """One content span of a claim in Qt positions; `depth` counts the highlights around it, `is_first` and `is_last` mark the claim's first
    and last span.

    How it is drawn follows from the claim's role at the time of drawing: a new rating moves no highlight.
    """

    start: int
    end: int
    claim_id: str
    depth: int = 0
    is_first: bool = True
    is_last: bool = True


Placed = tuple[int, int, int, int]
"""Start, negative end, number of the claim, number of its content span: in this order outer spans come before those they hold."""


class Highlights:
    """The highlights of some claims. Only those that are asked for are made: an article may have thousands, a screen shows a few."""

    def __init__(self, claims: tuple[Claim, ...] = (), text_map: TextMap | None = None) -> None:
        self._claims = claims
        self._map = text_map
        self._spans: list[Placed] = [
            (span.start, -span.end, index, number) for index, claim in enumerate(claims) for number, span in enumerate(claim.content)
        ]
        self._spans.sort()
        self._starts = [placed[0] for placed in self._spans]
        self._furthest = list(accumulate((-placed[1] for placed in self._spans), max))

    def between(self, start: int, end: int) -> Iterator[Highlight]:
        """The highlights that share a position with `[start, end)`, in painting order: outer ones before those they hold."""
        text_map = self._map
        if text_map is None or start > text_map.end:
            return
        first = bisect_right(self._furthest, (text_map.to_offset(start) or 0) - 1)
        for place in range(first, len(self._spans)):
            highlight = self._made(place, text_map)
            if highlight.start >= end:
                return
            if highlight.end > start:
                yield highlight

    def _made(self, place: int, text_map: TextMap) -> Highlight:
        start, end, index, number = self._spans[place]
        claim = self._claims[index]
        around = sum(1 for outer in range(bisect_right(self._furthest, start), place) if -self._spans[outer][1] > start)
        return Highlight(text_map.to_qt(start), text_map.to_qt(-end), claim.id, around, number == 0, number + 1 == len(claim.content))
