"""Read saved files in a separate process, with the reader's choices of what belongs to the article."""

import hashlib
import threading
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from credibility.articles.kinds.sniff import SNIFFED, sniff
from credibility.articles.saved_file import open_saved
from credibility.floor.language import said
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
    """A file on disk and its password, if it needs one; the password is kept in memory only while the file is open.

    `part` is the index of the part that is read, None until one has been.
    """

    path: Path
    password: str | None = field(default=None, repr=False)
    part: int | None = None

    @cached_property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, by its first bytes; False if it cannot be read."""
        try:
            with open_saved(self.path) as file:
                return sniff(file.read(SNIFFED), self.path.suffix.lower()) is Container.PDF
        except (OSError, ArticleError):
            return False


def digest_of(article: Path) -> str | None:
    """The SHA-256 of a saved file; None if it is not a regular file, is too large for an article, or cannot be read."""
    try:
        with open_saved(article) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ArticleError):
        return None


class SavedFiles:
    """Reads one file at a time. Every method may raise ArticleError and should be called off the GUI thread.

    Call reading methods from one thread at a time; drawing methods may run at the same time, from any thread.
    """

    def __init__(self, glimpse: Glimpse, reader: ArticleWorker | None = None, *, follows_reader: bool = True) -> None:
        """`glimpse` is used until `use` provides the open table's choices; `reader` is a process started in advance, if any.

        Without `follows_reader`, the part of a file read last is neither looked up nor stored.
        """
        self._known: Choices | Glimpse = glimpse
        self._choices: Choices | None = None
        self.follows_reader = follows_reader
        self._worker = reader or ArticleWorker()
        self._drawer = ArticleWorker(plain=True)
        self._aside = ArticleWorker()
        self._lock = threading.Lock()
        self._drawing = threading.Lock()  # an export looks for the words while the window draws pages
        self._is_looking = False

    def use(self, choices: Choices) -> None:
        """Use the choices of the open table from now on."""
        self._known = self._choices = choices

    def close(self) -> None:
        """End the processes."""
        self._worker.close()
        self._drawer.close()
        self._aside.close()

    def ask_ahead(self, file: SavedFile) -> None:
        """Start reading a file for a later call of `read`; returns immediately."""
        self._worker.ask_ahead(file.path, **self._wishes(file))

    def read(self, file: SavedFile) -> Found:
        """The article in a file, with the claims the rules find: the part asked for, else the one read last, else the main one."""
        return self._worker.found(file.path, **self._wishes(file))

    def read_aside(self, file: SavedFile) -> Found:
        """As `read`, in a process of its own, so that the article on screen never waits for a folder that is read."""
        return self._aside.found(file.path, **self._wishes(file))

    def _wishes(self, file: SavedFile) -> dict[str, Any]:
        digest = None if self._known.is_empty else digest_of(file.path)
        part: int | str | None = file.part
        if part is None and digest and self.follows_reader:
            part = self._known.last_part(digest)
        return {"choices": self._known.of(digest) if digest else {}, "part": part, "password": file.password}

    def claims(self, article: Article, threshold: float | None, attitudes: bool) -> Claims:
        """The claims of an article that was read, by rules and tagger."""
        with self._lock:
            self._is_looking = True
        try:
            return self._worker.claims(article, threshold, attitudes)
        finally:
            with self._lock:
                self._is_looking = False

    def stop_claims(self) -> None:
        """Abort a call of `claims` in another thread, if there is one; it then raises ArticleError."""
        with self._lock:
            if self._is_looking:
                self._worker.kill()

    def keep_part(self, file: SavedFile, article: Article) -> None:
        """Store that this part was read last. Raises StoreError."""
        part, choices = part_key(article.parts, article.part), self._choices
        if choices is None or not self.follows_reader or not article.parts or (choices.is_empty and not part):
            return
        if digest := digest_of(file.path):
            choices.keep_last_part(digest, part)

    def blocks(self, file: SavedFile) -> tuple[PageBlock, ...]:
        """All blocks of the page in a file that was read."""
        return self._worker.blocks(file.path, **self._wishes(file))

    def choose(self, file: SavedFile, part: str, choice: BlockChoice) -> Found:
        """The article with other blocks; the choice is stored once the file has been read with it. Raises StoreError if it cannot be.

        `part` is the `part_key` of the article.
        """
        found = self._worker.found(file.path, choices={part: choice}, part=file.part, password=file.password)
        digest = digest_of(file.path)
        if digest is None:
            raise StoreError(
                said("The choice of what belongs to this article cannot be saved: its file is gone."), said("Open the article again.")
            )
        if self._choices is None:
            raise StoreError(said("The choice of what belongs to this article cannot be saved: no table is open."))
        self._choices.keep(digest, part, choice)
        return found

    def record(self, file: SavedFile) -> str:
        """The reading attached to an exported PDF, as JSON that is not trusted; "" for any other file."""
        return self._worker.record(file.path, file.password) if file.is_pdf else ""

    def print(self, file: SavedFile, text: str) -> Print:
        """The pages of a PDF with the positions of its article's text. A second process reads pages, so they never wait for articles."""
        with self._drawing:
            return self._drawer.print(file.path, file.password, text)

    def picture(self, file: SavedFile, number: int, scale: float) -> PagePicture:
        """A page of a PDF as a picture."""
        with self._drawing:
            return self._drawer.picture(file.path, file.password, number, scale)

    def origin(self, file: SavedFile) -> str:
        """What is known of a PDF before it is copied, as `copying.origin_of` returns it."""
        with self._drawing:
            return self._drawer.origin(file.path, file.password)

    def copy(self, file: SavedFile, order: bytes) -> bytes:
        """A PDF copied with the marks of an encoded order."""
        with self._drawing:
            return self._drawer.copy(file.path, file.password, order)
