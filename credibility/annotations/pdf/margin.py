"""Draw a claim's mark in the margin: the glyph of its role, beside the line where the claim begins.

The glyphs are drawn as paths, not set as text: characters in the margin would end up between the article's words whenever text is
copied from the file. They are marked as artifacts, which screen readers skip; the highlight gives the tier in words.
"""

from collections.abc import Iterable

import pikepdf

from credibility.annotations.pdf.ink import Quad, ink
from credibility.model import Style

_SIZE = 7.4
_STEP = 9.2
_GAP = 9.0

TEXT_EDGE = 27 / 25.4 * 72
"""Left edge of the text in points, as the template sets it."""

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
    "–": "1.5 5 m 8.5 5 l S",
    "×": "2 2 m 8 8 l S 2 8 m 8 2 l S",
}
"""Each glyph of the palette as path operators in a 10 by 10 square."""


def draw_marks(page: pikepdf.Page, marks: Iterable[tuple[Style, Quad]]) -> None:
    """Draw a mark for each claim beside its first box. Marks on one line are placed side by side, in reading order."""
    rows: list[list[tuple[Style, Quad]]] = []
    for style, quad in sorted(marks, key=lambda mark: (-mark[1][1], mark[1][0])):
        if rows and abs(rows[-1][0][1][1] - quad[1]) < _SIZE / 2:
            rows[-1].append((style, quad))
        else:
            rows.append([(style, quad)])
    drawn = [_mark(style, quad, len(row) - 1 - place) for row in rows for place, (style, quad) in enumerate(_across(row))]
    if drawn:
        # Before the page's content, because the graphics state after it is unknown.
        page.contents_add("\n".join(["/Artifact <</Type /Layout>> BDC", *drawn, "EMC"]).encode(), prepend=True)


def _across(row: list[tuple[Style, Quad]]) -> list[tuple[Style, Quad]]:
    return sorted(row, key=lambda mark: mark[1][0])


def _mark(style: Style, quad: Quad, places_left: int) -> str:
    scale = _SIZE / 10
    x, y = TEXT_EDGE - _GAP - _SIZE - places_left * _STEP, (quad[1] + quad[3] - _SIZE) / 2
    colour = ink(style.line)
    return f"q {scale:.2f} 0 0 {scale:.2f} {x:.2f} {y:.2f} cm {colour} RG {colour} rg 1.2 w 1 J 1 j {GLYPHS[style.glyph]} Q"
