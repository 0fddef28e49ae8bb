"""A batch from beginning to end: which files there are, which are still to be read, what came of each."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from app.batch.cluster import ClusterAddress, connect, read_there
from app.batch.files import files_in
from app.batch.keeping import BatchPlace, is_kept, keep, write_exports
from app.batch.local import read_here
from app.batch.paper import BatchPaper
from app.batch.reading import BatchSetup, FileOutcome, FileTask
from app.files.saved_files import digest_of
from credibility.archive.store import ReadingsStore
from credibility.floor.language import said
from credibility.model import BlockChoice
from credibility.sandbox.worker import ArticleWorker

Choices = Callable[[str], dict[str, BlockChoice]]
Tell = Callable[[int], object]
"""Hears after each file how many are done."""


@dataclass
class BatchSummary:
    """What a run has done so far. `known` files had been read before or have the content of another one; `notes` are about single parts."""

    files: int = 0
    read: int = 0
    known: int = 0
    articles: int = 0
    claims: int = 0
    failed: list[tuple[Path, str]] = field(default_factory=list)
    notes: list[tuple[Path, str]] = field(default_factory=list)


class Batch:
    """One run over some files. `again` reads what was read before, too."""

    def __init__(
        self, store: ReadingsStore, place: BatchPlace, setup: BatchSetup, paper: BatchPaper, choices: Choices, *, again: bool = False
    ) -> None:
        self._store = store
        self._place = place
        self._setup = setup
        self._paper = paper
        self._choices = choices
        self._again = again
        self._seen: set[str] = set()
        self.summary = BatchSummary()

    def run(self, places: Iterable[Path], jobs: int, cluster: ClusterAddress | None, tell: Tell) -> BatchSummary:
        """Read everything; each outcome is stored before the next is looked at. An interruption leaves a store that can be gone on with."""
        tasks = self._tasks(places, tell)
        if cluster is None:
            with closing(read_here(tasks, self._setup, jobs, self._finish)) as outcomes:
                self._keep_all(outcomes, tell)
        else:
            # What was read elsewhere is written here, with a process that reads the pages of PDFs.
            with connect(cluster) as client, ArticleWorker(plain=True) as worker:
                self._keep_all((self._finish(outcome, worker) for outcome in read_there(tasks, self._setup, client)), tell)
        return self.summary

    def _keep_all(self, outcomes: Iterable[FileOutcome], tell: Tell) -> None:
        for outcome in outcomes:
            self._keep(outcome)
            tell(1)

    def _tasks(self, places: Iterable[Path], tell: Tell) -> Iterator[FileTask]:
        """What is still to be read; a second file of the same content is not."""
        for path in files_in(places, self._place.out):
            self.summary.files += 1
            digest = digest_of(path)
            if digest is None:
                self.summary.failed.append((path, said("It cannot be read, or is too large for an article.")))
                tell(1)
                continue
            task = FileTask(digest, path, self._choices(digest))
            if digest in self._seen or (not self._again and is_kept(self._store, task, self._place)):
                self.summary.known += 1
                tell(1)
                continue
            self._seen.add(digest)
            yield task

    def _finish(self, outcome: FileOutcome, worker: ArticleWorker) -> FileOutcome:
        return write_exports(outcome, self._place, self._setup.styles, self._paper, worker)

    def _keep(self, outcome: FileOutcome) -> None:
        keep(self._store, outcome, self._setup.styles)
        self.summary.notes += [(outcome.task.path, note) for note in outcome.notes]
        if outcome.error:
            self.summary.failed.append((outcome.task.path, outcome.error))
            return
        self.summary.read += 1
        self.summary.articles += len(outcome.readings)
        self.summary.claims += sum(len(reading.claims) for reading in outcome.readings)
