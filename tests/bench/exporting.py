"""One export of a long article, in a process of its own, since Typst remembers what it has typeset.

    python -m tests.bench.exporting [SIZE]

Prints JSON: processor seconds of the whole and of Typst alone on the same input, claims, and (on Linux) peak memory in MB before, after
Typst and at the end.
"""

import json
import resource
import sys
import tempfile
import time
from pathlib import Path

import app.exports.paper
from app.files.paths import read_styles
from credibility.floor.progress import silent
from tests.bench.window import long_reading


def peak() -> int:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def measured(size: int) -> dict[str, float]:
    """Export an article of about so many characters."""
    reading, styles, real = long_reading(size), read_styles(), app.exports.paper._pages
    figures: dict[str, float] = {"claims": len(reading.claims), "memory before": peak(), "typst": 0.0}

    def timed(*given: object) -> bytes:
        began = time.process_time()
        made = real(*given)  # type: ignore[arg-type]
        figures["typst"] += time.process_time() - began
        figures["memory after typst"] = peak()
        return made

    app.exports.paper._pages = timed  # type: ignore[assignment]
    began = time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        app.exports.paper.export_pdf(reading, Path(folder) / "out.pdf", styles, silent)
    return figures | {"whole": time.process_time() - began, "memory": peak()}


if __name__ == "__main__":
    print(json.dumps(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)))
