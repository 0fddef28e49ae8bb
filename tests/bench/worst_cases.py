"""Texts that cost the rules most: python -m tests.bench.worst_cases

Prints processor seconds at two sizes for texts of one repeated piece; twice the text should take about twice the time.
"""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from app.paths import documents  # noqa: E402
from credibility.attribution.detect import detect  # noqa: E402
from credibility.attribution.text.lexicon import read_lexicon  # noqa: E402
from tests.bench.attribution import as_article  # noqa: E402

SIZES = (100_000, 200_000)  # code points
PIECES = (
    "said ",
    "he said ",
    "told ",
    "said, ",
    "(said ",
    "— said ",
    "'a b ",
    "“a” said ",
    "He said it was safe and ",
    "It reportedly was. ",
    "the ",
)


def main() -> None:
    """Print a line per text."""
    lexicon = read_lexicon(documents("lexicon", ".toml"))
    for piece in PIECES:
        times = []
        for size in SIZES:
            article = as_article(piece * (size // len(piece)))
            start = time.process_time()
            detect(article, lexicon)
            times.append(time.process_time() - start)
        print(f"{piece!r:28}", *(f"{size // 1000} kB {seconds:6.2f} s" for size, seconds in zip(SIZES, times, strict=True)))


if __name__ == "__main__":
    main()
