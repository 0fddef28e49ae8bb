"""Small constructions beside the project: `python -m tests.bench.constructions [--details] [--kind N] [--rules]`.

Runs `../shared/cases/claims/score_constructions.py` over both of its files through the program's public functions.
"""

import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from tests.bench.material import SHARED, scorer
from tests.bench.program import reader

CASES = SHARED / "cases" / "claims"
FILES = ("constructions.json", "constructions2.json")


@cache
def _program(rules_alone: bool) -> Callable[[Any], dict[str, Any]]:
    return reader(rules_alone)


def claims(path: str) -> dict[str, Any]:
    """The scorer's adapter: the JSON of one saved file."""
    return _program(False)(extract(load_page(Path(path))))


def claims_by_rules(path: str) -> dict[str, Any]:
    """The same without the tagger."""
    return _program(True)(extract(load_page(Path(path))))


def main(arguments: list[str] | None = None) -> None:
    """Score both files."""
    arguments = sys.argv[1:] if arguments is None else arguments
    rules = "--rules" in arguments
    options = [option for option in arguments if option != "--rules"]
    adapter = "tests.bench.constructions:" + ("claims_by_rules" if rules else "claims")
    for name in FILES:
        print(f"== {name}")
        sys.argv = ["score_constructions.py", str(CASES / name), "--adapter", adapter, *options]
        scorer(CASES / "score_constructions.py").main()


if __name__ == "__main__":
    main()
