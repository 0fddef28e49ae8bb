"""Words of a paragraph as the tagger sees them: their spans, and what their look says (inside quotation marks, capitals)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from credibility.model import Span

_WORD = re.compile(r"\w+(?:[’']\w+)?|''|``|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_OPENING = frozenset("“„«")
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset(('"', "''", "``"))

LOOKS = 6
"""Number of looks a word can have: three cases, each outside and inside quotation marks."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark with its place in the text. `look` is 0–5: case (lower, Capitalised, CAPITALS), plus 3 inside a quotation."""

    text: str
    span: Span
    look: int


def paragraphs(text: str) -> Iterator[Span]:
    """The lines of a text that hold more than white space."""
    for match in _PARAGRAPH.finditer(text):
        yield Span(*match.span())


def words_of(text: str, paragraph: Span) -> list[Word]:
    """The words of one paragraph with their looks."""
    spans = [Span(*match.span()) for match in _WORD.finditer(text, paragraph.start, paragraph.end)]
    texts = [span.of(text) for span in spans]
    return [Word(word, span, look) for word, span, look in zip(texts, spans, looks(texts), strict=True)]


def looks(texts: Sequence[str]) -> list[int]:
    """The look of each word of one paragraph, its quotation state running from the paragraph's start."""
    found, inside = [], False
    for text in texts:
        opens = text in _OPENING or (text in _STRAIGHT and not inside)
        closes = text in _CLOSING or (text in _STRAIGHT and inside)
        if opens:
            inside = True
        found.append(_case(text) + (3 if inside else 0))
        if closes:
            inside = False
    return found


def _case(text: str) -> int:
    if text.isupper() and len(text) > 1:
        return 2
    return 1 if text[:1].isupper() else 0
