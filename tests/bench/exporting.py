"""One export of a long article beside Typst alone on the same paper, each in a process of its own, since Typst keeps its memory.

    python -m tests.bench.exporting [SIZE]

Prints JSON: claims and pages; processor seconds of the whole export, of Typst alone in one document, and the ratio; and (on Linux) the
peak memory in MB of the program's own process and of the largest of those that it started.
"""

import json
import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

from app.exports.paper import PLAIN, export_pdf
from app.exports.typesetting import font_setting, typeset
from app.files.faces import shipped_faces
from app.files.paths import read_styles
from credibility.annotations.pdf.paper import lay_out
from credibility.floor.progress import silent
from tests.bench.window import long_reading

WHOLE, ALONE = "whole", "alone"


def spent() -> float:
    """Processor seconds of this process and of those that it started and that have ended."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def peak(whose: int) -> int:
    """Peak memory so far of a process, in MB."""
    return resource.getrusage(whose).ru_maxrss // 1024


def whole(size: int) -> dict[str, float]:
    """Export an article of about so many characters."""
    reading, styles = long_reading(size), read_styles()
    before, began = peak(resource.RUSAGE_SELF), spent()
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.pdf"
        export_pdf(reading, target, styles, silent)
        seconds = spent() - began
        with pikepdf.open(target) as document:
            pages = len(document.pages)
        return {
            "claims": len(reading.claims),
            "pages": pages,
            "bytes": target.stat().st_size,
            "seconds": seconds,
            "memory before": before,
            "memory": peak(resource.RUSAGE_SELF),
            "memory of the largest child": peak(resource.RUSAGE_CHILDREN),
        }


def alone(size: int) -> dict[str, float]:
    """Typeset the same article as one document, and nothing else."""
    reading = long_reading(size)
    paper = lay_out(reading, read_styles(), PLAIN)
    setting = font_setting(paper, reading.article, shipped_faces())
    began = spent()
    typeset(paper, setting, silent)
    return {"seconds": spent() - began, "memory": peak(resource.RUSAGE_SELF)}


def measured(size: int) -> dict[str, float]:
    """Both, each in a process of its own."""
    runs = {
        which: json.loads(
            subprocess.run(
                [sys.executable, "-m", "tests.bench.exporting", str(size), which], capture_output=True, text=True, check=True
            ).stdout
        )
        for which in (ALONE, WHOLE)
    }
    seconds = runs[ALONE]["seconds"]
    return {
        **runs[WHOLE],
        "Typst alone": seconds,
        "memory of Typst alone": runs[ALONE]["memory"],
        "ratio": round(runs[WHOLE]["seconds"] / seconds, 2),
    }


if __name__ == "__main__":
    SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 200_000
    WHICH = {WHOLE: whole, ALONE: alone}.get(sys.argv[2] if len(sys.argv) > 2 else "", measured)
    print(json.dumps(WHICH(SIZE)))
