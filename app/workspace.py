"""The workspace: the user's table with an open article on it. Keeps the last good reading when something fails.

Fulfils `ui.ports.WorkspacePort` and serves the command line. Opening works on an immutable snapshot of the table, so it may run on a worker
thread. The table's own doors are in `table`, those of lists in `lists`, those of raters and profiles in `raters`.
"""

from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from app.choices import Choices
from app.faces import shipped_faces
from app.last_parts import LastParts
from app.paths import data_folder, database_path, documents, read_styles
from app.raters import Raters
from app.recent import Recent
from app.saved_files import SavedFile, SavedFiles
from app.settings_store import SettingsStore
from app.table import Table
from app.there import is_there, whole
from credibility.floor.progress import Progress
from credibility.model import (
    Article,
    ArticleError,
    BlockChoice,
    Correction,
    CorrectionKind,
    Exported,
    ExportError,
    Faces,
    Found,
    PageBlock,
    PagePicture,
    Print,
    RatingError,
    Reading,
    ResolvedClaim,
    Role,
    StoreError,
    Style,
    part_key,
)
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolving.corrections import correction_for
from credibility.pipeline import Resolved, resolve_outlets, seal
from credibility.sandbox.worker import ArticleWorker
from credibility.table.store import RatingsStore

if TYPE_CHECKING:
    from subprocess import Popen

    from app.lists import Lists


def open_files(database: Path | None = None, reader: "Popen[bytes] | None" = None, *, follows_reader: bool = True) -> SavedFiles:
    """Saved files with what the reader chose in them, kept beside the database; `reader` is a reading process launched ahead.

    Files that do not follow the reader neither ask nor keep which part of a file was read last.
    """
    folder = database.parent if database else data_folder()
    last_parts = LastParts(folder / "parts.json") if follows_reader else None
    return SavedFiles(Choices(folder / "choices.json"), last_parts, ArticleWorker(process=reader))


def open_store(database: Path | None = None) -> RatingsStore:
    """The table in a database, the user's own unless another is named, created from the starter where there is none. Raises StoreError."""
    return RatingsStore.open(database or database_path(), documents("starter", ".csv"))


class Workspace:
    """One table, one open article. Use as a context manager, or close it: the database wants a tidy end."""

    def __init__(self, store: RatingsStore, styles: Mapping[Role, Style], settings: SettingsStore, files: SavedFiles) -> None:
        self.table = Table(store, self._reread)
        self.raters = Raters(self.table, self._read_under)
        self._styles = styles
        self._settings = settings
        self._recent = Recent(settings)
        self._resolved: Resolved | None = None
        self._reading: Reading | None = None
        self._files = files
        self._file: SavedFile | None = None
        self._recorded: tuple[object, ...] = ()
        self._trouble: str | None = None

    @classmethod
    def at(cls, database: Path | None = None, files: SavedFiles | None = None, store: RatingsStore | None = None) -> Self:
        """The workspace over a database, the user's own unless another is named. Raises StoreError.

        `files` and `store` are what `open_files` and `open_store` give, where they were called before.
        """
        folder = database.parent if database else data_folder()
        return cls(store or open_store(database), read_styles(), SettingsStore(folder / "settings.json"), files or open_files(database))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the reading process and close the database."""
        self._files.close()
        self.table.store.close()

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
        """Rating lists in and out; their readers are loaded with the first list, not with the first article."""
        from app.lists import Lists  # noqa: PLC0415

        return Lists(self.table)

    @property
    def settings(self) -> SettingsStore:
        """The reader's preferences."""
        return self._settings

    @property
    def notices(self) -> tuple[str, ...]:
        """Sentences to show once after start."""
        return (*self.table.store.notices, *filter(None, [self._settings.notice, self._trouble]))

    @property
    def reading(self) -> Reading | None:
        """The last good reading."""
        return self._reading

    # The article

    def open_article(self, path: Path, password: str | None = None, part: int | None = None) -> Reading:
        """Read a file and make it the current reading. Raises ArticleError; the reading before it then stays.

        `part` is the index of one of the articles in the file; None is the one last read there, else the main one.
        """
        file = SavedFile(whole(path), password, part)
        with ThreadPoolExecutor(1) as ahead:
            ahead.submit(lambda: self.table.registry)  # while the other process reads the file
            found = self._files.read(file)
        reading = self._show(replace(file, part=found.article.part), found)
        self._recent.put(path)
        self._keep_part(found.article)
        return reading

    def page_blocks(self) -> tuple[PageBlock, ...]:
        """All blocks of the page in the open file. Raises ArticleError."""
        return self._files.blocks(self._open_file())

    def choose_blocks(self, choice: BlockChoice) -> Reading:
        """Read the open file with other blocks as its article, and remember that. Raises ArticleError or StoreError; all stays then."""
        file, article = self._open_file(), self._open_article()
        return self._show(file, self._files.choose(file, part_key(article.parts, article.part), choice))

    @property
    def has_pages(self) -> bool:
        """Whether the open file is a PDF, which has pages of its own to show."""
        return self._file is not None and self._file.is_pdf

    def pages(self) -> Print:
        """The pages of the open PDF with the places of its article's text. Raises ArticleError."""
        return self._files.print(self._open_file(), self._open_article().text)

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """A page of the open PDF at `scale` pixels per point. Raises ArticleError."""
        return self._files.picture(self._open_file(), number, scale)

    def _open_file(self) -> SavedFile:
        if self._file is None:
            raise ArticleError("No article is open.", "Open one first.")
        return self._file

    def _open_article(self) -> Article:
        if self._reading is None:
            raise ArticleError("No article is open.", "Open one first.")
        return self._reading.article

    def _show(self, file: SavedFile, found: Found) -> Reading:
        with self.table.lock:
            self._resolved = resolve_outlets(found, self.table.registry)
            self._file, self._recorded = file, ()
            return self._seal()

    def refine(self) -> Reading | None:
        """Let the tagger look at the open article too, with the reader's settings. None when no article is open, or another by now.

        Raises ArticleError when that fails; the rules' claims then stay.
        """
        before = self._resolved
        if before is None:
            return None
        article, threshold = before.found.article, self._settings.get("threshold")
        sure = float(threshold) if isinstance(threshold, int | float) else None
        claims = self._files.claims(article, sure, bool(self._settings.get("attitudes")))
        with self.table.lock:
            if self._resolved is None or self._resolved.found.article is not article:
                return None
            self._resolved = resolve_outlets(Found(article, claims), self.table.registry)
            return self._seal()

    def stop_refining(self) -> None:
        """End a `refine` in another thread, which raises ArticleError; nothing happens where there is none."""
        self._files.stop_claims()

    def export_pdf(self, target: Path, progress: Progress) -> Exported:
        """Write the annotated PDF of the current reading. Raises ExportError."""
        if self._reading is None:
            raise ExportError("No article is open.", "Open one first.")
        article = self._open_file().path
        if is_there(target) and is_there(article) and target.samefile(article):
            raise ExportError(f"{target} is the article itself.", "Give the annotated PDF another name.")
        # Typst and pikepdf take a fifth of a second to import: the first article is not kept waiting for them.
        from app.export import export_pdf  # noqa: PLC0415

        return export_pdf(self._reading, target, self._styles, progress)

    def recent_articles(self) -> tuple[Path, ...]:
        """Files opened before, newest first, those that still exist."""
        return self._recent.paths

    def _keep_part(self, article: Article) -> None:
        """Keep which part of the file is read; reading goes on when it cannot be kept."""
        try:
            self._files.keep_part(self._open_file(), article)
        except StoreError as error:
            self._trouble = str(error)

    # Corrections of the open article

    def reject_claim(self, claim_id: str) -> Reading:
        """The reader says that this is not a claim."""
        return self._correct(claim_id, CorrectionKind.NOT_A_CLAIM, None)

    def assign_outlet(self, claim_id: str, slug: str | None) -> Reading:
        """The reader says which outlet carried the claim; None for none."""
        if slug:
            self.table.outlet(slug)
        return self._correct(claim_id, CorrectionKind.OTHER_OUTLET, slug)

    def restore_claim(self, claim_id: str) -> Reading:
        """Take the corrections of this claim back."""
        with self.table.lock:
            correction = self._correction(claim_id, CorrectionKind.NOT_A_CLAIM, None)
            self.table.store.edits.remove_corrections(correction.fingerprint, correction.quote, correction.span)
            return self._seal()

    def _correct(self, claim_id: str, kind: CorrectionKind, slug: str | None) -> Reading:
        with self.table.lock:
            self.table.store.edits.add_correction(self._correction(claim_id, kind, slug))
            return self._seal()

    def _correction(self, claim_id: str, kind: CorrectionKind, slug: str | None) -> Correction:
        if self._reading is None:
            raise RatingError("No article is open.", "Open one first.")
        for rated in (*self._reading.claims, *self._reading.rejected):
            if rated.id == claim_id:
                return correction_for(ResolvedClaim(rated.claim, rated.resolution), self._reading.article, kind, slug)
        raise RatingError("This claim is no longer in the article.", "Open the article again.")

    # How

    def _reread(self, before: OutletRegistry) -> Reading | None:
        """Let only the last stages run again on the open article."""
        if self._resolved is None:
            return None
        if (self.table.registry.outlets, self.table.registry.locators) != (before.outlets, before.locators):
            self._resolved = resolve_outlets(self._resolved.found, self.table.registry)
        return self._seal()

    def _seal(self) -> Reading:
        reading = self._read_under(self.table.registry)
        assert reading is not None
        self._reading = reading
        self._record(reading)
        return reading

    def _read_under(self, registry: OutletRegistry) -> Reading | None:
        """The open article as another state of the table would rate it; None when none is open."""
        if self._resolved is None:
            return None
        return seal(self._resolved, registry, self.table.store.queries.corrections(self._resolved.found.article.fingerprint), self._styles)

    def _record(self, reading: Reading) -> None:
        """Keep which outlets the article cites, when that is news; reading goes on when it cannot be kept."""
        article, cited = reading.article, reading.tally.outlets
        path = self._open_file().path
        if self._recorded == (article.fingerprint, path, cited):
            return
        try:
            self.table.store.citations.record_article(article.fingerprint, path, article.title, dict(cited))
        except StoreError as error:
            self._trouble = str(error)
        else:
            self._recorded = (article.fingerprint, path, cited)
