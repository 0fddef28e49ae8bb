"""Record in the library what is read. Nothing here stops the reading: what fails is said in a notice."""

from pathlib import Path

from app.files.pasted import keep_pasted, remove_pasted
from app.files.saved_files import SavedFile, SavedFiles
from app.kept.library import ReadersLibrary
from credibility.floor.language import said
from credibility.model import Article, Reading, StoreError
from credibility.model.library import PastedArticle


class Recording:
    """Puts articles into the library as they are opened, and what changes about them."""

    def __init__(self, library: ReadersLibrary, files: SavedFiles) -> None:
        """Without `files.follows_reader` nothing is recorded."""
        self._library, self._files = library, files
        self._last: tuple[object, ...] = ()
        self._passing: list[Path] = []  # pasted while reading is not remembered
        self.trouble: str | None = None
        """A sentence on what could not be recorded, if something could not."""

    def opened(self, reading: Reading, file: SavedFile) -> Reading:
        """Record an article that has just been opened; returns it."""
        self._last = ()
        return self._record(reading, file, is_new=True)

    def changed(self, reading: Reading, file: SavedFile) -> Reading:
        """Record what changed about an open article; returns it."""
        return self._record(reading, file, is_new=False)

    def keep_part(self, file: SavedFile, article: Article) -> None:
        """Store which part of the file is read, if reading is remembered."""
        if not self._library.remembers:
            return
        try:
            self._files.keep_part(file, article)
        except StoreError as error:
            self.trouble = said("Which part of this file you read cannot be remembered. {error}", error=str(error))

    def keep_pasted(self, pasted: PastedArticle, folder: Path) -> Path:
        """Keep pasted text as a file in `folder`, until `forget_passing` if reading is not remembered. Raises ArticleError."""
        path = keep_pasted(pasted, folder)
        if not self._library.remembers:
            self._passing.append(path)
        return path

    def forget_passing(self) -> None:
        """Remove what was pasted while reading was not remembered."""
        for path in self._passing:
            remove_pasted(path)

    def _record(self, reading: Reading, file: SavedFile, *, is_new: bool) -> Reading:
        now = (reading.article.fingerprint, file.path, reading.tally, len(reading.rejected))
        if self._last == now or not self._files.follows_reader:
            return reading
        try:
            if is_new:
                self._library.record(reading, file)
            else:
                self._library.recount(reading)
        except StoreError as error:
            self.trouble = str(error)
        else:
            self._last = now
        return reading
