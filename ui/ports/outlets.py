"""What the window asks of the user's table: outlets, their ratings, history and undo; `app.ratings.table` fulfils it."""

from typing import Protocol

from credibility.model import (
    ChangeSet,
    CitingArticle,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    Rating,
    RatingDraft,
    Reading,
    Scope,
    Step,
)
from ui.ports.editor import EditorPort


class OutletPort(EditorPort, Protocol):
    """The user's table.

    Edits raise RatingError or StoreError and leave everything as it was; each returns the re-rated reading, if one is open.
    """

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table."""
        ...

    def countries(self) -> tuple[str, ...]:
        """The country codes that outlets of the table have, in order."""
        ...

    def outlet(self, slug: str) -> Outlet:
        """One outlet with names and locators. Raises RatingError when unknown."""
        ...

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose name, other name or locator contains the words, best first."""
        ...

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the one in force first."""
        ...

    def rating_now(self, slug: str) -> Rating | None:
        """The rating in force now for an outlet as a whole, which may be its parent's."""
        ...

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        """Set the user's own rating."""
        ...

    def set_ratings(self, drafts: tuple[RatingDraft, ...]) -> Reading | None:
        """Set several of the user's own ratings as one step, all or none."""
        ...

    def clear_rating(self, slug: str, scope: Scope | None = None) -> Reading | None:
        """Remove the user's own ratings of an outlet, or the one of this scope; the next rater decides."""
        ...

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        """Add an outlet, or change the one of that slug."""
        ...

    def remove_outlet(self, slug: str) -> Reading | None:
        """Remove an outlet with its names, locators and ratings."""
        ...

    def remove_outlets(self, slugs: tuple[str, ...]) -> Reading | None:
        """Remove several outlets as one step, all or none."""
        ...

    def restore_outlet(self, slug: str, change_set: int) -> Reading | None:
        """Give an outlet and its ratings back as they were before a change set of its history; that can be undone itself.

        Raises RatingError when something of it was changed by other means since.
        """
        ...

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """Articles opened before that cite an outlet, opened last first."""
        ...

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        """Change sets that touched this outlet (or any), newest first."""
        ...

    def can_undo(self) -> Step | None:
        """What undo would undo, or None: an edit made here or before the start, never one made in another window meanwhile."""
        ...

    def can_redo(self) -> Step | None:
        """What redo would do again, or None."""
        ...

    def undo(self, shown: Step | None = None) -> Reading | None:
        """Take the step back that was shown. Raises ChangedMeanwhileError when another window did so already."""
        ...

    def redo(self, shown: Step | None = None) -> Reading | None:
        """Do the step again that was shown; as `undo`."""
        ...

    @property
    def is_behind(self) -> bool:
        """Whether another window or program changed the table since it was last read. Answers at once, on any thread."""
        ...

    def catch_up(self) -> Reading | None:
        """Take in what other windows and programs changed; gives the reading that follows, None when no article is open."""
        ...

    @property
    def lost_backup(self) -> str | None:
        """The name of the newest backup of a table that was gone when this one was started, while nothing was done to this one."""
        ...

    def restore_lost(self) -> Reading | None:
        """Replace this table with that backup; the present file is kept beside it. Raises StoreError."""
        ...
