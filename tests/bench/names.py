"""How fast names are found and links led home, and what was found: `python -m tests.bench.names [N]` also prints N hits in context."""

import json
import random
import sys
import time
from collections import Counter
from itertools import islice, product

from credibility.model import Outlet, OutletKind
from credibility.outlets.addresses.urls import destination, outlet_of_url
from credibility.outlets.names.hits import NameHit, find_names
from credibility.outlets.registry import OutletRegistry, build_registry
from tests.bench.material import BENCH, SHARED
from tests.bench.program import starter_registry

NAMES = 30_000


def main(shown: int = 0) -> None:
    if not BENCH.exists():
        print(f"{BENCH} is absent: no texts to read")
        return
    registry = large_registry()
    lines = (BENCH / "attribution" / "polnear-dev.jsonl").read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    words = sum(len(text.split()) for text in texts)
    find_names(texts[0], registry)
    started = time.process_time()
    found = [(text, mention) for text in texts for mention in find_names(text, registry)]
    spent = time.process_time() - started
    print(f"{len(registry.names.bearers)} names over {words} words in {len(texts)} articles: {spent * 1e7 / words:.1f} ms per 10,000 words")
    undecided = sum(1 for _, mention in found if mention.outlet is None)
    outlets = Counter(mention.outlet.slug for _, mention in found if mention.outlet)
    print(f"{len(found)} mentions, {undecided} undecided, {len(outlets)} outlets; most: {outlets.most_common(8)}")
    links()
    for text, mention in random.Random(1).sample(found, min(shown, len(found))):
        print(in_context(text, mention))


def large_registry() -> OutletRegistry:
    """The shipped table with as many made-up outlets as give it 30,000 names, a third of them of one word."""
    starter = starter_registry()
    places = product(("Oster", "Lemming", "Harwick", "Sorel", "Quist"), ("ton", "ham", "ford", "by", "mouth"), range(1_000))
    made = (
        Outlet(
            f"{first}{last}{n}.example".lower(), f"{first}{last}{n}" if n % 3 == 0 else f"{first}{last} Herald {n}", OutletKind.NEWS, "GB"
        )
        for first, last, n in places
    )
    return build_registry([*starter.outlets.values(), *islice(made, max(0, NAMES - len(starter.names.bearers)))])


def links() -> None:
    """Addresses that all differ, by host too: what was looked up once is not looked up again."""
    vectors = json.loads((SHARED / "data" / "url_vectors.json").read_text(encoding="utf-8"))
    registry = large_registry()
    addresses = [f"https://h{number}.{vector['url'].split('//', 1)[-1]}?{number}" for number in range(100) for vector in vectors]
    started = time.process_time()
    for address in addresses:
        outlet_of_url(address, registry)
    each = (time.process_time() - started) / 100 / len(vectors)
    print(f"{each * 1e6:.0f} µs per URL over {len(vectors)} vectors, e.g. {destination(vectors[0]['url']).keys[0]}")


def in_context(text: str, mention: NameHit) -> str:
    """The mention in its line."""
    start, end = mention.span.start, mention.span.end
    who = mention.outlet.slug if mention.outlet else "?" + "|".join(candidate.slug for candidate in mention.candidates)
    return f"{who:24} {text[max(0, start - 60) : start]!s}[{text[start:end]}]{text[end : end + 50]}".replace("\n", " ")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
