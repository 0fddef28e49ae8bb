"""What the reader said about single saved files: JSON files beside the database, by the SHA-256 of the saved file."""

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Generic, TypeVar

from app.atomic import write_atomically
from credibility.articles.saved_file import open_saved
from credibility.model import ArticleError, StoreError

Row = TypeVar("Row")


class Kept(Generic[Row]):
    """Rows by key, read when first asked for. An unreadable file counts as empty until something new is kept."""

    def __init__(self, path: Path, what: str, read: Callable[[Any], Row], write: Callable[[Row], object]) -> None:
        """`what` begins the sentence that says it cannot be remembered; `read` raises ValueError, TypeError or KeyError for no row."""
        self._path = path
        self._what = what
        self._read_row = read
        self._write_row = write
        self._rows: Mapping[str, Row] | None = None

    @property
    def rows(self) -> Mapping[str, Row]:
        """What is kept."""
        if self._rows is None:
            self._rows = self._read()
        return self._rows

    def keep(self, key: str, row: Row | None) -> None:
        """Keep a row, or forget it when there is none. Raises StoreError when it cannot be written; what was kept stays then."""
        rows = {each: kept for each, kept in {**self.rows, key: row}.items() if kept is not None}
        written = {each: self._write_row(kept) for each, kept in rows.items()}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(written, indent=1).encode())
        except OSError as error:
            raise StoreError(
                f"{self._what} cannot be remembered: {error.strerror}.", "Check the permissions of the data folder."
            ) from error
        self._rows = rows

    def _read(self) -> dict[str, Row]:
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(key): self._read_row(row) for key, row in rows.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return {}


def digest_of(article: Path) -> str | None:
    """The SHA-256 of a saved file; None for what is no ordinary file, is too large to be an article, or cannot be read."""
    try:
        with open_saved(article) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ArticleError):
        return None
