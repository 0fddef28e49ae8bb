"""How notes look outside the window: a colour that no tier has, and a sign of the shape that the window draws."""

from collections.abc import Mapping
from dataclasses import dataclass

from credibility.floor.language import said
from credibility.model.notes import NoteColour


@dataclass(frozen=True, slots=True)
class NoteLook:
    """A colour's name, its value on a light page as "#rrggbb", and its sign."""

    label: str
    line: str
    glyph: str


NOTE_LOOKS: Mapping[NoteColour, NoteLook] = {
    NoteColour.INK: NoteLook(said("Ink"), "#3c3a36", "⚑"),
    NoteColour.VIOLET: NoteLook(said("Violet"), "#6a35a8", "◆"),
    NoteColour.TEAL: NoteLook(said("Teal"), "#0b6470", "▲"),
    NoteColour.BROWN: NoteLook(said("Brown"), "#704722", "■"),
    NoteColour.RED: NoteLook(said("Red"), "#a11b2b", "⬟"),
}
