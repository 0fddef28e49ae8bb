"""The article's blocks as nested data for the template: lists in lists, quotations around what they quote, pictures with captions."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, takewhile
from typing import Any

from credibility.annotations.pdf.breaks import CODE, LINE, pieces
from credibility.annotations.pdf.direction import runs_right_to_left
from credibility.annotations.pdf.runs import Layers, PaperRun, RunKey
from credibility.annotations.pdf.tables import columns_of, head_rows, longest_word, on_grid, plan
from credibility.model import Article, Block, BlockKind

LINK_SCHEME = "sourcetint:"
"""Scheme of the temporary links that carry a run's key from the layout to the highlights."""

_DEEPEST = 6
"""Quotations nested deeper are drawn at this depth; there is no more room on a page."""

Shape = dict[str, Any]


@dataclass(slots=True)
class Shaper:
    """Turns blocks into shapes. `keys` collects the meaning of each temporary link, `pictures` are the template's data by image number.

    `excerpts` are sentences to be printed before the block that begins at or covers an offset of the text.
    """

    article: Article
    layers: Layers
    pictures: Sequence[Shape]
    excerpts: Mapping[int, str] = field(default_factory=dict)
    keys: dict[RunKey, int] = field(default_factory=dict)

    def shapes(self) -> list[Shape]:
        """All blocks, in reading order."""
        return list(self._quoted(self.article.blocks, 0))

    def _quoted(self, blocks: Sequence[Block], depth: int) -> Iterator[Shape]:
        for deeper, run in groupby(blocks, lambda block: _depth(block) > depth):
            members = list(run)
            if deeper:
                yield {"kind": "quote", "rtl": self._rtl(members[0]), "blocks": list(self._quoted(members, depth + 1))}
            else:
                yield from self._gathered(members)

    def _gathered(self, blocks: Sequence[Block]) -> Iterator[Shape]:
        """Blocks of one depth of quotation; those that belong together become one shape."""
        rest = list(blocks)
        while rest:
            count, shape = self._first(rest)
            members, rest = rest[:count], rest[count:]
            yield from ({"kind": "excerpt", "words": words} for block in members for words in self._excerpts_at(block))
            yield shape

    def _first(self, blocks: Sequence[Block]) -> tuple[int, Shape]:
        """The shape that the first block begins, and how many blocks it takes."""
        first = blocks[0]
        together = _TOGETHER.get(first.kind)
        if together is None:
            return self._single(first, blocks)
        members = list(takewhile(lambda block: block.kind is first.kind, blocks))
        return len(members), together(self, members)

    def _single(self, block: Block, blocks: Sequence[Block]) -> tuple[int, Shape]:
        if block.image is not None:
            captions = list(takewhile(lambda other: other.kind is BlockKind.CAPTION, blocks[1:]))
            shape = {"kind": "figure", **self.pictures[block.image], "captions": [self._words(caption) for caption in captions]}
            return 1 + len(captions), shape
        if block.kind is BlockKind.CAPTION and len(blocks) > 1 and blocks[1].kind is BlockKind.TABLE_ROW:
            rows = list(takewhile(lambda other: other.kind is BlockKind.TABLE_ROW, blocks[1:]))
            return 1 + len(rows), {**self._table(rows), "captions": [self._words(block)]}
        kind = "paragraph" if block.kind is BlockKind.QUOTATION else block.kind.value
        return 1, {"kind": kind, "level": block.level, **self._words(block)}

    def _words(self, block: Block, longest: int = LINE) -> Shape:
        return {"rtl": self._rtl(block), "runs": self._groups(self.layers.runs(block.span), longest)}

    def _rtl(self, block: Block) -> bool:
        return runs_right_to_left(block.span.of(self.article.text))

    def _excerpts_at(self, block: Block) -> Iterator[str]:
        return (words for start, words in self.excerpts.items() if block.span.start <= start <= block.span.end)

    def _code(self, blocks: Sequence[Block]) -> Shape:
        lines = []
        for block in blocks:
            runs = self.layers.runs(block.span)
            lines.append(self._groups(runs, CODE))
        return {"kind": "code", "lines": lines}

    def _table(self, rows: Sequence[Block]) -> Shape:
        columns = columns_of(rows)
        longest = longest_word(columns)
        contents = [
            (row, [(cell.of(self.article.text), self._groups(self.layers.runs(cell), longest)) for cell in row.cells or (row.span,)])
            for row in rows
        ]
        cells = on_grid(contents)
        columns = max((cell.x + cell.columns for cell in cells), default=1)
        chosen = plan(cells, columns)
        placed = [
            {"x": cell.x, "y": cell.y, "columns": cell.columns, "rows": cell.rows, "rtl": runs_right_to_left(cell.words), "runs": cell.runs}
            for cell in cells
        ]
        return {
            "kind": "table",
            "rtl": self._rtl(rows[0]),
            "head": head_rows(rows),
            "columns": columns,
            "cells": placed,
            "size": chosen.size,
            "landscape": chosen.landscape,
            "bands": [list(band) for band in chosen.bands],
            "captions": [],
        }

    def _list(self, blocks: Sequence[Block]) -> Shape:
        """A list with its inner lists: an item is a marker, its paragraphs, and the lists below it."""
        level = min(block.level for block in blocks)
        items: list[Shape] = []
        for deeper, run in groupby(blocks, lambda block: block.level > level):
            members = list(run)
            if deeper:
                items = items or [{"marker": "", "blocks": []}]
                items[-1]["blocks"].append(self._list(members))
                continue
            for block in members:
                if block.marker or not items:
                    items.append({"marker": block.marker, "blocks": []})
                items[-1]["blocks"].append({"kind": "paragraph", **self._words(block)})
        return {"kind": "list", "rtl": self._rtl(blocks[0]), "numbered": blocks[0].marker.endswith((".", ")")), "items": items}

    def _groups(self, runs: list[PaperRun], longest: int) -> list[Shape]:
        """Group neighbouring runs with the same key into one link each, to keep the number of annotations per claim low."""
        groups = []
        for key, members in groupby(runs, lambda run: run.key):
            parts = list(members)
            groups.append(
                {
                    "to": f"{LINK_SCHEME}{self.keys.setdefault(key, len(self.keys))}" if key.marked else (key.url or ""),
                    "link": key.url is not None,
                    "begins": [label_of(name, key) for part in parts for name in part.begins],
                    "pieces": [{"text": pieces(part.span.of(self.article.text), longest), "as": list(part.emphases)} for part in parts],
                }
            )
        return groups


def label_of(name: str, key: RunKey) -> str:
    """The template's label of the place where a claim or a note begins."""
    return f"claim-{name}" if name in key.claims else name


def _depth(block: Block) -> int:
    depth = max(block.quoted, block.level if block.kind is BlockKind.QUOTATION else 0)
    return min(depth, _DEEPEST)


_TOGETHER: dict[BlockKind, Callable[[Shaper, Sequence[Block]], Shape]] = {
    BlockKind.PREFORMATTED: Shaper._code,
    BlockKind.TABLE_ROW: Shaper._table,
    BlockKind.LIST_ITEM: Shaper._list,
}
