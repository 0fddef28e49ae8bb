"""Read the table's contents as values."""

from collections.abc import Sequence

from sqlite_utils import Database

from credibility.floor.language import said
from credibility.model import Correction, KeptCorrection, Outlet, OutletPage, OutletQuery, Rating, RatingError
from credibility.table import rows, search
from credibility.table.cells import lenient
from credibility.table.corrections.mendings import read_mendings
from credibility.table.corrections.merging import read_all
from credibility.table.corrections.places import read_texts_of
from credibility.table.session import Session


class Queries:
    """Queries for outlets, ratings and corrections; they never change the user's data."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kept_order: tuple[object, list[str]] = (None, [])

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One page of the table."""
        if query.words.strip():
            self._ready_to_search()
        return self._session.read(lambda database: search.read_page(database, self._order(query), offset, limit))

    def outlet(self, slug: str) -> Outlet:
        """One outlet with names and locators. Raises RatingError when unknown."""
        found = self._session.read(lambda database: rows.read_outlets(database, [slug])).get(slug)
        if found is None:
            raise RatingError(said("There is no outlet “{slug}” in the table.", slug=slug), said("Look for it by name, or add it."))
        return found

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose name, other name or locator contains the words, best first."""
        self._ready_to_search()
        return self._session.read(lambda database: _found(database, words, limit))

    def countries(self) -> tuple[str, ...]:
        """The country codes of the table's outlets, sorted."""
        asked = "SELECT DISTINCT country FROM outlet WHERE country <> '' ORDER BY country"
        return self._session.read(lambda database: tuple(lenient.words(row[0]) for row in database.execute(asked)))

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet in order of precedence. Raises RatingError when the outlet is unknown."""
        self.outlet(slug)
        found = self._session.read(lambda database: rows.read_ratings(database, rows.read_raters(database), [slug]))
        return tuple(sorted(found, key=lambda rating: (not rating.rater.enabled, rating.rater.precedence, not rating.scope.is_whole)))

    def corrections(self, fingerprint: str, pages: Sequence[str] = ()) -> tuple[Correction, ...]:
        """The reader's corrections of one article: of whole claims and outlets first, then of parts of claims, each in text order.

        `pages` name the page that it was read from: corrections made in other copies of it come before, so that its own decide.
        """

        def read(database: Database) -> tuple[Correction, ...]:
            texts = (*read_texts_of(database, fingerprint, pages), fingerprint)
            return tuple(each for text in texts for each in (*rows.read_corrections(database, text), *read_mendings(database, text)))

        return self._session.read(read)

    def all_corrections(self) -> tuple[KeptCorrection, ...]:
        """The reader's corrections of all articles, each with the names of its page."""
        return self._session.read(read_all)

    def _order(self, query: OutletQuery) -> list[str]:
        """The order of the rows, cached for the next page of the same query until the file changes."""
        database = self._session.database
        state = (query, database.conn.total_changes, database.execute("PRAGMA data_version").fetchone()[0])
        if self._kept_order[0] != state:
            self._kept_order = (state, search.order_of(database, query))
        return self._kept_order[1]

    def _ready_to_search(self) -> None:
        if self._session.read(search.lacks_search):
            with self._session.preparing() as database:
                search.fill_search(database)


def _found(database: Database, words: str, limit: int) -> tuple[Outlet, ...]:
    slugs = search.find_slugs(database, words, limit)
    found = rows.read_outlets(database, slugs)
    return tuple(found[slug] for slug in slugs)
