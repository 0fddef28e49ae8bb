"""Where the edge of a claim goes when it is moved by a word or by a character."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from credibility.model import Article, Span

_WORD = re.compile(r"\S+")
_JOINER = "\u200d"


@dataclass(frozen=True, slots=True)
class EdgeStep:
    """One move: of the end of a claim or of its beginning, outwards or inwards, by a word or by a character."""

    at_end: bool
    outwards: bool
    by_character: bool = False


EDGE_STEPS: Mapping[str, EdgeStep] = {
    "edge_end_out": EdgeStep(at_end=True, outwards=True),
    "edge_end_in": EdgeStep(at_end=True, outwards=False),
    "edge_start_out": EdgeStep(at_end=False, outwards=True),
    "edge_start_in": EdgeStep(at_end=False, outwards=False),
    "edge_end_out_character": EdgeStep(at_end=True, outwards=True, by_character=True),
    "edge_end_in_character": EdgeStep(at_end=True, outwards=False, by_character=True),
    "edge_start_out_character": EdgeStep(at_end=False, outwards=True, by_character=True),
    "edge_start_in_character": EdgeStep(at_end=False, outwards=False, by_character=True),
}
"""The moves by the names of their actions."""


def moved(content: Sequence[Span], step: EdgeStep, article: Article) -> tuple[Span, ...]:
    """The content with one edge moved; as it was where the edge has nowhere to go in its block, or no word would be left."""
    edge = content[-1].end if step.at_end else content[0].start
    forwards = step.at_end is step.outwards
    block = _block_at(article, edge, step.at_end)
    stops = _characters(block, article.text) if step.by_character else _words(block, article.text, at_end=step.at_end)
    beyond = [stop for stop in stops if (stop > edge if forwards else stop < edge)]
    return with_edge(content, (min if forwards else max)(beyond), at_end=step.at_end) if beyond else tuple(content)


def with_edge(content: Sequence[Span], place: int, *, at_end: bool) -> tuple[Span, ...]:
    """The content with its end, or its beginning, at a place of the article; as it was where nothing would be left."""
    if at_end:
        kept = [span for span in content if span.start < place]
        made = (*kept[:-1], Span(kept[-1].start, place)) if kept else ()
    else:
        kept = [span for span in content if span.end > place]
        made = (Span(place, kept[0].end), *kept[1:]) if kept else ()
    return made or tuple(content)


def nearest_word(article: Article, place: int, *, at_end: bool) -> int:
    """The end, or the beginning, of a word that is nearest to a place of the article."""
    stops = _words(_block_at(article, place, at_end), article.text, at_end=at_end)
    return min(stops, key=lambda stop: abs(stop - place), default=place)


def _block_at(article: Article, place: int, at_end: bool) -> Span:
    inside = place - 1 if at_end else place
    return next((block.span for block in article.blocks if block.span.start <= inside < block.span.end), Span(place, place))


def _words(block: Span, text: str, *, at_end: bool) -> list[int]:
    found = _WORD.finditer(block.of(text))
    return [block.start + (word.end() if at_end else word.start()) for word in found]


def _characters(block: Span, text: str) -> list[int]:
    """The places between characters as readers see them: an accent stays with its letter, a joined emoji whole."""
    return [block.start, *(place for place in range(block.start + 1, block.end) if not _holds_on(text, place)), block.end]


def _holds_on(text: str, place: int) -> bool:
    after, before = text[place], text[place - 1]
    joins = _JOINER in (after, before)
    return joins or bool(unicodedata.combining(after)) or "\ufe00" <= after <= "\ufe0f" or "\U0001f3fb" <= after <= "\U0001f3ff"
