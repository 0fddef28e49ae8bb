"""The library of the tests' window: the real shelf, in memory; files are looked for nowhere and read from nowhere."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from credibility.floor.progress import Progress
from credibility.library.shelf import Shelf
from credibility.model import ExportError
from credibility.model.library import Arrival, LibraryPage, LibraryQuery, Shelved, TakenIn, WhoCitesWhom


class FakeLibrary:
    def __init__(self, settings: Any) -> None:
        self.shelf = Shelf.in_memory()
        self._settings = settings
        self.moved_to: Path | None = None
        self.taken: list[Path] = []
        self.is_full = False

    @property
    def remembers(self) -> bool:
        return bool(self._settings.get("remember"))

    def search(self, query: LibraryQuery, offset: int = 0) -> LibraryPage:
        return self.shelf.search(query, offset)

    def who_cites_whom(self) -> tuple[WhoCitesWhom, ...]:
        return self.shelf.who_cites_whom()

    def holds(self, fingerprint: str) -> bool:
        return self.shelf.of(fingerprint) is not None

    def place(self, fingerprint: str) -> int:
        return self.shelf.place(fingerprint)

    def keep_place(self, fingerprint: str, offset: int) -> None:
        self.shelf.keep_place(fingerprint, offset)

    def find_again(self, number: int, folder: Path | None = None) -> Path | None:
        if self.moved_to is not None:
            ((digest, _),) = self.shelf.digests_of(number)
            self.shelf.moved(digest, self.moved_to)
        return self.moved_to

    def set_tags(self, number: int, tags: tuple[str, ...]) -> None:
        self.shelf.set_tags(number, tags)

    def take_in(self, paths: Sequence[Path], progress: Progress) -> TakenIn:
        if not progress(0.5, "Reading a.html"):
            raise ExportError("Cancelled: 0 articles were added.", "Drop the folder again to go on.")
        self.taken += paths
        self.shelf.record(Arrival("taken", "Taken in", "words", path=Path("/taken.html")), opened=False)
        return TakenIn(1, 2, ("odd.pdf: It is damaged.",))

    def forget(self, rows: Sequence[Shelved] | None = None) -> None:
        self.shelf.forget(None if rows is None else [row.fingerprint for row in rows])
