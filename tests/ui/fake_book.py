"""A workspace whose every file holds several articles, all of them the one about the bridge under other titles."""

from dataclasses import replace
from pathlib import Path

from credibility.model import ArticleError, BlockChoice, Part, PartKind, Reading
from tests.ui.fake_workspace import FakeWorkspace

TITLES = ("The ferry", "The bridge that nobody repaired", "Fog over the harbour", "A car park", "The ferry comes back")
CHAPTERS = tuple(Part(title, f"k{n}", kind=PartKind.CHAPTER, main=n == 1) for n, title in enumerate(TITLES))
PAGES = tuple(Part(title, f"k{n}", f"https://news.example/{n}/page", main=n == 1) for n, title in enumerate(TITLES))


class FakeBook(FakeWorkspace):
    """Opens chapter 2 until another was read. `unreadable` parts hold no article."""

    def __init__(self, parts: tuple[Part, ...] = CHAPTERS) -> None:
        super().__init__()
        self.parts = parts
        self.last = 1
        self.asked: list[int | None] = []
        self.unreadable: frozenset[int] = frozenset()

    def open_article(self, path: Path, password: str | None = None, part: int | None = None, place: int | None = None) -> Reading:
        self.asked.append(part)
        if part in self.unreadable:
            raise ArticleError("No article was found in this file.", "Open the page it came from and save it again.")
        reading = super().open_article(path, password)
        if not self.parts:
            return reading
        self.last = self.last if part is None else part
        return self._as_part(reading)

    def choose_blocks(self, choice: BlockChoice, place: int | None = None) -> Reading:
        return self._as_part(super().choose_blocks(choice, place))

    def _as_part(self, reading: Reading) -> Reading:
        article = replace(reading.article, title=self.parts[self.last].title, parts=self.parts, part=self.last)
        self._reading = replace(reading, article=article)
        return self._reading
