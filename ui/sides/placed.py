"""The workspace as one side of the window asks it: always about the article in that side, whichever is in front."""

from pathlib import Path

from credibility.model import BlockChoice, PageBlock, PagePicture, Print, Reading
from ui.ports.workspace import ReadingPort


class PlacedWorkspace:
    """Hands every question on with the side's `place`. Implements `ui.ports.placed.PlacedPort`."""

    def __init__(self, port: ReadingPort, place: int) -> None:
        self._port = port
        self.place = place

    @property
    def reading(self) -> Reading | None:
        """The reading in the place."""
        return self._port.places.reading(self.place)

    def open_article(self, path: Path, password: str | None, part: int | None, place: int) -> Reading:
        """Read the file into a place."""
        return self._port.open_article(path, password, part, place)

    def refine(self) -> Reading | None:
        """The tagger's second look."""
        return self._port.refine(self.place)

    def stop_refining(self) -> None:
        """End a second look that is under way."""
        self._port.stop_refining()

    def page_blocks(self) -> tuple[PageBlock, ...]:
        """All blocks of the page."""
        return self._port.page_blocks(self.place)

    def choose_blocks(self, choice: BlockChoice) -> Reading:
        """Read the file with other blocks as its article."""
        return self._port.choose_blocks(choice, self.place)

    def pages(self) -> Print:
        """The printed pages of the file."""
        return self._port.pages(self.place)

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """A printed page."""
        return self._port.draw_page(number, scale, self.place)
