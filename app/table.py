"""The user's table behind its doors: reading, editing, undo. Fulfils `ui.ports.OutletPort`.

Edits go through the one store and make the snapshot anew; whoever shows the table in another light (an open article) hears of it.
"""

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
    Step,
    StoreError,
)
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.names.lookup import outlets_named
from credibility.outlets.registry import OutletRegistry
from credibility.table.store import RatingsStore

Reread = Callable[[], Reading | None]
"""What the table as it is now makes of the open article; None when none is open."""


def _no_article() -> None:
    """A table alone has no article on it."""


class Table:
    """One table. Every method may be called from any thread: each edit is one transaction of the store."""

    def __init__(self, store: RatingsStore, reread: Reread = _no_article) -> None:
        self.store = store
        self._reread = reread

    @property
    def registry(self) -> OutletRegistry:
        """The table as one immutable value, as it is now; other processes' edits are in it."""
        return self.store.snapshot()

    def edit(self, change: Callable[[], object]) -> Reading | None:
        """Change the table and give the reading that follows from it. Errors leave all as it was."""
        change()
        return self._reread()

    @property
    def is_behind(self) -> bool:
        """Whether another window or program changed the table since it was last read. Answers at once."""
        return self.store.session.is_behind()

    def catch_up(self) -> Reading | None:
        """Take in what other windows and programs changed; gives the reading that follows, None when no article is open."""
        self.store.session.catch_up()
        return self._reread()

    @property
    def lost_backup(self) -> str | None:
        """The name of the newest backup of a table that was gone when this one was started, while nothing was done to this one."""
        lost = self.store.lost_backup
        return lost.name if lost else None

    def restore_lost(self) -> Reading | None:
        """Replace this table with that backup; the present file is kept beside it. Raises StoreError."""
        lost = self.store.lost_backup
        if lost is None:
            raise StoreError("There is no backup of an earlier table any more.", "`sourcetint db backup --list` names the backups.")
        return self.edit(lambda: self.store.restore(lost))

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
            raise RatingError(f"There is no outlet “{slug}” in your table.", "Add it first.")
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

    def can_undo(self) -> Step | None:
        """What undo would take back."""
        return self.store.steps.can_undo()

    def can_redo(self) -> Step | None:
        """What redo would do again."""
        return self.store.steps.can_redo()

    def undo(self, shown: Step | None = None) -> Reading | None:
        """Take the step back that was shown, or the next."""
        return self.edit(lambda: self.store.steps.undo(shown))

    def redo(self, shown: Step | None = None) -> Reading | None:
        """Do the undone step again that was shown, or the next."""
        return self.edit(lambda: self.store.steps.redo(shown))
