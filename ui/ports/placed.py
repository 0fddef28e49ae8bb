"""What one side of the window asks about the article in it, whichever is in front; `ui.sides.placed` makes it of the workspace."""

from pathlib import Path
from typing import Protocol

from credibility.model import BlockChoice, PageBlock, PagePicture, Print, Reading


class PlacedPort(Protocol):
    """The methods of `ReadingPort` for the article in one place. Those that read may be called off the GUI thread."""

    @property
    def place(self) -> int:
        """The place; it changes when another tab is turned to in that side."""
        ...

    @property
    def reading(self) -> Reading | None:
        """The reading there."""
        ...

    def open_article(self, path: Path, password: str | None, part: int | None, place: int) -> Reading:
        """Read the file into a place, which may not be that of this side any more. Raises ArticleError, StoreError, PasswordError."""
        ...

    def refine(self) -> Reading | None:
        """The tagger's second look. Raises ArticleError when it fails or is stopped."""
        ...

    def stop_refining(self) -> None:
        """End a second look that is under way."""
        ...

    def page_blocks(self) -> tuple[PageBlock, ...]:
        """All blocks of the page. Raises ArticleError."""
        ...

    def choose_blocks(self, choice: BlockChoice) -> Reading:
        """Read the file with other blocks as its article. Raises ArticleError, StoreError."""
        ...

    def pages(self) -> Print:
        """The printed pages of the file. Raises ArticleError."""
        ...

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """A printed page. Raises ArticleError."""
        ...
