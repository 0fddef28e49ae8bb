"""The user's table as the window and the command line use it: reading, editing, undo. Implements `ui.ports.OutletPort`.

Every edit goes through the one store, after which the open article, if any, is rated again.
"""

from collections.abc import Callable
from dataclasses import replace

from app.ratings.titles import titled
from app.ratings.undo import StepLine
from credibility.floor.language import said
from credibility.model import (
    ChangeSet,
    CitingArticle,
    Outlet,
    OutletDraft,
    OutletName,
    OutletPage,
    OutletQuery,
    Rating,
    RatingDraft,
    RatingError,
    Reading,
    Scope,
    Step,
    StoreError,
    Tag,
)
from credibility.model.edited import NamePreview, SplitDraft
from credibility.outlets.addresses.urls import outlet_of_url
from credibility.outlets.names.lookup import outlets_named
from credibility.outlets.names.ordinary import safe_rules, warning_about
from credibility.outlets.names.preview import places_in, with_name
from credibility.outlets.rating.standing import Circumstances, Standing, in_force
from credibility.outlets.registry import OutletRegistry
from credibility.table.store import RatingsStore

Reread = Callable[[], Reading | None]
"""Rates the open article again with the table as it is now; returns None when none is open."""


Citing = Callable[[str], tuple[CitingArticle, ...]]
"""The articles opened before that cite an outlet."""


Texts = Callable[[str], tuple[tuple[str, str], ...]]
"""Title and text of the articles that hold some words: the open one, whose title is "" here, and those of the library."""


BY_ADDRESS = said("by its address")
"""How an outlet was found that a link or domain means."""


def _no_article() -> None:
    """The default: no article is open."""


def _no_library(_slug: str) -> tuple[CitingArticle, ...]:
    """The default: no article was opened before."""
    return ()


def _no_texts(_words: str) -> tuple[tuple[str, str], ...]:
    """The default: no texts to look for a name in."""
    return ()


class Table:
    """One table. Every method may be called from any thread: each edit is one transaction of the store."""

    def __init__(self, store: RatingsStore, reread: Reread = _no_article, citing: Citing = _no_library, texts: Texts = _no_texts) -> None:
        self.store = store
        self._texts = texts
        self._reread = reread
        self._citing = citing
        self.steps: StepLine = store.steps

    @property
    def registry(self) -> OutletRegistry:
        """The table as one immutable value, including edits by other processes so far."""
        return self.store.snapshot()

    def edit(self, change: Callable[[], object]) -> Reading | None:
        """Change the table and return the open article's new reading. Errors leave everything unchanged."""
        change()
        return self._reread()

    @property
    def is_behind(self) -> bool:
        """Whether another window or program changed the table since it was last read. Never waits."""
        return self.store.session.is_behind()

    def catch_up(self) -> Reading | None:
        """Load what other windows and programs changed; returns the new reading, None when no article is open."""
        self.store.session.catch_up()
        return self._reread()

    @property
    def lost_backup(self) -> str | None:
        """The name of the newest backup of a table that was missing when this one was created; None once this one was edited."""
        lost = self.store.lost_backup
        return lost.name if lost else None

    def restore_lost(self) -> Reading | None:
        """Replace this table with that backup; the present file is kept beside it. Raises StoreError."""
        lost = self.store.lost_backup
        if lost is None:
            raise StoreError(
                said("There is no longer a backup of an earlier table."), said("`sourcetint db backup --list` lists the backups.")
            )
        return self.edit(lambda: self.store.restore(lost))

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One page of the table; a negative limit returns all rows."""
        return self.store.queries.outlets(query, offset, limit)

    def countries(self) -> tuple[str, ...]:
        """The country codes of the table's outlets, sorted."""
        return self.store.queries.countries()

    def outlet(self, slug: str) -> Outlet:
        """One outlet. Raises RatingError when the table has none with that slug."""
        outlet = self.registry.outlet(slug)
        if outlet is None:
            raise RatingError(said("There is no outlet “{slug}” in your table.", slug=slug), said("Add it first."))
        return outlet

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose names or addresses hold the words, best first."""
        return self.store.queries.find_outlets(words, limit)

    def resolve_words(self, words: str) -> tuple[tuple[Outlet, ...], str]:
        """The outlets that a link or name may mean, best first (several share a name), and how they were found, in words."""
        if "/" in words or "." in words.strip(" ."):
            outlet = outlet_of_url(words, self.registry)
            if outlet:
                return (outlet,), BY_ADDRESS
        return outlets_named(words, self.registry), said("by name")

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the one in force first."""
        return self.registry.ratings_of(slug)

    def rating_now(self, slug: str) -> Rating | None:
        """The rating in force now for an outlet as a whole, which may be its parent's. Raises RatingError."""
        return self.standing(slug, Circumstances()).rating

    def standing(self, slug: str, asked: Circumstances) -> Standing:
        """The rating in force for an outlet under these circumstances, and those of the other raters. Raises RatingError."""
        return in_force(self.outlet(slug), self.registry, asked)

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        """Set the user's own rating."""
        return self.edit(lambda: self.store.edits.set_rating(draft))

    def set_ratings(self, drafts: tuple[RatingDraft, ...]) -> Reading | None:
        """Set several of the user's own ratings in one step."""
        return self.edit(lambda: self.store.edits.set_ratings(drafts))

    def merge_outlets(self, slug: str, into: str) -> Reading | None:
        """Make one outlet out of two, as one undoable step. Raises RatingError."""
        return self.edit(lambda: self.store.edits.merge_outlets(slug, into))

    def clear_rating(self, slug: str, scope: Scope | None = None) -> Reading | None:
        """Remove the user's own ratings, or the one of this scope."""
        return self.edit(lambda: self.store.edits.clear_rating(slug, scope))

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        """Add or change an outlet."""
        return self.edit(lambda: self.store.edits.save_outlet(draft))

    def remove_outlet(self, slug: str) -> Reading | None:
        """Remove an outlet with its names, addresses and ratings."""
        return self.edit(lambda: self.store.edits.remove_outlet(slug))

    def remove_outlets(self, slugs: tuple[str, ...]) -> Reading | None:
        """Remove several outlets in one step."""
        return self.edit(lambda: self.store.edits.remove_outlets(slugs))

    def split_outlet(self, slug: str, draft: SplitDraft) -> Reading | None:
        """Make two outlets out of one."""
        return self.edit(lambda: self.store.edits.split_outlet(slug, draft))

    def set_tags(self, slug: str, tags: tuple[Tag, ...]) -> Reading | None:
        """Give an outlet these tags and no others."""
        return self.edit(lambda: self.store.tags.set(slug, tags))

    def preview_name(self, slug: str, name: OutletName) -> NamePreview:
        """What a name of an outlet would match in the open article and the library; without rules, under those it would get.

        An outlet that the table does not have yet is shown as if it had no other names.
        """
        rules = name.rules or safe_rules(name.text)
        ruled = replace(name, rules=rules)
        registry = self.registry
        outlet = registry.outlet(slug) or Outlet(slug or "new.example", name.text)
        tried = with_name(registry, outlet, ruled)
        texts = self._texts(name.text)
        places = [place for title, text in texts for place in places_in(text, tried, outlet.slug, ruled, title)]
        return NamePreview(rules, warning_about(name.text, rules), tuple(places), sum(bool(title) for title, _ in texts))

    def restore_outlet(self, slug: str, change_set: int) -> Reading | None:
        """Restore an outlet and its ratings to their state before a step of its history."""
        return self.edit(lambda: self.store.edits.restore(slug, change_set))

    def reverse(self, change_set: int) -> Reading | None:
        """Undo one change set of the history, also another program's."""
        return self.edit(lambda: self.store.edits.reverse(change_set))

    def articles_citing(self, slug: str) -> tuple[CitingArticle, ...]:
        """Articles opened before that cite an outlet, most recent first."""
        return self._citing(slug)

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        """Change sets, newest first."""
        return tuple(titled(step) for step in self.store.steps.history(slug))

    def can_undo(self) -> Step | None:
        """What undo would undo."""
        step = self.steps.can_undo()
        return titled(step) if step else None

    def can_redo(self) -> Step | None:
        """What redo would redo."""
        step = self.steps.can_redo()
        return titled(step) if step else None

    def undo(self, shown: Step | None = None) -> Reading | None:
        """Undo the step that was shown, or the next."""
        return self.edit(lambda: self.steps.undo(shown))

    def redo(self, shown: Step | None = None) -> Reading | None:
        """Redo the undone step that was shown, or the next."""
        return self.edit(lambda: self.steps.redo(shown))
