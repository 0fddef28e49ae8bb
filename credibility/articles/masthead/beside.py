"""The lines that stand beside a page's headline: who wrote the article, and when."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from typing import TypeAlias

from credibility.articles.extraction.dom import Element, body_of, words_of
from credibility.articles.extraction.segments import Segment, each_segment, tokens_of
from credibility.articles.text.prose import ends_sentence
from credibility.model import BlockKind

Lines: TypeAlias = Callable[[], Sequence[str]]

_ABOVE, _BELOW = 8, 30
"""How many lines may stand between the headline and what is told about it above and below."""
_LONG = 12
_PARAGRAPHS = 3
"""After so many paragraphs the article has begun."""
_SHORTEST = 8


def beside_headline(root: Element, title: str) -> tuple[str, ...]:
    """The lines below the headline, then those above it, the nearest first; none where the page shows no headline."""
    segments, head = _around(root, tokens_of(title))
    if head is None:
        return ()
    above, below = segments[max(0, head - _ABOVE) : head][::-1], segments[head + 1 : head + 1 + _BELOW]
    return (*_before_text(below), *_before_text(above))


def _around(root: Element, title: tuple[str, ...]) -> tuple[list[Segment], int | None]:
    """The page's segments, read no farther than they are needed, and the place of its headline.

    That is the first `h1` that has the title, else the first heading, else the first line that is the title.
    """
    shown = any(_alike(tokens_of(words_of(element)), title) for element in root.iter("h1"))
    segments: list[Segment] = []
    head: int | None = None
    for place, segment in enumerate(each_segment(body_of(root), None)):
        segments.append(segment)
        if head is None and _is_head(segment, title) and (segment.element.tag == "h1" or not shown):
            head = place
        if head is not None and place >= head + _BELOW:
            return segments, head
    if head is None:
        others = (place for place, segment in enumerate(segments) if _is_head(segment, title))
        lines = (place for place, segment in enumerate(segments) if title and segment.tokens == title)
        head = next(chain(others, lines), None)
    return segments, head


def _is_head(segment: Segment, title: tuple[str, ...]) -> bool:
    return segment.kind is BlockKind.HEADING and _alike(segment.tokens, title)


def _alike(heading: tuple[str, ...], title: tuple[str, ...]) -> bool:
    """Whether a heading has the title's words, except that one of the two may have more before or after them."""
    short, long = sorted(("".join(heading), "".join(title)), key=len)
    return len(short) >= _SHORTEST and short in long


def _before_text(segments: Sequence[Segment]) -> Iterator[str]:
    paragraphs = 0
    for segment in segments:
        words = segment.words
        paragraphs += len(segment.tokens) > _LONG and ends_sentence(words)
        if paragraphs > _PARAGRAPHS:
            return
        if segment.tokens and segment.kind is not BlockKind.CAPTION:
            yield words
