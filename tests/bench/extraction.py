"""Our extraction beside trafilatura, readability-lxml and resiliparse on saved pages, in one run.

    python -m tests.bench.extraction [PAGES] [--only ours] [--out DIR]

PAGES is a folder with `score_pages.py` and its pages (default `../shared/bench/pages`). Prints each library's figures, milliseconds of
processor time per page (one pass each, in turn, after a warm-up), and for us title, date and author if there is a gold of them. A library
not installed is left out.
"""

import argparse
import html
import importlib.util
import json
import re
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path
from types import ModuleType
from typing import Any

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.articles.text.folding import drop_invisible
from credibility.model import Article, ArticleError, Block, BlockKind, Container, SavedPage, Span

PAGES = Path(__file__).resolve().parents[2] / ".." / "shared" / "bench" / "pages"
Result = dict[str, Any]


def inline(article: Article, span: Span) -> str:
    """The words of a span with their links."""
    pieces, at = [], span.start
    for link in article.links:
        if span.covers(link.span) and link.span.start >= at:
            pieces.append(html.escape(article.text[at : link.span.start]))
            pieces.append(f'<a href="{html.escape(link.url)}">{html.escape(link.span.of(article.text))}</a>')
            at = link.span.end
    return "".join(pieces) + html.escape(article.text[at : span.end])


def _group(block: Block) -> str:
    return {BlockKind.LIST_ITEM: "ul", BlockKind.TABLE_ROW: "table", BlockKind.PREFORMATTED: "pre"}.get(block.kind, "")


def _items(article: Article, blocks: Iterable[Block]) -> str:
    """List items, a deeper list inside the item above it, further paragraphs of an item inside it."""
    out, depth, open_items = "", 0, 0
    for block in blocks:
        text = inline(article, block.span)
        if not block.marker and open_items:
            out += f"\n<p>{text}</p>"
            continue
        while depth > block.level:
            out, depth, open_items = out + "</li></ul>", depth - 1, open_items - 1
        if depth == block.level and open_items >= depth:
            out, open_items = out + "</li>", open_items - 1
        while depth < block.level:
            out, depth = out + "\n<ul>", depth + 1
        out, open_items = out + f"\n<li>{text}", open_items + 1
    return out + "</li>" * min(open_items, 1) + "</ul></li>" * max(0, depth - 1) + "</ul>"


def as_html(article: Article) -> str:
    """The article as we keep it, in HTML: one element per block, quotations, lists and tables joined."""
    out = []
    for quoted, run in groupby(article.blocks, lambda block: block.quoted > 0):
        inside = "\n".join(_elements(article, run))
        out.append(f"<blockquote>{inside}</blockquote>" if quoted else inside)
    return "\n".join(out)


def _elements(article: Article, blocks: Iterable[Block]) -> Iterator[str]:
    tags = {BlockKind.CAPTION: "figcaption", BlockKind.IMAGE: "figure"}
    for name, run in groupby(blocks, _group):
        group = list(run)
        if name == "ul":
            yield _items(article, group)
        elif name == "table":
            rows = ("\n".join(f"<td>{inline(article, cell)}</td>" for cell in block.cells) for block in group)
            yield "<table>" + "\n".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
        elif name:
            yield f"<{name}>" + "\n".join(inline(article, block.span) for block in group) + f"</{name}>"
        else:
            for block in group:
                tag = f"h{block.level}" if block.kind is BlockKind.HEADING else tags.get(block.kind, "p")
                yield f"<{tag}>{inline(article, block.span)}</{tag}>"


def running_text(article: Article) -> str:
    """The text without captions, which the gold texts of the pages leave out; they are scored in the HTML."""
    return "\n".join(block.span.of(article.text) for block in article.blocks if block.kind not in (BlockKind.CAPTION, BlockKind.IMAGE))


def read_page(path: Path, url: str) -> Result:
    """Our article of a page: {"text", "html"} and the masthead."""
    loaded = load_page(Path(path))
    return _ours(
        SavedPage(
            loaded.path, loaded.container, loaded.markup, loaded.charset, loaded.digest, loaded.url or url, loaded.url_from or "bench"
        )
    )


def _ours(page: SavedPage) -> Result:
    try:
        article = extract(page)
    except ArticleError:
        return {"text": "", "html": ""}
    published = article.published.isoformat() if article.published else None
    return {
        "text": running_text(article),
        "html": as_html(article),
        "title": article.title,
        "published": published,
        "authors": article.byline,
    }


def _trafilatura(markup: str, url: str) -> Result:
    import trafilatura  # noqa: PLC0415 - each engine only when it runs

    return {"text": trafilatura.extract(markup, url=url, include_comments=False, with_metadata=True) or ""}


def _trafilatura_html(markup: str, url: str) -> Result:
    import trafilatura  # noqa: PLC0415

    text = trafilatura.extract(markup, url=url, include_comments=False) or ""
    kept = trafilatura.extract(markup, url=url, include_comments=False, output_format="html", include_links=True, include_formatting=True)
    return {"text": text, "html": kept or ""}


def _readability(markup: str, url: str) -> Result:
    from readability import Document  # noqa: PLC0415

    return {"html": Document(markup, url=url).summary(html_partial=True)}


def _resiliparse(markup: str, url: str) -> Result:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    return {"text": extract_plain_text(markup, main_content=True, comments=False)}


def _resiliparse_html(markup: str, url: str) -> Result:
    from resiliparse.extract.html2text import extract_plain_text  # noqa: PLC0415

    kept = extract_plain_text(markup, main_content=True, comments=False, links=True, preserve_formatting="minimal_html")
    return {**_resiliparse(markup, url), "html": f"<base href='{url}'>{kept}"}


def _through(library: Callable[[str, str], Result]) -> Callable[[SavedPage], Result]:
    return lambda page: library(page.markup, page.url or "")


Engine = Callable[[SavedPage], Result]
ENGINES: dict[str, tuple[str | None, Engine]] = {
    "ours": (None, _ours),
    "trafilatura": ("trafilatura", _through(_trafilatura)),
    "readability-lxml": ("readability", _through(_readability)),
    "resiliparse": ("resiliparse", _through(_resiliparse)),
}
"""One pass each over a page, which is what is timed; trafilatura's with its metadata, as ours."""
SCORED: dict[str, Engine] = {"trafilatura": _through(_trafilatura_html), "resiliparse": _through(_resiliparse_html)}
"""What is scored where that takes another pass, which is not timed."""


def scorer(pages: Path) -> ModuleType:
    """The `score_pages.py` that lies beside the pages."""
    spec = importlib.util.spec_from_file_location("score_pages", pages / "score_pages.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"no score_pages.py in {pages}")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def run(names: Sequence[str], scoring: ModuleType, most: int | None = None) -> dict[str, dict[str, Result]]:
    """Results of each engine, page by page in turn, each page beginning with another one; the first page is a warm-up."""
    results: dict[str, dict[str, Result]] = {name: {} for name in names}
    pages = list(scoring.pages().items())[:most]
    for number, (key, page) in enumerate([pages[0], *pages]):
        saved = SavedPage(page["file"], Container.HTML, scoring.source(page), "utf-8", "", page["url"], "bench")
        for place in range(len(names)):
            name = names[(number + place) % len(names)]
            begun = time.process_time()
            found = ENGINES[name][1](saved)
            spent = (time.process_time() - begun) * 1000
            results[name][key] = (SCORED[name](saved) if name in SCORED else found) | {"ms": spent}
    return results


def _plain(text: str | None) -> str:
    """The words in lower case; characters that show nothing (a soft hyphen) divide none."""
    return " ".join(re.findall(r"\w+", drop_invisible(text or "").lower()))


def masthead_figures(results: dict[str, Result], pages: Path) -> Result:
    """Titles, dates of the same day, and pages with all gold authors in the byline.

    The gold is what each publisher's own reader takes for the title: one keeps the kicker before it or the site's name after it,
    another does not. "title" therefore counts a title that holds the gold one or stands in it, words compared; by this measure
    trafilatura has .895 of these titles (its figure on all 248 pages is .88), and .718 by "title, exact", where all words are the same.
    """
    gold = json.loads((pages / "fundus" / "gold.json").read_text("utf8"))
    right: dict[str, list[bool]] = {"title": [], "title, exact": [], "date": [], "author": []}
    for key, want in gold.items():
        got = results[f"fundus/{key}"]
        if want.get("title"):
            ours, theirs = _plain(got.get("title")), _plain(want["title"])
            right["title"].append(bool(ours) and (theirs in ours or ours in theirs))
            right["title, exact"].append(ours == theirs)
        if want.get("date"):
            right["date"].append((got.get("published") or "")[:10] == str(want["date"])[:10])
        if want.get("authors"):
            right["author"].append(all(_plain(name) in _plain(got.get("authors")) for name in want["authors"]))
    return {name: f"{sum(marks)}/{len(marks)} {sum(marks) / max(1, len(marks)):.3f}" for name, marks in right.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", nargs="?", type=Path, default=PAGES)
    parser.add_argument("--only", choices=ENGINES)
    parser.add_argument("--out", type=Path, help="folder to write each library's predictions to")
    options = parser.parse_args()
    scoring = scorer(options.pages)
    lost: dict[str, set[str]] = {}
    wanted = {name: module for name, (module, _) in ENGINES.items() if options.only in (None, name)}
    absent = [name for name, module in wanted.items() if module and importlib.util.find_spec(module) is None]
    for name in absent:
        print(f"{name}: not installed", file=sys.stderr)
    for name, results in run([name for name in wanted if name not in absent], scoring).items():
        report = scoring.score(results)
        times = sorted(result["ms"] for result in results.values())
        report["ms"] = {
            "median": round(statistics.median(times), 1),
            "p95": round(times[int(len(times) * 0.95)], 1),
            "worst": round(times[-1], 1),
        }
        lost[name] = {page for group in report.values() for page in group.pop("lost_pages", ())}
        print(name)
        for group, figures in report.items():
            print("  ", group, figures)
        if name == "ours":
            print("   masthead", masthead_figures(results, options.pages))
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            (options.out / f"{name}.json").write_text(json.dumps(results), "utf8")
    others = set.intersection(*(pages for name, pages in lost.items() if name != "ours")) if len(lost) > 1 else set()
    print("lost by us but by no other:", sorted(lost.get("ours", set()) - others) if len(lost) > 1 else sorted(lost.get("ours", ())))


if __name__ == "__main__":
    main()
