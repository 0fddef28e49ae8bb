"""Glyphs to lines, and lines to the order a person reads them in: columns from left to right, full-width lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from credibility.articles.containers.pdf_glyphs import Glyph, Sheet

_GUTTER = 8.0
_WIDE = 0.6
_FEWEST_IN_COLUMN = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one line with the same link."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: its text with links, its box in points, its type size; `divided` when its last word goes on in the next."""

    pieces: tuple[Piece, ...] = field(repr=False)
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    divided: bool

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


def _line(glyphs: Sequence[Glyph]) -> Line | None:
    """A line from its glyphs; None when it is blank."""
    inked = [glyph for glyph in glyphs if glyph.char.strip() or glyph.breaks]
    if not any(glyph.char.strip() for glyph in inked):
        return None
    pieces: list[Piece] = []
    last: Glyph | None = None
    for glyph in glyphs:
        char = " " if glyph.char in "\r\n\t" and glyph.char else glyph.char
        if last and char.strip() and last.char.strip() and glyph.left - last.right > 0.25 * max(1.0, glyph.size):
            char = f" {char}"
        if pieces and pieces[-1].url == glyph.url:
            pieces[-1] = Piece(pieces[-1].text + char, glyph.url)
        else:
            pieces.append(Piece(char, glyph.url))
        last = glyph if glyph.char else last
    sizes = sorted(glyph.size for glyph in inked)
    return Line(
        tuple(pieces),
        min(glyph.left for glyph in inked),
        max(glyph.right for glyph in inked),
        min(glyph.bottom for glyph in inked),
        max(glyph.top for glyph in inked),
        sizes[len(sizes) // 2],
        sum(glyph.bold for glyph in inked) * 2 > len(inked),
        inked[-1].breaks,
    )


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a page in the order they are drawn: a new one begins where the text jumps down, up or far to the right."""
    rows: list[list[Glyph]] = [[]]
    last: Glyph | None = None
    for glyph in sheet.glyphs:
        if glyph.char in ("\r", "\n") and glyph.char:
            rows.append([])
            last = None
            continue
        if last and glyph.char.strip():
            height = max(1.0, last.top - last.bottom, glyph.top - glyph.bottom)
            overlap = min(last.top, glyph.top) - max(last.bottom, glyph.bottom)
            off_line = overlap < 0.3 * min(height, max(1.0, glyph.top - glyph.bottom))
            if off_line or glyph.left < last.left - 2 * height or glyph.left - last.right > max(_GUTTER, 1.6 * glyph.size):
                rows.append([])
        rows[-1].append(glyph)
        last = glyph if glyph.char.strip() else last
    return [line for row in rows if (line := _line(row))]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest upright gap that parts these lines into two sets of several lines each."""
    edges = sorted((line.left, line.right) for line in lines)
    best: tuple[float, float] | None = None
    reach = edges[0][1] if edges else 0.0
    for number, (left, right) in enumerate(edges[1:], 1):
        if left - reach >= _GUTTER and number >= _FEWEST_IN_COLUMN and len(edges) - number >= _FEWEST_IN_COLUMN:
            best = max(best or (0.0, 0.0), (left - reach, (left + reach) / 2))
        reach = max(reach, right)
    return best[1] if best else None


def _in_columns(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines between two full-width ones as columns, left to right, each from top to bottom."""
    middle = _gutter(lines)
    if middle is None:
        return [sorted(lines, key=lambda line: (-round(line.top), line.left))] if lines else []
    left = [line for line in lines if line.right <= middle]
    return [*_in_columns(left), *_in_columns([line for line in lines if line.right > middle])]


def columns_of(lines: Sequence[Line], width: float) -> list[list[Line]]:
    """The lines of a page in reading order, in runs that share a column.

    Lines wider than most of the page (headlines, single-column text) part it into bands; each band is read column by column.
    """
    if _gutter([line for line in lines if line.right - line.left < _WIDE * width]) is None:
        return _in_columns(lines) if _gutter(lines) is not None else [sorted(lines, key=lambda line: (-round(line.top), line.left))]
    columns: list[list[Line]] = []
    band: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.top):
        if line.right - line.left < _WIDE * width:
            band.append(line)
            continue
        columns += _in_columns(band)
        band = []
        if columns and columns[-1][-1].right - columns[-1][-1].left >= _WIDE * width:
            columns[-1].append(line)
        else:
            columns.append([line])
    return columns + _in_columns(band)
