"""What the reader writes on passages, found again by quotation and position: notes, in colours that are no tier's, and worksheets."""

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from credibility.floor.language import said
from credibility.model.articles import Span
from credibility.model.corrections import PositionSelector, QuoteSelector


class NoteColour(Enum):
    """What a note is marked with; each has a shape of its own as well. The values are stored."""

    INK = "ink"
    VIOLET = "violet"
    TEAL = "teal"
    BROWN = "brown"
    RED = "red"


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """What the reader writes: `words`, a colour, and tags of the note."""

    words: str
    colour: NoteColour = NoteColour.INK
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A note that is kept: its number, what was written, and the passage as quotation and position."""

    number: int
    draft: NoteDraft
    quote: QuoteSelector
    position: PositionSelector
    changed_at: str = ""


@dataclass(frozen=True, slots=True)
class CarriedNote:
    """A note that an exported file holds: what was written, and on which words."""

    draft: NoteDraft
    quote: QuoteSelector
    position: PositionSelector


@dataclass(frozen=True, slots=True)
class NotesReport:
    """What became one's own of the notes in a file: how many were added, were there already, and are on words that this copy lacks."""

    added: int
    known: int
    unplaced: int = 0


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note of the open article; `span` is None when the words it was written on are not in this copy of the text."""

    note: Note
    span: Span | None


@dataclass(frozen=True, slots=True)
class ListedNote:
    """A note with the article that it was written in: where its file is, and the part of it."""

    note: Note
    title: str
    path: Path
    part: int | None


QUESTIONS = (said("Who is behind this?"), said("What is the evidence?"), said("What do others say?"))
"""The questions of lateral reading as schools teach them (Stanford History Education Group, Civic Online Reasoning)."""


@dataclass(frozen=True, slots=True)
class Answers:
    """What was written in answer to the questions; "" where nothing was."""

    behind: str = ""
    evidence: str = ""
    others: str = ""

    def all(self) -> tuple[str, str, str]:
        """The answers in the order of the questions."""
        return self.behind, self.evidence, self.others

    def __bool__(self) -> bool:
        return any(words.strip() for words in self.all())


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The answers about the claim with these words."""

    quote: QuoteSelector
    position: PositionSelector
    answers: Answers
