"""Texts that cost the rules and the window most, by stage, in processor seconds, with the exponent they grow by.

    python -m tests.bench.worst_cases [--sizes 1,3,10] [--pieces] [--kind NAME]

Sizes are millions of code points. 1.0 is a cost that grows as the text does, 2.0 one that grows with its square. The rules look at the
first three million at most, so their figures stand still behind that. `--pieces` tries texts of one repeated piece instead, at two sizes.
"""

import argparse
import math
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import count, islice, pairwise, product
from typing import TypeVar

from app.files.paths import documents, read_styles
from credibility.annotations.pdf.paper import lay_out
from credibility.annotations.report import reading_json
from credibility.attribution.detect import detect
from credibility.attribution.text.lexicon import read_lexicon
from credibility.model import Article, Found, Link, Span
from credibility.outlets.registry import OutletRegistry
from credibility.pipeline import resolve_outlets, seal
from credibility.sandbox.reach import told, within_reach
from tests.bench.attribution import as_article
from tests.bench.program import starter_registry

Given = TypeVar("Given")
SMALL = (100_000, 200_000)  # code points
PIECES = (
    *("said ", "he said ", "told ", "said, ", "(said ", "— said ", "'a b ", "“a” said ", "He said it was safe and ", "the ", ", "),
    *("It reportedly was. ", "according to ", "Ida Falk, ", "The Guardian ", "the BBC's ", "spokesman for the ", "who told ", "“", "‘"),
    "https://x.example/a ",
)
_FIRST = ("Ida", "Omar", "Lena", "Paul", "Ruth", "Ivo", "Nadia", "Tom", "Greta", "Hugo", "Vera", "Sami", "Olga", "Karl", "Mina")
_LAST = (
    "Falk",
    "Berger",
    "Ortega",
    "Lind",
    "Novak",
    "Okoye",
    "Marsh",
    "Ferri",
    "Haas",
    "Quist",
    "Dunn",
    "Sorel",
    "Vogel",
    "Tanaka",
    "Reyes",
)
_TOWNS = ("Oster", "Lemming", "Harwick", "Paris", "Washington", "Moscow", "Brussels", "Kyiv", "Berlin", "Lagos")


def people() -> Iterator[str]:
    """Claims of many named people, who are called by surname and pronoun afterwards."""
    for number, (first, last) in zip(count(), _endless(_FIRST, _LAST), strict=False):
        who = f"{first} {last}{'abcdefghij'[number % 10] * (number // 225 % 3)}"
        yield f"{who}, a spokesman for the harbour board, said on Tuesday that the lamp was safe. “It was lit again,” he said. "
        yield f"{who.split()[1]} added that the board had agreed to it, and she told reporters that nobody had been asked."


def outlets(names: tuple[str, ...]) -> Iterator[str]:
    """Claims that an outlet carries, each paragraph another."""
    for name in _endless(names):
        told = f"{name[0]} reported that the lamp was out, according to the board."
        yield f"The bridge is closed, a spokesman told {name[0]} on Tuesday. {told}"


def towns() -> Iterator[str]:
    """Claims of towns and of what speaks for them."""
    for town, other in _endless(_TOWNS, _TOWNS):
        yield f"{town} said it would talk to {other}. Officials in {town} told {other} that the treaty holds, and {other} denied it."


def plain() -> Iterator[str]:
    """Prose without a claim."""
    for town, name in _endless(_TOWNS, _LAST):
        yield f"The road from {town} runs along the water, past the {name} mill, where the light falls late and the ferries are moored."


def quotations() -> Iterator[str]:
    """Quotations that go on over paragraphs, some never closed."""
    for first, last in _endless(_FIRST, _LAST):
        yield f"“The lamp is out,” {first} {last} wrote. “It was never lit, and I said so to the board, ‘as you know"


def _endless(*columns: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    while True:
        yield from product(*columns)


def _text(made: Iterator[str], size: int, joint: str) -> str:
    parts, length = [], 0
    for part in made:
        parts.append(part)
        length += len(part) + len(joint)
        if length >= size:
            return joint.join(parts)[:size]
    raise AssertionError("endless")


def kinds(registry: OutletRegistry) -> Mapping[str, Callable[[int], Article]]:
    """A text of a size, by kind."""
    names = tuple(outlet.name for outlet in islice(registry.outlets.values(), 400) if outlet.names)
    lines: dict[str, Callable[[], Iterator[str]]] = {
        "people": people, "outlets": lambda: outlets(names), "towns": towns, "plain": plain, "quotations": quotations
    }  # fmt: skip
    made: dict[str, Callable[[int], Article]] = {
        name: lambda size, line=line: as_article(_text(line(), size, "\n"))  # type: ignore[misc]  # mypy sees no type for a default
        for name, line in lines.items()
    }
    made["one paragraph"] = lambda size: as_article(_text(people(), size, " "))
    made["links"] = lambda size: _linked(as_article(_text(outlets(names), size, "\n")))
    return made


def _linked(article: Article) -> Article:
    """The article with a link on every tenth word, and one over the whole of it."""
    spans = [Span(at, at + 12) for at in range(0, len(article.text) - 20, 60)]
    links = (Link(Span(0, len(article.text)), "https://whole.example/"), *(Link(s, f"https://www.bbc.co.uk/news/{s.start}") for s in spans))
    return replace(article, url="https://gazette.co.uk/2019/05/lamp", links=links)


def seconds(work: Callable[[], Given]) -> tuple[float, Given]:
    """Processor seconds of a piece of work, and what it gave."""
    start = time.process_time()
    given = work()
    return time.process_time() - start, given


def stages(article: Article, registry: OutletRegistry) -> Iterator[tuple[str, float]]:
    """Seconds of each stage between the text and what is shown of it."""
    styles = read_styles()
    spent, claims = seconds(lambda: told(detect(within_reach(article), LEXICON), article))
    yield "rules", spent
    spent, resolved = seconds(lambda: resolve_outlets(Found(article, claims), registry))
    yield "outlets", spent
    spent, reading = seconds(lambda: seal(resolved, registry, (), styles).reading)
    yield "rating", spent
    yield "JSON", seconds(lambda: reading_json(reading))[0]
    yield "paper", seconds(lambda: lay_out(reading, styles))[0]


LEXICON = read_lexicon(documents("lexicon", ".toml"))


def growth(sizes: tuple[float, ...], only: str | None) -> None:
    """A line per kind, stage and size."""
    registry = starter_registry()
    for kind, make in kinds(registry).items():
        if only not in (None, kind):
            continue
        by_stage: dict[str, list[float]] = {}
        for size in sizes:
            for stage, spent in stages(make(int(size * 1_000_000)), registry):
                by_stage.setdefault(stage, []).append(spent)
        for stage, spent in by_stage.items():
            figures = "  ".join(f"{size:g} M {value:7.2f} s" for size, value in zip(sizes, spent, strict=True))
            print(f"{kind:14} {stage:8} {figures}   growth {_exponents(sizes, spent)}", flush=True)


def _exponents(sizes: Sequence[float], spent: Sequence[float]) -> str:
    """The power of the size that each step's time grows by; "–" where a time is too short to tell."""
    steps = zip(pairwise(sizes), pairwise(spent), strict=True)
    told = (math.log(after / before) / math.log(large / small) if before > 0.05 else None for (small, large), (before, after) in steps)
    return " ".join("–" if step is None else f"{step:.2f}" for step in told)


def pieces() -> None:
    """A line per repeated piece; twice the text should take about twice the time."""
    for piece in PIECES:
        articles = [as_article(piece * (size // len(piece))) for size in SMALL]
        spent = [seconds(partial(detect, article, LEXICON))[0] for article in articles]
        figures = "  ".join(f"{size // 1000} kB {value:6.2f} s" for size, value in zip(SMALL, spent, strict=True))
        print(f"{piece!r:28} {figures}   growth {_exponents(SMALL, spent)}", flush=True)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sizes", default="1,3,10", help="millions of code points")
    options.add_argument("--kind")
    options.add_argument("--pieces", action="store_true")
    asked = options.parse_args()
    if asked.pieces:
        pieces()
    else:
        growth(tuple(float(size) for size in asked.sizes.split(",")), asked.kind)


if __name__ == "__main__":
    main()
