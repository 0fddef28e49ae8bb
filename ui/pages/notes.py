"""The reader's notes beside the printed pages: a line beside the words, a shape in the margin where they begin, as in the text."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from credibility.model import PageRect, Span
from credibility.model.notes import PlacedNote
from ui.pages.layout import PageLayout
from ui.theme import Theme
from ui.theme.note_marks import draw_note, note_colour

SIDE, STEP, ASIDE, INSET = 11.0, 13.0, 5.0, 4.0  # pixels of a shape, to the next one, from the words, from the edge of the page

Rects = Callable[[tuple[Span, ...]], tuple[PageRect, ...]]


class PageNotes:
    """The notes of one reading where they are printed. `drawn` holds the shapes painted last, in the viewport."""

    def __init__(self) -> None:
        self.notes: tuple[PlacedNote, ...] = ()
        self._places: tuple[tuple[PlacedNote, tuple[PageRect, ...]], ...] = ()
        self._drawn: list[tuple[QRectF, PlacedNote]] = []

    def place(self, notes: tuple[PlacedNote, ...], rects: Rects) -> None:
        """Take these notes; `rects` says where words are printed."""
        self.notes = notes
        self._places = tuple((placed, rects((placed.span,))) for placed in notes if placed.span)

    def at(self, point: QPointF) -> PlacedNote | None:
        """The note whose shape was drawn at a point of the viewport."""
        return next((placed for box, placed in self._drawn if box.contains(point)), None)

    def paint(self, painter: QPainter, theme: Theme, layout: PageLayout, pages: list[int], offset: QPointF) -> None:
        """Draw the notes of these pages on white paper, whatever the window's theme: `theme` is a light one."""
        self._drawn = []
        used: dict[tuple[int, int], int] = {}
        for placed, rects in self._places:
            seen = [(rect.page, layout.place(rect).translated(-offset)) for rect in rects if rect.page in pages]
            if not seen:
                continue
            colour = note_colour(placed.note.draft.colour, theme)
            painter.setPen(QPen(colour, 1.6))
            for page, box in seen:
                x = _beside(box, layout.frames[page].translated(-offset))
                painter.drawLine(QPointF(x, box.top()), QPointF(x, box.bottom()))
            page, box = seen[0]
            x = _beside(box, layout.frames[page].translated(-offset))
            key = page, round(box.center().y() / SIDE)
            place = used[key] = used.get(key, -1) + 1
            shape = QRectF(x + 3, box.top() + place * STEP, SIDE, SIDE)
            draw_note(painter, shape, placed.note.draft.colour, theme)
            self._drawn.append((shape.adjusted(-3, -3, 3, 3), placed))


def _beside(box: QRectF, frame: QRectF) -> float:
    """Right of the line of print, but on its page."""
    return min(box.right() + ASIDE, frame.right() - SIDE - INSET)
