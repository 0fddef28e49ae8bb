"""The workspace: the open article and the user's table, joined. Keeps the last good reading when something fails.

Fulfils `ui.ports.WorkspacePort` and serves the command line. Opening works on an immutable snapshot of the table, so it may run on a worker
thread; edits go through the one store and make the snapshot anew.
"""

import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Self

from app.paths import database_path, documents, read_styles, settings_path
from app.progress import Progress
from app.settings_store import SettingsStore
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.attribution.lexicon import Lexicon, read_lexicon
from credibility.model import (
    Article,
    ChangeSet,
    Correction,
    CorrectionKind,
    ExportError,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    Rating,
    RatingDraft,
    RatingError,
    Reading,
    ResolvedClaim,
    Role,
    SettingsError,
    Style,
)
from credibility.outlets.corrections import correction_for
from credibility.outlets.lookup import outlets_named
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.store import RatingsStore
from credibility.outlets.urls import outlet_of_url
from credibility.pipeline import Resolved, find, resolve_outlets, seal

RECENT = 20
"""Articles remembered in the list of recent ones."""


def read_article_file(path: Path) -> Article:
    """The article in a saved file. Raises ArticleError."""
    return extract(load_page(path))


class Workspace:
    """One table, one open article. Use as a context manager, or close it: the database wants a tidy end."""

    def __init__(self, store: RatingsStore, lexicon: Lexicon, styles: Mapping[Role, Style], settings: SettingsStore) -> None:
        self._store = store
        self._lexicon = lexicon
        self._styles = styles
        self._settings = settings
        self._registry: OutletRegistry = store.snapshot()
        self._resolved: Resolved | None = None
        self._reading: Reading | None = None
        self._lock = threading.RLock()

    @classmethod
    def at(cls, database: Path | None = None) -> Self:
        """The workspace over a database, the user's own unless another is named. Raises StoreError."""
        store = RatingsStore.open(database or database_path(), documents("starter", ".csv"))
        settings = SettingsStore(database.parent / "settings.json" if database else settings_path())
        return cls(store, read_lexicon(documents("lexicon", ".toml")), read_styles(), settings)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    # What the window shows

    @property
    def styles(self) -> Mapping[Role, Style]:
        """How each role is drawn."""
        return self._styles

    @property
    def settings(self) -> SettingsStore:
        """The reader's preferences."""
        return self._settings

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show once after start."""
        return (*self._store.notices, *filter(None, [self._settings.notice]))

    @property
    def reading(self) -> Reading | None:
        """The last good reading."""
        return self._reading

    # The article

    def open_article(self, path: Path) -> Reading:
        """Read a file and make it the current reading. Raises ArticleError; the reading before it then stays."""
        article = read_article_file(path)
        found = find(article, self._lexicon)
        with self._lock:
            self._resolved = resolve_outlets(found, self._registry)
            reading = self._seal()
        self._remember(path)
        return reading

    def export_pdf(self, target: Path, progress: Progress) -> Path:
        """Write the annotated PDF of the current reading. Raises ExportError."""
        if self._reading is None:
            raise ExportError("No article is open.", "Open one first.")
        # Typst, pikepdf and Pillow take a fifth of a second to import: the first article is not kept waiting for them.
        from app.export import export_pdf  # noqa: PLC0415

        return export_pdf(self._reading, target, self._styles, progress)

    def recent_articles(self) -> tuple[Path, ...]:
        """Files opened before, newest first, those that still exist."""
        recent = self._settings.get("recent")
        return tuple(Path(name) for name in recent if Path(name).exists()) if isinstance(recent, list) else ()

    def _remember(self, path: Path) -> None:
        """Put the article on top of the recent ones; reading goes on when the settings cannot be written."""
        recent = [str(path.resolve()), *map(str, self.recent_articles())]
        try:
            self._settings.set("recent", list(dict.fromkeys(recent))[:RECENT])
        except SettingsError as error:
            self._settings.notice = str(error)

    # Corrections of the open article

    def reject_claim(self, claim_id: str) -> Reading:
        """The reader says that this is not a claim."""
        return self._correct(claim_id, CorrectionKind.NOT_A_CLAIM, None)

    def assign_outlet(self, claim_id: str, slug: str | None) -> Reading:
        """The reader says which outlet carried the claim; None for none."""
        if slug:
            self.outlet(slug)
        return self._correct(claim_id, CorrectionKind.OTHER_OUTLET, slug)

    def restore_claim(self, claim_id: str) -> Reading:
        """Take the corrections of this claim back."""
        with self._lock:
            self._store.remove_correction(self._correction(claim_id, CorrectionKind.NOT_A_CLAIM, None))
            return self._seal()

    def _correct(self, claim_id: str, kind: CorrectionKind, slug: str | None) -> Reading:
        with self._lock:
            self._store.add_correction(self._correction(claim_id, kind, slug))
            return self._seal()

    def _correction(self, claim_id: str, kind: CorrectionKind, slug: str | None) -> Correction:
        if self._reading is None:
            raise RatingError("No article is open.", "Open one first.")
        for rated in (*self._reading.claims, *self._reading.rejected):
            if rated.id == claim_id:
                return correction_for(ResolvedClaim(rated.claim, rated.resolution), self._reading.article, kind, slug)
        raise RatingError("This claim is no longer in the article.", "Open the article again.")

    # The table

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table; a negative limit gives all rows."""
        return self._store.outlets(query, offset, limit)

    def outlet(self, slug: str) -> Outlet:
        """One outlet. Raises RatingError when the table has none of that slug."""
        outlet = self._registry.outlet(slug)
        if outlet is None:
            raise RatingError(f"No outlet “{slug}” is in your table.", "Add it first.")
        return outlet

    def find_outlets(self, words: str, limit: int = 20) -> tuple[Outlet, ...]:
        """Outlets whose names or addresses hold the words, best first."""
        return self._store.find_outlets(words, limit)

    def resolve_words(self, words: str) -> tuple[tuple[Outlet, ...], str]:
        """The outlets that a link or a name means, best first, and in words how it was found; several when a name is shared."""
        if "/" in words or "." in words.strip(" ."):
            outlet = outlet_of_url(words, self._registry)
            if outlet:
                return (outlet,), "by its address"
        return outlets_named(words, self._registry), "by name"

    def ratings(self, slug: str) -> tuple[Rating, ...]:
        """All ratings of an outlet, the one in force first."""
        return self._registry.ratings_of(slug)

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        """Set the user's own rating."""
        return self._edit(lambda: self._store.set_rating(draft))

    def clear_rating(self, slug: str) -> Reading | None:
        """Remove the user's own rating."""
        return self._edit(lambda: self._store.clear_rating(slug))

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        """Add or change an outlet."""
        return self._edit(lambda: self._store.save_outlet(draft))

    def remove_outlet(self, slug: str) -> Reading | None:
        """Remove an outlet with everything that hangs on it."""
        return self._edit(lambda: self._store.remove_outlet(slug))

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        """Change sets, newest first."""
        return self._store.history(slug)

    def can_undo(self) -> str | None:
        """What undo would take back."""
        return self._store.can_undo()

    def can_redo(self) -> str | None:
        """What redo would do again."""
        return self._store.can_redo()

    def undo(self) -> Reading | None:
        """Take the newest change set back."""
        return self._edit(self._store.undo)

    def redo(self) -> Reading | None:
        """Do the newest undone change set again."""
        return self._edit(self._store.redo)

    def _edit(self, change: Callable[[], object]) -> Reading | None:
        """Change the table, take a new snapshot, and let only the last stages run again on the open article."""
        with self._lock:
            before = self._registry
            change()
            self._registry = self._store.snapshot()
            if self._resolved is None:
                return None
            if (self._registry.outlets, self._registry.locators) != (before.outlets, before.locators):
                self._resolved = resolve_outlets(self._resolved.found, self._registry)
            return self._seal()

    def _seal(self) -> Reading:
        assert self._resolved is not None
        fingerprint = self._resolved.found.article.fingerprint
        self._reading = seal(self._resolved, self._registry, self._store.corrections(fingerprint), self._styles)
        return self._reading
