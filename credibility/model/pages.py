"""The printed pages of an article that was opened from a PDF: how large they are, and where each of its words stands on them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from credibility.model.articles import Span


@dataclass(frozen=True, slots=True)
class PageSize:
    """A page as it is shown, turned and cropped; in points."""

    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PageRect:
    """A rectangle on a page, in points from its upper left corner."""

    page: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """One line of print whose letters are the article's.

    `offsets` are the code points of `Article.text` that the letters are, ascending; `lefts` and `rights` are the letters' edges in points.
    """

    page: int
    top: float
    bottom: float
    offsets: tuple[int, ...] = field(repr=False)
    lefts: tuple[float, ...] = field(repr=False)
    rights: tuple[float, ...] = field(repr=False)

    @property
    def span(self) -> Span:
        """From the line's first letter to behind its last one."""
        return Span(self.offsets[0], self.offsets[-1] + 1)

    def rect(self, span: Span) -> PageRect | None:
        """What a span covers of this line, None when nothing."""
        first, last = bisect_left(self.offsets, span.start), bisect_left(self.offsets, span.end)
        if first == last:
            return None
        return PageRect(self.page, min(self.lefts[first:last]), self.top, max(self.rights[first:last]), self.bottom)


@dataclass(frozen=True, slots=True)
class Print:
    """The pages of a file and those of its lines that are part of the article, in the order of its text."""

    pages: tuple[PageSize, ...]
    lines: tuple[PrintedLine, ...] = field(default=(), repr=False)

    def line_at(self, offset: int) -> PrintedLine | None:
        """The line that begins last at or before a code point; None before the first one."""
        at = bisect_right(self.lines, offset, key=lambda line: line.offsets[0])
        return self.lines[at - 1] if at else None

    def rects(self, span: Span) -> Iterator[PageRect]:
        """Where a span stands: one rectangle per line."""
        at = max(0, bisect_left(self.lines, span.start, key=lambda line: line.offsets[0]) - 1)
        for line in self.lines[at:]:
            if line.offsets[0] >= span.end:
                return
            rect = line.rect(span)
            if rect:
                yield rect


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A drawn page: rows of pixels without gaps, four bytes each: blue, green, red and one that says nothing."""

    width: int
    height: int
    pixels: bytes = field(repr=False)
