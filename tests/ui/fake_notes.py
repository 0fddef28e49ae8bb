"""The notes of the tests' window: the real ones, in the library in memory, on whatever article is open."""

from collections.abc import Callable
from pathlib import Path

from credibility.floor.passages.selectors import anchor, describe
from credibility.library.notes import Notes
from credibility.library.shelf import Shelf
from credibility.model import RatingError, Reading, Span
from credibility.model.library import Arrival
from credibility.model.notes import CarriedNote, ListedNote, NoteDraft, NotesReport, PlacedNote


class FakeNotes:
    def __init__(self, shelf: Shelf, reading: Callable[[], Reading | None]) -> None:
        self.kept = Notes(shelf)
        self._shelf = shelf
        self._reading = reading
        self.carried: tuple[CarriedNote, ...] = ()

    def here(self, place: int | None = None) -> tuple[PlacedNote, ...]:
        reading = self._reading()
        if reading is None:
            return ()
        notes = self.kept.of(reading.article.fingerprint, "")
        return tuple(PlacedNote(note, anchor(note.quote, note.position, reading.article.text)) for note in notes)

    def offered(self) -> int:
        return len(self.carried)

    def take_over(self, path: Path | None = None) -> NotesReport:
        if path is not None and not path.is_file():
            raise RatingError(f"{path.name} cannot be read.", "Check the name.")
        taken, self.carried = self.carried, ()
        return NotesReport(len(taken), 0)

    def all(self) -> tuple[ListedNote, ...]:
        return self.kept.all()

    def add(self, span: Span, draft: NoteDraft) -> Reading | None:
        article = self._reading().article
        number = self._shelf.record(Arrival(article.fingerprint, article.title, article.text))
        self.kept.add(number, draft, *describe(span, article.text))
        return self._reading()

    def change(self, number: int, draft: NoteDraft) -> Reading | None:
        self.kept.change(number, draft)
        return self._reading()

    def remove(self, number: int) -> Reading | None:
        self.kept.remove(number)
        return self._reading()
