"""The order of raters and its profiles. Implements `ui.ports.RaterPort`."""

from collections.abc import Callable, Iterable, Mapping

from app.ratings.table import Table
from credibility.floor.language import said
from credibility.model import Difference, Outlet, Profile, Rater, Rating, RatingError, Reading, Tier
from credibility.model.edited import Band
from credibility.outlets.rating.profiles import with_profile
from credibility.outlets.registry import OutletRegistry
from credibility.table.schema.tables import MINE

ReadUnder = Callable[[OutletRegistry], Reading | None]
"""The open article as a registry would rate it; None when none is open."""


class Raters:
    """The order in which raters decide. Every change is one undoable edit and returns the re-rated reading."""

    def __init__(self, table: Table, read_under: ReadUnder) -> None:
        self._table = table
        self._read_under = read_under

    def all(self) -> tuple[Rater, ...]:
        """All raters in the order in which they decide, including those switched off."""
        return self._table.store.raters.all()

    def reorder(self, order: tuple[tuple[str, bool], ...]) -> Reading | None:
        """Put the raters into this order, each switched on or off; the user's own ratings count unless the order switches them off."""
        named = order if any(slug == MINE for slug, _ in order) else ((MINE, True), *order)
        return self._table.edit(lambda: self._table.store.raters.set_order(named))

    def profiles(self) -> tuple[Profile, ...]:
        """The saved orders, by name."""
        return self._table.store.raters.profiles()

    def in_force(self) -> str:
        """The name of the profile that matches the present order; "" if none does."""
        present = self._present()
        return next((profile.name for profile in self.profiles() if _completed(profile.raters, present) == present), "")

    def keep(self, name: str) -> None:
        """Save the present order under a name, replacing an earlier one. Raises RatingError when the name is empty."""
        if not name.strip():
            raise RatingError(said("A profile needs a name."), said("Type one, such as “Class 2b”."))
        self._table.edit(lambda: self._table.store.raters.keep(Profile(name.strip(), self._present())))

    def forget(self, name: str) -> None:
        """Delete a profile; the order in force stays."""
        self._table.edit(lambda: self._table.store.raters.forget(name))

    def use(self, name: str) -> Reading | None:
        """Put the raters into a profile's order. Raises RatingError when there is no profile of that name."""
        return self._table.edit(lambda: self._table.store.raters.use(name))

    def bands(self, rater: str) -> tuple[Band, ...]:
        """What a rater's own words, or its figures by tier, are worth, best first. Raises RatingError for no such rater."""
        return self._table.store.bands.of(rater)

    def set_bands(self, rater: str, scores: Mapping[str, float]) -> Reading | None:
        """Give words or figures of a rater these scores, now and in later editions of its list. Raises RatingError."""
        return self._table.edit(lambda: self._table.store.bands.set(rater, scores))

    def changes(self, name: str, before: str = "") -> tuple[Difference, ...]:
        """Outlets in the open article whose claims would change tier under a profile, compared with another or the present order."""
        old, new = (self._read_under(self._registry_under(profile)) for profile in (before, name))
        return tuple(_differences(old, new)) if old and new else ()

    def _registry_under(self, name: str) -> OutletRegistry:
        if not name:
            return self._table.registry
        found = next((profile for profile in self.profiles() if profile.name == name), None)
        if found is None:
            raise RatingError(said("There is no profile “{name}”.", name=name), said("Choose one of the saved profiles."))
        return with_profile(self._table.registry, found)

    def _present(self) -> tuple[tuple[str, bool], ...]:
        return tuple((rater.slug, rater.enabled) for rater in self.all())


def _completed(order: tuple[tuple[str, bool], ...], present: tuple[tuple[str, bool], ...]) -> tuple[tuple[str, bool], ...]:
    """An order as it would take effect: the user first, without removed raters, with newer raters last and switched off."""
    known, named = dict(present), dict(order)
    kept = [pair for pair in order if pair[0] in known]
    first = [pair for pair in kept if pair[0] == present[0][0]]
    return (*first, *(pair for pair in kept if pair not in first), *((slug, False) for slug in known if slug not in named))


def _differences(before: Reading, after: Reading) -> Iterable[Difference]:
    """Outlets whose tier changes in some claim, in order of first mention; the publisher last."""
    seen: set[str] = set()
    pairs: list[tuple[Outlet | None, Rating | None, Rating | None]] = [
        (old.resolution.outlet, old.rating, new.rating) for old, new in zip(before.claims, after.claims, strict=True)
    ]
    for outlet, old, new in (*pairs, (before.publisher, before.publisher_rating, after.publisher_rating)):
        if outlet and outlet.slug not in seen and _tier(old) is not _tier(new):
            seen.add(outlet.slug)
            yield Difference(outlet, old, new)


def _tier(rating: Rating | None) -> Tier:
    return rating.tier if rating else Tier.UNRATED
