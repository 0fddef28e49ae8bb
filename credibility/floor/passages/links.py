"""The links of an article by their places in its text."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from credibility.model import Link, Span


class LinksByPlace:
    """The links of an article, to be asked for those of a stretch without looking at all of them."""

    def __init__(self, links: Sequence[Link]) -> None:
        self._links = sorted(links, key=lambda link: (link.span.start, link.span.end))
        self._starts = [link.span.start for link in self._links]
        # How far any link up to here reaches: where that is before a stretch, no earlier link can touch it.
        self._reach = list(accumulate((link.span.end for link in self._links), max))

    def touching(self, span: Span) -> list[Link]:
        """The links that overlap a stretch, in text order."""
        at = bisect_left(self._starts, span.end)
        found = []
        while at and self._reach[at - 1] > span.start:
            at -= 1
            if self._links[at].span.overlaps(span):
                found.append(self._links[at])
        return found[::-1]
