"""Group glyphs into lines, and put lines into reading order: columns from left to right, with full-width lines between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from credibility.articles.pdf.glyphs import Glyph, Sheet

_GUTTER = 8.0
_ACROSS = 0.2
_MOST_LINES = 1500
_FEWEST_IN_COLUMN = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one line with the same link."""

    text: str
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of print: its text with links, its box in points, its type size; `divided` when its last word continues on the next line."""

    pieces: tuple[Piece, ...] = field(repr=False)
    left: float
    right: float
    bottom: float
    top: float
    size: float
    bold: bool
    divided: bool
    glyphs: tuple[Glyph, ...] = field(default=(), repr=False)

    @property
    def text(self) -> str:
        """The words of the line."""
        return "".join(piece.text for piece in self.pieces)


def _line(glyphs: Sequence[Glyph]) -> Line | None:
    """A line from its glyphs; None when they are all white space."""
    inked = [glyph for glyph in glyphs if glyph.char.strip() or glyph.breaks]
    if not any(glyph.char.strip() for glyph in inked):
        return None
    sizes = sorted(glyph.size for glyph in inked)
    return Line(
        _pieces(glyphs),
        min(glyph.left for glyph in inked),
        max(glyph.right for glyph in inked),
        min(glyph.bottom for glyph in inked),
        max(glyph.top for glyph in inked),
        sizes[len(sizes) // 2],
        sum(glyph.bold for glyph in inked) * 2 > len(inked),
        inked[-1].breaks,
        tuple(glyphs),
    )


def _pieces(glyphs: Sequence[Glyph]) -> tuple[Piece, ...]:
    """The text of a line in runs with the same link; a gap without a space character becomes a space."""
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
    return tuple(pieces)


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of a page in drawing order; a new one begins where the text jumps down, up or far to the right."""
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
            if off_line or glyph.left < last.left - 2 * height or glyph.left - last.right > max(_GUTTER, 1.1 * glyph.size):
                rows.append([])
        rows[-1].append(glyph)
        last = glyph if glyph.char.strip() else last
    return [line for row in rows if (line := _line(row))]


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of a vertical gap that separates these lines into two columns; a few (headlines) may cross it. None for one column."""
    best: tuple[float, float] | None = None
    for edge in {round(line.left, 1) for line in lines} if len(lines) <= _MOST_LINES else ():
        before = [line for line in lines if line.right <= edge]
        after = [line for line in lines if line.left >= edge - 0.1]
        if min(len(before), len(after)) < _FEWEST_IN_COLUMN or len(before) + len(after) < (1 - _ACROSS) * len(lines):
            continue
        gap = edge - max(line.right for line in before)
        if gap >= _GUTTER and _face(before, after):
            best = max(best or (0.0, 0.0), (gap, edge - gap / 2))
    return best[1] if best else None


def _face(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether two sets of lines overlap vertically."""
    lowest_top = min(max(line.top for line in side) for side in (before, after))
    return lowest_top > max(min(line.bottom for line in side) for side in (before, after))


def _down(lines: Sequence[Line]) -> list[Line]:
    """Lines of one column from top to bottom; pieces of one line from left to right."""
    return sorted(lines, key=lambda line: (-round(line.top), line.left))


def columns_of(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of a page in reading order, in runs that share a column.

    Lines across the gutter (headlines, single-column text) divide the page into bands; each band is read column by column.
    """
    middle = _gutter(lines)
    if middle is None:
        return [_down(lines)] if lines else []
    columns: list[list[Line]] = []
    band: list[Line] = []
    across: list[Line] = []
    for line in _down(lines):
        crosses = line.left < middle < line.right
        if crosses and band:
            columns += _side_by_side(band, middle)
            band = []
        elif not crosses and across:
            columns.append(across)
            across = []
        (across if crosses else band).append(line)
    return columns + ([across] if across else []) + _side_by_side(band, middle)


def _side_by_side(band: Sequence[Line], middle: float) -> list[list[Line]]:
    left, right = [line for line in band if line.right <= middle], [line for line in band if line.right > middle]
    return [column for side in (left, right) for column in columns_of(side)]
