"""Room beside the lines of a page that was set by somebody else, for the marks of the claims that begin there."""

from dataclasses import dataclass

from credibility.model import PageRect, Print

_GAP, _EDGE = 4.0, 5.0
"""Points between a line and the marks beside it, and at the edge of the page."""

_NARROWEST = 9.0
"""Room in points in which not even the smallest mark can be read."""


@dataclass(frozen=True, slots=True)
class Room:
    """Free space beside a line, in points from the page's upper left corner; the marks are set against the line, right or left of it."""

    left: float
    right: float
    middle: float
    on_right: bool


class Rooms:
    """Where marks can be drawn beside the lines of a file's pages."""

    def __init__(self, printed: Print) -> None:
        self._pages = printed.pages
        self._printed = printed
        self._lines: dict[int, list[PageRect]] = {}
        for line in printed.lines:
            if rect := line.rect(line.span):
                self._lines.setdefault(line.page, []).append(rect)

    def beside(self, offset: int, *, right_to_left: bool = False) -> Room | None:
        """The room beside the line that a code point is printed on, where lines begin if there is any; None if there is none at all."""
        line = self._printed.line_at(offset)
        rect = line.rect(line.span) if line and not line.turn else None
        if rect is None:
            return None
        sides = (self._right(rect), self._left(rect)) if right_to_left else (self._left(rect), self._right(rect))
        return next((room for room in sides if room.right - room.left >= _NARROWEST), None)

    def _left(self, rect: PageRect) -> Room:
        taken = [other.right + _GAP for other in self._level_with(rect) if other.right <= rect.left + 1]
        return Room(max([_EDGE, *taken]), rect.left - _GAP, (rect.top + rect.bottom) / 2, on_right=False)

    def _right(self, rect: PageRect) -> Room:
        taken = [other.left - _GAP for other in self._level_with(rect) if other.left >= rect.right - 1]
        return Room(rect.right + _GAP, min([self._pages[rect.page].width - _EDGE, *taken]), (rect.top + rect.bottom) / 2, on_right=True)

    def _level_with(self, rect: PageRect) -> list[PageRect]:
        return [other for other in self._lines[rect.page] if other.top < rect.bottom and other.bottom > rect.top and other is not rect]
