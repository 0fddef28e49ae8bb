"""Cut the article's text into runs that look alike: same claims, same link, same emphasis."""

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from credibility.floor.runs import Overlay
from credibility.floor.web import web_address
from credibility.model import Emphasis, Link, RatedClaim, Span

JOINER = "\u200d"
NO_NOTES: Mapping[str, Span] = MappingProxyType({})
SKIN_TONES = frozenset("🏻🏼🏽🏾🏿")


@dataclass(frozen=True, slots=True)
class RunKey:
    """The ids of the claims over a run of text, the innermost last, its hyperlink, and the names of the reader's notes on it."""

    claims: tuple[str, ...] = ()
    url: str | None = None
    notes: tuple[str, ...] = ()

    @property
    def marked(self) -> tuple[str, ...]:
        """Whatever becomes an annotation of the page."""
        return (*self.claims, *self.notes)


_BARE = RunKey()


@dataclass(frozen=True, slots=True)
class PaperRun:
    """A stretch of one block with one key and one set of emphasis kinds; `begins` are claims and notes whose words start here."""

    span: Span
    key: RunKey
    emphases: tuple[str, ...]
    begins: tuple[str, ...] = ()


class Layers:
    """Claims, links, emphases and the reader's notes on an article, sorted once so that one sweep finds those of each block.

    With `text`, none of them starts or ends inside a character as drawn (see `whole`).
    """

    def __init__(
        self,
        claims: Sequence[RatedClaim],
        links: Iterable[Link],
        emphases: Iterable[Emphasis],
        text: str = "",
        notes: Mapping[str, Span] = NO_NOTES,
    ) -> None:
        marks = [(span, "claim", rated.id) for rated in claims for span in rated.claim.content]
        marks += [(link.span, "link", url) for link in links if (url := web_address(link.url))]
        marks += [(emphasis.span, "emphasis", emphasis.kind.value) for emphasis in emphases]
        marks += [(span, "note", name) for name, span in notes.items()]
        self._marks = Overlay((whole(span, text), (kind, value)) for span, kind, value in sorted(marks) if len(span))
        self._lengths = {rated.id: sum(map(len, rated.claim.content)) for rated in claims}
        self._begins = {rated.id: whole(rated.claim.content[0], text).start for rated in claims}
        self._begins |= {name: whole(span, text).start for name, span in notes.items()}

    def runs(self, block: Span) -> list[PaperRun]:
        """The runs of a block. Fastest when blocks are asked for in text order."""
        return [self._run(span, over) for span, over in self._marks.runs(block)]

    def _run(self, span: Span, over: list[tuple[str, str]]) -> PaperRun:
        if not over:
            return PaperRun(span, _BARE, ())  # half of all runs
        claims = tuple(sorted(dict.fromkeys(value for kind, value in over if kind == "claim"), key=lambda claim: -self._lengths[claim]))
        notes = tuple(dict.fromkeys(value for kind, value in over if kind == "note"))
        key = RunKey(claims, next((value for kind, value in over if kind == "link"), None), notes)
        return PaperRun(
            span=span,
            key=key,
            emphases=tuple(sorted({value for kind, value in over if kind == "emphasis"})),
            begins=tuple(name for name in key.marked if self._begins[name] == span.start),
        )


def whole(span: Span, text: str) -> Span:
    """The span extended to whole drawn characters: a combining accent alone, or half an emoji sequence, cannot be drawn.

    Without `text`, the span is returned unchanged.
    """
    start, end = span.start, span.end
    if not text:
        return span
    while start > 0 and _clings(text, start):
        start -= 1
    while end < len(text) and _clings(text, end):
        end += 1
    return Span(start, end)


def _clings(text: str, place: int) -> bool:
    """Whether the character there is drawn together with the one before it."""
    letter = text[place]
    if text[place - 1] == "\n":
        return False
    return letter == JOINER or text[place - 1] == JOINER or unicodedata.category(letter) in ("Mn", "Mc", "Me") or letter in SKIN_TONES
