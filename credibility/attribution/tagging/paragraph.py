"""What the tagger gives back; apart from the tagger itself, so that reading it needs no network library."""

from dataclasses import dataclass, field

from credibility.attribution.tagging.labels import Tagged
from credibility.attribution.tagging.tokens import Word
from credibility.model import Span


@dataclass(frozen=True, slots=True)
class TaggedParagraph:
    """The words of a paragraph and what the tagger found in them.

    `sure` is its belief (0–1) in the label each word got, `inside` its belief that the word is part of any attribution.
    """

    span: Span
    words: tuple[Word, ...] = field(repr=False)
    found: tuple[Tagged, ...]
    sure: tuple[float, ...] = field(repr=False)
    inside: tuple[float, ...] = field(repr=False)
