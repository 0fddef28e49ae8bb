"""What the highlight of each claim says and how it looks, and the annotation objects made of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf, String

from credibility.annotations.annotate import carrier, chain_words, rating_doubts, rating_line
from credibility.annotations.pdf.ink import UPRIGHT, Matrix, Pens, Quad, ink, numbers
from credibility.annotations.pdf.margin import MarginMark
from credibility.floor.language import shown
from credibility.floor.sources import credential_lines
from credibility.model import RatedClaim, Reading, Role, Style

_AUTHOR, _TAGS = Name("/Zotero:AuthorName"), Name("/Zotero:Tags")
_PRINTED_AND_FIXED = 4 | 64 | 128
"""Flags of an annotation: printed, read-only, locked."""

_READER = "reader"  # whom the claim says that it was found by, where the reader marked it


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's highlight.

    `author` is the outlet or source, `subject` the tier in words, `note` the popup text, `tags` are words for programs that sort by
    them. `number` is the claim's in margin and table; `right_to_left` says that its margin mark is on the right.
    `subtype` is the kind of annotation; a note of the reader is another one than a claim, and its `claim` is the note's name.
    """

    claim: str
    author: str
    subject: str
    note: str = field(repr=False)
    style: Style
    number: int
    tags: tuple[str, ...] = ()
    right_to_left: bool = False
    subtype: str = "Highlight"

    @property
    def name(self) -> str:
        """The annotation's name in the file."""
        return f"claim-{self.claim}" if self.subtype == "Highlight" else self.claim

    def beside(self, quad: Quad) -> MarginMark:
        """The mark in the margin beside the claim's first box."""
        return MarginMark(self.style, self.number, quad, self.right_to_left)


def marks_of(reading: Reading, styles: Mapping[Role, Style], right_to_left: frozenset[str] = frozenset()) -> dict[str, Mark]:
    """The marks of all claims by their ids, numbered in text order; `right_to_left` are those whose paragraph runs that way."""
    text = reading.article.text
    return {
        rated.id: Mark(
            rated.id,
            shown(carrier(rated, text)),
            shown(styles[rated.drawn].label),
            comment(rated, styles[rated.drawn], text),
            styles[rated.drawn],
            number,
            ("SourceTint", shown(styles[rated.drawn].label)),
            rated.id in right_to_left,
        )
        for number, rated in enumerate(reading.claims, 1)
    }


def comment(rated: RatedClaim, style: Style, text: str) -> str:
    """The popup of a claim in few lines: who carried it, the rating with its rater and reason, and what else to know of the rating.

    What colour means and does not mean is said once in the document, not in each comment.
    """
    own = [each.text for each in rated.why[:1] if rated.claim.found_by == _READER]  # "You marked these words as a claim."
    lines = [chain_words(rated), *own, *credential_lines(rated.claim.source, text), rating_line(rated, style), *rating_doubts(rated)]
    return "\n".join(map(shown, filter(None, lines)))


@dataclass(frozen=True)
class Boxes:
    """Where a claim is on one page: its boxes in the page as shown, y upwards; `washed` are those that no claim inside it covers.

    `matrix` leads from there to the page's own space, which differs where a page is turned or cropped.
    """

    quads: list[Quad]
    washed: list[Quad]
    matrix: Matrix = UPRIGHT

    @cached_property
    def bounds(self) -> list[float]:
        """Left, bottom, right and top of what is drawn, the underline included."""
        lows, tops = [quad[1] for quad in self.quads], [quad[3] for quad in self.quads]
        return [min(quad[0] for quad in self.quads), min(lows) - 2, max(quad[2] for quad in self.quads), max(tops)]

    def placed(self, x: float, y: float) -> tuple[float, float]:
        """A point in the page's own space."""
        a, b, c, d, e, f = self.matrix
        return a * x + c * y + e, b * x + d * y + f

    @property
    def rect(self) -> list[float]:
        """The bounds in the page's own space."""
        left, low, right, top = self.bounds
        if self.matrix == UPRIGHT:
            return self.bounds
        (x, y), (other_x, other_y) = self.placed(left, low), self.placed(right, top)
        return [min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)]

    @property
    def quad_points(self) -> list[float]:
        """Four corners per box: top left, top right, bottom left, bottom right, as the words are read.

        Every viewer expects this order, although the specification's figure shows another.
        """
        corners = [corner for left, low, right, top in self.quads for corner in ((left, top), (right, top), (left, low), (right, low))]
        return [value for corner in corners for value in (corner if self.matrix == UPRIGHT else self.placed(*corner))]


@cache
def _listed(tags: tuple[str, ...]) -> str:
    return json.dumps(tags, ensure_ascii=False)


class Marker:
    """Makes the annotation objects of one document; what all of them have in common is written once.

    The fixed parts are parsed from PDF's own notation, which takes a third of the time of setting each entry.
    """

    def __init__(self, document: Pdf, now: datetime) -> None:
        self._document = document
        self._stamp = String(now.strftime("D:%Y%m%d%H%M%S") + "Z")
        self._pens = Pens(document)

    def annotation(self, page: pikepdf.Page, mark: Mark, boxes: Boxes) -> Object:
        """The highlight of a claim on one page. `/C` is the line's colour, since viewers with a look of their own must show it.

        Zotero keeps author and tags only under its own names.
        """
        made = Object.parse(
            f"<< /Type /Annot /Subtype /{mark.subtype} /Rect {numbers(boxes.rect)} /QuadPoints {numbers(boxes.quad_points)} "
            f"/C [{ink(mark.style.line)}] /CA 1 /F 4 >>".encode()
        )
        author = String(mark.author)
        made.T = author
        made.Subj = String(mark.subject)
        made.Contents = String(mark.note)
        made.M = self._stamp
        made.CreationDate = self._stamp
        made.P = page.obj
        made.AP = Dictionary(N=self._pens.appearance(mark.style, boxes.quads, boxes.bounds, boxes.washed, boxes.matrix))
        made[_AUTHOR] = author
        made[_TAGS] = String(_listed(mark.tags))
        return self._document.make_indirect(made)

    def stamp(self, drawn: str, bounds: list[float], matrix: Matrix) -> Object:
        """What is drawn beside a line of a page that somebody else set; it cannot be moved or answered."""
        boxes = Boxes([(bounds[0], bounds[1] + 2, bounds[2], bounds[3])], [], matrix)  # the bounds are two points below a box
        made = Object.parse(f"<< /Type /Annot /Subtype /Stamp /Rect {numbers(boxes.rect)} /F {_PRINTED_AND_FIXED} >>".encode())
        made.M = self._stamp
        made.AP = Dictionary(N=self._pens.form(drawn, boxes.bounds, matrix))
        made[_TAGS] = String(_listed(("SourceTint",)))
        return self._document.make_indirect(made)

    def popup(self, page: pikepdf.Page, made: Object, width: float, top: float) -> Object:
        """The note that a viewer opens beside a highlight, whose upper edge is at `top`, on a page of this width."""
        rect = numbers([width - 210, max(top - 120, 0), width - 10, max(top, 120)])
        note = Object.parse(f"<< /Type /Annot /Subtype /Popup /Rect {rect} /Open false /F 28 >>".encode())
        note.Parent = made
        note.P = page.obj
        made.Popup = note = self._document.make_indirect(note)
        return note
