"""Describe a span so that it can be found again in another copy of the text, and anchor it there.

Selectors follow the W3C Web Annotation model: a position, and the quoted words with a little text around them.
The position is tried first and believed only if the quote is there; then the quote is searched, with white space folded.
"""

import re
from collections.abc import Iterator

from credibility.model import PositionSelector, QuoteSelector, Span

CONTEXT = 32
"""Code points of prefix and suffix kept: enough to tell repeated phrases apart, short enough to survive edits near by."""


def describe(span: Span, text: str) -> tuple[QuoteSelector, PositionSelector]:
    """The selectors of a span of `text`."""
    return (
        QuoteSelector(
            exact=span.of(text),
            prefix=text[max(0, span.start - CONTEXT) : span.start],
            suffix=text[span.end : span.end + CONTEXT],
        ),
        PositionSelector(span.start, span.end),
    )


def anchor(quote: QuoteSelector, position: PositionSelector | None, text: str) -> Span | None:
    """Where the described words stand in `text`; None when they are not there any more.

    Among several places that hold the words, the one whose surroundings agree best wins, then the nearest to the position.
    """
    if position and text[position.start : position.end] == quote.exact:
        return Span(position.start, position.end)
    near = position.start if position else 0
    places = list(_places(quote.exact, text))
    if not places:
        return None
    return min(places, key=lambda place: (-agreement(place, quote, text), abs(place.start - near)))


def _places(exact: str, text: str) -> Iterator[Span]:
    words = exact.split()
    if not words:
        return
    for match in re.finditer(r"\s+".join(map(re.escape, words)), text):
        yield Span(*match.span())


def agreement(place: Span, quote: QuoteSelector, text: str) -> int:
    """How many code points of prefix and suffix agree around a place."""
    before, after = text[: place.start], text[place.end : place.end + CONTEXT]
    left = 0
    while left < min(len(quote.prefix), len(before)) and quote.prefix[-1 - left] == before[-1 - left]:
        left += 1
    right = 0
    while right < min(len(quote.suffix), len(after)) and quote.suffix[right] == after[right]:
        right += 1
    return left + right
