"""The order of raters, and saved orders (profiles)."""

import json

from credibility.floor.language import said
from credibility.model import Profile, Rater, RatingError
from credibility.table import rows
from credibility.table.cells import lenient, statements
from credibility.table.schema.tables import MINE, RECORDED
from credibility.table.session import Session


class RaterOrder:
    """The order in which raters decide, and the saved orders."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def all(self) -> tuple[Rater, ...]:
        """All raters in order of precedence, including those switched off."""
        return tuple(self._session.read(rows.read_raters).values())

    def set_order(self, order: tuple[tuple[str, bool], ...]) -> None:
        """Put the raters into this order, each switched on or off; the user's own rating always comes first.

        Raters that the order does not name follow, switched off.
        """
        named = dict(order)
        with self._session.edit("Change the order of the raters"):
            rest = [slug for slug in rows.read_raters(self._session.database) if slug not in named]
            places = enumerate([slug for slug in named if slug != MINE] + [slug for slug in rest if slug != MINE], start=1)
            for slug, place in [(MINE, 0), *((slug, place) for place, slug in places)]:
                enabled = int(named.get(slug, False))
                self._session.database.execute(
                    "UPDATE rater SET precedence = ?, enabled = ? WHERE slug = ? AND (precedence <> ? OR enabled <> ?)",
                    (place, enabled, slug, place, enabled),
                )

    def profiles(self) -> tuple[Profile, ...]:
        """The named orders of raters."""
        rows = self._session.read(lambda database: database.execute("SELECT name, raters FROM profile ORDER BY name").fetchall())
        return tuple(Profile(lenient.words(name), pairs) for name, raters in rows if (pairs := _pairs(raters)) is not None)

    def keep(self, profile: Profile) -> None:
        """Save an order of raters under its name."""
        with self._session.edit(f"Keep the profile “{profile.name}”"):
            row = {"name": profile.name, "raters": json.dumps(profile.raters)}
            statements.upsert(self._session.database, "profile", row, RECORDED["profile"])

    def use(self, name: str) -> None:
        """Put the raters into the order of a profile. Raises RatingError when there is no profile of that name."""
        found = next((profile for profile in self.profiles() if profile.name == name), None)
        if found is None:
            raise RatingError(said("There is no profile “{name}”.", name=name), said("Choose one of the saved profiles."))
        self.set_order(found.raters)

    def forget(self, name: str) -> None:
        """Delete a saved order, if there is one of that name; the order in force stays."""
        with self._session.edit(f"Forget the profile “{name}”"):
            statements.delete(self._session.database, "profile", {"name": name}, RECORDED["profile"])


def _pairs(raters: object) -> tuple[tuple[str, bool], ...] | None:
    """A profile's raters; None when the cell is not readable as such (`odd_cells` lists it)."""
    read = lenient.structure(raters)
    if not isinstance(read, list) or not all(isinstance(pair, list) and len(pair) == 2 and isinstance(pair[0], str) for pair in read):
        return None
    return tuple((slug, bool(enabled)) for slug, enabled in read)
