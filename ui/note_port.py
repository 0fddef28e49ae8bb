"""What the window asks of the workspace about notes; `app.notes` fulfils it."""

from typing import Protocol

from credibility.model import Reading, Span
from credibility.model.notes import ListedNote, NoteDraft, PlacedNote


class NotePort(Protocol):
    """Notes; each edit is one step of undo. Raises RatingError or StoreError, and then changes nothing."""

    def here(self) -> tuple[PlacedNote, ...]:
        """The notes of the open article, each where its words are now."""
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

    def remove(self, number: int) -> Reading | None:
        """Remove a note."""
        ...
