"""What the window needs to print the open article."""

from typing import Protocol

from credibility.floor.progress import Progress
from credibility.model import PagePicture, PageSize


class PaperPort(Protocol):
    """The pages that the export would have, without a file of the reader's. One article's at a time."""

    def make(self, progress: Progress, only: frozenset[str] | None = None, *, notes: bool = False) -> tuple[PageSize, ...]:
        """Make the pages of the open article off the GUI thread. Raises ExportError, ArticleError and StoreError.

        With `only`, the claims of these ids; the reader's notes are on paper only with `notes`.
        """
        ...

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """One of them at `scale` pixels per point, from any thread. Raises ArticleError."""
        ...

    def discard(self) -> None:
        """Delete the pages."""
        ...
