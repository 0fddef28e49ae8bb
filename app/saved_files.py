"""Saved files as the workspace reads them: in a process of their own, with what the reader chose to be the article."""

from dataclasses import dataclass, field
from pathlib import Path

from app.choices import Choices
from credibility.articles.worker import ArticleWorker, blocks_safely, read_safely
from credibility.model import Article, BlockChoice, PageBlock, PagePicture, Print


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file on disk and the password that opens it, if it needs one; the password is kept while the file is open and nowhere else."""

    path: Path
    password: str | None = field(default=None, repr=False)
    is_pdf: bool = False


class SavedFiles:
    """Reads one file at a time; every method raises ArticleError and belongs off the GUI thread.

    Reading and drawing are each to be called from one thread at a time, but may go on side by side.
    """

    def __init__(self, choices: Choices, reader: ArticleWorker | None = None) -> None:
        """`reader` is a warm process to read with, where one was started ahead."""
        self._choices = choices
        self._worker = reader or ArticleWorker()
        self._drawer = ArticleWorker()

    def start(self) -> None:
        """Start the reading process ahead of the first file; returns at once."""
        self._worker.start()

    def close(self) -> None:
        """End the processes."""
        self._worker.close()
        self._drawer.close()

    def read(self, file: SavedFile) -> Article:
        """The article in a file."""
        return self._read(file, self._choices.of(file.path))

    def blocks(self, file: SavedFile) -> tuple[PageBlock, ...]:
        """All blocks of the page in a file."""
        return blocks_safely(file.path, self._worker, self._choices.of(file.path), password=file.password)

    def choose(self, file: SavedFile, choice: BlockChoice) -> Article:
        """The article with other blocks, which are remembered once they could be read. Raises StoreError when they cannot be."""
        article = self._read(file, choice)
        self._choices.keep(file.path, choice)
        return article

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages of a PDF with the places of its article's text. Pages have a process of their own: reading does not hold them up."""
        return self._drawer.print(file.path, file.password, text)

    def picture(self, file: SavedFile, number: int, scale: float) -> PagePicture:
        """A page of a PDF as a picture."""
        return self._drawer.picture(file.path, file.password, number, scale)

    def _read(self, file: SavedFile, choice: BlockChoice) -> Article:
        return read_safely(file.path, worker=self._worker, choice=choice, password=file.password)
