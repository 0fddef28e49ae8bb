"""Figures of the library: a search among 1,000 articles, from the last letter to the list. Run: python -m tests.bench.library"""

import os
import random
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication

from credibility.library.shelf import Shelf
from credibility.model import Role
from credibility.model.library import Arrival, Group, LibraryQuery
from tests.bench.window import milliseconds
from tests.ui.fake_workspace import FakeWorkspace
from ui.window import MainWindow

ARTICLES, LENGTH = 1000, 900
WORDS = ("ferry", "second ferry", "counc", "s", "th", '"next week on"', "harbour mayor bridge")
BEGINNINGS = [
    "council",
    "ferry",
    "harbour",
    "mayor",
    "bridge",
    "church",
    "summer",
    "queue",
    "vote",
    "week",
    "report",
    "said",
    "that",
    "the",
    "of",
    "in",
    "a",
    "to",
    "on",
    "and",
    "is",
    "was",
    "his",
    "it",
]


def vocabulary() -> tuple[list[str], list[float]]:
    """Words as frequent as in prose: the n-th of them as often as 1/n."""
    syllables = ["ma", "ter", "so", "lin", "qua", "re", "thi", "ka", "no", "pel", "dor", "ga"]
    made = [*BEGINNINGS, *("".join(random.choices(syllables, k=random.randint(1, 4))) for _ in range(12_000))]
    random.shuffle(made)
    return made, [1 / (place + 1) for place in range(len(made))]


def fill(shelf: Shelf, folder: Path, count: int) -> float:
    """Put articles in; seconds for each."""
    words, weights = vocabulary()
    start = perf_counter()
    for number in range(count):
        text = (
            ". ".join(" ".join(random.choices(words, weights, k=15)) for _ in range(LENGTH // 15)) + " a second ferry next week on a quay"
        )
        cites = tuple((f"{each}.com", f"Outlet {each}", 2) for each in random.sample(range(120), 5))
        made = Arrival(
            f"f{number}",
            f"Title {number} {random.choice(words)}",
            text,
            f"Publisher {number % 60}",
            path=folder / f"{number}.html",
            digest=str(number),
            claims=9,
            anonymous=number % 3,
            roles=((Role.HIGH, 4), (Role.PERSON, 5)),
            cites=cites,
        )
        shelf.record(made)
    return (perf_counter() - start) / count


def main() -> None:
    random.seed(7)
    application = QApplication([])
    with TemporaryDirectory() as folder:
        shelf = Shelf.open(Path(folder) / "library.db")
        each = fill(shelf, Path(folder), ARTICLES)
        size = (Path(folder) / "library.db").stat().st_size / 1_000_000
        print(f"{ARTICLES} articles of {LENGTH} words: {size:.1f} MB, {each * 1000:.1f} ms to put one in (text made included)")
        workspace = FakeWorkspace()
        workspace.library.shelf = shelf
        window = MainWindow(workspace)
        window.commands["library"].trigger()
        library = window.library.window
        assert library
        for words in ("", *WORDS):
            query = LibraryQuery(words)

            def show(query: LibraryQuery = query) -> None:
                library._show(query)
                library.list.viewport().repaint()
                library.facets.viewport().repaint()

            asked = milliseconds(lambda query=query: shelf.search(query), 9)
            shown = milliseconds(show, 9)
            total = shelf.search(query).total
            print(f"{words or '(nothing)':24} {total:5} found: search {asked:6.1f} ms, with list and filters painted {shown:6.1f} ms")
        filtered = LibraryQuery("ferry", frozenset({(Group.CITES, "7.com"), (Group.HOLDS, "anonymous")}))
        asked = milliseconds(lambda: shelf.search(filtered), 9)
        print(f"{'ferry, two filters':24} {shelf.search(filtered).total:5} found: search {asked:6.1f} ms")
        start = perf_counter()
        shelf.forget(["f7"])
        print(f"forget one article: {(perf_counter() - start) * 1000:.0f} ms")
        window.close()
    application.quit()


if __name__ == "__main__":
    main()
