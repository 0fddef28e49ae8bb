"""Score the outlets given to claims: `python -m tests.bench.outlets [--rules] [--details]` prints what `score_outlets.py` finds.

Rules and tagger decide together as in the program, unless `--rules` asks for the rules alone.
"""

import hashlib
import importlib.util
import json
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.attribution.detect import detect
from credibility.attribution.lexicon import Lexicon, read_lexicon
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.model import Article, Block, BlockKind, Span
from credibility.outlets.registry import OutletRegistry
from credibility.outlets.resolve import resolve
from credibility.outlets.starter import STARTER_FILES
from credibility.outlets.store import RatingsStore
from credibility.sandbox.second_look import load_tagger

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
BENCH = SHARED / "bench"


def main(arguments: list[str]) -> None:
    registry, lexicon = starter_registry(), rules()
    gold = json.loads((BENCH / "outlets" / "outlets-dev.json").read_text(encoding="utf-8"))
    started = time.perf_counter()
    tag = load_tagger() if "--rules" not in arguments else None
    predictions = {record["page"]: _prediction(record["page"], registry, lexicon, tag) for record in gold}
    print(f"{len(gold)} articles read in {time.perf_counter() - started:.1f} s")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predictions.json"
        path.write_text(json.dumps(predictions), encoding="utf-8")
        _scorer().main([str(BENCH / "outlets" / "outlets-dev.json"), str(path), *(option for option in arguments if option != "--rules")])


def starter_registry() -> OutletRegistry:
    """The shipped table as a registry."""
    documents = {name: (ROOT / "resources" / "starter" / name).read_text(encoding="utf-8") for name in STARTER_FILES}
    with tempfile.TemporaryDirectory() as folder:
        store = RatingsStore.open(Path(folder) / "ratings.db", documents)
        try:
            return store.snapshot()
        finally:
            store.close()


def rules() -> Lexicon:
    """The shipped lexicon."""
    return read_lexicon({path.name: path.read_text(encoding="utf-8") for path in (ROOT / "resources" / "lexicon").glob("*.toml")})


def article_of(text: str) -> Article:
    """A plain text as an article: a blank line ends a paragraph."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    body = "\n".join(paragraphs)
    return Article("", body, tuple(blocks), hashlib.sha256(body.encode()).hexdigest())


def _prediction(
    page: str, registry: OutletRegistry, lexicon: Lexicon, tag: Callable[[str], Sequence[TaggedParagraph] | None] | None
) -> dict[str, object]:
    article = _article(page)
    claims = detect(article, lexicon, tagged=tag(article.text) if tag else None)
    return {
        "text": article.text,
        "claims": [
            {
                "content": [[span.start, span.end] for span in one.claim.content],
                "outlet": one.resolution.outlet.slug if one.resolution.outlet else None,
                "source_text": one.claim.source.name,
            }
            for one in resolve(article, claims, registry)
        ],
    }


def _article(page: str) -> Article:
    collection, _, rest = page.partition("/")
    if collection == "polnear":
        split, _, name = rest.partition("/")
        lines = (BENCH / "attribution" / f"polnear-{split}.jsonl").read_text(encoding="utf-8").splitlines()
        return article_of(next(record["text"] for record in map(json.loads, lines) if record["id"] == name))
    folder = BENCH / "pages" / collection
    path = {"mozilla": folder / rest / "source.html", "scrapinghub": folder / "html" / f"{rest}.html.gz"}.get(collection, folder / rest)
    return extract(load_page(path))


def _scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_outlets", BENCH / "outlets" / "score_outlets.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main(sys.argv[1:])
