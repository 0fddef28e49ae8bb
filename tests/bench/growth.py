"""How costs grow: with the length of the text, the number of claims and the number of outlets, with the exponent of each step.

    python -m tests.bench.growth [--long]

`--long` goes on to 10 MB, which takes some minutes.
"""

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from app.files.paths import read_styles
from credibility.attribution.detect import detect
from credibility.model import Found, Outlet, OutletKind
from credibility.outlets.names.hits import find_names
from credibility.outlets.registry import build_registry
from credibility.pipeline import resolve_outlets, seal
from credibility.sandbox.reach import told, within_reach
from credibility.sandbox.tasks import lexicon
from tests.bench.measuring import exponents, spent
from tests.bench.program import starter_registry
from tests.bench.window import long_reading
from tests.bench.worst_cases import kinds
from ui.filtering import ClaimFilter, FacetIndex

SIZES = (1_000, 10_000, 100_000, 1_000_000)
CLAIMS = (10, 100, 1_000, 10_000)
OUTLETS = (1, 10, 100, 1_000, 10_000, 100_000)


@dataclass(frozen=True, slots=True)
class Curve:
    """Seconds of processor time at growing sizes."""

    what: str
    unit: str
    sizes: tuple[int, ...]
    seconds: tuple[float, ...]

    @property
    def words(self) -> str:
        """The costs in milliseconds, size by size."""
        return ", ".join(f"{size:,}: {cost * 1000:,.1f}" for size, cost in zip(self.sizes, self.seconds, strict=True))

    @property
    def exponents(self) -> str:
        """Of each step."""
        return exponents(self.sizes, self.seconds)


def texts(sizes: tuple[int, ...]) -> Iterator[Curve]:
    """Rules, outlets and sealing of a text in which every paragraph holds claims of another outlet."""
    registry, styles, words = starter_registry(), read_styles(), lexicon()
    make = kinds(registry)["outlets"]
    costs: dict[str, list[float]] = {"rules": [], "outlets": [], "sealing": []}
    for size in sizes:
        article = make(size)
        kept: list[object] = []
        costs["rules"].append(spent(lambda article=article, kept=kept: kept.append(told(detect(within_reach(article), words), article))))
        found = Found(article, kept[0])  # type: ignore[arg-type]  # kept as what the stage before gave
        costs["outlets"].append(spent(lambda found=found, kept=kept: kept.append(resolve_outlets(found, registry))))
        costs["sealing"].append(spent(lambda kept=kept: seal(kept[1], registry, (), styles)))  # type: ignore[arg-type]  # kept as what the stage before gave
    for stage, each in costs.items():
        yield Curve(f"{stage}, characters of text", "ms", sizes, tuple(each))


def claims() -> Iterator[Curve]:
    """Sorting claims for the filters, and one filter, by the number of claims."""
    sorting, filtering = [], []
    for count in CLAIMS:
        reading = long_reading(130 * count)
        claims = (reading.claims * (count // len(reading.claims) + 1))[:count]
        index = FacetIndex()
        sorting.append(spent(lambda index=index, claims=claims: index.counts(claims)))
        chosen = ClaimFilter(frozenset({"gazette.example"}))
        filtering.append(spent(lambda index=index, claims=claims, chosen=chosen: index.held(claims, chosen)))
    yield Curve("sorting for the filters, claims", "ms", CLAIMS, tuple(sorting))
    yield Curve("one filter, claims", "ms", CLAIMS, tuple(filtering))


def outlets() -> Iterator[Curve]:
    """Looking up names in 200 KB, by the number of outlets; every name of two words, few of them in the text."""
    text = kinds(starter_registry())["outlets"](200_000).text
    finding = []
    for count in OUTLETS:
        table = build_registry(Outlet(f"site{n}.example", f"Site{n} Herald", OutletKind.NEWS, "GB") for n in range(count))
        find_names(text[:1000], table)
        finding.append(spent(lambda table=table: find_names(text, table)))
    yield Curve("names in 200 KB, outlets", "ms", OUTLETS, tuple(finding))


def curves(*, long: bool = False) -> Iterator[Curve]:
    """All of them."""
    yield from texts((*SIZES, 10_000_000) if long else SIZES)
    yield from claims()
    yield from outlets()


def main() -> None:
    """Print the curves."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--long", action="store_true")
    for curve in curves(long=options.parse_args(sys.argv[1:]).long):
        print(f"{curve.what}: {curve.words} {curve.unit}; growth {curve.exponents}", flush=True)


if __name__ == "__main__":
    main()
