"""Our extraction beside three libraries over every shared page at once: `bench/pages`, `suites/chunks` and `suites/mastheads`.

    python -m tests.bench.suites [--only ours] [--every 1] [--out FILE] [--behind] [--details]

Each page is read once by each, in turn and after a warm-up; times are of the processor. Prints what the two scorers beside the pages say,
the median time, and how many pages are more than .10 of F1 behind the best of the libraries; `--behind` names them, `--details` what the
suites missed. "words" is the F1 of a page's words: 4-grams of its gold, or for chunks the words that must and must not be there.
"""

import argparse
import importlib.util
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, ArticleError, Container, SavedPage
from tests.bench.extraction import ENGINES, PAGES, Result, _trafilatura_html, as_html, running_text, scorer
from tests.bench.material import BENCH

SUITES = BENCH / "suites"
FAR = 0.10
COLLECTIONS = ("scrapinghub", "fundus", "mozilla", "chunks", "mastheads")


@dataclass(frozen=True, slots=True)
class Shared:
    """A shared page; `words` gives the F1 of a text from 0 to 1, None where the page's gold says nothing of its text."""

    key: str
    page: SavedPage
    words: Callable[[str], float] | None


def cases(every: int = 1) -> list[Shared]:
    """Every n-th page of each collection."""
    return [
        case for collection in (_pages, partial(_suite, "chunks"), partial(_suite, "mastheads")) for case in list(collection())[::every]
    ]


def _pages() -> Iterator[Shared]:
    scoring = scorer(PAGES)
    for key, told in scoring.pages().items():
        page = SavedPage(told["file"], Container.HTML, scoring.source(told), "utf-8", "", told["url"], "bench")
        gold = told.get("gold") or _expected(scoring, told["expected"])
        yield Shared(key, page, partial(_bag if key.startswith("mozilla/") else _overlap, scoring, gold))


def _expected(scoring: ModuleType, file: str) -> str:
    return str(scoring._walk(scoring.parse((PAGES / file).read_text("utf8"))))


def _suite(name: str) -> Iterator[Shared]:
    for page, gold in json.loads((SUITES / name / "gold.json").read_text("utf8")).items():
        loaded = load_page(SUITES / name / "html" / f"{page}.gz")
        yield Shared(f"{name}/{page}", loaded, partial(_chunks, gold["with"], gold["without"]) if name == "chunks" else None)


def _overlap(scoring: ModuleType, gold: str, text: str) -> float:
    return _f1(scoring.shingles(gold), scoring.shingles(text))


def _bag(scoring: ModuleType, gold: str, text: str) -> float:
    return _f1(Counter(scoring.tokens(gold)), Counter(scoring.tokens(text)))


def _f1(gold: Counter[Any], got: Counter[Any]) -> float:
    return 2 * (gold & got).total() / max(1, gold.total() + got.total())


def _chunks(wanted: Sequence[str], unwanted: Sequence[str], text: str) -> float:
    """2 TP / (2 TP + FP + FN) of a page's few words; a page of which nothing is wanted counts as right where nothing unwanted is kept."""
    whole = " ".join(text.split())
    kept, noise = (sum(" ".join(words.split()) in whole for words in side) for side in (wanted, unwanted))
    return 2 * kept / max(1, kept + len(wanted) + noise)


def scored_words(key: str, article: Article) -> str:
    """What is scored of our article: the captions too, except where the gold of whole pages has none; for chunks with the title."""
    text = article.text if key.startswith(("chunks/", "mastheads/")) else running_text(article)
    return f"{article.title}\n{text}" if key.startswith("chunks/") else text


def _ours(page: SavedPage) -> Result:
    try:
        article = extract(page)
    except ArticleError:
        return {"text": "", "html": ""}
    published = article.published.isoformat() if article.published else None
    return {"article": article, "title": article.title, "byline": article.byline, "published": published, "authors": article.byline}


def _shown(result: Result, key: str) -> Result:
    """Our result with its text and HTML: without captions where the gold of a page's text has none."""
    article = result.pop("article", None)
    if article is None:
        return result
    return result | {"text": article.text if key.startswith(("chunks/", "mastheads/")) else running_text(article), "html": as_html(article)}


def _trafilatura(page: SavedPage) -> Result:
    import trafilatura  # noqa: PLC0415 - each engine only when it runs

    found = trafilatura.bare_extraction(page.markup, url=page.url, include_comments=False, with_metadata=True)
    return {} if found is None else {"text": found.text, "title": found.title, "byline": found.author, "published": found.date}


def _readability(page: SavedPage) -> Result:
    from readability import Document  # noqa: PLC0415

    document = Document(page.markup, url=page.url or "")
    return {"html": document.summary(html_partial=True), "title": document.short_title()}


def engines() -> dict[str, Callable[[SavedPage], Result]]:
    """Ours and the libraries that are installed; trafilatura with its metadata."""
    wanted = {"ours": _ours, "trafilatura": _trafilatura, "readability-lxml": _readability, "resiliparse": ENGINES["resiliparse"][1]}
    modules = {name: ENGINES[name][0] for name in wanted}
    return {name: engine for name, engine in wanted.items() if (module := modules[name]) is None or importlib.util.find_spec(module)}


def run(chosen: Sequence[Shared], names: Sequence[str]) -> dict[str, dict[str, Result]]:
    """Results of each engine, page by page in turn, each page beginning with another one; the first few pages are a warm-up."""
    found, scoring = engines(), scorer(PAGES)
    results: dict[str, dict[str, Result]] = {name: {} for name in names}
    for number, case in enumerate([*chosen[:3], *chosen]):
        for place in range(len(names)):
            name = names[(number + place) % len(names)]
            begun = time.process_time()
            result = found[name](case.page)
            spent = (time.process_time() - begun) * 1000
            if name == "ours":
                result = _shown(result, case.key)
            elif name == "trafilatura" and not case.key.startswith(("chunks/", "mastheads/")):
                result = result | {"html": _trafilatura_html(case.page.markup, case.page.url or "")["html"]}
            if not result.get("text") and result.get("html"):
                result = result | {"text": str(scoring._walk(scoring.parse(result["html"])))}
            results[name][case.key] = result | {"ms": spent}
    return results


def behind(chosen: Sequence[Shared], results: dict[str, dict[str, Result]]) -> list[tuple[float, str, dict[str, float]]]:
    """The pages on which ours is far behind the best, the farthest first."""
    found = []
    for case in chosen:
        if case.words is not None:
            each = {name: case.words(_scored(case, result[case.key])) for name, result in results.items()}
            best = max(score for name, score in each.items() if name != "ours")
            if best - each["ours"] > FAR:
                found.append((best - each["ours"], case.key, each))
    return sorted(found, reverse=True)


def _scored(case: Shared, result: Result) -> str:
    """Title and text count together for chunks, as in its own scorer."""
    return f"{result.get('title') or ''}\n{result.get('text') or ''}" if case.key.startswith("chunks/") else result.get("text") or ""


def _suites_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_suites", SUITES / "score_suites.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score_suites.py in {SUITES}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def figures(results: dict[str, Result]) -> tuple[list[str], dict[str, Any]]:
    """The lines of one engine, and what it missed in the suites."""
    pages = scorer(PAGES).score({key: result for key, result in results.items() if not key.startswith(("chunks/", "mastheads/"))})
    suites, missed = _suites_scorer().score(SUITES, results)
    lines = [
        f"{name} { {key: value for key, value in row.items() if key != 'lost_pages'} }"
        for name, row in (pages | suites).items()
        if name != "ms"
    ]
    times = {name: [row["ms"] for key, row in results.items() if key.startswith(f"{name}/")] for name in COLLECTIONS}
    every = sorted(spent for each in times.values() for spent in each)
    medians = " ".join(f"{name} {statistics.median(each):.1f}" for name, each in times.items() if each)
    return [
        *lines,
        f"ms median {statistics.median(every):.1f} p95 {every[int(len(every) * 0.95)]:.1f} worst {every[-1]:.0f} | {medians}",
    ], missed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=ENGINES)
    parser.add_argument(
        "--every", type=int, default=1, help="every n-th page of each collection (figures of a part are no figures of the suites)"
    )
    parser.add_argument("--out", type=Path, help="file to write the predictions to")
    parser.add_argument("--behind", action="store_true")
    parser.add_argument("--details", action="store_true")
    options = parser.parse_args()
    chosen = cases(options.every)
    names = [name for name in engines() if options.only in (None, name)]
    results = run(chosen, names)
    for name in names:
        lines, missed = figures(results[name])
        print(name, *lines, sep="\n   ")
        for page, what in missed.items() if options.details and name == "ours" else ():
            print("      ", page, json.dumps(what, ensure_ascii=False))
    if len(names) > 1:
        far = behind(chosen, results)
        print(f"more than {FAR} behind the best: {len(far)}", Counter(key.partition("/")[0] for _, key, _ in far))
        for distance, key, each in far if options.behind else ():
            print(f"   {distance:.2f} {key}", *(f"{name} {score:.2f}" for name, score in each.items()))
    if options.out:
        options.out.write_text(json.dumps(results), "utf8")


if __name__ == "__main__":
    sys.exit(main())
