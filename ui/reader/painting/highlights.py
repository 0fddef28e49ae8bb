"""What is drawn for each claim, and where: values only; `painter` draws them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from credibility.model import Claim, Span
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


@dataclass(frozen=True, slots=True)
class Highlights:
    """All highlights of a reading sorted by start; outer ones come before the ones they hold."""

    items: tuple[Highlight, ...] = ()
    _starts: tuple[int, ...] = field(default=(), repr=False)
    _furthest: tuple[int, ...] = field(default=(), repr=False)

    def between(self, start: int, end: int) -> Iterator[Highlight]:
        """The highlights that share a position with `[start, end)`, in painting order."""
        last = bisect_left(self._starts, end)
        first = bisect_right(self._furthest, start)
        for highlight in self.items[first:last]:
            if highlight.end > start:
                yield highlight


def highlights_of(claims: tuple[Claim, ...], text_map: TextMap) -> Highlights:
    """The highlights of these claims."""
    spans: list[tuple[Span, bool, bool, str]] = [
        (span, number == 0, number + 1 == len(claim.content), claim.id) for claim in claims for number, span in enumerate(claim.content)
    ]
    spans.sort(key=lambda item: (item[0].start, -item[0].end))
    made: list[Highlight] = []
    around: list[Span] = []
    furthest: list[int] = []
    for span, is_first, is_last, claim_id in spans:
        around = [outer for outer in around if outer.end > span.start]
        start, end = text_map.to_qt_span(span)
        made.append(Highlight(start, end, claim_id, len(around), is_first, is_last))
        around.append(span)
        furthest.append(max(end, furthest[-1] if furthest else 0))
    return Highlights(tuple(made), tuple(item.start for item in made), tuple(furthest))
