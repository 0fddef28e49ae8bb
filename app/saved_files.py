"""Saved files as the workspace reads them: in a process of their own, with what the reader chose to be the article."""

import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from app.kept import digest_of
from credibility.articles.kinds.sniff import SNIFFED, sniff
from credibility.articles.saved_file import open_saved
from credibility.model import (
    Article,
    ArticleError,
    BlockChoice,
    Claims,
    Container,
    Found,
    PageBlock,
    PagePicture,
    Print,
    StoreError,
    part_key,
)
from credibility.sandbox.worker import ArticleWorker
from credibility.table.choices import Choices, Glimpse


@dataclass(frozen=True)
class SavedFile:
    """A file on disk and the password that opens it, if it needs one; the password is kept while the file is open and nowhere else.

    `part` is the index of the part that is read, None until one is.
    """

    path: Path
    password: str | None = field(default=None, repr=False)
    part: int | None = None

    @cached_property
    def is_pdf(self) -> bool:
        """Whether it is a PDF by its first bytes; False for one that cannot be read."""
        try:
            with open_saved(self.path) as file:
                return sniff(file.read(SNIFFED), self.path.suffix.lower()) is Container.PDF
        except (OSError, ArticleError):
            return False


class SavedFiles:
    """Reads one file at a time; every method raises ArticleError and belongs off the GUI thread.

    Reading and drawing are each to be called from one thread at a time, but may go on side by side.
    """

    def __init__(self, glimpse: Glimpse, reader: ArticleWorker | None = None, *, follows_reader: bool = True) -> None:
        """`glimpse` serves until `use` gives the open table's choices; `reader` is a warm process, where one was started ahead.

        Files that do not follow the reader neither ask nor keep which part of a file was read last.
        """
        self._known: Choices | Glimpse = glimpse
        self._choices: Choices | None = None
        self._follows_reader = follows_reader
        self._worker = reader or ArticleWorker()
        self._drawer = ArticleWorker(plain=True)
        self._lock = threading.Lock()
        self._is_looking = False

    def use(self, choices: Choices) -> None:
        """Go by the choices of the open table from now on."""
        self._known = self._choices = choices

    def close(self) -> None:
        """End the processes."""
        self._worker.close()
        self._drawer.close()

    def ask_ahead(self, file: SavedFile) -> None:
        """Have a file read now that `read` will be asked for soon; returns at once."""
        self._worker.ask_ahead(file.path, **self._wishes(file))

    def read(self, file: SavedFile) -> Found:
        """The article in a file with the claims that the rules find: the part that is named, else the one read last, else the main one."""
        return self._worker.found(file.path, **self._wishes(file))

    def _wishes(self, file: SavedFile) -> dict[str, Any]:
        digest = None if self._known.is_empty else digest_of(file.path)
        part: int | str | None = file.part
        if part is None and digest and self._follows_reader:
            part = self._known.last_part(digest)
        return {"choices": self._known.of(digest) if digest else {}, "part": part, "password": file.password}

    def claims(self, article: Article, threshold: float | None, attitudes: bool) -> Claims:
        """The tagger's second look at an article that was read."""
        with self._lock:
            self._is_looking = True
        try:
            return self._worker.claims(article, threshold, attitudes)
        finally:
            with self._lock:
                self._is_looking = False

    def stop_claims(self) -> None:
        """End a call of `claims` in another thread, which raises ArticleError; nothing happens where there is none."""
        with self._lock:
            if self._is_looking:
                self._worker.kill()

    def keep_part(self, file: SavedFile, article: Article) -> None:
        """Remember that this part was read last. Raises StoreError."""
        part, choices = part_key(article.parts, article.part), self._choices
        if choices is None or not self._follows_reader or not article.parts or (choices.is_empty and not part):
            return
        if digest := digest_of(file.path):
            choices.keep_last_part(digest, part)

    def blocks(self, file: SavedFile) -> tuple[PageBlock, ...]:
        """All blocks of the page in a file that was read."""
        return self._worker.blocks(file.path, **self._wishes(file))

    def choose(self, file: SavedFile, part: str, choice: BlockChoice) -> Found:
        """The article with other blocks, which are remembered once they could be read. Raises StoreError when they cannot be.

        `part` is the `part_key` of the article.
        """
        found = self._worker.found(file.path, choices={part: choice}, part=file.part, password=file.password)
        digest = digest_of(file.path)
        if digest is None:
            raise StoreError("What belongs to this article cannot be remembered: its file is gone.", "Open the article again.")
        if self._choices is None:
            raise StoreError("What belongs to this article cannot be remembered: no table is open.")
        self._choices.keep(digest, part, choice)
        return found

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages of a PDF with the places of its article's text. Pages have a process of their own: reading does not hold them up."""
        return self._drawer.print(file.path, file.password, text)

    def picture(self, file: SavedFile, number: int, scale: float) -> PagePicture:
        """A page of a PDF as a picture."""
        return self._drawer.picture(file.path, file.password, number, scale)
