"""Cut the article's text into runs of one look: same claims, same link, same emphasis."""

from collections.abc import Iterable
from dataclasses import dataclass

from credibility.floor.runs import Overlay
from credibility.model import Emphasis, Link, RatedClaim, Span


@dataclass(frozen=True, slots=True)
class RunKey:
    """What a run of text carries: the ids of the claims over it and the hyperlink under it."""

    claims: tuple[str, ...] = ()
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one block with one key and one set of emphasis kinds; `begins` are claims whose content starts here."""

    span: Span
    key: RunKey
    emphases: tuple[str, ...]
    begins: tuple[str, ...] = ()


class Layers:
    """Claims, links and emphases of an article, indexed once so that each block finds its own in one sweep."""

    def __init__(self, claims: Iterable[RatedClaim], links: Iterable[Link], emphases: Iterable[Emphasis]) -> None:
        marks = [(span, "claim", rated.id) for rated in claims for span in rated.claim.content]
        marks += [(link.span, "link", link.url) for link in links]
        marks += [(emphasis.span, "emphasis", emphasis.kind.value) for emphasis in emphases]
        self._marks = Overlay((span, (kind, value)) for span, kind, value in sorted(marks))
        self._begins = {rated.id: rated.claim.content[0].start for rated in claims}

    def runs(self, block: Span) -> list[Run]:
        """The runs of a block; blocks are best asked for in text order."""
        return [self._run(span, over) for span, over in self._marks.runs(block)]

    def _run(self, span: Span, over: list[tuple[str, str]]) -> Run:
        claims = tuple(dict.fromkeys(value for kind, value in over if kind == "claim"))
        return Run(
            span=span,
            key=RunKey(claims, next((value for kind, value in over if kind == "link"), None)),
            emphases=tuple(sorted({value for kind, value in over if kind == "emphasis"})),
            begins=tuple(claim for claim in claims if self._begins[claim] == span.start),
        )
