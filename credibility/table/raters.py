"""The order of raters and its profiles, and the articles opened: what stands around the ratings."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from credibility.model import CitingArticle, Profile, RatingError
from credibility.table import citations, file, rows
from credibility.table.queries import StoreReading
from credibility.table.schema import MINE, RECORDED

if TYPE_CHECKING:
    from credibility.table.lists import StoredLists


class StoreRaters(StoreReading):
    """The order of raters, the record of articles, and the way to the lists."""

    @property
    def lists(self) -> "StoredLists":
        """Rating lists that came in."""
        # Here and not above: a window that opens an article does not wait for what only an import needs.
        from credibility.table.lists import StoredLists  # noqa: PLC0415

        return StoredLists(self)

    def set_raters(self, order: tuple[tuple[str, bool], ...]) -> None:
        """Put the raters into this order, each switched on or off; the user's own rating always comes first.

        Raters that the order does not name come after it, switched off.
        """
        named = dict(order)
        with self._edit("Change the order of the raters"):
            rest = [slug for slug in rows.read_raters(self._database) if slug not in named]
            places = enumerate([slug for slug in named if slug != MINE] + [slug for slug in rest if slug != MINE], start=1)
            for slug, place in [(MINE, 0), *((slug, place) for place, slug in places)]:
                enabled = int(named.get(slug, False))
                self._database.execute(
                    "UPDATE rater SET precedence = ?, enabled = ? WHERE slug = ? AND (precedence <> ? OR enabled <> ?)",
                    (place, enabled, slug, place, enabled),
                )

    def profiles(self) -> tuple[Profile, ...]:
        """The named orders of raters."""
        with self._lock, file.named_errors(self.path):
            rows = self._database.execute("SELECT name, raters FROM profile ORDER BY name")
            return tuple(Profile(name, tuple((slug, bool(enabled)) for slug, enabled in json.loads(raters))) for name, raters in rows)

    def save_profile(self, profile: Profile) -> None:
        """Keep an order of raters under its name."""
        with self._edit(f"Keep the profile “{profile.name}”"):
            row = {"name": profile.name, "raters": json.dumps(profile.raters)}
            rows.upsert(self._database, "profile", row, RECORDED["profile"])

    def use_profile(self, name: str) -> None:
        """Put the raters into the order of a profile. Raises RatingError when there is none of that name."""
        found = next((profile for profile in self.profiles() if profile.name == name), None)
        if found is None:
            raise RatingError(f"There is no profile “{name}”.", "Choose one of those that were kept.")
        self.set_raters(found.raters)

    def remove_profile(self, name: str) -> None:
        """Forget an order of raters; the order in force stays as it is. Nothing happens when there is none of that name."""
        with self._edit(f"Forget the profile “{name}”"):
            rows.delete(self._database, "profile", {"name": name}, RECORDED["profile"])

    def record_article(self, fingerprint: str, path: Path, title: str, cited: Mapping[str, int]) -> None:
        """Keep that an article was opened and how many of its claims each outlet carried. No edit: undo passes it by."""
        with self._writing():
            citations.write_article(self._database, fingerprint, path, title, cited)

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """The articles opened so far that cite an outlet, opened last first."""
        with self._lock, file.named_errors(self.path):
            return citations.read_citing(self._database, slug)
