"""Outlets and sources on a gold file, through the program's public functions.

    python -m tests.bench.outlets [--gold FILE] [--details] [--pages] [--rules] [--examination [--reveal]]

FILE is a path, or a name in `../shared/bench/outlets` such as outlets-dev2.json; outlets-dev.json unless another is named. Prints what
`score_outlets.py` and `score_sources.py` find over every page of it; `--pages` adds a line per page, `--details` every miss by its kind,
most frequent first. A set that is an examination is looked at only with `--examination`, and every look is written down
in `looks.txt`; its details are refused without `--reveal`.
"""

import argparse
import json
import sys
import time
from pathlib import Path
from types import ModuleType
from typing import Any

from tests.bench.looks import RefusedError, allow, note
from tests.bench.material import BENCH, scorer
from tests.bench.misses import outlet_misses, source_misses, table
from tests.bench.pages import article_of
from tests.bench.program import prediction, reader

GOLDS = BENCH / "outlets"
_COLUMNS = ("must_outlet", "found", "right", "false_on_null", "false_wrong", "false_spurious", "traps", "trap_hits")


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 when the look is refused."""
    wishes = _wishes(arguments)
    gold_file = wishes.gold if wishes.gold.exists() else GOLDS / wishes.gold.name
    gold = json.loads(gold_file.read_text(encoding="utf-8"))
    try:
        allow(gold_file.stem, wishes.examination, wishes.details or wishes.pages, wishes.reveal)
    except RefusedError as refusal:
        print(refusal)
        return 1
    articles = {record["page"]: article_of(record["page"]) for record in gold}
    read, started = reader(wishes.rules), time.perf_counter()
    predictions = {page: prediction(read(article)) for page, article in articles.items()}
    lines = [f"{gold_file.stem}: {len(gold)} articles, claims found in {time.perf_counter() - started:.1f} s"]
    figures = [_outlets(gold, predictions, wishes, lines)]
    if any("who" in claim for record in gold for claim in record["claims"]):
        figures.append(_sources(gold, predictions, wishes, lines))
    else:
        lines.append("sources: this gold does not say who")
    note(gold_file.stem, "; ".join(figures), wishes.details or wishes.pages)  # before anything is seen of it
    print("\n".join(lines))
    return 0


def _wishes(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.outlets", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--gold", type=Path, default=GOLDS / "outlets-dev.json", metavar="FILE")
    parser.add_argument("--details", action="store_true", help="every miss, by kind")
    parser.add_argument("--pages", action="store_true", help="the outlets' figures page by page")
    parser.add_argument("--rules", action="store_true", help="without the tagger")
    parser.add_argument("--examination", action="store_true", help="look at a set whose looks are counted")
    parser.add_argument("--reveal", action="store_true", help="show an examination's details, which ends it as one")
    return parser.parse_args(arguments)


def _outlets(gold: list[Any], predictions: dict[str, Any], wishes: argparse.Namespace, lines: list[str]) -> str:
    """Add what `score_outlets.py` finds to the lines; give it in short."""
    score = scorer(GOLDS / "score_outlets.py")
    result = score.score(gold, predictions)
    total = result["total"]
    if wishes.pages:
        lines += [f"  {row['page'][:44]:44}" + "".join(f"{row[column]:>6}" for column in _COLUMNS) for row in result["pages"]]
    lines.append(
        f"outlets: found {total['found']} of {total['must_outlet']} (leniently {total['found_lenient']}), right {total['right']}"
        f" | precision {total['e2e_precision']} recall {total['e2e_recall']} F1 {total['e2e_f1']}"
        f" | false: on none {total['false_on_null']}, another {total['false_wrong']}, spurious {total['false_spurious']}"
        f" | traps {total['trap_hits']} of {total['traps']}"
    )
    for how, counts in total["by_how"].items():
        lines.append(f"  {how:13} must {counts['must']:3}  found {counts['found']:3}  right {counts['right']:3}")
    lines.append(
        f"  claims of complete articles: {total['c_must_found']} of {total['c_must']} must claims found,"
        f" {total['c_matched']} of {total['c_pred']} predictions right (leniently {total['c_matched'] + total['c_partial']})"
    )
    if wishes.details:
        lines.append(table(outlet_misses(gold, predictions, result, score)))
    return f"outlets found {total['found']} of {total['must_outlet']}, right {total['right']}, traps {total['trap_hits']}"


def _sources(gold: list[Any], predictions: dict[str, Any], wishes: argparse.Namespace, lines: list[str]) -> str:
    """Add what `score_sources.py` finds to the lines; give it in short."""
    names: ModuleType = scorer(GOLDS / "score_outlets.py")
    score = scorer(GOLDS / "score_sources.py")
    n = score.score(gold, predictions)[0]
    lines.append(
        f"sources: found {_of(n, 'found', 'claims')} | who right {_of(n, 'who_right', 'who_of')}"
        f", open {n['who_open']}, wrong {n['who_wrong']} | kind {_of(n, 'kind_right', 'kind_of')}"
    )
    lines.append(
        f"  title {_of(n, 'title_right', 'title_of')}, false {n['title_false']}"
        f" | justification {_of(n, 'just_right', 'just_of')}, false {n['just_false']}"
    )
    lines.append(
        f"  not asserted: never shown as asserted {_of(n, 'polar_right', 'polar_of')}, found and marked {n['polar_marked']},"
        f" false {n['polar_false']} | everything right {_of(n, 'all_right', 'claims')} of all, {_of(n, 'all_right', 'found')} of the found"
    )
    if wishes.details:
        lines.append(table(source_misses(gold, predictions, names, score)))
    return (
        f"who right {n['who_right']} of {n['who_of']}, wrong {n['who_wrong']}, kind {n['kind_right']} of {n['kind_of']},"
        f" everything {n['all_right']} of {n['claims']}"
    )


def _of(counts: dict[str, int], part: str, whole: str) -> str:
    share = f" ({100 * counts[part] / counts[whole]:.1f} %)" if counts[whole] else ""
    return f"{counts[part]} of {counts[whole]}{share}"


if __name__ == "__main__":
    sys.exit(main())
