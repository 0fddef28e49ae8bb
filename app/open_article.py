"""The open article as the table rates it. Its state is one immutable value, replaced as a whole."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.saved_files import SavedFile
from credibility.floor.pages import HERE, page_names
from credibility.model import Article, ArticleError, Claims, Found, Reading, Role, Style
from credibility.outlets.registry import OutletRegistry
from credibility.pipeline import Resolved, Sealed, resolve_outlets, seal
from credibility.table.store import RatingsStore


@dataclass(frozen=True, slots=True)
class _State:
    """The article read from a file, resolved and rated with one snapshot of the table."""

    file: SavedFile
    sealed: Sealed

    @property
    def reading(self) -> Reading:
        """What is shown."""
        return self.sealed.reading


class OpenArticle:
    """At most one article, safe to use from several threads.

    Resolving may take seconds, so no lock is held while it runs. A thread that finds the state changed by another when it is done
    starts over from the new state.
    """

    def __init__(self, store: RatingsStore, styles: Mapping[Role, Style]) -> None:
        self._store = store
        self._styles = styles
        self._state: _State | None = None
        self._lock = threading.Lock()

    @property
    def reading(self) -> Reading | None:
        """The last good reading."""
        return self._state.reading if self._state else None

    @property
    def file(self) -> SavedFile:
        """The file it was read from. Raises ArticleError when none is open."""
        return self._present().file

    @property
    def article(self) -> Article:
        """The article. Raises ArticleError when none is open."""
        return self._present().reading.article

    @property
    def pages(self) -> tuple[str, ...]:
        """The names that the article's page goes by. Raises ArticleError when none is open."""
        return _pages(self.file, self.article)

    def show(self, file: SavedFile, found: Found) -> Reading:
        """Replace the open article."""
        registry = self._store.snapshot()
        self._state = self._rated(file, resolve_outlets(found, registry), registry)
        return self.reread() or self._state.reading

    def rated(self, file: SavedFile, found: Found) -> Reading:
        """An article as it would be shown; the open one stays."""
        registry = self._store.snapshot()
        return self._seal(file, resolve_outlets(found, registry), registry).reading

    def refine(self, article: Article, claims: Claims) -> Reading | None:
        """Replace the claims of the open article; None when another article has been opened since."""

        def refined(state: _State) -> _State | None:
            if state.reading.article is not article:
                return None
            registry = self._store.snapshot()
            return self._rated(state.file, resolve_outlets(Found(article, claims), registry), registry)

        return self._change(refined)

    def reread(self) -> Reading | None:
        """Rate the open article with the present table and corrections; None when none is open. Resolves again only if outlets changed."""

        def renewed(state: _State) -> _State:
            registry, sealed = self._store.snapshot(), state.sealed
            resolved = sealed.resolved
            if (registry.outlets, registry.locators) != (sealed.registry.outlets, sealed.registry.locators):
                resolved = resolve_outlets(resolved.found, registry)
            return self._rated(state.file, resolved, registry, sealed)

        return self._change(renewed)

    def read_under(self, registry: OutletRegistry) -> Reading | None:
        """The open article as another snapshot of the table would rate it; None when none is open."""
        state = self._state
        return self._seal(state.file, state.sealed.resolved, registry, state.sealed).reading if state else None

    def _change(self, make: Callable[[_State], _State | None]) -> Reading | None:
        while (before := self._state) is not None and (after := make(before)) is not None:
            with self._lock:
                if self._state is before:
                    self._state = after
                    return after.reading
        return None

    def _present(self) -> _State:
        if self._state is None:
            raise ArticleError("No article is open.", "Open one first.")
        return self._state

    def _rated(self, file: SavedFile, resolved: Resolved, registry: OutletRegistry, before: Sealed | None = None) -> _State:
        return _State(file, self._seal(file, resolved, registry, before))

    def _seal(self, file: SavedFile, resolved: Resolved, registry: OutletRegistry, before: Sealed | None = None) -> Sealed:
        article = resolved.found.article
        corrections = self._store.queries.corrections(article.fingerprint, _pages(file, article))
        return seal(resolved, registry, corrections, self._styles, before)


def _pages(file: SavedFile, article: Article) -> tuple[str, ...]:
    """The page by its addresses, its title and, where it is the only article of it, its file."""
    names = page_names(article)
    return names if article.parts else (*names, f"{HERE}{file.path}")
