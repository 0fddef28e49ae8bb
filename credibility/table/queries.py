"""What the table holds, read as values."""

from credibility.model import (
    ChangeSet,
    Correction,
    Outlet,
    OutletPage,
    OutletQuery,
    Rater,
    Rating,
    RatingError,
)
from credibility.table import file, history, rows, search
from credibility.table.session import StoreDoor

_HISTORY_SHOWN = 500


class StoreReading(StoreDoor):
    """Every question that changes nothing."""

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table, by SQL."""
        with self._lock, file.named_errors(self.path):
            if query.words.strip():
                self._ready_to_search()
            return self._reading(lambda: search.read_page(self._database, self._order(query), offset, limit))

    def outlet(self, slug: str) -> Outlet:
        """One outlet with names and locators. Raises RatingError when unknown."""
        with self._lock, file.named_errors(self.path):
            found = rows.read_outlets(self._database, [slug]).get(slug)
        if found is None:
            raise RatingError(f"There is no outlet “{slug}” in the table.", "Look for it by name, or add it.")
        return found

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose name, other name or locator contains the words, best first."""
        with self._lock, file.named_errors(self.path):
            self._ready_to_search()
            slugs = search.find_slugs(self._database, words, limit)
            found = rows.read_outlets(self._database, slugs)
            return tuple(found[slug] for slug in slugs)

    def countries(self) -> tuple[str, ...]:
        """The country codes that outlets of the table have, in order."""
        with self._lock, file.named_errors(self.path):
            rows = self._database.execute("SELECT DISTINCT country FROM outlet WHERE country <> '' ORDER BY country")
            return tuple(row[0] for row in rows)

    def raters(self) -> tuple[Rater, ...]:
        """All raters in order of precedence, those switched off too."""
        with self._lock, file.named_errors(self.path):
            return tuple(rows.read_raters(self._database).values())

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the first rater's first."""
        self.outlet(slug)
        with self._lock, file.named_errors(self.path):
            ratings = rows.read_ratings(self._database, rows.read_raters(self._database), [slug])
        return tuple(sorted(ratings, key=lambda rating: (not rating.rater.enabled, rating.rater.precedence, not rating.scope.is_whole)))

    def history(self, slug: str | None = None, limit: int = _HISTORY_SHOWN) -> tuple[ChangeSet, ...]:
        """Change sets that touched this outlet (or any), newest first."""
        with self._lock, file.named_errors(self.path):
            return history.read_history(self._database, slug, limit)

    def corrections(self, fingerprint: str) -> tuple[Correction, ...]:
        """The reader's corrections of one article, in text order."""
        with self._lock, file.named_errors(self.path):
            return rows.read_corrections(self._database, fingerprint)

    def can_undo(self) -> str | None:
        """The summary of what undo would take back, or None."""
        with self._lock, file.named_errors(self.path):
            found = history.next_undo(self._database)
            return found[1] if found else None

    def can_redo(self) -> str | None:
        """The summary of what redo would do again, or None."""
        with self._lock, file.named_errors(self.path):
            found = history.next_redo(self._database)
            return found[1] if found else None

    def _order(self, query: OutletQuery) -> list[str]:
        """The order of the rows, kept for the next page of the same question while nobody changes the file."""
        state = (query, self._database.conn.total_changes, self._database.execute("PRAGMA data_version").fetchone()[0])
        if self._kept_order[0] != state:
            self._kept_order = (state, search.order_of(self._database, query))
        return self._kept_order[1]

    def _ready_to_search(self) -> None:
        if search.lacks_search(self._database):
            with self._writing():
                search.fill_search(self._database)
