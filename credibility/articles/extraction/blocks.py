"""Turn segments into blocks."""

from collections.abc import Sequence

from credibility.articles.draft import DraftBlock, Inline
from credibility.articles.extraction.dom import Element
from credibility.articles.extraction.segments import Segment
from credibility.articles.pictures.gallery import Gallery
from credibility.model import BlockKind

WIDEST = 100
"""Greatest number of columns or rows that one cell of a table may take."""


def blocks_of(segments: Sequence[Segment], gallery: Gallery) -> tuple[DraftBlock, ...]:
    """The segments as blocks: cells joined to rows, images taken from the file. What `Gallery.image_of` rejects leaves no block."""
    blocks: list[DraftBlock] = []
    place = 0
    while place < len(segments):
        segment = segments[place]
        if segment.row is not None:
            end = place
            while end < len(segments) and segments[end].row is segment.row:
                end += 1
            blocks.append(_row(segments[place:end]))
            place = end
            continue
        if segment.image is None:
            block = DraftBlock(segment.kind, segment.runs, segment.level, segment.marker, quoted=segment.quoted, pointer=segment.pointer)
            blocks.append(block)
        elif image := gallery.image_of(segment.image):
            blocks.append(DraftBlock(BlockKind.IMAGE, segment.runs, image=image, quoted=segment.quoted))
        place += 1
    return tuple(blocks)


def _row(segments: Sequence[Segment]) -> DraftBlock:
    """One table row from the segments of its cells; empty cells keep their place."""
    row = segments[0].row
    cells: dict[Element, list[Inline]] = {cell: [] for cell in (row if row is not None else ()) if cell.tag in ("td", "th")}
    for segment in segments:
        if segment.cell is not None:
            cells.setdefault(segment.cell, []).extend((*segment.runs, Inline(" ")))
    header = all(segment.level for segment in segments)
    extents = tuple((_extent(cell, "colspan"), _extent(cell, "rowspan")) for cell in cells)
    return DraftBlock(
        BlockKind.TABLE_ROW,
        level=int(header),
        cells=tuple(tuple(runs) for runs in cells.values()),
        quoted=segments[0].quoted,
        extents=extents if set(extents) != {(1, 1)} else (),
    )


def _extent(cell: Element, name: str) -> int:
    """How many columns or rows a cell takes; 1 unless the page gives a sensible number."""
    written = (cell.get(name) or "").strip()
    return max(1, min(int(written), WIDEST)) if written.isascii() and written.isdecimal() and len(written) < 6 else 1
