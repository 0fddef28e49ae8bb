"""Notes on the open article and in all others. Implements `ui.note_port.NotePort`."""

from app.library import ReadersLibrary
from app.open_article import OpenArticle
from credibility.floor.passages.selectors import anchor, describe
from credibility.library.notes import Notes
from credibility.model import RatingError, Reading, Span
from credibility.model.notes import ListedNote, NoteDraft, PlacedNote


class ReadersNotes:
    """Each edit is one step of undo and returns the reading as it is. Raises RatingError or StoreError, and then changes nothing."""

    def __init__(self, notes: Notes, library: ReadersLibrary, opened: OpenArticle) -> None:
        self._notes = notes
        self._library = library
        self._open = opened

    def here(self) -> tuple[PlacedNote, ...]:
        """The notes of the open article, each where its words are now."""
        reading = self._open.reading
        if reading is None:
            return ()
        article = reading.article
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

    def _reading(self) -> Reading:
        if self._open.reading is None:
            raise RatingError("No article is open.", "Open one first.")
        return self._open.reading
