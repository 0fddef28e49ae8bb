"""The lines that stand beside a page's headline: who wrote the article, and when."""

from collections.abc import Iterator, Sequence

from credibility.articles.extraction.dom import Element, body_of
from credibility.articles.extraction.segments import Segment, segments_of, tokens_of
from credibility.articles.text.prose import ends_sentence
from credibility.model import BlockKind

_ABOVE, _BELOW = 8, 30
"""How many lines may stand between the headline and what is told about it above and below."""
_LONG = 12
_PARAGRAPHS = 3
"""After so many paragraphs the article has begun."""
_SHORTEST = 8


def beside_headline(root: Element, title: str) -> Iterator[str]:
    """The lines below the headline, then those above it, the nearest first; none where the page shows no headline."""
    segments, words = segments_of(body_of(root), None), tokens_of(title)
    heads = [place for place, segment in enumerate(segments) if segment.kind is BlockKind.HEADING and _alike(segment.tokens, words)]
    heads = heads or [place for place, segment in enumerate(segments) if segment.tokens == words and words]
    heads.sort(key=lambda place: segments[place].element.tag != "h1")
    for head in heads[:1]:
        yield from _before_text(segments[head + 1 : head + 1 + _BELOW])
        yield from _before_text(segments[max(0, head - _ABOVE) : head][::-1])


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
