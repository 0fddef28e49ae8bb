"""What each decision of extraction is worth: its passes and its bare constants, over three collections of pages at once, by sites.

    python -m tests.bench.decisions [--sample 120] [--constants] [--folds 5]

Every pass of the selection is left out in turn; with `--constants`, every number of the modules is removed (made 0) and doubled. A page's
score is the share of its gold that is right: words that must and must not be there (`suites/chunks`), or the F1 of its 4-grams
(`pages/scrapinghub`, `pages/fundus`). Pages of one site are always in the same fold, and each row shows the change per fold: a decision
that helps in one fold alone was made for a site. The sample takes every n-th page of each collection, so that it stays the same.
"""

import argparse
import importlib
import json
import pkgutil
import statistics
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from credibility.articles import extraction
from credibility.articles.extract import extract
from credibility.articles.extraction import selection, webpage
from credibility.articles.extraction.dom import Element
from credibility.articles.load import load_page
from credibility.floor.sites import site_of_host
from credibility.model import ArticleError, Container, SavedPage
from tests.bench.extraction import PAGES, scorer
from tests.bench.material import BENCH

Known = dict[tuple[int, int, bool], list[tuple[str, ...]]]


@dataclass(frozen=True, slots=True)
class Case:
    """A page with what its text must be: `score` gives a share from 0 to 1."""

    site: str
    page: SavedPage
    score: Callable[[str], float]


def cases(most: int) -> list[Case]:
    """The sample: every n-th page of what the three collections hold."""
    found = [*_chunks(), *_pages()]
    step = max(1, len(found) // most)
    return found[::step]


def _chunks() -> Iterator[Case]:
    folder = BENCH / "suites" / "chunks"
    for name, gold in json.loads((folder / "gold.json").read_text("utf8")).items():
        page = load_page(folder / "html" / f"{name}.gz")
        yield Case(name.partition("-")[0], page, partial(_share, gold["with"], gold["without"]))


def _share(wanted: list[str], unwanted: list[str], text: str) -> float:
    whole = " ".join(text.split())
    right = [" ".join(words.split()) in whole for words in wanted] + [" ".join(words.split()) not in whole for words in unwanted]
    return sum(right) / max(1, len(right))


def _pages() -> Iterator[Case]:
    scoring = scorer(PAGES)
    for key, told in scoring.pages().items():
        if not key.startswith("mozilla/"):
            page = SavedPage(told["file"], Container.HTML, scoring.source(told), "utf-8", "", told["url"], "bench")
            yield Case(site_of_host(urlsplit(told["url"]).netloc), page, partial(_overlap, scoring, told["gold"]))


def _overlap(scoring: ModuleType, gold: str, text: str) -> float:
    ours, theirs = scoring.shingles(text), scoring.shingles(gold)
    both = sum((ours & theirs).values())
    return float(2 * both / max(1, sum(ours.values()) + sum(theirs.values())))


def scores(sample: Sequence[Case], known: Known) -> list[float]:
    """Each page's score; `known` keeps what trafilatura found, since no decision here changes it for the same tree."""
    original = vars(webpage)["main_lines"]
    found = []
    for number, case in enumerate(sample):

        def lines(root: Element, *, compared: bool = False, number: int = number) -> list[tuple[str, ...]]:
            key = number, sum(1 for _ in root.iter()), compared
            if key not in known:
                known[key] = original(root, compared=compared)
            return known[key]

        with changed([webpage], "main_lines", lines):
            try:
                article = extract(case.page)
                found.append(case.score(f"{article.title}\n{article.text}"))
            except (ArticleError, ValueError, ArithmeticError, IndexError):
                found.append(case.score(""))
    return found


def by_fold(sample: Sequence[Case], values: Sequence[float], folds: int) -> list[float]:
    """The mean of each fold; all pages of a site are in one."""
    parts: list[list[float]] = [[] for _ in range(folds)]
    for case, value in zip(sample, values, strict=True):
        parts[zlib.crc32(case.site.encode()) % folds].append(value)
    return [statistics.mean(part) if part else 0.0 for part in parts]


def _modules() -> list[ModuleType]:
    return [importlib.import_module(f"{extraction.__name__}.{found.name}") for found in pkgutil.iter_modules(extraction.__path__)]


def constants() -> Iterator[tuple[str, list[ModuleType], float]]:
    """The bare numbers of the modules, each with the modules that know it by that name."""
    seen = set()
    for module in _modules():
        for name, value in vars(module).items():
            if name.isupper() and type(value) in (int, float):
                holders = [other for other in _modules() if vars(other).get(name) == value] if not name.startswith("_") else [module]
                place = f"{holders[0].__name__.rpartition('.')[2]}.{name}"
                if place not in seen:
                    seen.add(place)
                    yield place, holders, value


@contextmanager
def changed(holders: Sequence[ModuleType], name: str, value: Any) -> Iterator[None]:
    """What the modules know by that name, with another value."""
    before = [getattr(module, name) for module in holders]
    try:
        for module in holders:
            setattr(module, name, value)
        yield
    finally:
        for module, old in zip(holders, before, strict=True):
            setattr(module, name, old)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=120, help="pages")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--constants", action="store_true")
    options = parser.parse_args()
    sample = cases(options.sample)
    known: Known = {}
    base = scores(sample, known)
    print(
        f"{len(sample)} pages, mean {statistics.mean(base):.4f}, by fold", *(f"{part:.4f}" for part in by_fold(sample, base, options.folds))
    )

    def show(what: str) -> None:
        change = [value - old for value, old in zip(scores(sample, known), base, strict=True)]
        parts = by_fold(sample, change, options.folds)
        print(f"{what:44} {statistics.mean(change):+.4f}  ", *(f"{part:+.4f}" for part in parts), flush=True)

    for each in tuple(selection._PASSES):
        with changed([selection], "_PASSES", tuple(other for other in selection._PASSES if other is not each)):
            show(f"without {each.__name__.lstrip('_')}")
    for place, holders, value in constants() if options.constants else ():
        for label, other in (("removed", type(value)(0)), ("doubled", type(value)(value * 2))):
            with changed(holders, place.rpartition(".")[2], other):
                show(f"{place} = {value} {label}")


if __name__ == "__main__":
    main()
