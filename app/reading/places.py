"""The articles that are open at the same time, one of them in front. Implements `ui.ports.tabs.TabPort`."""

from app.reading.open_article import OpenArticle
from credibility.model import Reading


class OpenPlaces:
    """Each place holds at most one article, as one immutable value; whatever the workspace does is about the one in front."""

    def __init__(self, opened: OpenArticle) -> None:
        self._open = opened

    @property
    def front(self) -> int:
        """The number of the place in front; the first one is 0."""
        return self._open.front

    @property
    def is_refined(self) -> bool:
        """Whether the article in front was looked at a second time."""
        return self._open.is_refined

    def begin(self) -> int:
        """Bring a new, empty place to the front and return its number."""
        return self._open.begin()

    def turn_to(self, place: int) -> Reading | None:
        """Bring a place to the front; its article as the table rates it now, None when it has none."""
        self._open.turn_to(place)
        return self._open.reread()

    def read(self, place: int) -> Reading | None:
        """The article in a place as the table rates it now, whichever is in front; None when it has none."""
        return self._open.reread(place)

    def reading(self, place: int) -> Reading | None:
        """The article in a place as it was rated last; None when it has none."""
        held = self._open.held(place)
        return held[1] if held else None

    def leave(self, place: int) -> None:
        """Let go of a place behind, with its article."""
        self._open.leave(place)
