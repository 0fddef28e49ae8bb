"""What the highlight of each claim says and how it looks, and the annotation objects made of that."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from credibility.annotations.annotate import carrier, rating_line
from credibility.annotations.pdf.ink import Quad, appearance, rgb
from credibility.annotations.pdf.margin import MarginMark
from credibility.floor.sources import credential_lines
from credibility.model import RatedClaim, Reading, Role, Style


@dataclass(frozen=True, slots=True)
class Mark:
    """A claim's highlight.

    `author` is the outlet or source, `subject` the tier in words, `note` the popup text, `tags` are words for programs that sort by
    them. `number` is the claim's in margin and table; `right_to_left` says on which side its line begins.
    """

    claim: str
    author: str
    subject: str
    note: str = field(repr=False)
    style: Style
    number: int
    tags: tuple[str, ...] = ()
    right_to_left: bool = False

    def beside(self, quad: Quad) -> MarginMark:
        """The mark in the margin beside the claim's first box."""
        return MarginMark(self.style, self.number, quad, self.right_to_left)


def marks_of(reading: Reading, styles: Mapping[Role, Style], right_to_left: frozenset[str] = frozenset()) -> dict[str, Mark]:
    """The marks of all claims by their ids, numbered in text order; `right_to_left` are those whose paragraph runs that way."""
    text = reading.article.text
    return {
        rated.id: Mark(
            rated.id,
            carrier(rated, text),
            styles[rated.drawn].label,
            comment(rated, styles[rated.drawn], text),
            styles[rated.drawn],
            number,
            ("SourceTint", styles[rated.drawn].label),
            rated.id in right_to_left,
        )
        for number, rated in enumerate(reading.claims, 1)
    }


def comment(rated: RatedClaim, style: Style, text: str) -> str:
    """The popup of a claim in few lines: who carried it, the rating with its rater and reason, and what else to know of the rating.

    What colour means and does not mean is said once in the document, not in each comment.
    """
    chain = " › ".join(link.name for link in rated.chain)
    lines = [chain, *credential_lines(rated.claim.source, text), rating_line(rated, style)]
    if rated.disagreement:
        others = "; ".join(f"{other.rater.title}: {other.tier.label}" for other in rated.others)
        lines.append(f"Raters disagree about this outlet: {others}.")
    if rated.rated_after:
        lines.append("The rating was made after the article was published.")
    return "\n".join(filter(None, lines))


def annotation(document: Pdf, page: pikepdf.Page, mark: Mark, quads: list[Quad], washed: list[Quad], now: datetime) -> Object:
    """The highlight of a claim on one page. `/C` is the line's colour, since viewers with a look of their own must show it.

    Zotero keeps author and tags only under its own names.
    """
    bounds = [min(q[0] for q in quads), min(q[1] for q in quads) - 2, max(q[2] for q in quads), max(q[3] for q in quads)]
    stamp = String(now.strftime("D:%Y%m%d%H%M%S") + "Z")
    made = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=Array([round(v, 2) for v in bounds]),
        # Order TL TR BL BR: every viewer expects it, although the specification's figure shows another.
        QuadPoints=Array([round(v, 2) for left, low, right, top in quads for v in (left, top, right, top, left, low, right, low)]),
        C=Array([round(v, 3) for v in rgb(mark.style.line)]),
        CA=1,
        F=4,
        T=String(mark.author),
        Subj=String(mark.subject),
        Contents=String(mark.note),
        M=stamp,
        CreationDate=stamp,
        P=page.obj,
        AP=Dictionary(N=appearance(document, mark.style, quads, bounds, washed)),
    )
    made[Name("/Zotero:AuthorName")] = String(mark.author)
    made[Name("/Zotero:Tags")] = String(json.dumps(mark.tags, ensure_ascii=False))
    return document.make_indirect(made)


def popup(document: Pdf, page: pikepdf.Page, made: Object) -> Object:
    """The note that a viewer opens beside a highlight."""
    width, top = float(page.mediabox[2]), float(made.Rect[3])
    note = document.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Popup,
            Rect=Array([width - 210, max(top - 120, 0), width - 10, max(top, 120)]),
            Parent=made,
            Open=False,
            F=28,
            P=page.obj,
        )
    )
    made.Popup = note
    return note
