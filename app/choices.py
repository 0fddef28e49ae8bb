"""What the reader said about the extent of single articles: a JSON file beside the database, by the SHA-256 of the saved file."""

import hashlib
import json
from pathlib import Path

from app.atomic import write_atomically
from credibility.model import BlockChoice, StoreError

NOTHING = BlockChoice()


class Choices:
    """The choices kept, read when first asked for. An unreadable file counts as empty until something new is kept."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept: dict[str, BlockChoice] | None = None

    def of(self, article: Path) -> BlockChoice:
        """What was chosen for a saved file; nothing when it cannot be read. Files are hashed only when there are any choices."""
        if not self._all():
            return NOTHING
        try:
            return self._all().get(_digest(article), NOTHING)
        except OSError:
            return NOTHING

    def keep(self, article: Path, choice: BlockChoice) -> None:
        """Remember a choice for a saved file; an empty one is forgotten. Raises StoreError when it cannot be written."""
        try:
            kept = {**self._all(), _digest(article): choice}
            kept = {digest: each for digest, each in kept.items() if not each.is_empty}
            rows = {digest: {"added": sorted(each.added), "dropped": sorted(each.dropped)} for digest, each in kept.items()}
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(rows, indent=1).encode())
        except OSError as error:
            raise StoreError(
                f"What belongs to this article cannot be remembered: {error.strerror}.", "Check the permissions of the data folder."
            ) from error
        self._kept = kept

    def _all(self) -> dict[str, BlockChoice]:
        if self._kept is None:
            self._kept = self._read()
        return self._kept

    def _read(self) -> dict[str, BlockChoice]:
        try:
            rows = json.loads(self._path.read_text(encoding="utf-8"))
            return {str(digest): BlockChoice(frozenset(row["added"]), frozenset(row["dropped"])) for digest, row in rows.items()}
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return {}


def _digest(article: Path) -> str:
    with article.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
