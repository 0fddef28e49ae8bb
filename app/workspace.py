"""The workspace: the user's table and the open article. It keeps the last good reading when something fails.

Implements `ui.ports.WorkspacePort` and serves the command line. Opening works on an immutable snapshot of the table, so it may run on
a worker thread. Operations on the table are in `table`, on lists in `lists`, on raters and profiles in `raters`.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from app.exports.outgoing import Outgoing, save_picture
from app.exports.print_pages import PagesToPrint
from app.exports.worksheets import worksheet_writers
from app.files.faces import shipped_faces
from app.files.paths import data_folder, database_path, example_article, help_page, read_styles
from app.files.saved_files import SavedFile, SavedFiles
from app.files.there import whole
from app.kept.library import ReadersLibrary, texts_with
from app.kept.older_files import take_in
from app.kept.recording import Recording
from app.kept.settings_store import SettingsStore
from app.ratings.opening import open_store
from app.ratings.own_raters import OwnRaters
from app.ratings.raters import Raters
from app.ratings.table import Table
from app.ratings.undo import UndoLine
from app.reading.carried import CarriedReadings
from app.reading.corrections import Corrections
from app.reading.notes import ReadersNotes
from app.reading.open_article import OpenArticle
from app.reading.places import OpenPlaces
from app.reading.worksheets import ReadersWorksheets
from credibility.annotations.exports.registry import FORMATS
from credibility.floor.language import current, joined, said
from credibility.floor.progress import Progress
from credibility.library.notes import NOTES, Notes
from credibility.library.shelf import Shelf
from credibility.library.steps import LINE, LibrarySteps
from credibility.library.worksheets import SHEETS, Worksheets
from credibility.model import (
    BlockChoice,
    Exported,
    ExportedReading,
    ExportFormat,
    Faces,
    PageBlock,
    PagePicture,
    PaperSetup,
    Print,
    Reading,
    Role,
    StoreError,
    Style,
    part_key,
)
from credibility.model.library import PastedArticle
from credibility.sandbox.worker import ArticleWorker
from credibility.table.choices import Glimpse
from credibility.table.store import RatingsStore

if TYPE_CHECKING:
    from subprocess import Popen

    from app.ratings.lists import Lists


def open_files(database: Path | None = None, reader: "Popen[bytes] | None" = None, *, follows_reader: bool = True) -> SavedFiles:
    """Saved files with the reader's choices, which the database stores; `reader` is a reading process launched in advance.

    Without `follows_reader`, the part of a file read last is neither looked up nor stored.
    """
    glimpse = Glimpse(database or database_path())
    return SavedFiles(glimpse, ArticleWorker(process=reader), follows_reader=follows_reader)


class Workspace:
    """One table, one open article. Use it as a context manager or call `close`, which backs the table up."""

    def __init__(
        self, store: RatingsStore, styles: Mapping[Role, Style], settings: SettingsStore, files: SavedFiles, shelf: Shelf | None = None
    ) -> None:
        """Without a `shelf`, what is read is remembered only until the end."""
        shelf = shelf or Shelf.in_memory()
        self._open = OpenArticle(store, styles)
        self.places = OpenPlaces(self._open)
        self.table = Table(store, self._reread, shelf.citing, lambda words: texts_with(words, self._open.reading, shelf))
        self.raters = Raters(self.table, self._open.read_under)
        self.own_raters = OwnRaters(self.table)
        self.corrections = Corrections(self._open, self.table)
        self._outgoing = Outgoing(self._open, files, self.table, self.raters, styles, settings.paper)
        self._styles = styles
        self._settings = settings
        self._files = files
        self.library = ReadersLibrary(shelf, self.table, settings, self._read_aside)
        notes = Notes(shelf)
        self.worksheets = ReadersWorksheets(Worksheets(shelf), self.library, self._open, lambda: worksheet_writers(settings.paper))
        self.notes = ReadersNotes(notes, self.library, self._open)
        self.table.steps = UndoLine({"": store.steps, LINE: LibrarySteps(shelf, (NOTES, SHEETS))})
        self._recording = Recording(self.library, files)
        self._carried = CarriedReadings(self._open, files, self.notes)
        self._told: tuple[str, ...] = ()
        files.use(store.choices)

    @classmethod
    def at(cls, database: Path | None = None, files: SavedFiles | None = None, store: RatingsStore | None = None) -> Self:
        """The workspace over a database, by default the user's. Raises StoreError.

        `files` and `store` are the results of `open_files` and `open_store`, if they were called before.
        """
        folder = database.parent if database else data_folder()
        settings, opened = SettingsStore(folder / "settings.json"), store or open_store(database)
        made = cls(opened, read_styles(), settings, files or open_files(database), Shelf.open(folder / "library.db"))
        made._told = (*take_in(made.table.store.choices, folder), *made.library.shelf.notices)
        try:
            made.library.take_over()
        except StoreError as error:
            made._told = (
                *made._told,
                said("The articles you opened so far could not be moved into the library. {error}", error=str(error)),
            )
        return made

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> str | None:
        """End the reading process and close table and library. Returns sentences when a backup failed; edits are saved either way."""
        self.paper.discard()
        self._files.close()
        self._recording.forget_passing()
        told = (self.library.shelf.close(), self.table.store.close())
        return joined(filter(None, told), " ") or None

    # What the window shows

    @property
    def styles(self) -> Mapping[Role, Style]:
        """How each role is drawn."""
        return self._styles

    @property
    def faces(self) -> Faces:
        """The typefaces that come with the program."""
        return shipped_faces()

    @cached_property
    def lists(self) -> "Lists":
        """Import and export of rating lists. The list readers are loaded on first use, not with the first article."""
        from app.ratings.lists import Lists  # noqa: PLC0415

        return Lists(self.table)

    @property
    def settings(self) -> SettingsStore:
        """The reader's preferences."""
        return self._settings

    @cached_property
    def paper(self) -> PagesToPrint:
        """The open article's pages, to be printed."""
        return PagesToPrint(self._files, self.export, lambda: self._open.file.password)

    @property
    def help_text(self) -> str:
        """The help that ships with the program, in Markdown."""
        return help_page(current())

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show once after start."""
        return (*self.table.store.notices, *self._told, *filter(None, [self._settings.notice, self._recording.trouble]))

    @property
    def reading(self) -> Reading | None:
        """The last good reading."""
        return self._open.reading

    # The article

    def open_article(self, path: Path, password: str | None = None, part: int | None = None, place: int | None = None) -> Reading:
        """Read a file and make it the current reading. Raises ArticleError, and then keeps the previous reading.

        `part` is the index of an article in the file; None means the one read last in this file, else the main one. `place` is where it
        will be, by default the place in front now; the reader may turn to another one while the file is read.
        """
        file, place = SavedFile(whole(path), password, part), self._open.front if place is None else place
        with ThreadPoolExecutor(1) as ahead:
            ahead.submit(lambda: self.table.registry)  # while the other process reads the file
            found = self._files.read(file)
        file = replace(file, part=found.article.part)
        reading = self._recording.opened(self._open.show(file, self._carried.noted(file, found), place), file)
        self._recording.keep_part(file, found.article)
        return reading

    def carried(self) -> ExportedReading | None:
        """The reading that the open file holds, if SourceTint exported it. Raises ArticleError."""
        return self._carried.here()

    def page_blocks(self, place: int | None = None) -> tuple[PageBlock, ...]:
        """All blocks of the page in the file that is open in a place, by default in front. Raises ArticleError."""
        return self._files.blocks(self._open.present(place)[0])

    def choose_blocks(self, choice: BlockChoice, place: int | None = None) -> Reading:
        """Read the open file with other blocks as its article, and store the choice. Changes nothing on ArticleError or StoreError."""
        place = self._open.front if place is None else place
        file, reading = self._open.present(place)
        found = self._files.choose(file, part_key(reading.article.parts, reading.article.part), choice)
        return self._recording.opened(self._open.show(file, found, place), file)

    @property
    def has_pages(self) -> bool:
        """Whether the open file is a PDF, which has printed pages to show."""
        return self._open.reading is not None and self._open.file.is_pdf

    def pages(self, place: int | None = None) -> Print:
        """The pages of the PDF open in a place, with the positions of its article's text. Raises ArticleError."""
        file, reading = self._open.present(place)
        return self._files.print(file, reading.article.text)

    def draw_page(self, number: int, scale: float, place: int | None = None) -> PagePicture:
        """A page of the PDF open in a place at `scale` pixels per point. Raises ArticleError."""
        return self._files.picture(self._open.present(place)[0], number, scale)

    def _read_aside(self, file: SavedFile) -> Reading:
        """Read and rate a file; what is open stays. Raises ArticleError."""
        return self._open.rated(file, self._files.read_aside(file))

    def refine(self, place: int | None = None) -> Reading | None:
        """Find claims with the tagger too, using the reader's settings. None when no article is open, or another has been opened since.

        Raises ArticleError when that fails; the claims found by rules then stay.
        """
        held = self._open.held(place)
        if held is None:
            return None
        file, reading = held  # of one moment: another tab may come to the front meanwhile
        claims = self._files.claims(reading.article, *self._settings.looking())
        refined = self._open.refine(reading.article, claims)
        return self._recording.changed(refined, file) if refined else None

    def stop_refining(self) -> None:
        """Abort a `refine` in another thread, if there is one; it then raises ArticleError."""
        self._files.stop_claims()

    @property
    def formats(self) -> tuple[ExportFormat, ...]:
        """What the open article can be exported as; the PDF is first."""
        return FORMATS

    def export(
        self,
        target: Path,
        progress: Progress,
        only: frozenset[str] | None = None,
        *,
        notes: bool = False,
        setup: PaperSetup | None = None,
    ) -> Exported:
        """Write the current reading in the format of the file's ending; with `only`, the claims of these ids. Raises ExportError.

        The reader's notes leave only with `notes`. Raises StoreError when they cannot be read.
        """
        return self._outgoing.export(target, progress, only, setup, self._carried.told, self.notes.here() if notes else ())

    def export_losses(self, target: Path, setup: PaperSetup | None = None) -> tuple[str, ...]:
        """What an export to `target` loses of the original, such as its signature; to be said before it is written."""
        return self._outgoing.losses(target, setup)

    def save_picture(self, target: Path, data: bytes) -> None:
        """Write a picture to a file atomically. Raises ExportError when that is not possible; an older file of that name then stays."""
        save_picture(target, data)

    def keep_pasted(self, pasted: PastedArticle) -> Path:
        """Keep text from the clipboard as a file to be opened. Raises ArticleError."""
        return self._recording.keep_pasted(pasted, self.table.store.path.parent)

    @property
    def example(self) -> Path:
        """The article that comes with the program."""
        return example_article()

    def recent_articles(self) -> tuple[Path, ...]:
        """Files opened before that still exist, newest first."""
        return self.library.recent()

    def _reread(self) -> Reading | None:
        """Run only the last stages again on the open article."""
        reading = self._open.reread()
        return self._recording.changed(reading, self._open.file) if reading else None
