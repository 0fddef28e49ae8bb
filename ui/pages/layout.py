"""Where pages lie under each other at a zoom: pure geometry, in pixels of the whole scrolled sheet."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from credibility.model import PageRect, PageSize

GAP, MARGIN = 18.0, 24.0  # pixels between two pages, and around them
SMALLEST, LARGEST = 0.2, 6.0  # pixels per point


@dataclass(frozen=True, slots=True)
class PageLayout:
    """Pages one under the other, centred; `scale` is in pixels per point, `width` and `height` those of everything."""

    frames: tuple[QRectF, ...] = ()
    scale: float = 1.0
    width: float = 0.0
    height: float = 0.0

    def shown(self, top: float, bottom: float) -> Iterator[int]:
        """The numbers of the pages that touch the strip between two heights."""
        first = max(0, bisect_right([frame.top() for frame in self.frames], top) - 1)
        for number in range(first, len(self.frames)):
            if self.frames[number].top() > bottom:
                return
            if self.frames[number].bottom() >= top:
                yield number

    def place(self, rect: PageRect) -> QRectF:
        """A rectangle on a page as a rectangle of the sheet."""
        frame = self.frames[rect.page]
        return QRectF(
            frame.left() + rect.left * self.scale,
            frame.top() + rect.top * self.scale,
            (rect.right - rect.left) * self.scale,
            (rect.bottom - rect.top) * self.scale,
        )

    def point(self, at: QPointF) -> tuple[int, float, float] | None:
        """Page and point on it, in points, of a place of the sheet; None beside the pages."""
        for number in self.shown(at.y(), at.y()):
            frame = self.frames[number]
            if frame.contains(at):
                return number, (at.x() - frame.left()) / self.scale, (at.y() - frame.top()) / self.scale
        return None


def lay_out(sizes: Sequence[PageSize], zoom: float, viewport: float) -> PageLayout:
    """Put pages under each other; at zoom 1 the widest one fills the viewport's width, `viewport` pixels."""
    if not sizes:
        return PageLayout()
    widest = max(size.width for size in sizes)
    scale = min(LARGEST, max(SMALLEST, (viewport - 2 * MARGIN) / widest * zoom))
    width = max(viewport, widest * scale + 2 * MARGIN)
    frames = []
    top = MARGIN
    for size in sizes:
        frames.append(QRectF(round((width - size.width * scale) / 2), round(top), size.width * scale, size.height * scale))
        top += size.height * scale + GAP
    return PageLayout(tuple(frames), scale, width, top - GAP + MARGIN)
