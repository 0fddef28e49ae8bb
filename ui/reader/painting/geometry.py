"""Where lines and stretches of text lie on the page, in document coordinates."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine

from ui.reader.typesetting.formats import BlockProperty

SLACK = 100.0  # pixels that a block may be drawn above and below its rectangle
ABOVE, BELOW = 0.93, 0.37  # of the font's size, over and under the baseline: a wash as tall as the letters, its line just below


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """One laid-out line: Qt positions `[start, end)`, its baseline and left edge, and the font size in pixels."""

    line: QTextLine
    block: QTextBlock
    left: float
    baseline: float
    size: float

    @property
    def start(self) -> int:
        """First position of the line."""
        return int(self.block.position() + self.line.textStart())

    @property
    def end(self) -> int:
        """Position behind the line's last character."""
        return int(self.start + self.line.textLength())

    def stretches(self, start: int, end: int) -> Iterator[QRectF]:
        """The rectangles that the positions `[start, end)` cover on this line, from left to right; several in mixed directions."""
        first, last = max(start, self.start), min(end, self.end)
        written = self.block.document()  # asked by position: Python counts an emoji once, Qt twice
        while last > first and written.characterAt(last - 1).isspace():
            last -= 1
        if last <= first:
            return
        top, height = self.baseline - ABOVE * self.size, (ABOVE + BELOW) * self.size
        for left, right in self._extents(first - self.block.position(), last - self.block.position()):
            yield QRectF(self.left + left, top, right - left, height)

    def _extents(self, first: int, last: int) -> Iterator[tuple[float, float]]:
        if _is_one_way(self.block):
            a, b = _x(self.line, first), _x(self.line, last)
            yield min(a, b), max(a, b)
            return
        for run in self.line.glyphRuns(first, last - first):
            box = run.boundingRect()
            yield box.left(), box.right()


def _x(line: QTextLine, position: int) -> float:
    place: object = line.cursorToX(position)
    if isinstance(place, tuple):  # PySide6 gives the position back as well
        place = place[0]
    assert isinstance(place, float | int)
    return float(place)


def _is_one_way(block: QTextBlock) -> bool:
    if block.textDirection() is not Qt.LayoutDirection.LeftToRight:
        return False
    return not any("\u0590" <= character <= "\u08ff" or "\ufb1d" <= character <= "\ufefc" for character in block.text())


def blocks_between(document: QTextDocument, top: float, bottom: float) -> Iterator[tuple[QTextBlock, QRectF]]:
    """The blocks that touch the strip between two heights of the page, with their rectangles."""
    layout = document.documentLayout()
    block = document.findBlockByNumber(_first_below(document, top - SLACK))
    while block.isValid():
        rect = layout.blockBoundingRect(block)
        if rect.top() > bottom:
            return
        if rect.bottom() + rect.height() + SLACK >= top:  # Qt's rectangle leaves out the space that a fixed line height puts above
            yield block, rect
        block = block.next()


def _first_below(document: QTextDocument, top: float) -> int:
    """The number of the block before the first one that ends below a height. Qt's own search asks every block of the document."""
    layout, count = document.documentLayout(), document.blockCount()

    def bottom(number: int) -> float:
        return float(layout.blockBoundingRect(document.findBlockByNumber(number)).bottom())

    reach = 1
    while reach < count and bottom(reach) < top:  # from the top in growing steps: to ask for a far block would have all before it laid out
        reach *= 2
    first = bisect_left(range(min(reach, count)), top, key=bottom)
    while first > 0 and bottom(first - 1) >= top:  # cells of a row are not as high as each other
        first -= 1
    return max(0, first - 1)


def position_at(document: QTextDocument, place: QPointF) -> int:
    """The position of the character at a place of the page; -1 where there is none. Asks only the blocks there."""
    for block, rect in blocks_between(document, place.y(), place.y()):
        x, y = place.x() - rect.left(), place.y() - rect.top()
        layout = block.layout()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            box = line.naturalTextRect()
            if box.top() <= y < box.bottom() and box.left() <= x <= box.right():
                return int(block.position() + line.xToCursor(x, QTextLine.CursorPosition.CursorOnCharacter))
    return -1


def lines_of(block: QTextBlock, rect: QRectF, em: float) -> Iterator[PlacedLine]:
    """The laid-out lines of a block whose rectangle is `rect`; `em` is the body size in pixels."""
    layout = block.layout()
    scale = block.blockFormat().doubleProperty(BlockProperty.SCALE) or 1.0
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        yield PlacedLine(line, block, rect.left(), rect.top() + line.y() + line.ascent(), em * scale)
