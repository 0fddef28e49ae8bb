"""Marked texts as an imperfect tagger hears them: their marks, some of them missed, cut short or widened by rule.

The real tagger's beliefs differ a little from one processor to another; these do not, so that what rules and tagger decide together can be
kept line by line.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from credibility.attribution.tagging.labels import INDEX, LABELS, decode, encode
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.tokens import Word, paragraphs, words_of
from credibility.model import Span
from resources.corpus.notation import MarkedAttribution

_SURE = (0.97, 0.75, 0.6)
_NOTHING, _HARDLY = 0.02, 0.15
_FURTHER = 3


@dataclass(slots=True)
class _Heard:
    """A paragraph's labels, how sure the tagger is of each, and its belief that a word is part of anything."""

    labels: list[int]
    sure: list[float]
    inside: list[float]

    def forget(self, places: Sequence[int], belief: float) -> None:
        for k in places:
            self.labels[k], self.inside[k] = INDEX["O"], belief


Mishearing = Callable[[_Heard, list[int], list[int], list[int]], None]
"""Changes what was heard of an attribution, given the places of its source, cue and content."""


def hear(text: str, marked: Sequence[MarkedAttribution]) -> list[TaggedParagraph]:
    """What the tagger says of each paragraph of a text."""
    return [_heard(span, words_of(text, span), marked) for span in paragraphs(text)]


def _heard(span: Span, words: Sequence[Word], marked: Sequence[MarkedAttribution]) -> TaggedParagraph:
    here = [one for one in marked if any(span.overlaps(part) for part in (*one.source, *one.cue, *one.content))]
    spans = [word.span for word in words]
    parts = [[[part for part in role if span.covers(part)] for role in (one.source, one.cue, one.content)] for one in here]
    labels = encode(spans, [(source, cue, content, one.attitude) for (source, cue, content), one in zip(parts, here, strict=True)])
    heard = _Heard(labels, [_SURE[0]] * len(words), [_NOTHING if label == INDEX["O"] else _SURE[0] for label in labels])
    for number, (one, (source, cue, content)) in enumerate(zip(here, parts, strict=True), one_of(len(_MISHEARINGS), span.start)):
        places = [list(_places(spans, part)) for part in (source, cue, content)]
        for k in (k for role in places for k in role):
            heard.sure[k] = heard.inside[k] = _SURE[(one.number + number) % len(_SURE)]
        _MISHEARINGS[number % len(_MISHEARINGS)](heard, *places)
    return TaggedParagraph(span, tuple(words), tuple(decode(heard.labels)), tuple(heard.sure), tuple(heard.inside))


def one_of(count: int, start: int) -> int:
    """A number below `count` that a paragraph's place in its text decides."""
    return start // 7 % count


def _places(words: Sequence[Span], part: Sequence[Span]) -> Iterator[int]:
    return (k for k, word in enumerate(words) if any(word.overlaps(span) for span in part))


def _as_marked(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    """Everything is heard."""


def _nothing(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    heard.forget([*source, *cue, *content], _NOTHING)


def _without_source(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    heard.forget(source, _HARDLY)


def _without_end(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    heard.forget(content[2 * len(content) // 3 :], _HARDLY)


def _without_start(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    first, later = content[: len(content) // 3], content[len(content) // 3 :]
    if first and later:
        heard.labels[later[0]] = heard.labels[first[0]]
        heard.forget(first, _HARDLY)


def _without_middle(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    middle = len(content) // 2
    if middle and LABELS[heard.labels[content[middle]]][0] == "I":
        heard.labels[content[middle]] -= 1  # what goes on begins again
        heard.forget(content[middle - 1 : middle], _HARDLY)


def _further(heard: _Heard, source: list[int], cue: list[int], content: list[int]) -> None:
    last = content[-1] if content else len(heard.labels)
    for k in range(last + 1, min(last + 1 + _FURTHER, len(heard.labels))):
        if heard.labels[k] != INDEX["O"]:
            return
        label = LABELS[heard.labels[last]]
        heard.labels[k], heard.inside[k] = INDEX["I" + label[1:] if label != "O" else label], heard.inside[last]


_MISHEARINGS: tuple[Mishearing, ...] = (
    _as_marked,
    _without_end,
    _as_marked,
    _without_source,
    _nothing,
    _without_start,
    _as_marked,
    _further,
    _without_middle,
)
