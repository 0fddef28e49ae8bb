"""Find the attributions of a benchmark file and print the time it took.

    python tests/bench/attribution.py IN.jsonl OUT.jsonl [--attitudes]

IN holds one `{id, text}` a line; OUT gets `{id, text, attributions: [{source, cue, content}]}`, spans in code points.
"""

import argparse
import hashlib
import json
import re
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from credibility.attribution.detect import detect  # noqa: E402
from credibility.attribution.lexicon import read_lexicon  # noqa: E402
from credibility.model import Article, Block, BlockKind, Claims, Span  # noqa: E402


def as_article(text: str) -> Article:
    """A plain text as an article of paragraphs, one a line."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, Span(m.start(), m.end())) for m in re.finditer(r"[^\n]*\S[^\n]*", text))
    return Article("", text, blocks, hashlib.sha256(text.encode()).hexdigest())


def as_record(identity: str, text: str, claims: Claims) -> dict[str, object]:
    """The scorer's line."""
    found = [
        {
            "source": [[s.start, s.end] for s in claim.source.spans] or None,
            "cue": [[s.start, s.end] for s in claim.cue.spans],
            "content": [[s.start, s.end] for s in claim.content],
        }
        for claim in claims.items
    ]
    return {"id": identity, "text": text, "attributions": found}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--attitudes", action="store_true")
    arguments = parser.parse_args()
    lexicon = read_lexicon({path.name: path.read_text("utf-8") for path in (ROOT / "resources" / "lexicon").glob("*.toml")})
    records = [json.loads(line) for line in arguments.source.read_text("utf-8").splitlines() if line.strip()]
    articles = [as_article(record["text"]) for record in records]
    begun = time.process_time()
    found = [detect(article, lexicon, arguments.attitudes) for article in articles]
    spent = time.process_time() - begun
    with arguments.target.open("w", encoding="utf-8") as target:
        for record, claims in zip(records, found, strict=True):
            target.write(json.dumps(as_record(record["id"], record["text"], claims), ensure_ascii=False) + "\n")
    words = sum(len(record["text"].split()) for record in records)
    print(
        f"{len(records)} articles, {words} words, {sum(len(claims.items) for claims in found)} claims: {1e6 * spent / max(words, 1):.2f} ms per 1,000 words"
    )


if __name__ == "__main__":
    main()
