"""What the window needs from the other side, as Protocols; `app.workspace` fulfils them. Nothing here knows Qt, SQL or files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from credibility.floor.progress import Progress
from credibility.model import (
    BlockChoice,
    ChangeSet,
    CitingArticle,
    Exported,
    ExportFormat,
    Faces,
    Outlet,
    OutletDraft,
    OutletPage,
    OutletQuery,
    PageBlock,
    PagePicture,
    Print,
    Rating,
    RatingDraft,
    Reading,
    Role,
    Scope,
    Step,
    Style,
)
from credibility.model.library import PastedArticle
from ui.correction_port import CorrectionPort
from ui.editor_port import EditorPort
from ui.library_port import LibraryPort
from ui.note_port import NotePort
from ui.paper_port import PaperPort
from ui.rater_port import RaterPort
from ui.tabs.port import TabPort
from ui.worksheet.port import WorksheetPort

if TYPE_CHECKING:
    from ui.list_ports import ImportPort


class ReadingPort(Protocol):
    """Opens articles and keeps the last good reading. Every method may be called off the GUI thread and returns a sealed value."""

    @property
    def reading(self) -> Reading | None:
        """The reading on screen; stays as it was when an open fails."""
        ...

    def open_article(self, path: Path, password: str | None = None, part: int | None = None) -> Reading:
        """Read the file and make it the current reading; of several articles in it the one of index `part`, or the one read last there.

        Raises ArticleError or StoreError; PasswordError when the file is locked and the password is missing or wrong.
        """
        ...

    def refine(self) -> Reading | None:
        """The tagger's second look at the open article, under the settings `threshold` and `attitudes`.

        Takes its time: call it off the GUI thread. Ids of unchanged claims stay. None when there is no article to look at.
        Raises ArticleError when it fails or is stopped.
        """
        ...

    def stop_refining(self) -> None:
        """End a `refine` that is under way in another thread; nothing happens where there is none."""
        ...

    def page_blocks(self) -> tuple[PageBlock, ...]:
        """All blocks of the page in the open file, those of the article marked. Raises ArticleError."""
        ...

    def choose_blocks(self, choice: BlockChoice) -> Reading:
        """Read the open file with other blocks as its article and remember that for the file; an empty choice is as it was found.

        Raises ArticleError when no text is left, StoreError when it cannot be remembered; the reading stays then.
        """
        ...

    @property
    def has_pages(self) -> bool:
        """Whether the open file has printed pages of its own to show."""
        ...

    def pages(self) -> Print:
        """The printed pages of the open file with the places of the article's text. Raises ArticleError.

        `pages` and `draw_page` may be called on another thread than the other methods, one at a time.
        """
        ...

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """A printed page at `scale` pixels per point. Raises ArticleError."""
        ...

    @property
    def formats(self) -> tuple[ExportFormat, ...]:
        """What a reading can be exported as; the PDF is first."""
        ...

    def export(self, target: Path, progress: Progress, only: frozenset[str] | None = None, *, notes: bool = False) -> Exported:
        """Write the reading atomically in the format of the target's ending; with `only`, the claims of these ids. Raises ExportError.

        The reader's notes leave only with `notes`.
        """
        ...

    def export_losses(self, target: Path) -> tuple[str, ...]:
        """What an export to the target loses of the original, such as its signature; to be said before it is written."""
        ...

    def save_picture(self, target: Path, data: bytes) -> None:
        """Write a picture to a file atomically. Raises ExportError."""
        ...

    def keep_pasted(self, pasted: PastedArticle) -> Path:
        """Keep text from the clipboard as a file to be opened. Raises ArticleError."""
        ...

    @property
    def example(self) -> Path:
        """The article that comes with the program."""
        ...

    def recent_articles(self) -> tuple[Path, ...]:
        """Files opened before, newest first, those that still exist."""
        ...


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


class SettingsPort(Protocol):
    """The reader's preferences, kept between runs. Keys are listed in `credibility.model.settings`."""

    def get(self, key: str) -> object:
        """The value in force."""
        ...

    def set(self, key: str, value: object) -> None:
        """Keep a value; SettingsError leaves the old one."""
        ...

    def reset(self, keys: Iterable[str]) -> None:
        """Give these settings their defaults; SettingsError leaves all as they are."""
        ...


class WorkspacePort(ReadingPort, Protocol):
    """All doors of the workspace together, with the drawing styles and the settings."""

    @property
    def table(self) -> OutletPort:
        """The user's table."""
        ...

    @property
    def corrections(self) -> CorrectionPort:
        """The reader's corrections of the open article."""
        ...

    @property
    def places(self) -> TabPort:
        """The articles that are open at the same time."""
        ...

    @property
    def library(self) -> LibraryPort:
        """What was opened before, with the reader's notes and tags."""
        ...

    @property
    def notes(self) -> NotePort:
        """The reader's notes."""
        ...

    @property
    def worksheets(self) -> WorksheetPort:
        """Worksheets on claims of the open article."""
        ...

    @property
    def styles(self) -> Mapping[Role, Style]:
        """How each role is drawn."""
        ...

    @property
    def faces(self) -> Faces:
        """The typefaces that come with the program."""
        ...

    @property
    def lists(self) -> "ImportPort":
        """Rating lists in and out."""
        ...

    @property
    def raters(self) -> RaterPort:
        """The raters' order and its profiles."""
        ...

    @property
    def settings(self) -> SettingsPort:
        """The reader's preferences."""
        ...

    @property
    def paper(self) -> PaperPort:
        """The open article's pages, to be printed."""
        ...

    @property
    def help_text(self) -> str:
        """The help in Markdown."""
        ...

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show once after start, such as a database restored from a backup."""
        ...
