"""The reader's notes on paper: a line over their words, a sign and number in the other margin than the claims', and notes at the end."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from credibility.annotations.pdf.direction import runs_right_to_left
from credibility.annotations.pdf.ink import NOTE_LINE, grey
from credibility.annotations.pdf.marks import Mark
from credibility.floor.language import said, shown
from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.notes.noted import note_line, note_name, numbered_notes
from credibility.model import Reading, Style
from credibility.model.notes import NoteColour, PlacedNote

AUTHOR, SUBJECT = said("Reader"), said("Note")
_QUOTES = ("“", "„", "«", "»", '"', "‘")
OPENING = 160
"""How many characters of the words noted the end notes quote at most."""


def note_marks(reading: Reading, *, in_grey: bool) -> dict[str, Mark]:
    """The annotations of the notes by the names that runs carry."""
    return {note_name(number): _mark(number, placed, reading, in_grey=in_grey) for number, placed in numbered_notes(reading) if placed.span}


def note_rows(reading: Reading, pages: Mapping[str, int], *, in_grey: bool) -> Sequence[Mapping[str, Any]]:
    """The end notes for the template; `pages` are those of the notes in another file."""
    rows = []
    for number, placed in numbered_notes(reading):
        quote = opening_of(placed)
        style = _style(placed.note.draft.colour, in_grey=in_grey)
        rows.append(
            {
                "target": note_name(number) if placed.span else "",
                "number": number,
                "glyph": style.glyph,
                "line": style.line,
                "words": note_line(placed.note.draft),
                "quote": quote if quote[:1] in _QUOTES else f"“{quote}”",
                "rtl": runs_right_to_left(quote),
                "page": pages.get(note_name(number), 0),
            }
        )
    return rows


def opening_of(placed: PlacedNote) -> str:
    """The first words that a note is on, in one line."""
    quote = " ".join(placed.note.quote.exact.split())
    return quote if len(quote) <= OPENING else f"{quote[:OPENING].rsplit(' ', 1)[0]} …"


def _mark(number: int, placed: PlacedNote, reading: Reading, *, in_grey: bool) -> Mark:
    draft = placed.note.draft
    words = "\n".join(filter(None, (draft.words, ", ".join(draft.tags))))
    # Claims are marked where their line begins, notes where it ends.
    rtl = bool(placed.span) and runs_right_to_left(placed.span.of(reading.article.text) if placed.span else "")
    style = _style(draft.colour, in_grey=in_grey)
    author, subject = shown(AUTHOR), shown(SUBJECT)
    tags = ("SourceTint", subject, *draft.tags)
    return Mark(note_name(number), author, subject, words, style, number, tags, not rtl, subtype="Underline")


def _style(colour: NoteColour, *, in_grey: bool) -> Style:
    look = NOTE_LOOKS[colour]
    style = Style(look.label, "", "#ffffff", look.line, "#000000", look.line, NOTE_LINE, look.glyph)
    return replace(style, line=grey(style.line)) if in_grey else style
