"""Find the attributions of a benchmark file and print the time it took.

    python -m tests.bench.attribution IN.jsonl OUT.jsonl [--rules] [--attitudes] [--threads 1]

IN holds one `{id, text}` a line; OUT gets `{id, text, attributions: [{source, cue, content}]}`, spans in code points. Rules and tagger
decide together as in the program, unless `--rules` asks for the rules alone. The time is processor time over everything but loading.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from credibility.attribution.detect import detect  # noqa: E402
from credibility.model import Article, Block, BlockKind, Claims, Span  # noqa: E402
from credibility.sandbox.second_look import load_tagger  # noqa: E402
from credibility.sandbox.tasks import lexicon  # noqa: E402


def as_article(text: str) -> Article:
    """A plain text as an article of paragraphs, one a line."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article("", text, blocks, hashlib.sha256(text.encode()).hexdigest())


def as_record(identity: str, text: str, claims: Claims) -> dict[str, object]:
    """The scorer's line. In these benchmarks the paragraphs that go on with somebody's words are one attribution with them."""
    found: list[dict[str, object]] = []
    places: dict[Span, list[list[int]]] = {}
    for claim in claims.items:
        source = claim.source.spans[0] if claim.source.spans else None
        content = [[s.start, s.end] for s in claim.content]
        if claim.cue.spans == claim.source.spans and source in places:
            places[source] += content
            continue
        if source is not None:
            places[source] = content
        found.append(
            {
                "source": [[s.start, s.end] for s in claim.source.spans] or None,
                "cue": [[s.start, s.end] for s in claim.cue.spans],
                "content": content,
            }
        )
    return {"id": identity, "text": text, "attributions": found}


def reader(rules_alone: bool = False, attitudes: bool = False, threads: int = 1) -> Callable[[Article], Claims]:
    """The program's way from an article to its claims."""
    tagger = None if rules_alone else load_tagger(threads)
    words = lexicon()
    if tagger:
        tagger("Loading is not timed.")

    def read(article: Article) -> Claims:
        if tagger is None:
            return detect(article, words, attitudes)
        detect(article, words, attitudes)  # what the program shows until the tagger has read the text
        return detect(article, words, attitudes, tagger(article.text))

    return read


def run(source: Path, target: Path, read: Callable[[Article], Claims]) -> str:
    """Read every article of a file, write the scorer's file, and give the figures in one line."""
    records = [json.loads(line) for line in source.read_text("utf-8").splitlines() if line.strip()]
    articles = [as_article(record["text"]) for record in records]
    clock, processor = time.perf_counter(), time.process_time()
    found = [read(article) for article in articles]
    clock, processor = time.perf_counter() - clock, time.process_time() - processor
    with target.open("w", encoding="utf-8") as file:
        for record, claims in zip(records, found, strict=True):
            file.write(json.dumps(as_record(record["id"], record["text"], claims), ensure_ascii=False) + "\n")
    words = max(sum(len(record["text"].split()) for record in records), 1)
    counted = sum(len(claims.items) for claims in found)
    return (
        f"{len(records)} articles, {words} words, {counted} claims: {1e6 * processor / words:.1f} ms of processor time"
        f" and {1e6 * clock / words:.1f} ms by the clock per 1,000 words"
    )


def main() -> None:
    """Run on the command line's file."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--rules", action="store_true", help="without the tagger")
    parser.add_argument("--attitudes", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    print(run(arguments.source, arguments.target, reader(arguments.rules, arguments.attitudes, arguments.threads)))


if __name__ == "__main__":
    main()
