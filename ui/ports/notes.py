"""What the window asks of the workspace about notes; `app.reading.notes` fulfils it."""

from pathlib import Path
from typing import Protocol

from credibility.model import Reading, Span
from credibility.model.notes import ListedNote, NoteDraft, NotesReport, PlacedNote


class NotePort(Protocol):
    """Notes; each edit is one step of undo. Raises RatingError or StoreError, and then changes nothing."""

    def here(self, place: int | None = None) -> tuple[PlacedNote, ...]:
        """The notes of the article in a place, by default the one in front, each where its words are now."""
        ...

    def all(self) -> tuple[ListedNote, ...]:
        """All notes of all articles, the one changed last first."""
        ...

    def add(self, span: Span, draft: NoteDraft) -> Reading | None:
        """Write a note on a passage of the open article."""
        ...

    def change(self, number: int, draft: NoteDraft) -> Reading | None:
        """Change what a note says."""
        ...

    def offered(self) -> int:
        """How many notes the open file holds that the reader does not have yet."""
        ...

    def take_over(self, path: Path | None = None) -> NotesReport:
        """Add the notes of a file, by default those that the open file holds, to one's own. Raises RatingError."""
        ...

    def remove(self, number: int) -> Reading | None:
        """Remove a note."""
        ...
