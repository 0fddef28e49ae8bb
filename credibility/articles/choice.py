"""Apply the reader's choice of which blocks of a page belong to the article.

The blocks of the whole page are aligned with those that extraction found, by their words. Found blocks keep everything extraction
knows about them, so that an empty choice gives exactly the article as extracted.
"""

import hashlib
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from credibility.articles.draft import ArticleDraft, DraftBlock, Inline
from credibility.articles.extraction.blocks import blocks_of
from credibility.articles.extraction.dom import Element, base_of, body_of, parse, strip_dead
from credibility.articles.extraction.segments import Segment, segments_of
from credibility.articles.pictures.gallery import Gallery
from credibility.articles.text.markdown import rendered
from credibility.articles.text.plain import paragraphs_of
from credibility.articles.text.prose import list_marker
from credibility.model import BlockChoice, BlockKind, Comment, Container, PageBlock, SavedPage

_DEEPEST = 60
"""Greatest number of elements around a block that are considered; hostile pages nest them by the hundred thousand."""

_AHEAD = 400
"""Greatest number of blocks that extraction may have left out between two that it kept."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block of the page with the elements around it, innermost first."""

    block: DraftBlock
    around: tuple[Element, ...] = ()
    found: bool = False


def choose(page: SavedPage, draft: ArticleDraft, choice: BlockChoice) -> ArticleDraft:
    """The draft of a page with the blocks the reader chose; comments that became part of the article are removed from the comments."""
    if choice.is_empty:
        return draft
    pieces = _pieces(page, draft)
    kept = [piece.block for piece, key in zip(pieces, _keys(pieces), strict=True) if choice.keeps(key, piece.found)]
    return replace(draft, blocks=tuple(kept), comments=tuple(_without(draft.comments, kept)))


def page_blocks(page: SavedPage, draft: ArticleDraft, choice: BlockChoice) -> tuple[PageBlock, ...]:
    """All blocks of a page in order, each marked as found by extraction and as kept by the choice."""
    pieces = _pieces(page, draft)
    parts = _parts(pieces)
    blocks = []
    for number, (piece, key) in enumerate(zip(pieces, _keys(pieces), strict=True)):
        block, kept = piece.block, choice.keeps(key, piece.found)
        blocks.append(PageBlock(number, key, block.kind, _shown(block), block.level, piece.found, kept, parts[number]))
    return tuple(blocks)


def _shown(block: DraftBlock) -> str:
    return block.image.alt if block.image else block.words


def _pieces(page: SavedPage, draft: ArticleDraft) -> list[_Piece]:
    """The page's blocks in order, with found blocks at their positions; one without a match on the page follows the last match."""
    pieces = list(_whole(page, draft))
    places: dict[object, list[int]] = {}
    for place, piece in enumerate(pieces):
        places.setdefault(_likeness(piece.block), []).append(place)
    next_place = 0
    strays: list[tuple[int, _Piece]] = []
    for block in draft.blocks:
        at = _first_within(places.get(_likeness(block), []), next_place, next_place + _AHEAD)
        if at is None:
            strays.append((next_place, _Piece(block, pieces[next_place - 1].around if next_place else (), found=True)))
        else:
            pieces[at] = _Piece(block, pieces[at].around, found=True)
            next_place = at + 1
    for place, stray in reversed(strays):
        pieces.insert(place, stray)
    return pieces


def _first_within(places: Sequence[int], start: int, end: int) -> int | None:
    at = bisect_left(places, start)
    return places[at] if at < len(places) and places[at] < end else None


def _likeness(block: DraftBlock) -> object:
    """What a block on the page and the same block as found have in common: the words and the link targets."""
    runs = block.runs or tuple(run for cell in block.cells for run in cell)
    links = tuple(dict.fromkeys(run.anchor.url for run in runs if run.anchor))
    return (block.image.alt if block.image else " ".join(block.words.split()), bool(block.image), links)


def _whole(page: SavedPage, draft: ArticleDraft) -> Iterator[_Piece]:
    """All content of the page that could be part of an article."""
    if page.container is Container.TEXT:
        for words in paragraphs_of(page.markup):
            bare = words[len(list_marker(words)) :].lstrip("> ")
            yield _Piece(DraftBlock(BlockKind.PARAGRAPH, (Inline(bare),)))
        return
    root = parse(rendered(page.markup) if page.container is Container.MARKDOWN else page.markup)
    strip_dead(root)
    base = base_of(root, draft.masthead.url or draft.masthead.canonical)
    gallery = Gallery(page.resources, base)
    for unit in _units(segments_of(body_of(root), base)):
        element = unit[0].element
        around = (element, *islice(element.iterancestors(), _DEEPEST))
        yield from (_Piece(block, around) for block in blocks_of(unit, gallery))


def _units(segments: Sequence[Segment]) -> Iterator[list[Segment]]:
    """Group segments by block: the cells of a row together, every other segment alone."""
    unit: list[Segment] = []
    for segment in segments:
        if unit and (segment.row is None or segment.row is not unit[-1].row):
            yield unit
            unit = []
        unit.append(segment)
    if unit:
        yield unit


def _keys(pieces: Iterable[_Piece]) -> list[str]:
    """A key for each block: a digest of its words, numbered because a page may repeat them."""
    seen: Counter[str] = Counter()
    keys = []
    for piece in pieces:
        words = f"{'image' if piece.block.image else 'text'} {' '.join(_shown(piece.block).split())}"
        digest = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:20]
        keys.append(f"{digest}-{seen[digest]}")
        seen[digest] += 1
    return keys


def _parts(pieces: Sequence[_Piece]) -> list[tuple[int, ...]]:
    """For each block, the sections around it. An element with no more blocks than the one inside it is not a section."""
    sizes = Counter(element for piece in pieces for element in piece.around)
    numbers: dict[Element, int] = {}
    found = []
    for piece in pieces:
        own, largest = [], 1
        for element in piece.around:
            if sizes[element] > largest:
                largest = sizes[element]
                own.append(numbers.setdefault(element, len(numbers)))
        found.append(tuple(own))
    return found


def _without(comments: Iterable[Comment], kept: Iterable[DraftBlock]) -> Iterator[Comment]:
    words = {" ".join(block.words.split()) for block in kept}
    return (comment for comment in comments if not all(" ".join(line.split()) in words for line in comment.text.split("\n")))
