"""What each decision of extraction is worth: its passes and its bare constants, over all shared pages at once, by sites.

    python -m tests.bench.decisions [--every 5] [--constants] [--folds 5] [--only NAME]

Every pass of the selection is left out in turn; with `--constants`, every number of the modules is removed (made 0) and doubled. A page's
score is the share of its gold that is right: the F1 of its words (`tests.bench.suites`), for mastheads the share of title, author, day and
first words. Pages of one site are always in the same fold, and each row shows the change per fold: a decision that helps in one fold alone
was made for a site. A row says how many pages are better and worse too: a number that changes none costs nothing when it goes.
"""

import argparse
import importlib
import json
import pkgutil
import re
import statistics
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from types import ModuleType
from typing import Any
from urllib.parse import urlsplit

from credibility.articles import detours, extraction, masthead
from credibility.articles.extract import extract
from credibility.articles.extraction import selection, webpage
from credibility.articles.extraction.dom import Element
from credibility.floor.sites import site_of_host
from credibility.model import Article, ArticleError, SavedPage
from tests.bench.suites import SUITES, Shared, scored_words
from tests.bench.suites import cases as shared_cases

Known = dict[tuple[int, int, bool], list[tuple[str, ...]]]
PACKAGES = (extraction, masthead, detours)


@dataclass(frozen=True, slots=True)
class Weighed:
    """A page with what it must be: `score` gives a share from 0 to 1."""

    site: str
    page: SavedPage
    score: Callable[[Article], float]


def cases(every: int) -> list[Weighed]:
    """Every n-th page of each collection."""
    gold = json.loads((SUITES / "mastheads" / "gold.json").read_text("utf8"))
    found = []
    for case in shared_cases(every):
        collection, _, name = case.key.partition("/")
        score = partial(_masthead, gold[name]) if collection == "mastheads" else partial(_words, case)
        found.append(Weighed(_site(case, collection, name), case.page, score))
    return found


def _site(case: Shared, collection: str, name: str) -> str:
    if collection in ("chunks", "mastheads", "mozilla"):
        return re.split(r"[-/]|\.html", name)[0]
    return site_of_host(urlsplit(case.page.url or "").netloc)


def _words(case: Shared, article: Article) -> float:
    assert case.words is not None
    return case.words(scored_words(case.key, article))


def _bare(text: str | None) -> str:
    return re.sub(r"\W+", " ", text or "").strip().lower()


def _masthead(gold: dict[str, str], article: Article) -> float:
    """The share of what the gold tells that is right, as `score_suites.py` counts it (a day's difference is allowed)."""
    marks = []
    if "title" in gold:
        title, wanted = _bare(article.title), _bare(gold["title"])
        marks.append(bool(title) and (title in wanted or wanted in title))
    if "author" in gold:
        names = set(_bare(gold["author"]).split())
        marks.append(len(names & set(_bare(article.byline).split())) >= 0.6 * len(names))
    if "date_published" in gold:
        marks.append(article.published is not None and article.published.isoformat()[:10] == gold["date_published"][:10])
    if "first" in gold:
        marks.append(" ".join(_bare(gold["first"]).split()[2:10]) in _bare(article.text))
    return sum(marks) / max(1, len(marks))


def scores(sample: Sequence[Weighed], known: Known) -> list[float]:
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
                found.append(case.score(extract(case.page)))
            except (ArticleError, ValueError, ArithmeticError, IndexError, TypeError):
                found.append(0.0)
    return found


def by_fold(sample: Sequence[Weighed], values: Sequence[float], folds: int) -> list[float]:
    """The mean of each fold; all pages of a site are in one."""
    parts: list[list[float]] = [[] for _ in range(folds)]
    for case, value in zip(sample, values, strict=True):
        parts[zlib.crc32(case.site.encode()) % folds].append(value)
    return [statistics.mean(part) if part else 0.0 for part in parts]


def _modules() -> list[ModuleType]:
    return [importlib.import_module(f"{room.__name__}.{found.name}") for room in PACKAGES for found in pkgutil.iter_modules(room.__path__)]


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
    parser.add_argument("--every", type=int, default=5, help="every n-th page of each collection")
    parser.add_argument("--only", default="", help="only what has this in its name")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--constants", action="store_true")
    options = parser.parse_args()
    sample = cases(options.every)
    known: Known = {}
    base = scores(sample, known)
    print(
        f"{len(sample)} pages, mean {statistics.mean(base):.4f}, by fold", *(f"{part:.4f}" for part in by_fold(sample, base, options.folds))
    )

    def show(what: str) -> None:
        if options.only not in what:
            return
        change = [value - old for value, old in zip(scores(sample, known), base, strict=True)]
        parts = by_fold(sample, change, options.folds)
        sides = f"{sum(part > 0 for part in change)} better, {sum(part < 0 for part in change)} worse"
        print(f"{what:44} {statistics.mean(change):+.4f}  ", *(f"{part:+.4f}" for part in parts), f"  {sides}", flush=True)

    for each in tuple(selection._PASSES):
        with changed([selection], "_PASSES", tuple(other for other in selection._PASSES if other is not each)):
            show(f"without {each.__name__.lstrip('_')}")
    for place, holders, value in constants() if options.constants else ():
        for label, other in (("removed", type(value)(0)), ("doubled", type(value)(value * 2))):
            with changed(holders, place.rpartition(".")[2], other):
                show(f"{place} = {value} {label}")


if __name__ == "__main__":
    main()
