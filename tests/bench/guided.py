"""A coverage-guided fuzz of all containers with atheris (libFuzzer): `python -m tests.bench.hostile --guided SECONDS`.

It runs in a process of its own, because libFuzzer ends its process. Our own modules are instrumented; the corpus begins with one valid
file per container, and libFuzzer keeps every mutation that reaches code none before it did. atheris is wanted for this alone and is not
among the project's dependencies: `pip install atheris` (Linux and macOS).
"""

import importlib.util
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SECONDS = 30
MEMORY = 2000
_FIGURES = ("number_of_executed_units", "new_units_added", "slowest_unit_time_sec", "peak_rss_mb")
_STATS = re.compile(r"stat::(\w+):\s*(\d+)")
_FINDS = ("crash-", "oom-", "timeout-", "leak-")
_COVERED = re.compile(r"\bcov: (\d+)")


def available() -> bool:
    return importlib.util.find_spec("atheris") is not None


def run(seconds: float, keep: Path) -> list[Path]:
    """Fuzz for so long; prints the figures and returns the file that stopped it, if one did: libFuzzer ends at the first.

    Its clock runs on while a busy machine does not let it work, so what it takes for endless must be tried again.
    """
    before = set(keep.iterdir())
    with tempfile.TemporaryDirectory() as corpus:
        limits = [
            f"-max_total_time={seconds:.0f}",
            f"-timeout={SECONDS}",
            f"-rss_limit_mb={MEMORY}",
            "-max_len=200000",
            "-print_final_stats=1",
        ]
        command = [sys.executable, "-m", "tests.bench.guided", *limits, f"-artifact_prefix={keep}/", corpus]
        done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    stats = dict(_STATS.findall(done.stderr))
    covered = _COVERED.findall(done.stderr)
    tried, new, slowest, peak = (stats.get(name, "?") for name in _FIGURES)
    print(f"guided: {tried} files in {seconds:.0f} s, {new} of them on new ways; slowest {slowest} s; peak memory {peak} MB")
    if covered:
        print(f"guided: places reached {covered[0]} → {covered[-1]}")
    if done.returncode:
        print(done.stderr[-1500:])
    return [path for path in set(keep.iterdir()) - before if path.name.startswith(_FINDS)]


def main() -> None:
    import atheris  # noqa: PLC0415 - only here, and only when it is installed

    with atheris.instrument_imports(include=["credibility.articles"]):
        from credibility.articles.extract import extract, warm_up  # noqa: PLC0415
        from credibility.articles.load import load_page  # noqa: PLC0415

        warm_up()
    from credibility.model import ArticleError  # noqa: PLC0415
    from tests.bench.hostile import unsound  # noqa: PLC0415
    from tests.bench.hostile_files import VALID  # noqa: PLC0415

    corpus = Path(sys.argv[-1])
    for name, made in VALID.items():
        (corpus / name).write_bytes(made())
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file"

        def try_one(data: bytes) -> None:
            path.write_bytes(data)
            try:
                article = extract(load_page(path))
            except ArticleError:
                return
            wrong = unsound(article)
            if wrong:
                raise AssertionError("; ".join(wrong))

        atheris.Setup(sys.argv, try_one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
