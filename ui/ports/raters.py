"""What the window asks of the workspace about raters; `app.ratings.raters` fulfils it."""

from collections.abc import Mapping
from typing import Protocol

from credibility.model import Difference, Profile, Rater, Reading
from credibility.model.edited import Band


class RaterPort(Protocol):
    """Who decides, in which order, and the orders that were kept. Edits are undoable and return the re-rated reading."""

    def all(self) -> tuple[Rater, ...]:
        """All raters in the order in which they decide, the user first, those switched off too."""
        ...

    def reorder(self, order: tuple[tuple[str, bool], ...]) -> Reading | None:
        """Put the raters, by slug, into this order, each switched on or off."""
        ...

    def profiles(self) -> tuple[Profile, ...]:
        """The orders that were kept, by name."""
        ...

    def in_force(self) -> str:
        """The name of the profile that matches the present order; "" if none does."""
        ...

    def keep(self, name: str) -> None:
        """Keep the present order under a name. Raises RatingError when the name is empty."""
        ...

    def forget(self, name: str) -> None:
        """Forget a profile; the order in force stays."""
        ...

    def use(self, name: str) -> Reading | None:
        """Put the raters into a profile's order. Raises RatingError when there is no profile of that name."""
        ...

    def bands(self, rater: str) -> tuple[Band, ...]:
        """What a rater's own words, or its figures by tier, are worth, best first. Raises RatingError for no such rater."""
        ...

    def set_bands(self, rater: str, scores: Mapping[str, float]) -> Reading | None:
        """Give words or figures of a rater these scores, now and in later editions of its list."""
        ...

    def changes(self, name: str, before: str = "") -> tuple[Difference, ...]:
        """Outlets cited in the open article that change tier under a profile, compared with another or the present order."""
        ...
