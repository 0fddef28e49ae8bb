"""Group glyphs into lines, and put lines into reading order: columns from left to right, with full-width lines between them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from credibility.articles.pdf.glyphs import Glyph, Sheet

_GUTTER = 8.0
_ACROSS = 0.2
_ROW, _MOST_BESIDE = 3.0, 0.08
_MOST_LINES = 1500
_FEWEST_IN_COLUMN = 4
_WIDEST_SPACE = 4
_LARGE = 1.8
_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
_LEADING_MARKS = re.compile(r"^[.,:;!?)\]]+(?=[\d\w])")


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
    is_right_to_left = False
    for glyph in sheet.glyphs:
        if glyph.char in ("\r", "\n") and glyph.char:
            rows.append([])
            last, is_right_to_left = None, False
            continue
        is_right_to_left = is_right_to_left or bool(_RIGHT_TO_LEFT.match(glyph.char))
        if last and glyph.char.strip():
            height = max(1.0, last.top - last.bottom, glyph.top - glyph.bottom)
            overlap = min(last.top, glyph.top) - max(last.bottom, glyph.bottom)
            off_line = overlap < 0.3 * min(height, max(1.0, glyph.top - glyph.bottom))
            back = last.left - glyph.right if is_right_to_left else last.left - glyph.left
            if off_line or back > (4 if is_right_to_left else 2) * height or glyph.left - last.right > max(_GUTTER, 1.1 * glyph.size):
                rows.append([])
        rows[-1].append(glyph)
        last = glyph if glyph.char.strip() else last
    return [line for row in rows if (line := _line(_in_reading_order(row)))]


def _in_reading_order(row: Sequence[Glyph]) -> Sequence[Glyph]:
    """A row from right to left with the mark behind a number at its end, where pdfium has it before: it stands to the left of it."""
    if not any(_RIGHT_TO_LEFT.match(glyph.char) for glyph in row):
        return row
    ends = (place + 1 for place in range(len(row) - 1, -1, -1) if _RIGHT_TO_LEFT.match(row[place].char) or not row[place].char.strip())
    start = next(ends, 0)
    found = _LEADING_MARKS.match("".join(glyph.char for glyph in row[start:]))
    if not found or not start:
        return row
    return (*row[:start], *row[start + found.end() :], *row[start : start + found.end()])


def _gutter(lines: Sequence[Line]) -> float | None:
    """The middle of the widest gap that separates these lines into two columns; a few (headlines) may cross it. None for one column."""
    edges = {round(line.left, 1) for line in lines} if len(lines) <= _MOST_LINES else ()
    gap, edge = max(((_gap(lines, edge), edge) for edge in edges), default=(0.0, 0.0))
    return edge - gap / 2 if gap >= _GUTTER else None


def _gap(lines: Sequence[Line], edge: float) -> float:
    """How wide the gap is to the left of an edge at which a column may begin; 0 when none does."""
    before = [line for line in lines if line.right <= edge]
    after = [line for line in lines if line.left >= edge - 0.1]
    if min(len(before), len(after)) < _FEWEST_IN_COLUMN or len(before) + len(after) < (1 - _ACROSS) * len(lines):
        return 0.0
    gap = edge - max(line.right for line in before)
    return gap if gap >= _GUTTER and _face(before, after) and not _divides_rows(lines, before, after) else 0.0


def _divides_rows(lines: Sequence[Line], before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether the gap runs through a column: lines that cross it stand in one row with lines of a side. Headlines stand alone."""
    rows = {round(line.bottom / _ROW) for line in (*before, *after)}
    sides = {id(line) for line in (*before, *after)}
    return sum(id(line) not in sides and round(line.bottom / _ROW) in rows for line in lines) > _MOST_BESIDE * len(lines)


def _face(before: Sequence[Line], after: Sequence[Line]) -> bool:
    """Whether two sets of lines overlap vertically."""
    lowest_top = min(max(line.top for line in side) for side in (before, after))
    return lowest_top > max(min(line.bottom for line in side) for side in (before, after))


def _sorted(lines: Sequence[Line]) -> list[Line]:
    """Lines from top to bottom; what stands in one row from left to right."""
    return sorted(lines, key=lambda line: (-round(line.top), line.left))


def _down(lines: Sequence[Line]) -> list[Line]:
    """The lines of one column; pieces of one line, which wide spaces set apart, are joined."""
    joined: list[Line] = []
    for line in _sorted(lines):
        if joined and _is_one_line(joined[-1], line):
            joined[-1] = _line((*joined[-1].glyphs, *line.glyphs)) or line
        else:
            joined.append(line)
    return joined


def _is_one_line(last: Line, line: Line) -> bool:
    return abs(last.bottom - line.bottom) < 1 and last.size == line.size and -1 < line.left - last.right < _WIDEST_SPACE * line.size


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
    for line in _sorted(lines):
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


def with_initials(lines: Sequence[Line]) -> list[Line]:
    """The lines with a drop cap as the first letter of the line beside its top; the lines beside it begin where it does."""
    found = list(lines)
    for cap in [line for line in lines if len(line.text.strip()) == 1 and line.text.strip().isalpha()]:
        beside = [
            place
            for place, line in enumerate(found)
            if line.size * _LARGE <= cap.size and 0 <= line.left - cap.right + 1 < cap.size and cap.bottom - 2 <= line.bottom < cap.top
        ]
        if not beside:
            continue
        first = max(beside, key=lambda place: found[place].top)
        letter = Piece(cap.text.strip(), cap.pieces[0].url)
        found[first] = replace(found[first], pieces=(letter, *found[first].pieces), glyphs=(*cap.glyphs, *found[first].glyphs))
        for place in beside:
            found[place] = replace(found[place], left=cap.left)
        found.remove(cap)
    return found
