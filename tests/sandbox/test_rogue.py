"""A process that a file has taken over, or of another version, costs its file and nothing else."""

import pickle
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from credibility.model import (
    ArticleError,
)
from credibility.sandbox import worker as workers
from credibility.sandbox.messages import VERSION, Hello, answer_bytes
from credibility.sandbox.worker import ArticleWorker
from tests.sandbox.test_messages import peak_memory

SAYS = """
import sys, struct
out = sys.stdout.buffer
def say(data, length=None):
    out.write(struct.pack(">Q", len(data) if length is None else length) + data); out.flush()
"""


def rogue(monkeypatch: pytest.MonkeyPatch, words: str) -> ArticleWorker:
    """A worker for a process that a file has taken over."""

    def launch(**_: Any) -> Any:
        hello = f"say({answer_bytes('hello', Hello())!r})\n"
        command = [sys.executable, "-c", SAYS + hello + words]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    monkeypatch.setattr(workers, "launch", launch)
    return ArticleWorker(seconds=5)


@pytest.mark.parametrize(
    "words",
    [
        "say(b'', 1 << 62)\nsys.stdin.read()",
        "say(b'x', 100_000_000)\nout.close()",
        "say(b'\\x93\\xa4done' + b'\\x91' * 1_000_000 + b'\\xc0' * 2)\nsys.stdin.read()",
        "say(b'\\xdd\\xff\\xff\\xff\\xff')\nsys.stdin.read()",
        "while True: say(b'\\x00' * 1_000_000)",
        "while True: say(b'')",
        "out.write(b'\\xff' * 100_000_000)\nout.flush()\nsys.stdin.read()",
    ],
    ids=["endless length", "cut short", "nesting", "endless list", "never silent", "never silent in little", "noise"],
)
def test_a_process_taken_over_costs_its_file_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    (tmp_path / "a.txt").write_text("words")
    before, begun = peak_memory(), time.perf_counter()
    with rogue(monkeypatch, words) as worker, pytest.raises(ArticleError, match="built to do harm"):
        worker.article(tmp_path / "a.txt")
    assert time.perf_counter() - begun < 5
    assert peak_memory() - before < 300_000_000


def test_a_pickle_that_would_run_runs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark = tmp_path / "mark"

    class Runs:
        def __reduce__(self) -> Any:
            return Path.touch, (mark,)

    (tmp_path / "a.txt").write_text("words")
    with rogue(monkeypatch, f"say({pickle.dumps(('article', Runs()))!r})\nsys.stdin.read()") as worker, pytest.raises(ArticleError):
        worker.article(tmp_path / "a.txt")
    assert not mark.exists()


def test_a_process_of_another_version_is_named_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("words")
    monkeypatch.setattr(workers, "VERSION", VERSION + 1)
    with ArticleWorker() as worker, pytest.raises(ArticleError, match="another version"):
        worker.article(tmp_path / "a.txt")
