"""Turned text: a page whose text runs sideways or upside down is set upright, and a stamp in an upright page's margin is left out."""

from collections import Counter
from dataclasses import replace

from credibility.articles.pdf.glyphs import Glyph, Sheet


def upright(sheet: Sheet) -> Sheet:
    """The page turned by quarters so that most of its text runs from left to right, without text of other directions."""
    turn = turn_of(sheet)
    if not turn and all(glyph.turn == 0 or not glyph.char.strip() for glyph in sheet.glyphs):
        return sheet
    kept = tuple(glyph for glyph in sheet.glyphs if glyph.turn == turn or not glyph.char.strip())
    if not turn:
        return replace(sheet, glyphs=kept)
    size = (sheet.height, sheet.width) if turn % 2 else (sheet.width, sheet.height)
    return Sheet(*size, tuple(_turned(glyph, turn, sheet) for glyph in kept))


def turn_of(sheet: Sheet) -> int:
    """The direction that most of a page's text runs in, in quarters counterclockwise."""
    turns = Counter(glyph.turn for glyph in sheet.glyphs if glyph.char.strip())
    return turns.most_common(1)[0][0] if turns else 0


def _turned(glyph: Glyph, turn: int, sheet: Sheet) -> Glyph:
    """A glyph's box on the page turned back by so many quarters."""
    left, bottom, right, top = glyph.left, glyph.bottom, glyph.right, glyph.top
    if turn == 1:  # upwards
        left, bottom, right, top = bottom, sheet.width - right, top, sheet.width - left
    elif turn == 2:  # upside down
        left, bottom, right, top = sheet.width - right, sheet.height - top, sheet.width - left, sheet.height - bottom
    else:  # downwards
        left, bottom, right, top = sheet.height - top, left, sheet.height - bottom, right
    return replace(glyph, left=left, bottom=bottom, right=right, top=top, turn=0)
