"""Saved files as the workspace reads them: in a process of their own, with what the reader chose to be the article."""

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from app.choices import Choices
from credibility.articles.containers.sniff import SNIFFED, sniff
from credibility.model import Article, BlockChoice, Claims, Container, Found, PageBlock, PagePicture, Print
from credibility.sandbox.worker import ArticleWorker


@dataclass(frozen=True)
class SavedFile:
    """A file on disk and the password that opens it, if it needs one; the password is kept while the file is open and nowhere else."""

    path: Path
    password: str | None = field(default=None, repr=False)

    @cached_property
    def is_pdf(self) -> bool:
        """Whether it is a PDF by its first bytes; False for one that cannot be read."""
        try:
            with self.path.open("rb") as file:
                return sniff(file.read(SNIFFED), self.path.suffix.lower()) is Container.PDF
        except OSError:
            return False


class SavedFiles:
    """Reads one file at a time; every method raises ArticleError and belongs off the GUI thread.

    Reading and drawing are each to be called from one thread at a time, but may go on side by side.
    """

    def __init__(self, choices: Choices, reader: ArticleWorker | None = None) -> None:
        """`reader` is a warm process to read with, where one was started ahead."""
        self._choices = choices
        self._worker = reader or ArticleWorker()
        self._drawer = ArticleWorker(plain=True)

    def ask_ahead(self, path: Path) -> None:
        """Have a file read now that will be asked for soon; returns at once."""
        file = SavedFile(path.resolve())
        self._worker.ask_ahead(file.path, **_wishes(file, self._choices.of(file.path)))

    def close(self) -> None:
        """End the processes."""
        self._worker.close()
        self._drawer.close()

    def read(self, file: SavedFile) -> Found:
        """The article in a file with the claims that the rules find."""
        return self._read(file, self._choices.of(file.path))

    def claims(self, article: Article, threshold: float | None, attitudes: bool) -> Claims:
        """The tagger's second look at an article that was read."""
        return self._worker.claims(article, threshold, attitudes)

    def blocks(self, file: SavedFile) -> tuple[PageBlock, ...]:
        """All blocks of the page in a file."""
        return self._worker.blocks(file.path, **_wishes(file, self._choices.of(file.path)))

    def choose(self, file: SavedFile, choice: BlockChoice) -> Found:
        """The article with other blocks, which are remembered once they could be read. Raises StoreError when they cannot be."""
        found = self._read(file, choice)
        self._choices.keep(file.path, choice)
        return found

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages of a PDF with the places of its article's text. Pages have a process of their own: reading does not hold them up."""
        return self._drawer.print(file.path, file.password, text)

    def picture(self, file: SavedFile, number: int, scale: float) -> PagePicture:
        """A page of a PDF as a picture."""
        return self._drawer.picture(file.path, file.password, number, scale)

    def _read(self, file: SavedFile, choice: BlockChoice) -> Found:
        return self._worker.found(file.path, **_wishes(file, choice))


def _wishes(file: SavedFile, choice: BlockChoice) -> dict[str, Any]:
    return {"choice": choice, "password": file.password}
