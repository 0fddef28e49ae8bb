"""The articles of the gold files by their keys. An extracted page is kept between runs while the code that made it stays the same."""

import hashlib
import json
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import msgspec

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, Block, BlockKind, Span
from tests.bench.material import BENCH, ROOT

KEPT = ROOT / "tests" / "bench" / ".cache"
"""Extracted pages; may be deleted at any time."""

_SUITES = {"postlight": "mastheads", "traf": "chunks"}
_LATER_STAGES = ("attribution", "outlets", "annotations", "table")
_PARSERS = ("trafilatura", "lxml", "beautifulsoup4")


def article_of(key: str) -> Article:
    """The article of a gold file's page: `polnear/…` is a plain text, everything else a saved page."""
    collection, _, rest = key.partition("/")
    if collection == "polnear":
        split, _, name = rest.partition("/")
        return plain_article(_polnear(split)[name])
    return kept(place_of(key), KEPT)


def place_of(key: str) -> Path:
    """The file of a saved page."""
    collection, _, rest = key.partition("/")
    if collection in _SUITES:
        return BENCH / "suites" / _SUITES[collection] / "html" / f"{rest}.gz"
    folder = BENCH / "pages" / collection
    return {"mozilla": folder / rest / "source.html", "scrapinghub": folder / "html" / f"{rest}.html.gz"}.get(collection, folder / rest)


def plain_article(text: str) -> Article:
    """A plain text as an article: a blank line ends a paragraph."""
    paragraphs = [" ".join(part.split()) for part in text.split("\n\n") if part.strip()]
    blocks, start = [], 0
    for paragraph in paragraphs:
        blocks.append(Block(BlockKind.PARAGRAPH, Span(start, start + len(paragraph))))
        start += len(paragraph) + 1
    body = "\n".join(paragraphs)
    return Article("", body, tuple(blocks), hashlib.sha256(body.encode()).hexdigest())


def kept(path: Path, folder: Path) -> Article:
    """The article in a saved page, from `folder` if the same code made it from the same bytes before."""
    page = hashlib.sha256(str(path).encode()).hexdigest()[:16]
    made_by = hashlib.sha256(path.read_bytes() + extractor().encode()).hexdigest()[:16]
    target = folder / f"{page}-{made_by}.article"
    if target.exists():
        try:
            return msgspec.msgpack.decode(target.read_bytes(), type=Article)
        except msgspec.DecodeError:
            target.unlink()
    article = extract(load_page(path))
    folder.mkdir(exist_ok=True)
    for older in folder.glob(f"{page}-*"):
        older.unlink()
    target.write_bytes(msgspec.msgpack.encode(article))
    return article


@cache
def extractor() -> str:
    """What names the code that extracts: all of the core but the stages after it, and the parsers' versions."""
    digest = hashlib.sha256(" ".join((sys.version, *map(version, _PARSERS))).encode())
    core = ROOT / "credibility"
    for path in sorted(core.rglob("*.py")):
        if path.relative_to(core).parts[0] not in _LATER_STAGES:
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _polnear(split: str) -> dict[str, str]:
    lines = (BENCH / "attribution" / f"polnear-{split}.jsonl").read_text(encoding="utf-8").splitlines()
    return {record["id"]: record["text"] for record in map(json.loads, lines)}
