"""Cut the article's text into runs of one look: same claims, same link, same emphasis."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from credibility.model import Emphasis, Link, RatedClaim, Span


@dataclass(frozen=True, slots=True)
class RunKey:
    """What a run of text carries: the ids of the claims over it and the hyperlink under it."""

    claims: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one block with one key and one set of emphasis kinds; `begins` are claims whose content starts here."""

    span: Span
    key: RunKey
    emphases: tuple[str, ...]
    begins: tuple[str, ...] = ()


class Layers:
    """Claims, links and emphases of an article, indexed once so that each block finds its own in one sweep."""

    def __init__(self, claims: Iterable[RatedClaim], links: Iterable[Link], emphases: Iterable[Emphasis]) -> None:
        marks: list[tuple[Span, str, str]] = [(span, "claim", rated.id) for rated in claims for span in rated.claim.content]
        marks += [(link.span, "link", link.url) for link in links]
        marks += [(emphasis.span, "emphasis", emphasis.kind.value) for emphasis in emphases]
        self._marks = sorted(mark for mark in marks if len(mark[0]))
        self._begins = {rated.id: rated.claim.content[0].start for rated in claims}
        self._next = 0
        self._open: list[tuple[Span, str, str]] = []

    def runs(self, block: Span) -> list[Run]:
        """The runs of a block; blocks must be asked for in text order."""
        while self._next < len(self._marks) and self._marks[self._next][0].start < block.end:
            self._open.append(self._marks[self._next])
            self._next += 1
        self._open = [mark for mark in self._open if mark[0].end > block.start]
        edges = {block.start, block.end}
        for span, _, _ in self._open:
            edges.update(edge for edge in (span.start, span.end) if block.start < edge < block.end)
        return [self._run(Span(start, end)) for start, end in pairwise(sorted(edges))]

    def _run(self, span: Span) -> Run:
        over = [(kind, value) for place, kind, value in self._open if place.covers(span)]
        claims = tuple(dict.fromkeys(value for kind, value in over if kind == "claim"))
        return Run(
            span=span,
            key=RunKey(claims, next((value for kind, value in over if kind == "link"), None)),
            emphases=tuple(sorted({value for kind, value in over if kind == "emphasis"})),
            begins=tuple(claim for claim in claims if self._begins[claim] == span.start),
        )
