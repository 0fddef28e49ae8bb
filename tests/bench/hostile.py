"""Hostile files through the door that the program uses, and a fuzz of every container.

    python -m tests.bench.hostile [--seed N] [--fuzz SECONDS] [--guided SECONDS] [--keep FOLDER]

Prints the outcome for each kind, the slowest files and the reading process's peak memory; how many probes inside a process with its walls
were refused; and (with strace) the connections and files that the whole program reached for. Ends with 1 when a promise was broken: the
caller lives, no limit is passed, nothing is fetched or read elsewhere, and what comes back is a sound article or a named error.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from credibility.model import Article, ArticleError
from credibility.sandbox.launch import MEMORY
from credibility.sandbox.worker import ArticleWorker
from tests.bench import guided, outside
from tests.bench.hostile_files import VALID, hostile_files, mutated
from tests.sandbox.probing import laid_out, probed

SECONDS = 30.0


def unsound(article: Article) -> list[str]:
    """What is wrong with an article that came out of a hostile file."""
    wrong = []
    if "\n".join(block.span.of(article.text) for block in article.blocks) != article.text:
        wrong.append("blocks are not the text")
    if any(not link.url.lower().startswith(("http://", "https://")) for link in article.links):
        wrong.append("a link that is not a web address")
    if any(not 0 <= link.span.start < link.span.end <= len(article.text) for link in article.links):
        wrong.append("a link outside the text")
    if any(ord(char) < 32 and char not in "\n\t" for char in article.text):
        wrong.append("control characters")
    if len(article.parts) > 2000 or any(len(part.title) > 200 or "\n" in part.title for part in article.parts):
        wrong.append("an endless list of parts")
    if "document.location=" in article.text:
        wrong.append("a script as text")
    return wrong


def outcome(path: Path, worker: ArticleWorker) -> tuple[str, str]:
    """The outcome for a file: "article", "refused", "limit", "failed" (an exception of ours) or "unsound", with the words."""
    try:
        article = worker.found(path).article
    except ArticleError as error:
        stopped = ("longer than", "more memory", "failed: the file")
        kind = (
            "limit" if any(words in error.reason for words in stopped) else "failed" if "could not be read (" in error.reason else "refused"
        )
        return kind, error.reason
    wrong = unsound(article)
    return ("unsound", "; ".join(wrong)) if wrong else ("article", "")


def peak_memory(worker: ArticleWorker) -> int:
    """Peak resident bytes of the reading process, where the system tells (Linux), else 0."""
    status = Path(f"/proc/{worker.pid}/status")
    if worker.pid is None or not status.exists():
        return 0
    lines = (line for line in status.read_text("utf8").splitlines() if line.startswith("VmHWM"))
    return sum(int(line.split()[1]) * 1024 for line in lines)


def run(folder: Path, seed: int) -> int:
    counts: Counter[str] = Counter()
    times: list[tuple[float, str, str]] = []
    broken, peak = 0, 0
    with ArticleWorker(seconds=SECONDS) as worker:
        for name, data in hostile_files(seed):
            path = folder / name
            path.write_bytes(data)
            begun = time.perf_counter()
            kind, words = outcome(path, worker)
            took = time.perf_counter() - begun
            peak = max(peak, peak_memory(worker))
            counts[kind] += 1
            times.append((took, name, kind))
            if kind in ("failed", "unsound", "limit"):
                print(f"  {kind}: {name} ({took:.1f} s): {words}")
            broken += kind in ("failed", "unsound") or took > 3 * SECONDS + 5
            path.unlink()
    print(f"{len(times)} files: {dict(counts)}; peak memory {peak / 1e6:.0f} MB of {MEMORY / 1e6:.0f}")
    print("slowest:", ", ".join(f"{name} {took:.1f} s ({kind})" for took, name, kind in sorted(times, reverse=True)[:8]))
    return broken


def fuzz(folder: Path, seed: int, seconds: float) -> int:
    """Mutate every container again and again until the time is up."""
    chance = random.Random(seed)
    valid = {name: made() for name, made in VALID.items()}
    counts: Counter[str] = Counter()
    until, tried = time.monotonic() + seconds, 0
    with ArticleWorker(seconds=SECONDS) as worker:
        while time.monotonic() < until:
            name = chance.choice(list(valid))
            data = mutated(valid[name], chance)
            path = folder / f"fuzz.{name}"
            path.write_bytes(data)
            kind, words = outcome(path, worker)
            tried += 1
            counts[kind] += 1
            if kind in ("failed", "unsound", "limit"):
                kept = folder / f"{kind}-{tried}.{name}"
                kept.write_bytes(data)
                print(f"  {kind}: {kept.name}: {words}")
    print(f"fuzz: {tried} files in {seconds:.0f} s: {dict(counts)}")
    return counts["failed"] + counts["unsound"]


def probe(folder: Path) -> int:
    """Try from inside what a file that has taken the reading process over would try."""
    folder.mkdir()
    outcomes, in_force = probed(laid_out(folder))
    got = {name: outcome for name, outcome in outcomes.items() if outcome}
    print(f"probes refused: {len(outcomes) - len(got)} of {len(outcomes)}, behind {in_force}")
    for name, outcome in got.items():
        print(f"  {name}: {outcome}")
    return len(got)


def is_broken(path: Path) -> bool:
    """Whether a file breaks a promise when it comes through the door that the program uses."""
    begun = time.perf_counter()
    with ArticleWorker(seconds=SECONDS) as worker:
        kind, words = outcome(path, worker)
    print(f"  {kind}: {path.name} ({time.perf_counter() - begun:.1f} s): {words}")
    return kind not in ("article", "refused")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=20190305)
    parser.add_argument("--fuzz", type=float, default=0.0, metavar="SECONDS")
    parser.add_argument(
        "--guided", type=float, default=0.0, metavar="SECONDS", help="coverage-guided, in a process of its own; needs atheris"
    )
    parser.add_argument("--idle", type=float, default=10.0, metavar="SECONDS", help="what libraries may need to report home")
    parser.add_argument("--keep", type=Path, help="folder for the files that broke a promise")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        broken = run(folder, options.seed)
        if sys.platform == "linux":
            broken += probe(Path(temporary) / "probes") + outside.look(options.idle)
        if options.fuzz:
            broken += fuzz(folder, options.seed, options.fuzz)
        if options.guided and guided.available():
            broken += sum(is_broken(path) for path in guided.run(options.guided, folder))
        elif options.guided:
            print("guided: atheris is not installed; seeded mutation instead")
            broken += fuzz(folder, options.seed + 1, options.guided)
    print("every promise kept" if not broken else f"{broken} promises broken")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
