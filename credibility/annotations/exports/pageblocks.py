"""Blocks of the article as HTML: lists, tables and quotations gathered from the blocks they are made of."""

from collections.abc import Iterator
from itertools import groupby
from typing import Protocol

from credibility.annotations.exports.flow import Flow, Stretch, heading_levels
from credibility.annotations.pdf.paper import excerpt_line
from credibility.floor.characters import visible
from credibility.floor.language import current, shown
from credibility.floor.passages.captions import captioned_once
from credibility.model import Article, Block, BlockKind, Image, Reading


class PageWords(Protocol):
    """What writes the words and pictures in the blocks."""

    flow: Flow

    def html(self, pieces: list[Stretch], *, breaks: bool = True) -> str:
        """Pieces as HTML."""
        ...

    def picture(self, image: Image) -> str:
        """A picture as HTML."""
        ...


def page_blocks(reading: Reading, inline: PageWords) -> Iterator[str]:
    """The article's blocks in order, one piece of HTML for each, or for each list, table and quotation."""
    blocks = _Blocks(reading, inline)
    numbered = enumerate(reading.article.blocks)
    for (kind, depth), members in groupby(numbered, lambda each: _kin(each[1])):
        group = list(members)
        within = "".join(blocks.gathered(kind, group))
        yield f"{'<blockquote>' * depth}{within}{'</blockquote>' * depth}"


def _kin(block: Block) -> tuple[BlockKind | None, int]:
    """What neighbouring blocks must share to be gathered: kind, and depth of quotation."""
    depth = max(block.level, 1) if block.kind is BlockKind.QUOTATION else block.quoted
    gathers = block.kind in (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)
    return (block.kind if gathers else None), depth


class _Blocks:
    def __init__(self, reading: Reading, inline: PageWords) -> None:
        self._article: Article = captioned_once(reading.article)
        self._inline = inline
        self._levels = heading_levels(reading.article)
        self._embedded = {item.excerpt.span.start: excerpt_line(item) for item in reading.excerpts}

    def gathered(self, kind: BlockKind | None, group: list[tuple[int, Block]]) -> Iterator[str]:
        """The HTML of neighbouring blocks of one kind."""
        for _, block in group:
            yield from self._excerpts(block)
        if kind is BlockKind.TABLE_ROW:
            yield f"<table>{''.join(self._row(block) for _, block in group)}</table>"
        elif kind is BlockKind.LIST_ITEM:
            yield from self._list([block for _, block in group])
        else:
            for number, block in group:
                yield self._block(number, block)

    def _excerpts(self, block: Block) -> Iterator[str]:
        for start, line in self._embedded.items():
            if block.span.start <= start <= block.span.end:
                yield f'<p class="excerpt" lang="{current()}">{_text(shown(line))}</p>'

    def _block(self, number: int, block: Block) -> str:
        match block.kind:
            case BlockKind.RULE:
                return "<hr>"
            case BlockKind.IMAGE:
                return self._inline.picture(self._article.images[block.image]) if block.image is not None else ""
            case BlockKind.HEADING:
                return self._element(f"h{min(self._levels[number], 6)}", block)
            case BlockKind.PREFORMATTED:
                return f'<pre dir="auto">{self._inline.html(self._inline.flow.pieces(block.span), breaks=False)}</pre>'
            case BlockKind.CAPTION:
                return self._element("p", block, ' class="caption"')
        return self._element("p", block)

    def _element(self, tag: str, block: Block, attributes: str = "") -> str:
        return f'<{tag}{attributes} dir="auto">{self._words(block)}</{tag}>'

    def _words(self, block: Block) -> str:
        return self._inline.html(self._inline.flow.pieces(block.span))

    def _row(self, block: Block) -> str:
        tag = "th" if block.level else "td"
        extents = block.extents or ((1, 1),) * len(block.cells)
        cells = (
            f'<{tag}{_extent(*extent)} dir="auto">{self._inline.html(self._inline.flow.pieces(cell))}</{tag}>'
            for cell, extent in zip(block.cells, extents, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def _list(self, items: list[Block]) -> Iterator[str]:
        """Items as nested lists; the markers are the article's own."""
        depth = 0
        for item in items:
            level = max(item.level, 1)
            yield "</li></ul>" * max(depth - level, 0)
            if level <= depth:
                yield "</li>"
            # A level that the article skips is opened too, with an item of its own.
            yield '<ul class="plain">' + '<li><ul class="plain">' * (level - depth - 1) if level > depth else ""
            sign = f'<span class="sign">{_text(item.marker)} </span>' if item.marker else ""
            yield f'<li dir="auto">{sign}{self._words(item)}'
            depth = level
        yield "</li></ul>" * depth


def _extent(columns: int, rows: int) -> str:
    return f' colspan="{columns}"' * (columns > 1) + f' rowspan="{rows}"' * (rows > 1)


def _text(words: str) -> str:
    return visible(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
