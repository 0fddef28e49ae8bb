"""How the benchmarks measure: processor time, contenders in turn, and the exponent that a cost grows by."""

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from math import log
from statistics import median
from time import process_time

Work = Callable[[], object]


def spent(work: Work) -> float:
    """Processor seconds of this process, its threads included."""
    began = process_time()
    work()
    return process_time() - began


def interleaved(contenders: Mapping[str, Work], rounds: int = 5) -> dict[str, float]:
    """Median processor seconds of each. All are warmed up once, then run in turn, each round beginning with another one."""
    names = list(contenders)
    for name in names:
        contenders[name]()
    runs: dict[str, list[float]] = {name: [] for name in names}
    for number in range(rounds):
        for place in range(len(names)):
            name = names[(number + place) % len(names)]
            runs[name].append(spent(contenders[name]))
    return {name: median(each) for name, each in runs.items()}


def exponents(sizes: Sequence[float], costs: Sequence[float]) -> str:
    """The power of the size that the cost grows by at each step: 1.0 grows with it, 2.0 with its square; "–" where it is too short."""
    steps = zip(pairwise(sizes), pairwise(costs), strict=True)
    return " ".join(f"{log(b / a) / log(large / small):.2f}" if a > 0.0005 else "–" for (small, large), (a, b) in steps)
