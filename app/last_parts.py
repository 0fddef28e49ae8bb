"""Which part of a saved file was read last, so that it is opened again next time."""

from pathlib import Path

from app.kept import Kept


def _key(row: object) -> str:
    if not isinstance(row, str):
        raise TypeError(row)
    return row


class LastParts:
    """The keys of the parts read last, by the SHA-256 of the file; nothing for a file whose main part it is."""

    def __init__(self, path: Path) -> None:
        self._kept = Kept(path, "Which part of this file you read", _key, str)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to look up, so that files need not be hashed."""
        return not self._kept.rows

    def of(self, digest: str) -> str | None:
        """The key of the part read last in a file; None for the main one."""
        return self._kept.rows.get(digest)

    def keep(self, digest: str, part: str) -> None:
        """Remember a part by its `part_key`. Raises StoreError when it cannot be written."""
        if self._kept.rows.get(digest, "") != part:
            self._kept.keep(digest, part or None)
