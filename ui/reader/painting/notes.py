"""Draw the notes of the visible lines in the right margin: a shape where a note begins, a line beside the words it is written on."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen, QTextBlock

from credibility.model import Span
from credibility.model.notes import PlacedNote
from ui.reader.painting.geometry import ABOVE, BELOW, PlacedLine
from ui.reader.typesetting.formats import Formats
from ui.theme.note_marks import draw_note, note_colour

ASIDE, SIDE, STEP = 6.0, 11.0, 13.0  # pixels from the text, of a shape, from one shape to the next below it


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A note with the Qt positions `[start, end)` of its words."""

    note: PlacedNote
    start: int
    end: int

    @property
    def number(self) -> int:
        """The note's number."""
        return self.note.note.number


def note_marks(notes: tuple[PlacedNote, ...], to_qt: Callable[[Span], tuple[int, int]]) -> tuple[NoteMark, ...]:
    """The marks of the notes whose words are in the text."""
    return tuple(NoteMark(note, *to_qt(note.span)) for note in notes if note.span is not None)


def note_words(placed: PlacedNote) -> str:
    """What a note says, with its tags."""
    draft = placed.note.draft
    return "\n".join(filter(None, [draft.words, ", ".join(draft.tags)]))


class NotePainter:
    """Paints the notes of one strip; `drawn` says where their shapes are, in document coordinates."""

    def __init__(self, painter: QPainter, formats: Formats, right: float, marks: tuple[NoteMark, ...]) -> None:
        self._painter, self._formats = painter, formats
        self._right, self._marks = right, marks
        self._used: dict[int, int] = {}
        self.drawn: list[tuple[QRectF, int]] = []

    def paint(self, block: QTextBlock, lines: tuple[PlacedLine, ...]) -> None:
        """Draw the notes that stand in a block."""
        first, last = block.position(), block.position() + block.length()
        for mark in self._marks:
            if mark.start < last and mark.end > first:
                self._paint_bar(mark, lines)
                line = next((line for line in lines if line.start <= mark.start < line.end), None)
                if line is not None:
                    self._paint_shape(mark, line)

    def _paint_bar(self, mark: NoteMark, lines: tuple[PlacedLine, ...]) -> None:
        beside = [line for line in lines if line.start < mark.end and line.end > mark.start]
        if beside:
            colour = note_colour(mark.note.note.draft.colour, self._formats.theme)
            top = beside[0].baseline - ABOVE * beside[0].size
            bottom = beside[-1].baseline + BELOW * beside[-1].size
            self._painter.setPen(QPen(colour, 1.6))
            self._painter.drawLine(QPointF(self._right + ASIDE, top), QPointF(self._right + ASIDE, bottom))

    def _paint_shape(self, mark: NoteMark, line: PlacedLine) -> None:
        place = self._used.get(round(line.baseline), 0)
        self._used[round(line.baseline)] = place + 1
        rect = QRectF(self._right + ASIDE + 4, line.baseline - SIDE + place * STEP, SIDE, SIDE)
        draw_note(self._painter, rect, mark.note.note.draft.colour, self._formats.theme)
        self.drawn.append((rect.adjusted(-4, -4, 4, 4), mark.number))
