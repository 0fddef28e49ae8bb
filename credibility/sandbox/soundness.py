"""Check that a value from the guarded process is consistent: spans within the text, indices within their tuples.

Its types have been checked before. What is refused here would make the window fail later, loop, or follow a forbidden link.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import isfinite

from credibility.articles.pictures.images import media_type_of, size_of
from credibility.model import (
    Article,
    Block,
    Claim,
    Claims,
    Excerpt,
    Found,
    Image,
    Link,
    OutletSlot,
    PageBlock,
    PagePicture,
    Part,
    Print,
    PrintedLine,
    Source,
    Span,
)
from credibility.model.lists import ListSheet
from credibility.sandbox.frames import DamagedMessageError

_DEEPEST = 100_000
"""Levels of headings, lists and quotations: more than any page nests, and far from overflowing drawing routines."""

_LONGEST_SIDE, _LARGEST_IMAGES = 1600, 32_000_000
"""Pixels per side of a picture, and bytes of all pictures: the limits of `pictures.shrink`, which is not loaded in the window."""

_MOST_CELLS = 100
"""Columns or rows that one cell of a table may take: the limit of `extraction.blocks`, which is not loaded in the window."""

_WIDEST = 1_000_000.0
"""Points; far beyond any page of a PDF."""


def refuse_unsound(value: object, article: Article | None = None) -> None:
    """Raise DamagedMessageError for an inconsistent value; `article` is the one the claims belong to."""
    match value:
        case Found():
            _check(value.article)
            _check_claims(value.claims, value.article)
        case Article():
            _check(value)
        case Claims():
            assert article is not None
            _check_claims(value, article)
        case Print():
            _check_print(value)
        case PagePicture():
            _demand(value.width > 0 and value.height > 0 and value.width * value.height * 4 == len(value.pixels), "a picture's size")
        case tuple():
            _check_rows(value)


def _demand(holds: bool, what: str) -> None:
    if not holds:
        raise DamagedMessageError(f"{what} does not fit")


def _inside(spans: Iterable[Span], length: int, what: str) -> None:
    _demand(all(0 <= span.start <= span.end <= length for span in spans), what)


def _check(article: Article) -> None:
    length = len(article.text)
    _check_blocks(article.blocks, article.text)
    _inside((cell for block in article.blocks for cell in block.cells), length, "a cell")
    _demand(all(len(block.extents) in (0, len(block.cells)) for block in article.blocks), "the extents of cells")
    _demand(all(0 < size <= _MOST_CELLS for block in article.blocks for extent in block.extents for size in extent), "a cell's extent")
    _inside((link.span for link in article.links), length, "a link")
    _inside((emphasis.span for emphasis in article.emphases), length, "an emphasis")
    _demand(all(map(_leads_to_the_web, article.links)), "a link's address")
    _demand(all(block.image is None or 0 <= block.image < len(article.images) for block in article.blocks), "a picture's number")
    _check_images(article.images)
    _demand(all(0 <= comment.depth <= _DEEPEST for comment in article.comments), "a comment's depth")
    _demand(0 <= article.part < max(1, len(article.parts)), "a part's number")


def _check_images(images: tuple[Image, ...]) -> None:
    """Images decoded for the window and the PDF must be PNG or JPEG, and small according to their headers."""
    _demand(sum(len(image.data) for image in images) <= _LARGEST_IMAGES, "the pictures' size")
    for image in images:
        if image.data:
            width, height = size_of(image.data) or (0, 0)
            _demand(image.media_type == media_type_of(image.data), "a picture's kind")
            _demand(0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE, "a picture's size")


def _leads_to_the_web(link: Link) -> bool:
    return link.url[:8].lower().startswith(("http://", "https://"))


def _check_blocks(blocks: tuple[Block, ...], text: str) -> None:
    """The blocks, joined by line feeds, must be the text."""
    if not blocks:
        _demand(not text, "a text without blocks")
        return
    _inside((block.span for block in blocks), len(text), "a block")
    _demand(blocks[0].span.start == 0 and blocks[-1].span.end == len(text), "the first or last block")
    follow = (one.span.end + 1 == other.span.start and text[one.span.end] == "\n" for one, other in pairwise(blocks))
    _demand(all(follow), "a block after another")
    _demand(all(0 <= block.level <= _DEEPEST and 0 <= block.quoted <= _DEEPEST for block in blocks), "a block's depth")


def _check_claims(claims: Claims, article: Article) -> None:
    length = len(article.text)
    _inside((span for claim in claims.items for span in _spans_of(claim)), length, "a claim")
    _inside((span for excerpt in claims.excerpts for span in _spans_of_excerpt(excerpt)), length, "an excerpt")
    known: set[str] = set()
    for claim in claims.items:
        _demand(claim.id not in known, "a claim's id")
        _demand(claim.excerpt is None or 0 <= claim.excerpt < len(claims.excerpts), "a claim's excerpt")
        _demand(0 <= claim.confidence <= 1, "a claim's confidence")
        _demand(_is_in_order(claim.content), "a claim's content")
        known.add(claim.id)


def _is_in_order(spans: tuple[Span, ...]) -> bool:
    return bool(spans) and all(span.start < span.end for span in spans) and all(one.end <= other.start for one, other in pairwise(spans))


def _spans_of(claim: Claim) -> Iterator[Span]:
    yield from claim.content
    yield from claim.cue.spans
    yield from _spans_of_source(claim.source)
    yield from (slot.span for slot in claim.slots)
    yield from _spans_of_source(claim.inner)


def _spans_of_source(source: Source | None) -> tuple[Span, ...]:
    return (*source.spans, *source.title, *source.justification) if source else ()


def _spans_of_excerpt(excerpt: Excerpt) -> Iterator[Span]:
    yield excerpt.span
    yield excerpt.cue
    yield from _span_of_slot(excerpt.slot)


def _span_of_slot(slot: OutletSlot | None) -> tuple[Span, ...]:
    return (slot.span,) if slot else ()


def _check_print(pages: Print) -> None:
    _demand(all(0 < page.width < _WIDEST and 0 < page.height < _WIDEST for page in pages.pages), "a page's size")
    for line in pages.lines:
        _check_line(line, len(pages.pages))
    _demand(all(one.offsets[0] <= other.offsets[0] for one, other in pairwise(pages.lines)), "a line's place")


def _check_line(line: PrintedLine, pages: int) -> None:
    _demand(0 <= line.page < pages, "a line's page")
    _demand(0 < len(line.offsets) == len(line.lefts) == len(line.rights), "a line's letters")
    _demand(line.offsets[0] >= 0 and all(one < other for one, other in pairwise(line.offsets)), "a letter's place")
    _demand(all(map(isfinite, (line.top, line.bottom, *line.lefts, *line.rights))), "a letter's edge")
    _demand(0 <= line.turn < 4 and isfinite(line.sheet.width) and isfinite(line.sheet.height), "a line's direction")


def _check_rows(rows: tuple[object, ...]) -> None:
    for number, row in enumerate(rows):
        if isinstance(row, PageBlock):
            _demand(row.number == number and 0 <= row.level <= _DEEPEST, "a block of the page")
        else:
            _demand(isinstance(row, Part | ListSheet), "a part of the file")
