"""How notes are marked: colours that no tier has, each with a shape of its own."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from credibility.floor.notes.looks import NOTE_LOOKS, NoteLook
from credibility.model.notes import NoteColour
from ui.theme.theme import Theme

Points = tuple[tuple[float, float], ...]
FLAG: Points = ((0, 0), (1, 0), (1, 1), (0.5, 0.72), (0, 1))
DIAMOND: Points = ((0.5, 0), (1, 0.5), (0.5, 1), (0, 0.5))
TRIANGLE: Points = ((0.5, 0), (1, 1), (0, 1))
SQUARE: Points = ((0.06, 0.06), (0.94, 0.06), (0.94, 0.94), (0.06, 0.94))
DROP: Points = ((0.5, 0), (0.9, 0.55), (0.7, 1), (0.3, 1), (0.1, 0.55))


@dataclass(frozen=True, slots=True)
class NoteStyle:
    """A colour's name and value on a light page, its value on a dark one as "#rrggbb", and the corners of its shape in a unit square."""

    look: NoteLook
    dark: str
    shape: Points


NOTE_STYLES: Mapping[NoteColour, NoteStyle] = {
    NoteColour.INK: NoteStyle(NOTE_LOOKS[NoteColour.INK], "#d6d2ca", FLAG),
    NoteColour.VIOLET: NoteStyle(NOTE_LOOKS[NoteColour.VIOLET], "#c4a4f2", DIAMOND),
    NoteColour.TEAL: NoteStyle(NOTE_LOOKS[NoteColour.TEAL], "#6fd3df", TRIANGLE),
    NoteColour.BROWN: NoteStyle(NOTE_LOOKS[NoteColour.BROWN], "#d9ad86", SQUARE),
    NoteColour.RED: NoteStyle(NOTE_LOOKS[NoteColour.RED], "#ff9aa4", DROP),
}


def note_colour(colour: NoteColour, theme: Theme) -> QColor:
    """The colour of a note's mark in this theme."""
    style = NOTE_STYLES[colour]
    return QColor(style.dark if theme.is_dark else style.look.line)


def draw_note(painter: QPainter, rect: QRectF, colour: NoteColour, theme: Theme) -> None:
    """Draw the shape of a colour, filled, into a rectangle."""
    corners = [QPointF(rect.left() + x * rect.width(), rect.top() + y * rect.height()) for x, y in NOTE_STYLES[colour].shape]
    painter.setPen(QPen(QColor(theme.colours.page), 1))
    painter.setBrush(note_colour(colour, theme))
    painter.drawPolygon(QPolygonF(corners))
    painter.setBrush(Qt.BrushStyle.NoBrush)
