"""Fast sweep over the claim rules: each change is met by our own texts alone, in a process forked for it.

    python -m tests.bench.mutation.sweep [PATHS …] [--sample 200] [--seed 1] [--left-out]

A change is a new code object in a function that is loaded already: nothing is imported again and no test is started, so that it meets some
sixty changes a minute where the mutation run meets one. What is compared are the readings of the corpus, by rules and with the tagger of
`tests.attribution.heard`, and of the cases; the tests of the folder may notice more. With `--left-out` one part of a condition is left out
at a time: one whose loss alters nothing is superfluous, or lacks a text that strains it. Prints what made no difference. Needs `fork`.
"""

import argparse
import functools
import gc
import os
import random
import resource
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from types import CodeType, FunctionType

from coverage import Coverage, CoverageData

from tests.attribution.heard import hear
from tests.attribution.test_kept_readings import article_of, corpus, lines_of, name_of
from tests.bench.mutation.changes import Change, changes_of, left_out
from tests.cases.files import read_set

ROOT = Path(__file__).resolve().parents[3]
_SPARE_SECONDS = 10
_SAME, _OTHER, _RAISED, _NOT_MADE = range(4)
_TOLD = {_SAME: "no difference", _OTHER: "noticed", _RAISED: "noticed", _NOT_MADE: "not made"}

Texts = dict[str, Callable[[], list[str]]]
"""What is read of each text, by its name."""


def texts() -> Texts:
    """All texts of our own that the rules read."""
    found: Texts = {}
    for marked in corpus():
        article, heard = article_of(marked), hear(marked.text, marked.attributions)
        found[name_of(marked)] = functools.partial(_lines, lines_of, article)
        found[f"{name_of(marked)}, heard"] = functools.partial(_lines, lines_of, article, heard)
    for name in ("develop", "aside"):
        found |= {case.id: functools.partial(_lines, lines_of, case.article) for case in read_set(name)}
    return found


def _lines(read: Callable[..., Iterator[str]], *what: object) -> list[str]:
    return list(read(*what))


def reached(found: Texts) -> tuple[dict[str, list[str]], CoverageData]:
    """How each text is read now, and which texts reach which line."""
    coverage = Coverage(data_file=None, source=["credibility"], config_file=False)
    coverage.start()
    now = {}
    for name, read in found.items():
        coverage.switch_context(name)
        now[name] = read()
    coverage.stop()
    return now, coverage.get_data()


class Loaded:
    """The functions of the package as they are loaded, and its caches, which would hide a change."""

    def __init__(self) -> None:
        self._functions: dict[str, list[FunctionType]] = {}
        self._caches = []
        for each in gc.get_objects():
            module = getattr(each, "__module__", None) or ""
            if isinstance(each, FunctionType) and module.startswith("credibility."):
                self._functions.setdefault(module, []).append(each)
            elif isinstance(each, functools._lru_cache_wrapper) and module.startswith("credibility."):
                self._caches.append(each)

    def change(self, path: str, before: str, after: str) -> bool:
        """Let the loaded functions of a file run its changed code; whether any took it."""
        for cache in self._caches:
            cache.cache_clear()
        old, new = codes(before, path), codes(after, path)
        taken = 0
        for function in self._functions.get(path.removesuffix(".py").replace("/", "."), ()):
            code = function.__code__
            same = old.get(code.co_qualname, [])
            place = next((k for k, one in enumerate(same) if one.co_firstlineno == code.co_firstlineno), len(same))
            fitting = new.get(code.co_qualname, [])[place : place + 1]
            if fitting and len(fitting[0].co_freevars) == len(code.co_freevars):
                function.__code__ = fitting[0]
                taken += 1
        return taken > 0


def codes(text: str, path: str) -> dict[str, list[CodeType]]:
    """The code of every function of a file by its qualified name, in order."""
    found: dict[str, list[CodeType]] = {}
    waiting = [compile(text, path, "exec")]
    while waiting:
        inside = [each for each in waiting.pop(0).co_consts if isinstance(each, CodeType)]
        for each in inside:
            found.setdefault(each.co_qualname, []).append(each)
        waiting += inside
    return {name: sorted(same, key=lambda code: code.co_firstlineno) for name, same in found.items()}


class Sweep:
    """The texts, how they are read now, and the functions that read them."""

    def __init__(self) -> None:
        self._texts = texts()
        self._now, self._reach = reached(self._texts)
        self._loaded = Loaded()
        gc.freeze()  # the forked processes share what is here

    def met(self, change: Change, text: str) -> str:
        """The outcome of a change: noticed, no difference, not reached by any text, not made."""
        names = [name for name in self._reach.contexts_by_lineno(str(ROOT / change.path)).get(change.line, ()) if name]
        if not names:
            return "not reached"
        random.Random(change.line).shuffle(names)  # neighbours are alike
        child = os.fork()
        if child == 0:
            self._meet(change, text, names)
        _, status = os.waitpid(child, 0)
        return "noticed" if os.WIFSIGNALED(status) else _TOLD[os.WEXITSTATUS(status)]

    def _meet(self, change: Change, text: str, names: Sequence[str]) -> None:
        """Make the change and end this process with what came of it."""
        outcome = _RAISED
        try:
            busy = int(time.process_time()) + len(names) // 10 + _SPARE_SECONDS
            resource.setrlimit(resource.RLIMIT_CPU, (busy, busy))
            if self._loaded.change(change.path, text, change.applied(text)):
                outcome = _SAME if all(self._texts[name]() == self._now[name] for name in names) else _OTHER
            else:
                outcome = _NOT_MADE
        finally:
            os._exit(outcome)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", default=["credibility/attribution"])
    parser.add_argument("--sample", type=int, help="so many changes, drawn at random; all without it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--left-out", action="store_true", help="leave out parts of conditions instead")
    asked = parser.parse_args()
    files = sorted(path for name in asked.paths for path in ((ROOT / name).rglob("*.py") if (ROOT / name).is_dir() else [ROOT / name]))
    sources = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in files}
    changes = [change for path, text in sources.items() for change in (left_out if asked.left_out else changes_of)(path, text)]
    if asked.sample:
        changes = random.Random(asked.seed).sample(changes, min(asked.sample, len(changes)))
    sweep, counts = Sweep(), Counter[str]()
    for change in sorted(changes, key=lambda change: (change.path, change.start)):
        outcome = sweep.met(change, sources[change.path])
        counts[outcome] += 1
        if outcome != "noticed":
            print(f"{outcome}: {change.told(sources[change.path])}", flush=True)
    print(", ".join(f"{outcome} {count}" for outcome, count in counts.most_common()))


if __name__ == "__main__":
    main()
