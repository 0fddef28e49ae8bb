"""Read files in this machine's guarded processes: one per job, started once and kept warm, each served by a thread."""

import threading
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait

from app.batch.reading import BatchSetup, FileOutcome, FileTask, read_file
from credibility.sandbox.worker import ArticleWorker

AHEAD = 2
"""Tasks waiting per job, so that no process idles; more would only take memory."""

READINGS_PER_PROCESS = 500
"""After so many files a guarded process is replaced, whatever its libraries have kept by then."""


def read_here(
    tasks: Iterable[FileTask], setup: BatchSetup, jobs: int, finish: Callable[[FileOutcome, ArticleWorker], FileOutcome]
) -> Generator[FileOutcome, None, None]:
    """The outcome of each task, in the order in which they are done; `finish` runs on the thread, and is given
    the process, that read the file.
    """
    readers = _Readers()

    def read(task: FileTask) -> FileOutcome:
        worker = readers.own()
        return finish(read_file(worker, task, setup), worker)

    executor = ThreadPoolExecutor(jobs, thread_name_prefix="batch")
    running: set[Future[FileOutcome]] = set()
    try:
        for task in tasks:
            running.add(executor.submit(read, task))
            if len(running) >= jobs * AHEAD:
                done, running = wait(running, return_when=FIRST_COMPLETED)
                yield from (each.result() for each in done)
        while running:
            done, running = wait(running, return_when=FIRST_COMPLETED)
            yield from (each.result() for each in done)
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        readers.close()  # a thread that is waiting for its process ends with it
        executor.shutdown()


class _Readers:
    """A guarded process per thread."""

    def __init__(self) -> None:
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: list[ArticleWorker] = []

    def own(self) -> ArticleWorker:
        """The calling thread's process."""
        worker: ArticleWorker | None = getattr(self._local, "worker", None)
        if worker is None:
            worker = self._local.worker = ArticleWorker()
            self._local.read = 0
            with self._lock:
                self._all.append(worker)
        self._local.read += 1
        if self._local.read % READINGS_PER_PROCESS == 0:
            worker.close()
        return worker

    def close(self) -> None:
        """End all processes."""
        with self._lock:
            for worker in self._all:
                worker.kill()
                worker.close()
