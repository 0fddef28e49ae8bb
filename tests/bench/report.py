"""The figures of claim finding over all benchmark sets: rules alone, and rules with the tagger.

    python -m tests.bench.report

PolNeAR dev, GUM news (material beside the project, measured only) and the held-out fifth of our own corpus; soft and end-to-end F1 on the
speech slice and on all attributions, with the time per 1,000 words. The table of the model card is this one. Looks at PolNeAR dev and GUM
are written down in `looks.txt`.
"""

import hashlib
import importlib.util
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from credibility.model import Span
from resources.corpus.notation import MarkedArticle, read_corpus
from tests.bench.attribution import ROOT, reader, run
from tests.bench.looks import note

SETS = ROOT.parent / "shared" / "bench" / "attribution"


def held_out(article_id: str) -> bool:
    """Whether an article belongs to the fifth that training leaves alone; the same rule as in `resources/corpus/train.py`."""
    return int(hashlib.sha256(article_id.encode()).hexdigest(), 16) % 5 == 0


def own_gold() -> Iterator[dict[str, Any]]:
    """The held-out articles of our corpus as the scorer's lines, speech only."""
    for path in sorted((ROOT / "resources" / "corpus").glob("*.txt")):
        for article in read_corpus(path.read_text(encoding="utf-8"), path.name):
            if held_out(article.id):
                yield _record(article)


def _record(article: MarkedArticle) -> dict[str, Any]:
    def pairs(spans: tuple[Span, ...]) -> list[list[int]]:
        return [[span.start, span.end] for span in spans]

    attributions = [
        {"source": pairs(a.source) or None, "cue": pairs(a.cue), "content": pairs(a.content)}
        for a in article.attributions
        if not a.attitude
    ]
    return {"id": article.id, "publisher": article.register, "text": article.text, "attributions": attributions}


def scorer() -> ModuleType:
    """The scorer beside the project."""
    spec = importlib.util.spec_from_file_location("score_attribution", SETS / "score_attribution.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def main() -> None:
    """Print the table."""
    score = scorer()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        own = folder / "own.jsonl"
        own.write_text("\n".join(json.dumps(record) for record in own_gold()), encoding="utf-8")
        golds = (("PolNeAR dev", SETS / "polnear-dev.jsonl"), ("GUM news", SETS / "gum-news.jsonl"), ("own held-out fifth", own))
        seen: dict[str, list[str]] = {}
        for system, read in (("rules", reader(rules_alone=True)), ("rules and tagger", reader())):
            for title, gold in golds:
                target = folder / "found.jsonl"
                figures = run(gold, target, read)
                speech = _scores(score, gold, target, True)
                print(f"{title:19} {system:17} {speech} | all {_scores(score, gold, target, False)} | {figures}")
                seen.setdefault(gold.stem, []).append(f"{system} {speech}")
        for name, figures in seen.items():
            note(name, "speech: " + "; ".join(figures))


def _scores(score: ModuleType, gold: Path, found: Path, speech: bool) -> str:
    m = score.evaluate(score.read(gold), score.read(found), 0, speech)
    return f"P {100 * m['soft_P']:.1f} R {100 * m['soft_R']:.1f} soft {100 * m['soft_F1']:.1f} e2e {100 * m['e2e_F1']:.1f}"


if __name__ == "__main__":
    main()
