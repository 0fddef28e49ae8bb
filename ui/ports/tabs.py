"""What the window asks of the workspace about several open articles; `app.reading.places` fulfils it."""

from typing import Protocol

from credibility.model import Reading


class TabPort(Protocol):
    """Places for open articles. Whatever else the workspace does is about the article in front."""

    @property
    def front(self) -> int:
        """The number of the place in front; the first one is 0."""
        ...

    @property
    def is_refined(self) -> bool:
        """Whether the article in front was looked at a second time."""
        ...

    def begin(self) -> int:
        """Bring a new, empty place to the front and return its number."""
        ...

    def turn_to(self, place: int) -> Reading | None:
        """Bring a place to the front; its article as the table rates it now, None when it has none."""
        ...

    def read(self, place: int) -> Reading | None:
        """The article in a place as the table rates it now, whichever is in front; None when it has none."""
        ...

    def reading(self, place: int) -> Reading | None:
        """The article in a place as it was rated last; None when it has none."""
        ...

    def leave(self, place: int) -> None:
        """Let go of a place behind, with its article."""
        ...
