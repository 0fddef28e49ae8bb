"""One command for the benchmarks: `make bench`.

    python -m tests.bench [--keep] [--all] [--long]

Prints the table *goal · peer in the same run · ours* and how costs grow. `--keep` writes both to `resources/docs/benchmarks.md`, `--long`
measures texts up to 10 MB, `--all` also runs every other benchmark. Those that need material beside the project say so and are skipped.
"""

import argparse
import importlib
import os
import platform
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

BENCH = Path(__file__).resolve().parent
SHARED = BENCH.parents[2] / "shared"
PAGE = BENCH.parents[1] / "resources" / "docs" / "benchmarks.md"

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

ABOUT = """# Benchmarks

`make bench` prints this page, `python -m tests.bench --keep` writes it. Times are processor time in one process, medians of several rounds
in which the contenders take turns, unless a row says otherwise. The machine may be shared, so the ratio to the peer in the same run tells
more than the milliseconds. Peers come with the optional extra (`pip install -e '.[bench]'`) and are never part of the program. spaCy's
models are not on the package index: its row says so if none was installed by hand.
"""


def page(*, long: bool) -> Iterator[str]:
    """The lines of the page, each as soon as it is measured."""
    from tests.bench.comparison import lines  # noqa: PLC0415 - loads the whole program
    from tests.bench.growth import curves  # noqa: PLC0415

    yield from ABOUT.splitlines()
    yield ""
    python, cores = platform.python_version(), os.cpu_count()
    yield f"Measured on {date.today():%-d %B %Y}, Python {python}, {platform.machine()}, {cores} cores, load {os.getloadavg()[0]:.1f}."
    yield ""
    yield "| what | goal | peer in the same run | ours | included |"
    yield "|---|---|---|---|---|"
    for line in lines():
        yield f"| {line.what} | {line.goal} | {line.peer} | **{line.ours}** | {line.includes} |"
    yield from (
        "",
        "## Growth",
        "",
        "Exponents by step: 1 grows with the size, 2 with its square, 0 not at all; “–” where it is too short to tell.",
        "",
    )
    yield "| what | milliseconds by size | exponents |"
    yield "|---|---|---|"
    for curve in curves(long=long):
        yield f"| {curve.what} | {curve.words} | {curve.exponents} |"


def run_all() -> None:
    """Run every other benchmark whose material is there."""
    for name, arguments, needs in RUNS:
        print(f"\n== {name}")
        if needs and not (SHARED / needs).exists():
            print(f"skipped: {needs} is not beside the project")
            continue
        sys.argv = [name, *arguments]
        importlib.import_module(f"tests.bench.{name}").main()


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--keep", action="store_true", help=f"write {PAGE.name}")
    options.add_argument("--all", action="store_true", help="also run every other benchmark")
    options.add_argument("--long", action="store_true", help="measure texts up to 10 MB")
    asked = options.parse_args()
    written = []
    for line in page(long=asked.long):
        print(line, flush=True)
        written.append(line)
    if asked.keep:
        PAGE.write_text("\n".join(written) + "\n", encoding="utf-8")
    if asked.all:
        run_all()


if __name__ == "__main__":
    main()
