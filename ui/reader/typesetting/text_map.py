"""The one door between code points of `Article.text` and positions in a QTextDocument, which counts UTF-16 units."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from credibility.model import Article, Block, BlockKind, Span

_UNFIT = {
    0x00: "\ufffd",  # Qt ends some strings at it
    0x0D: " ",  # Qt folds CR LF into one paragraph break, which would shift every later position
    0xFDD0: "\ufffd",  # Qt's own mark for the beginning of a frame
    0xFDD1: "\ufffd",  # … and for its end
    0x2029: "\n",
} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd")

_UNFIT_CHARACTER = re.compile("[\x00\r\ufdd0\ufdd1\u2029\ud800-\udfff]")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def fit_for_qt(text: str) -> str:
    """The text with the few characters replaced that Qt would drop or fold; as long as before in UTF-16 units."""
    return text.translate(_UNFIT) if _UNFIT_CHARACTER.search(text) else text


def grouped(blocks: tuple[Block, ...]) -> Iterator[tuple[bool, tuple[Block, ...]]]:
    """Blocks in order as (is a table, blocks): rows that follow each other together, every other block alone."""
    for is_table, run in groupby(blocks, key=_is_row):
        if is_table:
            yield True, tuple(run)
        else:
            for block in run:
                yield False, (block,)


def cells_of(row: Block) -> tuple[Span, ...]:
    """The cells of a table row; a row that names none is one cell."""
    return row.cells or (row.span,)


@dataclass(frozen=True, slots=True)
class TextMap:
    """Piecewise map: piece i covers code points `spans[i]` and begins at Qt position `starts[i]`.

    `astral` are the code point offsets of characters that take two UTF-16 units. Positions between pieces (paragraph and cell
    breaks) belong to the end of the piece before.
    """

    spans: tuple[Span, ...]
    starts: tuple[int, ...]
    astral: tuple[int, ...] = ()
    end: int = 0
    _span_starts: tuple[int, ...] = field(default=(), repr=False)
    _astral_units: tuple[int, ...] = field(default=(), repr=False)

    def to_qt(self, offset: int) -> int:
        """Qt position of a code point offset."""
        piece = max(0, bisect_right(self._span_starts, offset) - 1)
        span = self.spans[piece]
        offset = min(offset, span.end)
        units = bisect_left(self.astral, offset) - bisect_left(self.astral, span.start) if self.astral else 0
        return self.starts[piece] + offset - span.start + units

    def to_qt_span(self, span: Span) -> tuple[int, int]:
        """Qt positions of a span's start and end."""
        return self.to_qt(span.start), self.to_qt(span.end)

    def to_offset(self, position: int) -> int | None:
        """Code point offset at a Qt position; None before and after the article's text."""
        piece = bisect_right(self.starts, position) - 1
        if piece < 0 or position > self.end:
            return None
        span = self.spans[piece]
        units = span.start + bisect_left(self.astral, span.start) + position - self.starts[piece]
        return min(units - bisect_left(self._astral_units, units), span.end)


def map_text(article: Article, origin: int) -> TextMap:
    """The map of an article whose first block begins at Qt position `origin`: one Qt block per block, one per table cell."""
    astral = tuple(found.start() for found in _ASTRAL.finditer(article.text))
    spans: list[Span] = []
    starts: list[int] = []
    position = origin

    following = astral[0] if astral else len(article.text)  # the next character of two units: most blocks have none
    for span, empty in _pieces(article.blocks):
        spans.append(span)
        starts.append(position)
        position += span.end - span.start + 1 + empty
        if following < span.end:
            passed = bisect_left(astral, span.end)
            position += passed - bisect_left(astral, span.start)
            following = astral[passed] if passed < len(astral) else len(article.text)
    units = tuple(offset + index for index, offset in enumerate(astral))
    return TextMap(tuple(spans), tuple(starts), astral, max(origin, position - 1), tuple(span.start for span in spans), units)


def _pieces(blocks: tuple[Block, ...]) -> Iterator[tuple[Span, int]]:
    """The text of each block or cell in order, with the number of empty cells that follow it in its row."""
    for is_table, run in groupby(blocks, key=_is_row):
        if not is_table:
            for block in run:
                yield block.span, 0
            continue
        rows = [cells_of(row) for row in run]
        columns = max(map(len, rows))
        for cells in rows:
            yield from ((cell, 0) for cell in cells[:-1])
            yield cells[-1], columns - len(cells)


def _is_row(block: Block) -> bool:
    return block.kind is BlockKind.TABLE_ROW
