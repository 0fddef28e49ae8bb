"""The open articles as the table rates them, one of them in front. The state of each is one immutable value, replaced as a whole."""

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from app.files.saved_files import SavedFile
from credibility.floor.language import said
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
    is_refined: bool = False

    @property
    def reading(self) -> Reading:
        """What is shown."""
        return self.sealed.reading


class OpenArticle:
    """A place in front with at most one article, and others like it behind; safe to use from several threads.

    Resolving may take seconds, so no lock is held while it runs. A thread that finds the state changed by another when it is done
    starts over from the new state.
    """

    def __init__(self, store: RatingsStore, styles: Mapping[Role, Style]) -> None:
        self._store = store
        self._styles = styles
        self._places: dict[int, _State | None] = {0: None}
        self._last = 0
        self.front = 0
        self._lock = threading.Lock()

    @property
    def _state(self) -> _State | None:
        return self._places.get(self.front)

    def begin(self) -> int:
        """Bring an empty place to the front and return its number; what was in front stays as it is."""
        with self._lock:
            self._last += 1
            self._places[self._last] = None
            self.front = self._last
        return self._last

    def turn_to(self, place: int) -> None:
        """Bring a place to the front. Raises KeyError when it was left."""
        self._places[place]
        self.front = place

    def leave(self, place: int) -> None:
        """Let go of a place behind, and of the article in it."""
        with self._lock:
            if place != self.front:
                self._places.pop(place, None)

    @property
    def is_refined(self) -> bool:
        """Whether the tagger has looked at the article in front."""
        return bool(self._state and self._state.is_refined)

    @property
    def reading(self) -> Reading | None:
        """The last good reading."""
        return self._state.reading if self._state else None

    def held(self, place: int | None = None) -> tuple[SavedFile, Reading] | None:
        """The file and the reading in a place, by default in front, at one moment; None when there is none."""
        state = self._places.get(self.front if place is None else place)
        return (state.file, state.reading) if state else None

    def present(self, place: int | None = None) -> tuple[SavedFile, Reading]:
        """The same. Raises ArticleError when no article is open there."""
        held = self.held(place)
        if held is None:
            raise ArticleError(said("No article is open."), said("Open one first."))
        return held

    @property
    def file(self) -> SavedFile:
        """The file it was read from. Raises ArticleError when none is open."""
        return self.present()[0]

    @property
    def article(self) -> Article:
        """The article. Raises ArticleError when none is open."""
        return self.present()[1].article

    @property
    def pages(self) -> tuple[str, ...]:
        """The names that the article's page goes by. Raises ArticleError when none is open."""
        return _pages(self.file, self.article)

    def show(self, file: SavedFile, found: Found, place: int | None = None) -> Reading:
        """Replace the article in front, or in a place that was in front when reading began; nothing where that was left meanwhile."""
        at = self.front if place is None else place
        registry = self._store.snapshot()
        state = self._rated(file, resolve_outlets(found, registry), registry)
        with self._lock:
            if at in self._places:
                self._places[at] = state
        return self._reread(at) or state.reading

    def rated(self, file: SavedFile, found: Found) -> Reading:
        """An article as it would be shown; the open one stays."""
        registry = self._store.snapshot()
        return self._seal(file, resolve_outlets(found, registry), registry).reading

    def refine(self, article: Article, claims: Claims) -> Reading | None:
        """Replace the claims of an open article, wherever it is; None when another article has been opened in its place since."""
        at = next((place for place, state in tuple(self._places.items()) if state and state.reading.article is article), self.front)

        def refined(state: _State) -> _State | None:
            if state.reading.article is not article:
                return None
            registry = self._store.snapshot()
            return replace(self._rated(state.file, resolve_outlets(Found(article, claims), registry), registry), is_refined=True)

        return self._change(refined, at)

    def reread(self, place: int | None = None) -> Reading | None:
        """Rate an open article, by default the one in front, with the present table and corrections; None when there is none.

        Resolves again only if outlets changed.
        """
        return self._reread(self.front if place is None else place)

    def _reread(self, place: int) -> Reading | None:
        def renewed(state: _State) -> _State:
            registry, sealed = self._store.snapshot(), state.sealed
            resolved = sealed.resolved
            if (registry.outlets, registry.locators) != (sealed.registry.outlets, sealed.registry.locators):
                resolved = resolve_outlets(resolved.found, registry)
            return replace(self._rated(state.file, resolved, registry, sealed), is_refined=state.is_refined)

        return self._change(renewed, place)

    def read_under(self, registry: OutletRegistry) -> Reading | None:
        """The open article as another snapshot of the table would rate it; None when none is open."""
        state = self._state
        return self._seal(state.file, state.sealed.resolved, registry, state.sealed).reading if state else None

    def _change(self, make: Callable[[_State], _State | None], place: int) -> Reading | None:
        while (before := self._places.get(place)) is not None and (after := make(before)) is not None:
            with self._lock:
                if self._places.get(place) is before:
                    self._places[place] = after
                    return after.reading
        return None

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
