"""Lay a reading out as data for the Typst template: text stays data and never becomes markup."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from credibility.annotations.annotate import STATEMENT
from credibility.annotations.pdf.direction import runs_right_to_left
from credibility.annotations.pdf.note_marks import note_rows
from credibility.annotations.pdf.runs import Layers, RunKey
from credibility.annotations.pdf.shapes import LINK_SCHEME, Shaper
from credibility.annotations.pdf.sources import look, source_rows
from credibility.annotations.pdf.stretches.dividing import WHOLE
from credibility.floor.dates import day_in_words
from credibility.floor.language import Said, current, said, shown
from credibility.floor.notes.noted import note_spans
from credibility.floor.passages.captions import captioned_once
from credibility.floor.raters import title_of
from credibility.floor.web import web_address
from credibility.model import Article, BlockKind, Image, PaperSetup, Reading, ResolvedExcerpt, Role, Style

__all__ = ["LINK_SCHEME", "Paper", "lay_out"]

PICTURE = said("Image")
UNTITLED = said("Untitled article")
NO_PAGES: Mapping[str, int] = MappingProxyType({})
_PICTURES = {"image/png": "png", "image/jpeg": "jpg"}
"""The formats in which the guarded process returns pictures, small enough for print; nothing else is decoded here."""


_WORDS = {
    "appendix": said("These pages were added at the end of a copy of the original; the claims are marked on its own pages."),
    "number": said("No."),
    "claim": said("Claim"),
    "note": said("Note"),
    "page": said("Page"),
    "on_page": said("p. {page}", page="{page}"),
    "sources": said("Sources of the claims"),
    "outlets": said("Outlets"),
    "others": said("Sources for which no outlet is named"),
    "own_notes": said("Notes of the reader"),
    "gone": said("not in this copy"),
    "record": said("How this reading was made"),
    "what": said("What"),
    "value": said("Value"),
}
"""What the template says itself; it puts the page's number where "{page}" is."""


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages ready for Typst: `data` is the template's JSON, `files` the pictures by name, `keys` the meaning of each temporary link.

    `numbers` are the claims' numbers in margin and table by id, `right_to_left` the claims that begin in a paragraph of that direction.
    """

    data: str = field(repr=False)
    files: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    keys: tuple[RunKey, ...] = ()
    numbers: Mapping[str, int] = field(default_factory=dict)
    right_to_left: frozenset[str] = frozenset()
    template: str = "article.typ"


def lay_out(
    reading: Reading,
    styles: Mapping[Role, Style],
    setup: PaperSetup = PaperSetup(),  # noqa: B008 - frozen
    pages: Mapping[str, int] | None = None,
    record: Sequence[Sequence[str]] = (),
    note_pages: Mapping[str, int] = NO_PAGES,
) -> Paper:
    """Everything the template needs, in reading order.

    With `pages`, the article is not set: only legend and table of sources, whose claims are on these pages of another file.
    `record` are the lines of the record on the last page, `note_pages` the pages of the reader's notes, by name, in that file.
    """
    article = captioned_once(without_gaps(reading.article))
    pictures = [_picture_shape(number, image) for number, image in enumerate(article.images)]
    layers = Layers(reading.claims, article.links, article.emphases, article.text, note_spans(reading))
    excerpts = {item.excerpt.span.start: shown(excerpt_line(item)) for item in reading.excerpts}
    shaper = Shaper(article, layers, [shape for shape, _ in pictures], excerpts)
    blocks = shaper.shapes() if pages is None else []
    numbers = {rated.id: number for number, rated in enumerate(reading.claims, 1)}
    title = article.title or shown(UNTITLED)
    data = {
        "title": title,
        "rtl": runs_right_to_left(title),
        **language_of(article.language),
        "sheet": setup.sheet.value,
        "larger": setup.larger,
        "grey": setup.grey,
        "author": article.byline or "",
        **_own_words(),
        "facts": _told(facts(reading)),
        "legend": [_legend_row(count, styles[role]) for role, count in reading.tally.roles],
        "blocks": blocks,
        "sources": source_rows(reading, styles, numbers, pages or {}),
        "appendix": pages is not None,
        "own_notes": list(note_rows(reading, note_pages, in_grey=setup.grey)),
        "record": _told(record),
        "notes": list(map(shown, (*article.notes, *reading.notes))),
        "stretch": WHOLE,
    }
    files = tuple((shape["file"], content) for shape, content in pictures if content and pages is None)
    return Paper(json.dumps(data, ensure_ascii=False), files, tuple(shaper.keys), numbers, _right_to_left(reading))


def _own_words() -> dict[str, Any]:
    """What the template says itself, in the reader's language, and in which language that is."""
    return {"own_language": current(), "words": {name: shown(words) for name, words in _WORDS.items()}, "statement": shown(STATEMENT)}


def _told(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    return [[shown(cell) for cell in row] for row in rows]


def _right_to_left(reading: Reading) -> frozenset[str]:
    """The ids of claims that begin in a paragraph set from right to left."""
    article = reading.article
    starts = [block.span.start for block in article.blocks]
    begun = {rated.id: article.blocks[max(0, bisect_right(starts, rated.claim.content[0].start) - 1)] for rated in reading.claims}
    return frozenset(claim for claim, block in begun.items() if runs_right_to_left(block.span.of(article.text)))


def facts(reading: Reading) -> list[list[str]]:
    """Labels and values of the lines under the title."""
    article = reading.article
    lines: list[list[str]] = [
        [said("By"), article.byline or ""],
        [said("Published"), day_in_words(article.published) if article.published else ""],
        [said("Publisher"), article.publisher or (reading.publisher.name if reading.publisher else "")],
        [said("Address"), web_address(article.url) or ""],
    ]
    if reading.publisher:
        lines.append([said("Publisher's rating"), _host_rating(reading)])
    return [line for line in lines if line[1]]


def _host_rating(reading: Reading) -> Said:
    rating = reading.publisher_rating
    if rating is None:
        return said("Unrated in this table")
    return said("{tier}, by {rater}", tier=rating.tier.label, rater=title_of(rating.rater))


def _legend_row(count: int, style: Style) -> dict[str, Any]:
    return {"label": shown(style.label), "meaning": shown(style.meaning), "count": count, **look(style)}


def _picture_shape(number: int, image: Image) -> tuple[dict[str, str], bytes | None]:
    """The template's data of a picture, and its bytes; without bytes its description is printed."""
    kind = _PICTURES.get(image.media_type)
    held = {"file": f"image-{number}", "format": kind} if kind and image.data else {"file": "", "format": ""}
    return {**held, "alt": image.alt or shown(PICTURE)}, image.data if held["file"] else None


def excerpt_line(item: ResolvedExcerpt) -> Said:
    """The line over a republished stretch: where it was first published."""
    if item.outlet:
        return said("Republished from {outlet}", outlet=item.outlet.name)
    if item.name:
        return said("Republished from {outlet}, which is not in your table", outlet=item.name)
    return said("Republished from an outlet that is not in your table")


def without_gaps(article: Article) -> Article:
    """The article with heading levels that skip none, as assistive programs expect; level 1 is the title."""
    blocks, last = [], 1
    for block in article.blocks:
        if block.kind is BlockKind.HEADING:
            last = max(2, min(block.level, last + 1))
            blocks.append(replace(block, level=last))
        else:
            blocks.append(block)
    return replace(article, blocks=tuple(blocks))


def language_of(tag: str | None) -> dict[str, str]:
    """Language and region as Typst takes them; "und" where the article does not say, since a language is never guessed."""
    match = re.fullmatch(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?(?:[-_].*)?", tag or "")
    return {"language": match[1].lower() if match else "und", "region": (match[2] or "").upper() if match else ""}
