"""The printed pages of an article that was opened from a PDF: their sizes, and the position of each character on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from credibility.model.articles import Span


@dataclass(frozen=True, slots=True)
class PageSize:
    """The size of a page as shown, after rotation and cropping, in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageRect:
    """A rectangle on a page, in points from the page's upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One printed line that is part of the article.

    `offsets` gives each character's index in `Article.text`, ascending; `lefts` and `rights` are the characters' edges in points.
    Where the text of a page of size `sheet` runs sideways or upside down, all edges are those on the page turned upright, and `turn`
    is the direction it runs in on the page as shown, in quarters counterclockwise.
    """

    page: int
    top: float
    bottom: float
    offsets: tuple[int, ...] = field(repr=False)
    lefts: tuple[float, ...] = field(repr=False)
    rights: tuple[float, ...] = field(repr=False)
    turn: int = 0
    sheet: PageSize = PageSize(0.0, 0.0)

    @property
    def span(self) -> Span:
        """From the line's first character to just after its last."""
        return Span(self.offsets[0], self.offsets[-1] + 1)

    def rect(self, span: Span) -> PageRect | None:
        """The rectangle of the part of this line that a span covers; None when it covers nothing."""
        first, last = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        if first == last:
            return None
        return self._shown(min(self.lefts[first:last]), self.top, max(self.rights[first:last]), self.bottom)

    def _shown(self, left: float, top: float, right: float, bottom: float) -> PageRect:
        """A rectangle of the upright page on the page as shown."""
        width, height = self.sheet.width, self.sheet.height
        if self.turn == 1:
            left, top, right, bottom = top, height - right, bottom, height - left
        elif self.turn == 2:
            left, top, right, bottom = width - right, height - bottom, width - left, height - top
        elif self.turn == 3:
            left, top, right, bottom = width - bottom, left, width - top, right
        return PageRect(self.page, left, top, right, bottom)


@dataclass(frozen=True, slots=True)
class Print:
    """The pages of a file, and the lines on them that are part of the article, in text order."""

    pages: tuple[PageSize, ...]
    lines: tuple[PrintedLine, ...] = field(default=(), repr=False)

    def line_at(self, offset: int) -> PrintedLine | None:
        """The last line that begins at or before a code point; None before the first line."""
        at = bisect_right(self.lines, offset, key=lambda line: line.offsets[0])
        return self.lines[at - 1] if at else None

    def rects(self, span: Span) -> Iterator[PageRect]:
        """Where a span is printed: one rectangle per line."""
        at = max(0, bisect_left(self.lines, span.start, key=lambda line: line.offsets[0]) - 1)
        for line in self.lines[at:]:
            if line.offsets[0] >= span.end:
                return
            rect = line.rect(span)
            if rect:
                yield rect


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A rendered page: rows of pixels without padding, four bytes per pixel (blue, green, red, unused)."""

    width: int
    height: int
    pixels: bytes = field(repr=False)
