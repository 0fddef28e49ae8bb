"""Draw a claim's mark in the margin: its number and the glyph of its role, beside the line where the claim begins.

Numbers and glyphs are drawn as paths, not set as text: characters in the margin would end up between the article's words whenever text is
copied from the file. They are marked as artifacts, which screen readers skip; the highlight gives the tier in words.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pikepdf

from credibility.annotations.pdf.ink import Quad, ink
from credibility.model import Style

_SIZE, _SPACE, _GAP, _EDGE = 7.4, 3.2, 9.0, 14.0
"""Points: height of a glyph, space between marks, between marks and text, and at the edge of the page, where printers print nothing."""

TEXT_EDGE = 27 / 25.4 * 72
"""Left edge of the text in points, as the template sets it."""

_FIGURE = 4.6
"""Advance of a figure, in a glyph's units of which it is 10 high."""

_RING = "5 9 m 7.21 9 9 7.21 9 5 c 9 2.79 7.21 1 5 1 c 2.79 1 1 2.79 1 5 c 1 7.21 2.79 9 5 9 c h"

GLYPHS = {
    "●": f"{_RING} B",
    "◕": f"{_RING} S 5 5 m 5 9 l 7.21 9 9 7.21 9 5 c 9 2.79 7.21 1 5 1 c 2.79 1 1 2.79 1 5 c h f",
    "◑": f"{_RING} S 5 9 m 7.21 9 9 7.21 9 5 c 9 2.79 7.21 1 5 1 c h f",
    "◔": f"{_RING} S 5 5 m 5 9 l 7.21 9 9 7.21 9 5 c h f",
    "○": f"{_RING} S",
    "□": "1.4 1.4 7.2 7.2 re S",
    "☺": f"{_RING} S 3.1 5.7 1 1.2 re 5.9 5.7 1 1.2 re f 2.9 4.2 m 3.6 2.2 6.4 2.2 7.1 4.2 c S",
    "@": "6.7 5 m 6.7 7.2 3.3 7.2 3.3 5 c 3.3 2.8 6.7 2.8 6.7 5 c S "
    "6.7 6.8 m 6.7 4.2 l 6.9 2.8 9.2 3 9.2 5.2 c 9.2 7.6 7.2 9.2 5 9.2 c 2.6 9.2 0.8 7.3 0.8 5 c 0.8 2.7 2.6 0.8 5 0.8 c 7.4 1.4 l S",
    "?": "2.6 7 m 2.8 9.8 7.8 9.8 7.8 6.8 c 7.8 4.8 5 5.2 5 3.2 c S 4.3 0.5 1.4 1.4 re f",
    "P": "2.5 1 m 2.5 9 l 5.2 9 l 8.6 9 8.6 4.6 5.2 4.6 c 2.5 4.6 l S",
    "⌂": "0.9 5 m 5 9 l 9.1 5 l S 2.3 4.2 m 2.3 1 l 7.7 1 l 7.7 4.2 l S",
    "G": "8 7.6 m 6.6 9.8 1.8 9.8 1.8 5 c 1.8 0.2 7 0.4 8.1 2 c 8.1 4.6 l 5.4 4.6 l S",
    "D": "2.4 1 m 2.4 9 l 4.4 9 l 9.2 9 9.2 1 4.4 1 c h S",
    "S": "7.7 7.7 m 6.6 9.5 2.3 9.6 2.3 7 c 2.3 4.4 7.9 5.6 7.9 3 c 7.9 0.4 3.4 0.5 2 2.4 c S",
    "A": "1.6 1 m 5 9 l 8.4 1 l S 2.9 3.8 m 7.1 3.8 l S",
    "⚑": "1.5 0.5 m 1.5 9.5 l 8.5 9.5 l 8.5 4.5 l 1.5 4.5 l h B",
    "◆": "5 0.5 m 9.5 5 l 5 9.5 l 0.5 5 l h B",
    "▲": "0.7 1 m 9.3 1 l 5 9.2 l h B",
    "■": "1.4 1.4 7.2 7.2 re B",
    "⬟": "5 9.5 m 9 5 l 7.4 0.8 l 2.6 0.8 l 1 5 l h B",
    "–": "1.5 5 m 8.5 5 l S",
    "×": "2 2 m 8 8 l S 2 8 m 8 2 l S",
}
"""Each glyph of the palette as path operators in a 10 by 10 square."""


_FIGURES = {
    "0": "2 9 m 0 9 0 1 2 1 c 4 1 4 9 2 9 c S",
    "1": "0.8 7.4 m 2.2 9 l 2.2 1 l S",
    "2": "0.3 7.4 m 0.8 9.6 3.8 9.4 3.7 7 c 3.6 5.2 1 3.6 0.3 1 c 3.9 1 l S",
    "3": "0.4 8.2 m 1.2 9.4 3.5 9.4 3.5 7.2 c 3.5 5.8 2.4 5.2 1.5 5.2 c 2.8 5.2 3.8 4.4 3.8 3 c 3.8 0.6 0.9 0.5 0.2 1.9 c S",
    "4": "3 1 m 3 9 l 0.1 3.4 l 4 3.4 l S",
    "5": "3.5 9 m 0.9 9 l 0.6 5.4 l 1.6 6.2 3.8 5.8 3.8 3.5 c 3.8 0.6 0.9 0.5 0.2 1.8 c S",
    "6": "3.4 8.6 m 1.6 9.6 0.2 6.8 0.2 3.6 c 0.2 0.2 3.8 0.2 3.8 3.4 c 3.8 6.4 0.6 6.4 0.2 3.8 c S",
    "7": "0.2 9 m 3.8 9 l 1.5 1 l S",
    "8": "2 5.3 m -0.1 5.4 0.1 9 2 9 c 3.9 9 4.1 5.4 2 5.3 c -0.4 5.2 -0.4 1 2 1 c 4.4 1 4.4 5.2 2 5.3 c S",
    "9": "0.6 1.4 m 2.4 0.4 3.8 3.2 3.8 6.4 c 3.8 9.8 0.2 9.8 0.2 6.6 c 0.2 3.6 3.4 3.6 3.8 6.2 c S",
}
"""The figures of a claim's number as path operators, 4 wide and 10 high."""


@dataclass(frozen=True, slots=True)
class MarginMark:
    """What is drawn beside a claim's first box: its role's glyph and its number, on the side where its line begins."""

    style: Style
    number: int
    quad: Quad
    right_to_left: bool = False

    @property
    def digits(self) -> str:
        """The number in figures."""
        return str(self.number)

    @property
    def width(self) -> float:
        """Points that glyph and number take, with the space after them."""
        return (11.5 + len(self.digits) * _FIGURE) * _SIZE / 10 + _SPACE


def draw_marks(page: pikepdf.Page, marks: Iterable[MarginMark]) -> None:
    """Draw a mark for each claim beside its first box. Marks on one line are placed side by side, in reading order."""
    rows: list[list[MarginMark]] = []
    for mark in sorted(marks, key=lambda mark: (mark.right_to_left, -mark.quad[1], mark.quad[0])):
        last = rows[-1][0] if rows else None
        if last and last.right_to_left == mark.right_to_left and abs(last.quad[1] - mark.quad[1]) < _SIZE / 2:
            rows[-1].append(mark)
        else:
            rows.append([mark])
    drawn = [operators for row in rows for operators in _row(row, float(page.mediabox[2]))]
    if drawn:
        # Before the page's content, because the graphics state after it is unknown.
        page.contents_add("\n".join(["/Artifact <</Type /Layout>> BDC", *drawn, "EMC"]).encode(), prepend=True)


def marks_within(marks: Iterable[MarginMark], left: float, right: float, *, on_right: bool) -> tuple[str, list[float]]:
    """The operators that draw marks side by side between two edges, near the text, and what they cover: left, bottom, right and top."""
    ordered = sorted(marks, key=lambda mark: mark.quad[0])
    width = sum(mark.width for mark in ordered) - _SPACE
    scale = min(1.0, (right - left) / width)
    start = x = left if on_right else right - scale * width
    drawn = []
    for mark in ordered:
        drawn.append(_drawn(mark, x, scale))
        x += mark.width * scale
    middle = (ordered[0].quad[1] + ordered[0].quad[3]) / 2
    return "\n".join(drawn), [start - 1, middle - _SIZE * scale / 2 - 1, start + width * scale + 1, middle + _SIZE * scale / 2 + 1]


def _row(row: list[MarginMark], page_width: float) -> list[str]:
    """The marks of one line; many are drawn smaller, so that all are on the page."""
    ordered = sorted(row, key=lambda mark: mark.quad[0])
    room = TEXT_EDGE - _GAP - _EDGE
    scale = min(1.0, room / sum(mark.width for mark in ordered))
    x = page_width - TEXT_EDGE + _GAP if row[0].right_to_left else TEXT_EDGE - _GAP - scale * (sum(mark.width for mark in ordered) - _SPACE)
    drawn = []
    for mark in ordered:
        drawn.append(_drawn(mark, x, scale))
        x += mark.width * scale
    return drawn


def _drawn(mark: MarginMark, x: float, scale: float) -> str:
    """The number outside, the glyph beside the text."""
    size = scale * _SIZE / 10
    y = (mark.quad[1] + mark.quad[3] - _SIZE * scale) / 2
    colour = ink(mark.style.line)
    figures, glyph = (11.5, 0.0) if mark.right_to_left else (0.0, len(mark.digits) * _FIGURE + 1.5)
    drawn = [f"q 0.8 0 0 0.8 {figures + place * _FIGURE:.2f} 1 cm {_FIGURES[digit]} Q" for place, digit in enumerate(mark.digits)]
    drawn.append(f"q 1 0 0 1 {glyph:.2f} 0 cm {GLYPHS[mark.style.glyph]} Q")
    return "\n".join([f"q {size:.3f} 0 0 {size:.3f} {x:.2f} {y:.2f} cm {colour} RG {colour} rg 1.2 w 1 J 1 j", *drawn, "Q"])
