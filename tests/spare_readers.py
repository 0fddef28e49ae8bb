"""Reading processes that are handed from one test to the next: starting one takes a second, which few tests are about.

A process is handed on only when it has answered everything that it was asked; any other is ended, as in the program. Tests about the
process itself (`tests/sandbox`) do without.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import pytest

import app.cli
from credibility.sandbox.worker import ArticleWorker

_start, _close, _answer = ArticleWorker.start, ArticleWorker.close, ArticleWorker._answer
_MOST = 3


class _Spare(NamedTuple):
    process: Any
    channel: Any
    hello: Any


class SpareReaders:
    """The processes at rest, by the arguments that they were started with."""

    def __init__(self) -> None:
        self._resting: dict[tuple[int, bool], list[_Spare]] = defaultdict(list)
        self._busy: set[int] = set()
        """Processes that have not answered, by their ids."""

    def start(self, worker: ArticleWorker) -> None:
        """In place of `ArticleWorker.start`: take a process at rest, if there is one."""
        spares = self._resting[worker._memory, worker._plain]
        while worker._process is None and spares:
            spare = spares.pop()
            if spare.process.poll() is None:
                worker._process, worker._channel, worker._hello = spare
        _start(worker)

    def answer(self, worker: ArticleWorker, *asked: Any) -> Any:
        """In place of `ArticleWorker._answer`: a process that is refused its answer in the middle is not handed on."""
        self.start(worker)
        pid = worker.pid
        assert pid
        self._busy.add(pid)
        value = _answer(worker, *asked)
        self._busy.discard(pid)
        return value

    def close(self, worker: ArticleWorker) -> None:
        """In place of `ArticleWorker.close`: lay the process to rest."""
        process, channel, hello = worker._process, worker._channel, worker._hello
        resting = self._resting[worker._memory, worker._plain]
        is_idle = process is not None and hello is not None and worker._ahead is None and process.pid not in self._busy
        if is_idle and process.poll() is None and not channel.waiting and len(resting) < _MOST:
            resting.append(_Spare(process, channel, hello))
            worker._process = worker._channel = worker._hello = worker._held = None
        else:
            _close(worker)

    def end(self) -> None:
        """End them all."""
        for spares in self._resting.values():
            for spare in spares:
                spare.process.kill()
                spare.process.wait()
                spare.channel.close()


@pytest.fixture(scope="session")
def spare_readers() -> Iterator[SpareReaders]:
    """The processes at rest."""
    spares = SpareReaders()
    yield spares
    spares.end()


@pytest.fixture(autouse=True)
def handed_on(spare_readers: SpareReaders, monkeypatch: pytest.MonkeyPatch) -> None:
    """Workers take a process at rest, and lay theirs to rest."""
    for name in ("start", "close", "_answer"):
        monkeypatch.setattr(ArticleWorker, name, _for_worker(getattr(spare_readers, name.strip("_"))))
    monkeypatch.setattr(app.cli, "_reader_ahead", lambda *_: None)


def _for_worker(deed: Callable[..., Any]) -> Callable[..., Any]:
    """A method of the worker that hands the worker to `deed`: a bound method in its place would not be given it."""

    def method(worker: ArticleWorker, *asked: Any) -> Any:
        return deed(worker, *asked)

    return method
