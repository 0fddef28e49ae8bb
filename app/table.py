"""The user's table behind its doors: reading, editing, undo. Fulfils `ui.ports.OutletPort`.

Edits go through the one store and make the snapshot anew; whoever shows the table in another light (an open article) hears of it.
"""

import threading
from collections.abc import Callable

from credibility.model import (
    ChangeSet,
    CitingArticle,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    Rating,
    RatingDraft,
    RatingError,
    Reading,
)
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.names.lookup import outlets_named
from credibility.outlets.registry import OutletRegistry
from credibility.table.store import RatingsStore

Reread = Callable[[OutletRegistry], Reading | None]


def _no_article(_before: OutletRegistry) -> None:
    """A table alone has no article on it."""


class Table:
    """One table. Every method may be called from any thread; one edit is done at a time."""

    def __init__(self, store: RatingsStore, reread: Reread = _no_article) -> None:
        """`reread` says what the table's new state makes of the open article; it is given the state before."""
        self.store = store
        self.lock = threading.RLock()
        self._reread = reread
        self._registry: OutletRegistry | None = None

    @property
    def registry(self) -> OutletRegistry:
        """The table as one immutable value; taken when it is first asked for, so that a window is on the screen before."""
        with self.lock:
            if self._registry is None:
                self._registry = self.store.snapshot()
            return self._registry

    def edit(self, change: Callable[[], object]) -> Reading | None:
        """Change the table, take a new snapshot, and give the reading that follows from it. Errors leave all as it was."""
        with self.lock:
            before = self.registry
            change()
            self._registry = self.store.snapshot()
            return self._reread(before)

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table; a negative limit gives all rows."""
        return self.store.queries.outlets(query, offset, limit)

    def countries(self) -> tuple[str, ...]:
        """The country codes that outlets of the table have, in order."""
        return self.store.queries.countries()

    def outlet(self, slug: str) -> Outlet:
        """One outlet. Raises RatingError when the table has none of that slug."""
        outlet = self.registry.outlet(slug)
        if outlet is None:
            raise RatingError(f"No outlet “{slug}” is in your table.", "Add it first.")
        return outlet

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose names or addresses hold the words, best first."""
        return self.store.queries.find_outlets(words, limit)

    def resolve_words(self, words: str) -> tuple[tuple[Outlet, ...], str]:
        """The outlets that a link or a name means, best first, and in words how it was found; several when a name is shared."""
        if "/" in words or "." in words.strip(" ."):
            outlet = outlet_of_url(words, self.registry)
            if outlet:
                return (outlet,), "by its address"
        return outlets_named(words, self.registry), "by name"

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the one in force first."""
        return self.registry.ratings_of(slug)

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        """Set the user's own rating."""
        return self.edit(lambda: self.store.edits.set_rating(draft))

    def set_ratings(self, drafts: tuple[RatingDraft, ...]) -> Reading | None:
        """Set several of the user's own ratings in one step."""
        return self.edit(lambda: self.store.edits.set_ratings(drafts))

    def clear_rating(self, slug: str) -> Reading | None:
        """Remove the user's own rating."""
        return self.edit(lambda: self.store.edits.clear_rating(slug))

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        """Add or change an outlet."""
        return self.edit(lambda: self.store.edits.save_outlet(draft))

    def remove_outlet(self, slug: str) -> Reading | None:
        """Remove an outlet with everything that hangs on it."""
        return self.edit(lambda: self.store.edits.remove_outlet(slug))

    def remove_outlets(self, slugs: tuple[str, ...]) -> Reading | None:
        """Remove several outlets in one step."""
        return self.edit(lambda: self.store.edits.remove_outlets(slugs))

    def restore_outlet(self, slug: str, change_set: int) -> Reading | None:
        """Give an outlet and its ratings back as they were before a step of its history."""
        return self.edit(lambda: self.store.edits.restore(slug, change_set))

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """Articles opened before that cite an outlet, opened last first."""
        return self.store.citations.articles_citing(slug)

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        """Change sets, newest first."""
        return self.store.steps.history(slug)

    def can_undo(self) -> str | None:
        """What undo would take back."""
        return self.store.steps.can_undo()

    def can_redo(self) -> str | None:
        """What redo would do again."""
        return self.store.steps.can_redo()

    def undo(self) -> Reading | None:
        """Take the newest change set back."""
        return self.edit(self.store.steps.undo)

    def redo(self) -> Reading | None:
        """Do the newest undone change set again."""
        return self.edit(self.store.steps.redo)
