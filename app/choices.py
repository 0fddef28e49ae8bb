"""What the reader said about the extent of single articles, for each part of a saved file apart."""

from pathlib import Path

from app.kept import Kept
from credibility.model import BlockChoice


class Choices:
    """The choices kept. A file's key is its SHA-256; behind it "#" and the part's key for all but the main part."""

    def __init__(self, path: Path) -> None:
        self._kept = Kept(
            path,
            "What belongs to this article",
            lambda row: BlockChoice(frozenset(row["added"]), frozenset(row["dropped"])),
            lambda choice: {"added": sorted(choice.added), "dropped": sorted(choice.dropped)},
        )

    @property
    def is_empty(self) -> bool:
        """Whether nothing was chosen for any file, so that files need not be hashed to ask for it."""
        return not self._kept.rows

    def of(self, digest: str) -> dict[str, BlockChoice]:
        """What was chosen for a saved file, by `part_key`."""
        keys = ((key, key.partition("#")) for key in self._kept.rows)
        return {part: self._kept.rows[key] for key, (file, _, part) in keys if file == digest}

    def keep(self, digest: str, part: str, choice: BlockChoice) -> None:
        """Remember a choice for a part of a saved file; an empty one is forgotten. Raises StoreError when it cannot be written."""
        self._kept.keep(f"{digest}#{part}" if part else digest, None if choice.is_empty else choice)
