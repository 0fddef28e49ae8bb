"""Contents of claims cut and joined: spans of one article's text."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from credibility.model import Span


def cut(content: Sequence[Span], places: Iterable[int], text: str) -> tuple[tuple[Span, ...], ...]:
    """The content cut at these places into contents without blanks at their ends; those without any words are left out."""
    inside = sorted({place for place in places if content[0].start < place < content[-1].end})
    parts = (_between(content, start, end, text) for start, end in pairwise((content[0].start, *inside, content[-1].end)))
    return tuple(part for part in parts if any(_has_words(span, text) for span in part))


def _between(content: Sequence[Span], start: int, end: int, text: str) -> tuple[Span, ...]:
    """What of the content stands between two places."""
    overlaps = (Span(max(span.start, start), min(span.end, end)) for span in content if span.start < end and span.end > start)
    return tuple(part for part in (_trimmed(span, text) for span in overlaps) if len(part))


def _has_words(span: Span, text: str) -> bool:
    return any(character.isalnum() for character in span.of(text))


def joined(one: Sequence[Span], other: Sequence[Span], text: str) -> tuple[Span, ...]:
    """Both contents as one; what only blanks and punctuation of one line part becomes one span."""
    made: list[Span] = []
    for span in sorted((*one, *other)):
        between = text[made[-1].end : span.start] if made else ""
        if made and "\n" not in between and not any(character.isalnum() for character in between):
            made[-1] = Span(made[-1].start, max(made[-1].end, span.end))
        else:
            made.append(span)
    return tuple(made)


def _trimmed(span: Span, text: str) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))


def mostly_the_same(one: Sequence[Span], other: Sequence[Span]) -> bool:
    """Whether two contents share more than half of the longer one's characters."""
    shared = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return 2 * shared > max(sum(map(len, one)), sum(map(len, other)))
