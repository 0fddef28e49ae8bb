"""All benchmarks in turn: `make bench`. Each prints its figures; those that need material beside the project say so and are skipped."""

import importlib
import sys
from pathlib import Path

BENCH = Path(__file__).resolve().parent
SHARED = BENCH.parents[2] / "shared"

RUNS: tuple[tuple[str, tuple[str, ...], str], ...] = (
    ("start", (), ""),
    ("window", (), ""),
    ("report", (), "bench/attribution"),
    ("constructions", (), "cases/claims"),
    ("outlets", ("--gold", "outlets-dev2.json"), "bench/outlets"),
    ("extraction", (), "bench/pages"),
    ("names", (), ""),
    ("imports", (), "samples/rating-lists"),
    ("hostile", (), ""),
    ("openings", (), ""),
)
"""Module, its arguments, and the folder beside the project that it needs."""


def main() -> None:
    """Run every benchmark whose material is there."""
    for name, arguments, needs in RUNS:
        print(f"\n== {name}")
        if needs and not (SHARED / needs).exists():
            print(f"passed over: {needs} is not beside the project")
            continue
        sys.argv = [name, *arguments]
        importlib.import_module(f"tests.bench.{name}").main()


if __name__ == "__main__":
    main()
