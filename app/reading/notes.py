"""Notes on the open article and in all others. Implements `ui.ports.notes.NotePort`."""

from pathlib import Path

from app.kept.library import ReadersLibrary
from app.reading.note_files import notes_of
from app.reading.open_article import OpenArticle
from credibility.floor.language import said
from credibility.floor.passages.selectors import anchor, describe
from credibility.library.notes import Notes
from credibility.model import QuoteSelector, RatingError, Reading, Span
from credibility.model.notes import CarriedNote, ListedNote, NoteDraft, NotesReport, PlacedNote


class ReadersNotes:
    """Each edit is one step of undo and returns the reading as it is. Raises RatingError or StoreError, and then changes nothing."""

    def __init__(self, notes: Notes, library: ReadersLibrary, opened: OpenArticle) -> None:
        self._notes = notes
        self._library = library
        self._open = opened
        self._offered: dict[str, tuple[CarriedNote, ...]] = {}

    def here(self, place: int | None = None) -> tuple[PlacedNote, ...]:
        """The notes of the article in a place, by default the one in front, each where its words are now."""
        held = self._open.held(place)
        if held is None:
            return ()
        article = held[1].article
        kept = self._notes.of(article.fingerprint, article.url or "")
        return tuple(PlacedNote(note, anchor(note.quote, note.position, article.text)) for note in kept)

    def all(self) -> tuple[ListedNote, ...]:
        """All notes of all articles, the one changed last first."""
        return self._notes.all()

    def add(self, span: Span, draft: NoteDraft) -> Reading:
        """Write a note on a passage. The article is in the library from then on, also when what is read is not remembered."""
        reading = self._reading()
        quote, position = describe(span, reading.article.text)
        self._notes.add(self._library.number_of(reading, self._open.file), draft, quote, position)
        return reading

    def change(self, number: int, draft: NoteDraft) -> Reading | None:
        """Change what a note says."""
        self._notes.change(number, draft)
        return self._open.reading

    def remove(self, number: int) -> Reading | None:
        """Remove a note."""
        self._notes.remove(number)
        return self._open.reading

    def offer(self, fingerprint: str, carried: tuple[CarriedNote, ...]) -> None:
        """Remember the notes that the file of an article holds."""
        self._offered[fingerprint] = carried

    def offered(self) -> int:
        """How many of the notes that the open file holds are not the reader's own yet."""
        reading = self._open.reading
        return len(self._new(reading, self._offered.get(reading.article.fingerprint, ()))) if reading else 0

    def take_over(self, path: Path | None = None) -> NotesReport:
        """Add the notes of a file, by default those that the open file holds, to those on the open article, as one step of undo.

        None of the reader's own is overwritten: a note that says the same about the same words is there already. Raises RatingError.
        """
        reading = self._reading()
        carried = notes_of(path) if path else self._offered.get(reading.article.fingerprint, ())
        new = self._new(reading, carried)
        if new:
            self._notes.take_in(self._library.number_of(reading, self._open.file), new)
        unplaced = sum(anchor(note.quote, note.position, reading.article.text) is None for note in new)
        return NotesReport(len(new), len(carried) - len(new), unplaced)

    def _new(self, reading: Reading, carried: tuple[CarriedNote, ...]) -> tuple[CarriedNote, ...]:
        """Those that are not there yet, on their words in this copy of the text."""
        if not carried:
            return ()
        text = reading.article.text
        there = {_said(placed.note.draft, placed.note.quote, placed.span) for placed in self.here()}
        found = []
        for note in carried:
            span = anchor(note.quote, note.position, text)
            said = _said(note.draft, note.quote, span)
            if said not in there:
                there.add(said)
                found.append(CarriedNote(note.draft, *(describe(span, text) if span else (note.quote, note.position))))
        return tuple(found)

    def _reading(self) -> Reading:
        if self._open.reading is None:
            raise RatingError(said("No article is open."), said("Open one first."))
        return self._open.reading


def _said(draft: NoteDraft, quote: QuoteSelector, span: Span | None) -> object:
    """What makes two notes one: the same words about the same passage."""
    return " ".join(draft.words.split()), frozenset(draft.tags), span or quote.exact
