"""Saved files as the workspace reads them: in a process of their own, with what the reader chose to be the article."""

from dataclasses import dataclass, field
from pathlib import Path

from app.choices import Choices
from app.kept import digest_of
from app.last_parts import LastParts
from credibility.articles.worker import NO_CHOICES, ArticleWorker, blocks_safely, read_safely
from credibility.model import Article, BlockChoice, PageBlock, PagePicture, Print, StoreError, part_key


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file on disk and the password that opens it, if it needs one; the password is kept while the file is open and nowhere else.

    `part` is the index of the part that is read, None until one is.
    """

    path: Path
    password: str | None = field(default=None, repr=False)
    is_pdf: bool = False
    part: int | None = None


class SavedFiles:
    """Reads one file at a time; every method raises ArticleError and belongs off the GUI thread.

    Reading and drawing are each to be called from one thread at a time, but may go on side by side.
    """

    def __init__(self, choices: Choices, last_parts: LastParts | None = None, reader: ArticleWorker | None = None) -> None:
        """`last_parts` is None where it must not count what was read before; `reader` is a warm process, where one was started ahead."""
        self._choices = choices
        self._last_parts = last_parts
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
        """The article in a file: the part that is named, else the one read last, else the main one."""
        last = self._last_parts
        is_known = not self._choices.is_empty or (last is not None and not last.is_empty)
        digest = digest_of(file.path) if is_known else None
        part: int | str | None = file.part
        if part is None and digest and last is not None:
            part = last.of(digest)
        choices = self._choices.of(digest) if digest else NO_CHOICES
        return read_safely(file.path, worker=self._worker, choices=choices, part=part, password=file.password)

    def keep_part(self, file: SavedFile, article: Article) -> None:
        """Remember that this part was read last. Raises StoreError."""
        last, part = self._last_parts, part_key(article.parts, article.part)
        if last is None or not article.parts or (last.is_empty and not part):
            return
        if digest := digest_of(file.path):
            last.keep(digest, part)

    def blocks(self, file: SavedFile) -> tuple[PageBlock, ...]:
        """All blocks of the page in a file."""
        digest = None if self._choices.is_empty else digest_of(file.path)
        choices = self._choices.of(digest) if digest else NO_CHOICES
        return blocks_safely(file.path, self._worker, choices, part=file.part, password=file.password)

    def choose(self, file: SavedFile, part: str, choice: BlockChoice) -> Article:
        """The article with other blocks, which are remembered once they could be read. Raises StoreError when they cannot be.

        `part` is the `part_key` of the article.
        """
        article = read_safely(file.path, worker=self._worker, choices={part: choice}, part=file.part, password=file.password)
        digest = digest_of(file.path)
        if digest is None:
            raise StoreError("What belongs to this article cannot be remembered: its file is gone.", "Open the article again.")
        self._choices.keep(digest, part, choice)
        return article

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages of a PDF with the places of its article's text. Pages have a process of their own: reading does not hold them up."""
        return self._drawer.print(file.path, file.password, text)

    def picture(self, file: SavedFile, number: int, scale: float) -> PagePicture:
        """A page of a PDF as a picture."""
        return self._drawer.picture(file.path, file.password, number, scale)
