"""The article's blocks as pieces that look alike, each with the claims over it: what every text format is written from."""

from dataclasses import dataclass

from credibility.annotations.pdf.paper import without_gaps
from credibility.annotations.pdf.runs import Layers, whole
from credibility.floor.notes.noted import note_spans, numbered_notes
from credibility.model import Article, BlockKind, RatedClaim, Reading, Span


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of one block under the same claims (the longest first), the same link and the same emphases.

    `begins` and `ends` are the numbers of the claims whose content begins with the piece's first character or ends with its last.
    `noted` says that a note of the reader is on the words, `notes` are the numbers of those that end with the piece's last character.
    """

    words: str
    claims: tuple[RatedClaim, ...] = ()
    url: str | None = None
    emphases: tuple[str, ...] = ()
    begins: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()
    noted: bool = False
    notes: tuple[int, ...] = ()


class Flow:
    """The pieces of a reading. Claims are numbered from 1 in text order, as they are in every export."""

    def __init__(self, reading: Reading) -> None:
        article = reading.article
        self._text = article.text
        spans = note_spans(reading)
        self._layers = Layers(reading.claims, article.links, article.emphases, article.text, spans)
        self._note_ends = [(whole(placed.span, article.text).end, number) for number, placed in numbered_notes(reading) if placed.span]
        self._claims = {rated.id: rated for rated in reading.claims}
        self._numbers = {rated.id: number for number, rated in enumerate(reading.claims, 1)}
        self._ends = {rated.id: whole(rated.claim.content[-1], article.text).end for rated in reading.claims}

    def pieces(self, span: Span) -> list[Stretch]:
        """The pieces of a block or cell, in order. Fastest when they are asked for in text order."""
        return [
            Stretch(
                run.span.of(self._text),
                tuple(self._claims[name] for name in run.key.claims),
                run.key.url,
                run.emphases,
                tuple(self._numbers[name] for name in run.begins if name in self._numbers),
                tuple(sorted(self._numbers[name] for name in run.key.claims if self._ends[name] == run.span.end)),
                bool(run.key.notes),
                tuple(number for end, number in self._note_ends if end == run.span.end),
            )
            for run in self._layers.runs(span)
        ]


def heading_levels(article: Article) -> dict[int, int]:
    """Heading levels by block number, from 2 on and without gaps; level 1 is the title."""
    return {number: block.level for number, block in enumerate(without_gaps(article).blocks) if block.kind is BlockKind.HEADING}
