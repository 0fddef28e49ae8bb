"""Mutation run: how many of some small changes of the code the tests notice.

    python -m tests.bench.mutation [--count 100] [--seed 1] [--minutes 60] [--paths credibility app] [--coverage FILE]

Works on copies of the committed tree, one per core. First the whole suite runs once with coverage, to learn which tests reach which line;
`--coverage` keeps that for another run on the same commit. Then each change is met by the tests of its line until one fails. What survives
is met by our cases and by the kept readings, which compare everything that the program makes of our own texts, and then once by the whole
suite while the time lasts. A run that hangs counts as noticed and is told apart; what hangs is said in processor time, so that a busy
machine flatters nobody. Prints every survivor; the last line is the count.
"""

import argparse
import io
import os
import queue
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from coverage import CoverageData

from tests.bench.mutation.changes import Change, sample

ROOT = Path(__file__).resolve().parents[3]
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:randomly")
_MOST_TESTS = 150
_ROOMS = ("attribution", "articles", "outlets", "annotations", "e2e")
_KEPT_READINGS = ("tests/cases", *(f"tests/{room}/test_kept_readings.py" for room in _ROOMS))
_TOGETHER = ("--numprocesses", "auto", "--maxprocesses", "4", "--dist", "loadfile")
_COVERAGE_SECONDS = 7200
_BUSY_SECONDS = 900  # of one process; the tests of a line take 100 at most, a worker of the whole suite some 450
_IDLE_SECONDS = 3600  # by the clock, for a run that waits for something that never comes


@dataclass(frozen=True, slots=True)
class Verdict:
    """The outcome of one change, and which run noticed it."""

    change: Change
    noticed: str
    """"" for a survivor."""
    by_all: bool = False
    """Whether the whole suite met it."""


def copy_of_head(folder: Path) -> None:
    """The committed tree in a folder of its own."""
    archive = subprocess.run(["git", "archive", "HEAD"], cwd=ROOT, capture_output=True, check=True).stdout
    with tarfile.open(fileobj=io.BytesIO(archive)) as tree:
        tree.extractall(folder, filter="data")


def reached_by(folder: Path, paths: Sequence[str], kept: Path) -> CoverageData:
    """Which tests reach which lines: from `kept`, or learnt by the whole suite and kept there. Raises SystemExit when it is not green."""
    if not kept.exists():
        _learn(folder, paths)
        shutil.copy(folder / ".coverage", kept)
    data = CoverageData(str(kept))
    data.read()
    return data


def _learn(folder: Path, paths: Sequence[str]) -> None:
    (folder / ".coveragerc").write_text("[run]\nrelative_files = true\n", encoding="utf-8")
    sources = [f"--cov={path}" for path in paths]
    command = [*_PYTEST, *_TOGETHER, *sources, "--cov-context=test", "--cov-report=", "--ignore=tests/bench"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_COVERAGE_SECONDS, check=False)
    if done.returncode:
        raise SystemExit(f"The suite fails without any change:\n{done.stdout[-2000:]}")


def tests_of(change: Change, data: CoverageData) -> list[str]:
    """The tests that reach a change's line, those of its own folder first; where none does, all of that folder.

    Lines that run at import are reached by no test, nor are those that run in another process.
    """
    contexts = data.contexts_by_lineno(change.path)
    reached = {context.rsplit("|", 1)[0] for context in contexts.get(change.line, ()) if context}
    product, near, *_ = change.path.split("/")
    if not reached:
        return [f"tests/{near}" if product == "credibility" and (ROOT / "tests" / near).is_dir() else "tests/app"]
    return sorted(reached, key=lambda test: (f"/{near}" not in test, "e2e" in test, test))[:_MOST_TESTS]


def outcome(folder: Path, tests: Sequence[str]) -> str:
    """ "failed" when one of these tests fails, "hung" when they never come to an end, "" when all pass."""
    command = ["sh", "-c", f'ulimit -t {_BUSY_SECONDS}; exec "$@"', "sh", *_PYTEST, "-x", *tests]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=_IDLE_SECONDS, check=False)
    except subprocess.TimeoutExpired:
        return "hung"
    if done.returncode < 0:
        return "hung"  # the limit's signal ended it
    return "" if done.returncode in (0, 5) else "failed"


def met(change: Change, folder: Path, tests: Sequence[str]) -> str:
    """Make the change, run the tests, take it back; their `outcome`."""
    path = folder / change.path
    text = path.read_text(encoding="utf-8")
    path.write_text(change.applied(text), encoding="utf-8")
    try:
        return outcome(folder, tests)
    finally:
        path.write_text(text, encoding="utf-8")
        shutil.rmtree(path.parent / "__pycache__", ignore_errors=True)


def run(count: int, seed: int, minutes: float, paths: Sequence[str], kept: Path | None = None) -> list[Verdict]:
    """Meet `count` changes with the tests; prints as it goes."""
    ends = time.monotonic() + minutes * 60
    with tempfile.TemporaryDirectory(prefix="mutation-") as name:
        folders = [Path(name) / str(number) for number in range(os.cpu_count() or 1)]
        for folder in folders:
            folder.mkdir()
            copy_of_head(folder)
        first = folders[0]
        files = sorted(str(path.relative_to(first)) for part in paths for path in (first / part).rglob("*.py"))
        changes = sample(first, files, count, seed)
        data = reached_by(first, paths, kept or Path(name) / "reached")
        verdicts = _side_by_side(folders, [(change, tests_of(change, data)) for change in changes])
        for number, verdict in enumerate(verdicts):
            if not verdict.noticed and time.monotonic() < ends:
                how = met(verdict.change, first, (*_TOGETHER, "--ignore=tests/bench"))
                verdicts[number] = replace(verdict, noticed=f"the whole suite ({how})" if how else "", by_all=True)
        for verdict in verdicts:
            if not verdict.noticed:
                told = verdict.change.told((first / verdict.change.path).read_text(encoding="utf-8"))
                print("survived", told, "" if verdict.by_all else "(not met by the whole suite)")
    return verdicts


def _side_by_side(folders: Sequence[Path], met_by: Sequence[tuple[Change, Sequence[str]]]) -> list[Verdict]:
    """The verdicts by the tests of each line, as many changes at a time as there are copies of the tree."""
    free: queue.SimpleQueue[Path] = queue.SimpleQueue()
    for folder in folders:
        free.put(folder)

    def one(change: Change, tests: Sequence[str]) -> Verdict:
        folder = free.get()
        try:
            return _verdict(change, folder, tests)
        finally:
            free.put(folder)

    with ThreadPoolExecutor(len(folders)) as threads:
        return list(threads.map(one, *zip(*met_by, strict=True))) if met_by else []


def _verdict(change: Change, folder: Path, tests: Sequence[str]) -> Verdict:
    for mark, name, chosen in ((".", "the tests of its line", tests), (":", "the kept readings", _KEPT_READINGS)):
        how = met(change, folder, chosen) if chosen else ""
        if how:
            print(mark, end="", flush=True)
            return Verdict(change, f"{name} ({how})")
    print("s" if tests else "n", end="", flush=True)
    return Verdict(change, "")


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--paths", nargs="+", default=["credibility", "app"])
    parser.add_argument("--coverage", type=Path, help="where to keep which test reaches which line, or to take it from")
    arguments = parser.parse_args()
    verdicts = run(arguments.count, arguments.seed, arguments.minutes, arguments.paths, arguments.coverage)
    for how, number in Counter(verdict.noticed or "nothing" for verdict in verdicts).most_common():
        print(f"noticed by {how}: {number}")
    print(f"{sum(bool(verdict.noticed) for verdict in verdicts)} of {len(verdicts)} changes noticed")


if __name__ == "__main__":
    main()
