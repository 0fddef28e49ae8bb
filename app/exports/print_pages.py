"""The pages to print: the same as the export's, written to a folder of their own and drawn in the guarded process."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from app.files.saved_files import SavedFile, SavedFiles
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import ArticleError, Exported, ExportError, PagePicture, PageSize


class Export(Protocol):
    """Writes the open article's PDF; with `only`, the claims of these ids."""

    def __call__(self, target: Path, progress: Progress, only: frozenset[str] | None = None, *, notes: bool = False) -> Exported:
        """Raises ExportError and StoreError."""
        ...


class PagesToPrint:
    """`export` writes the open article's PDF, `password` is that of the open file: a copy of its pages keeps it."""

    def __init__(self, files: SavedFiles, export: Export, password: Callable[[], str | None]) -> None:
        self._files = files
        self._export = export
        self._password = password
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._made: SavedFile | None = None

    def make(self, progress: Progress, only: frozenset[str] | None = None, *, notes: bool = False) -> tuple[PageSize, ...]:
        """Make the pages of the open article; those made before are deleted. Raises ExportError, ArticleError and StoreError.

        With `only`, the claims of these ids; the reader's notes are on paper only with `notes`.
        """
        self.discard()
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="sourcetint-print-")
        except OSError as error:
            raise ExportError(
                said("The pages cannot be kept while they are printed: {strerror}.", strerror=error.strerror),
                said("Make room on the disk."),
            ) from error
        file = SavedFile(Path(self._folder.name) / "article.pdf", self._password())
        self._export(file.path, progress, only, notes=notes)
        self._made = file
        return self._files.print(file, "").pages

    def draw_page(self, number: int, scale: float) -> PagePicture:
        """One of the pages at `scale` pixels per point. Raises ArticleError."""
        if self._made is None:
            raise ArticleError(said("There are no pages to print."), said("Print the article again."))
        return self._files.picture(self._made, number, scale)

    def discard(self) -> None:
        """Delete the pages."""
        self._made = None
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
