"""What the window needs from the other side, as Protocols; `app.workspace` fulfils them. Nothing here knows Qt, SQL or files."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from credibility.model import (
    ChangeSet,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    Rating,
    RatingDraft,
    Reading,
    Role,
    Style,
)

Progress = Callable[[float, str], bool]
"""Called with a share 0–1 and a phrase; returns False when the user cancelled."""


class ReadingPort(Protocol):
    """Opens articles and keeps the last good reading. Every method may be called off the GUI thread and returns a sealed value."""

    @property
    def reading(self) -> Reading | None:
        """The reading on screen; stays as it was when an open fails."""
        ...

    def open_article(self, path: Path) -> Reading:
        """Read the file and make it the current reading. Raises ArticleError or StoreError."""
        ...

    def export_pdf(self, target: Path, progress: Progress) -> Path:
        """Write the annotated PDF of the current reading atomically. Raises ExportError."""
        ...

    def recent_articles(self) -> tuple[Path, ...]:
        """Files opened before, newest first, those that still exist."""
        ...


class CorrectionPort(Protocol):
    """Corrections of one claim of the current reading; each is one undoable change set and returns the reading anew."""

    def reject_claim(self, claim_id: str) -> Reading:
        """The reader says that this is not a claim."""
        ...

    def restore_claim(self, claim_id: str) -> Reading:
        """Take a rejection or an outlet correction of this claim back."""
        ...

    def assign_outlet(self, claim_id: str, slug: str | None) -> Reading:
        """The reader says which outlet carried the claim; None for none."""
        ...


class OutletPort(Protocol):
    """The user's table.

    Edits raise RatingError or StoreError and leave everything as it was; each returns the re-rated reading, if one is open.
    """

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        """One window of the table."""
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

    def set_rating(self, draft: RatingDraft) -> Reading | None:
        """Set the user's own rating."""
        ...

    def clear_rating(self, slug: str) -> Reading | None:
        """Remove the user's own rating; the next rater decides."""
        ...

    def save_outlet(self, draft: OutletDraft) -> Reading | None:
        """Add an outlet, or change the one of that slug."""
        ...

    def remove_outlet(self, slug: str) -> Reading | None:
        """Remove an outlet with its names, locators and ratings."""
        ...

    def history(self, slug: str | None = None) -> tuple[ChangeSet, ...]:
        """Change sets that touched this outlet (or any), newest first."""
        ...

    def can_undo(self) -> str | None:
        """The summary of what undo would take back, or None."""
        ...

    def can_redo(self) -> str | None:
        """The summary of what redo would do again, or None."""
        ...

    def undo(self) -> Reading | None:
        """Take the newest change set back."""
        ...

    def redo(self) -> Reading | None:
        """Do the newest undone change set again."""
        ...


class SettingsPort(Protocol):
    """The reader's preferences, kept between runs. Keys are listed in `app.settings_store`."""

    def get(self, key: str) -> object:
        """The value in force."""
        ...

    def set(self, key: str, value: object) -> None:
        """Keep a value; SettingsError leaves the old one."""
        ...


class WorkspacePort(ReadingPort, CorrectionPort, OutletPort, Protocol):
    """All doors of the workspace together, with the drawing styles and the settings."""

    @property
    def styles(self) -> Mapping[Role, Style]:
        """How each role is drawn."""
        ...

    @property
    def settings(self) -> SettingsPort:
        """The reader's preferences."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show once after start, such as a database restored from a backup."""
        ...
