"""Whether the tagger says the same on another processor, which is emulated.

    python -m tests.bench.processors [--cpu Haswell] [--articles 3]

Labels words of our own corpus here and under `qemu-x86_64 -cpu CPU` (Debian's qemu-user; some 1,200 words take eight minutes). Haswell has
Labels words of our own corpus here and under `qemu-x86_64 -cpu CPU` (Debian's qemu-user; 1,200 words take eight minutes). Haswell has
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from credibility.attribution.tagging import tagger
from credibility.sandbox.second_look import load_tagger
from resources.corpus.notation import read_corpus
from tests.bench.corpus import documents

ROOT = Path(__file__).resolve().parents[2]
AGAIN = "import sys; sys.path[:] = {path!r}; from tests.bench.processors import label; label({articles}, {target!r})"


def label(articles: int, target: str) -> None:
    """Save the scores of every word of the first article of each of so many files: words × labels."""
    scores: list[NDArray[np.float32]] = []
    whole = tagger._paragraph

    def keeping(span: object, line: object, row: NDArray[np.float32]) -> object:
        scores.append(row.copy())
        return whole(span, line, row)  # type: ignore[arg-type] # handed on as they came

    tagger._paragraph = keeping  # type: ignore[assignment] # the beliefs themselves leave the tagger nowhere
    read = load_tagger(1)
    assert read is not None, "the model is there"
    for path in list(documents(ROOT / "resources" / "corpus"))[:articles]:
        read(next(iter(read_corpus(path.read_text(encoding="utf-8"), path.name))).text)
    np.save(target, np.concatenate(scores))


def main() -> int:
    """Compare; 1 when a label differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.processors", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--cpu", default="Haswell", help="a processor that qemu knows")
    parser.add_argument("--articles", type=int, default=3)
    wishes = parser.parse_args()
    emulator = shutil.which("qemu-x86_64")
    if emulator is None:
        print("qemu-x86_64 is not installed (Debian: qemu-user).")
        return 1
    with tempfile.TemporaryDirectory() as name:
        here, there = (Path(name) / f"{place}.npy" for place in ("here", "there"))
        label(wishes.articles, str(here))
        again = AGAIN.format(path=[*sys.path, str(ROOT)], articles=wishes.articles, target=str(there))
        python = str(Path(sys.executable).resolve())
        subprocess.run([emulator, "-cpu", wishes.cpu, python, "-c", again], stderr=subprocess.DEVNULL, check=True)
        ours, theirs = np.load(here), np.load(there)
    apart = np.abs(np.exp(ours) - np.exp(theirs)).max(axis=1)
    other = int((ours.argmax(axis=1) != theirs.argmax(axis=1)).sum())
    print(f"{len(ours)} words here and on {wishes.cpu}: beliefs apart by {apart.max():.6f} at most, {other} labels differ")
    return 1 if other else 0


if __name__ == "__main__":
    sys.exit(main())
