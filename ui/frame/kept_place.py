"""The place in an article, kept when it is left and gone back to when it is open again."""

from PySide6.QtCore import QObject

from credibility.model import Reading, SourceTintError
from ui.frame.centre import Centre
from ui.ports.library import LibraryPort


class KeptPlace(QObject):
    """Keeps places in the library, which forgets them with the article; nothing where reading is not remembered.

    `wanted` is the claim to be chosen in the article that comes next.
    """

    def __init__(self, library: LibraryPort, centre: Centre, parent: QObject) -> None:
        super().__init__(parent)
        self._library, self._centre = library, centre
        self._kept: tuple[str, int] | None = None  # fingerprint and offset that was kept last
        self.wanted: str | None = None
        self.came_back = False  # whether the article on the page opened where it was left, not at its top

    def leave(self) -> None:
        """Another article is about to be shown, or the window closes: keep the place in the one on the page."""
        reading = self._centre.reader.reading
        if reading is None or not self._library.remembers:
            return
        here = reading.article.fingerprint, self._centre.reader.first_offset_on_screen()
        if here != self._kept:
            try:
                self._library.keep_place(*here)
            except SourceTintError:
                return  # a place is not worth a message
            self._kept = here

    def return_to(self, reading: Reading) -> None:
        """An article is on the page: go to where it was left."""
        try:
            offset = self._library.place(reading.article.fingerprint)
        except SourceTintError:
            offset = 0
        self.came_back = 0 < offset < len(reading.article.text)
        if self.came_back:
            self._centre.reader.show_offset(offset)
        claim, self.wanted = self.wanted, None
        if claim and any(rated.id == claim for rated in reading.claims):
            self._centre.show_claim(claim, scroll=False)
