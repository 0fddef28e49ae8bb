"""The table of `make bench`: what is wanted, what a peer takes for the same in the same run, and what the program takes.

Peers are in the optional extra `bench`; one that is not installed, or whose model is not, is named as such.
"""

import importlib.util
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path
from statistics import median

from app.files.paths import example_article, read_styles
from credibility.annotations.exports.webpage import write as webpage
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.attribution.detect import detect
from credibility.model import Article, Found, Provenance, Rater, Rating, Scope, Tier
from credibility.outlets.registry import with_ratings
from credibility.pipeline import resolve_outlets, seal
from credibility.sandbox.second_look import load_tagger, second_look
from credibility.sandbox.tasks import lexicon
from tests.bench.attribution import as_article
from tests.bench.extraction import ENGINES, PAGES, run, scorer
from tests.bench.measuring import interleaved, spent
from tests.bench.program import starter_registry
from tests.bench.start import EXAMPLE, one_run
from tests.bench.window import long_reading
from tests.bench.worst_cases import kinds

SOME_PAGES = 60
FRENCH = "Le pont est fermé depuis lundi, a déclaré la mairie. « Il sera rouvert au printemps », a dit Ida Falk au journal. " * 45
BARE = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextBrowser
application = QApplication([])
page = QTextBrowser()
page.setPlainText(open(sys.argv[1], encoding="utf-8", errors="replace").read())
page.show()
page.repaint()
print(time.process_time() * 1000)
"""


@dataclass(frozen=True, slots=True)
class Line:
    """A row: what is measured, what is wanted, the peer with its figure, ours, and what the figures include."""

    what: str
    goal: str
    peer: str
    ours: str
    includes: str


def is_here(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


def named(package: str) -> str:
    return f"{package} {version(package)}"


def ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms"


def claims() -> Iterator[Line]:
    """Claims per 1,000 words, warm and in one thread, beside spaCy's small model where that is installed."""
    article = extract(load_page(example_article()))
    words, registry, styles = lexicon(), starter_registry(), read_styles()
    thousands = len(article.text.split()) / 1000
    load_tagger.cache_clear()
    loading = spent(lambda: load_tagger(1))
    tagger = load_tagger(1)

    def whole(read: Article) -> object:
        detect(read, words)  # what the window shows first
        tagged = tagger(read.text) if tagger else None
        found = Found(read, detect(read, words, False, tagged))
        return seal(resolve_outlets(found, registry), registry, (), styles)

    contenders: dict[str, Callable[[], object]] = {"ours": partial(whole, article), "rules": lambda: detect(article, words)}
    peer = "spaCy's small model: not installed, and not on the package index"
    if is_here("spacy"):
        import spacy  # noqa: PLC0415 - a peer

        if spacy.util.is_package("en_core_web_sm"):
            pipeline = spacy.load("en_core_web_sm")
            contenders["spaCy"] = lambda: pipeline(article.text)
    taken = interleaved(contenders, 3)
    if "spaCy" in taken:
        peer = f"{named('spacy')} small {ms(taken['spaCy'] / thousands)} ({taken['ours'] / taken['spaCy']:.2f} of it)"
    told = (
        f"both passes of rules ({ms(taken['rules'] / thousands)} each), tagger, outlets, sealing; loading the tagger, {ms(loading)}, is not"
    )
    yield Line("claims, English, 1,000 words", "≤ 125 ms, ≤ 0.5 of spaCy small", peer, ms(taken["ours"] / thousands), told)
    foreign = replace(as_article(FRENCH), language="fr")
    other = interleaved({"ours": lambda: second_look(foreign, words)}, 5)["ours"] / (len(FRENCH.split()) / 1000)
    yield Line("claims, another language, 1,000 words", "≤ 30 ms", "–", ms(other), "the second look; the tagger is not loaded for it")


def extraction() -> Iterator[Line]:
    """Saved pages from markup to article, beside the extraction libraries that are installed."""
    if not PAGES.exists():
        yield Line("extraction, median page", "≤ 1.15 of trafilatura", "–", "not measured", "the pages are not beside the project")
        return
    here = [name for name, (module, _) in ENGINES.items() if module is None or is_here(module)]
    results = run(here, scorer(PAGES), SOME_PAGES)
    taken = {name: median(result["ms"] for result in pages.values()) / 1000 for name, pages in results.items()}
    others = [f"{name} {ms(each)}" for name, each in taken.items() if name != "ours"]
    absent = [f"{name}: not installed" for name in ENGINES if name not in here]
    told = f"the first {SOME_PAGES} shared pages, each library once per page, trafilatura with metadata"
    ratio = f", {taken['ours'] / taken['trafilatura']:.2f} of trafilatura"
    yield Line("extraction, median page", "≤ 1.15 of trafilatura", "; ".join((*others, *absent)), ms(taken["ours"]) + ratio, told)


def paper(sizes: Sequence[int]) -> Iterator[Line]:
    """An export beside Typst alone on the same input, and WeasyPrint on the same reading as a web page."""
    for size in sizes:
        command = [sys.executable, "-m", "tests.bench.exporting", str(size)]
        figures = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
        peer = f"Typst alone {ms(figures['Typst alone'])}, {figures['memory of Typst alone']:,} MB"
        if size < 100_000:
            peer += f"; {weasyprint_on(size)}"
        peak = max(figures["memory"], figures["memory of the largest child"])
        told = f"{figures['ratio']:.2f} of Typst alone: laying out, typesetting, marking, attaching; peak memory of the largest process"
        goal = "≤ 2 of Typst alone" if size < 100_000 else "≤ 1.6 of Typst alone, ≤ 350 MB"
        what = f"PDF, {size // 1000:,} KB with {figures['claims']:,} claims"
        yield Line(what, goal, peer, f"{ms(figures['seconds'])}, {peak:,} MB", told)


def weasyprint_on(size: int) -> str:
    """What WeasyPrint takes for the reading as a web page."""
    if not is_here("weasyprint"):
        return "WeasyPrint: not installed"
    import weasyprint  # noqa: PLC0415 - a peer

    page = weasyprint.HTML(string=webpage(long_reading(size), read_styles()).decode())
    return f"{named('weasyprint')} {ms(spent(page.write_pdf))}, without annotations"


def start() -> Iterator[Line]:
    """From the command to the painted article, beside a bare window with the file as text: processor time, which the load moves less."""
    ours, bare = [], []
    with tempfile.TemporaryDirectory() as folder:
        one_run(EXAMPLE, Path(folder))
        for _ in range(5):
            command = [sys.executable, "-c", BARE, str(EXAMPLE)]
            bare.append(float(subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()[-1]))
            ours.append(one_run(EXAMPLE, Path(folder))["  processor time of it"])
    told = f"{min(ours) / min(bare):.1f} of the bare window; the window's process, in turn, the least of five each; starter table"
    yield Line(
        "start to painted article", "≤ 600 ms by the clock", f"bare PySide6 window {min(bare):,.0f} ms", f"{min(ours):,.0f} ms", told
    )


def rerating() -> Iterator[Line]:
    """A new rating of one outlet in a long article, beside sealing it from the start."""
    registry, styles = starter_registry(), read_styles()
    article = kinds(registry)["outlets"](200_000)
    resolved = resolve_outlets(Found(article, detect(article, lexicon())), registry)
    before = seal(resolved, registry, (), styles)
    slug = next(rated.resolution.outlet.slug for rated in before.reading.claims if rated.resolution.outlet)
    rating = Rating(slug, Rater("mine", "My own rating", 0), Tier.of_score(20), 20, Scope(), Provenance())
    after = with_ratings(registry, {slug: (rating,)})
    contenders = {"ours": lambda: seal(resolved, after, (), styles, before), "whole": lambda: seal(resolved, after, (), styles)}
    taken = interleaved(contenders, 5)
    told = f"{len(before.reading.claims):,} claims; without the table's own write"
    yield Line("re-rate one outlet, 200 KB", "≤ 40 ms", f"sealing from the start {ms(taken['whole'])}", ms(taken["ours"]), told)


def lines() -> Iterator[Line]:
    """All rows, each measured when it is asked for."""
    yield from claims()
    yield from extraction()
    yield from paper((20_000, 200_000, 1_000_000))
    yield from start()
    yield from rerating()
