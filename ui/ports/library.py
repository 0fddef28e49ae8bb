"""What the library's window asks of the workspace; `app.kept.library` fulfils it. Every method may be called off the GUI thread."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from credibility.floor.progress import Progress
from credibility.model.library import LibraryPage, LibraryQuery, Shelved, TakenIn, WhoCitesWhom


class LibraryPort(Protocol):
    """What was opened. Raises StoreError where the library cannot be read or written, and changes nothing then."""

    @property
    def remembers(self) -> bool:
        """Whether what is read is remembered (the setting `remember`)."""
        ...

    def search(self, query: LibraryQuery, offset: int = 0) -> LibraryPage:
        """One page of the articles that match, the best first, else those read last."""
        ...

    def who_cites_whom(self) -> tuple[WhoCitesWhom, ...]:
        """Publishers and the outlets that they cite in the articles of the library, those with the most claims first."""
        ...

    def holds(self, fingerprint: str) -> bool:
        """Whether an article is in the library."""
        ...

    def place(self, fingerprint: str) -> int:
        """The code point at the top of the page when an article was left; 0 for one that is not in the library."""
        ...

    def keep_place(self, fingerprint: str, offset: int) -> None:
        """Remember where an article was left, if it is in the library."""
        ...

    def find_again(self, number: int, folder: Path | None = None) -> Path | None:
        """Look for an article's file by its content, in a folder or wherever files of the library were. None when it is not found."""
        ...

    def set_tags(self, number: int, tags: tuple[str, ...]) -> None:
        """Give an article these tags and no others."""
        ...

    def take_in(self, paths: Sequence[Path], progress: Progress) -> TakenIn:
        """Read the articles in files and folders into the library, as not read yet. Raises ExportError when cancelled."""
        ...

    def forget(self, rows: Sequence[Shelved] | None = None) -> None:
        """Remove these articles, or all, from the library and from every backup. Cannot be undone."""
        ...
