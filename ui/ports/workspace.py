"""What the window needs from the other side, as Protocols; `app.workspace` fulfils them. Nothing here knows Qt, SQL or files."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from credibility.floor.progress import Progress
from credibility.model import (
    BlockChoice,
    Exported,
    ExportFormat,
    Faces,
    PageBlock,
    PagePicture,
    Print,
    Reading,
    Role,
    Style,
)
from credibility.model.library import PastedArticle
from ui.ports.corrections import CorrectionPort
from ui.ports.criteria import CriteriaPort
from ui.ports.library import LibraryPort
from ui.ports.notes import NotePort
from ui.ports.outlets import OutletPort
from ui.ports.paper import PaperPort
from ui.ports.raters import RaterPort
from ui.ports.tabs import TabPort
from ui.ports.worksheets import WorksheetPort

if TYPE_CHECKING:
    from ui.ports.lists import ImportPort


class ReadingPort(Protocol):
    """Opens articles and keeps the last good reading. Every method may be called off the GUI thread and returns a sealed value.

    `place` is that of the article which is asked about, by default the one in front.
    """

    @property
    def reading(self) -> Reading | None:
        """The reading on screen; stays as it was when an open fails."""
        ...

    @property
    def places(self) -> TabPort:
        """The articles that are open at the same time."""
        ...

    def open_article(self, path: Path, password: str | None = None, part: int | None = None, place: int | None = None) -> Reading:
        """Read the file and make it the current reading; of several articles in it the one of index `part`, or the one read last there.

        It will be in `place`, by default the one in front now. Raises ArticleError or StoreError; PasswordError when the file is locked
        and the password is missing or wrong.
        """
        ...

    def refine(self, place: int | None = None) -> Reading | None:
        """The tagger's second look at the open article, under the settings `threshold` and `attitudes`.

        Takes its time: call it off the GUI thread. Ids of unchanged claims stay. None when there is no article to look at.
        Raises ArticleError when it fails or is stopped.
        """
        ...

    def stop_refining(self) -> None:
        """End a `refine` that is under way in another thread; nothing happens where there is none."""
        ...

    def page_blocks(self, place: int | None = None) -> tuple[PageBlock, ...]:
        """All blocks of the page in the open file, those of the article marked. Raises ArticleError."""
        ...

    def choose_blocks(self, choice: BlockChoice, place: int | None = None) -> Reading:
        """Read the open file with other blocks as its article and remember that for the file; an empty choice is as it was found.

        Raises ArticleError when no text is left, StoreError when it cannot be remembered; the reading stays then.
        """
        ...

    @property
    def has_pages(self) -> bool:
        """Whether the open file has printed pages of its own to show."""
        ...

    def pages(self, place: int | None = None) -> Print:
        """The printed pages of the open file with the places of the article's text. Raises ArticleError.

        `pages` and `draw_page` may be called on another thread than the other methods, one at a time.
        """
        ...

    def draw_page(self, number: int, scale: float, place: int | None = None) -> PagePicture:
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
    def own_raters(self) -> CriteriaPort:
        """The raters of the reader's own."""
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
