"""One file of a batch: a pure function from its bytes and the table to readings, whichever thread or machine runs it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from credibility.floor.language import said
from credibility.floor.pages import HERE, page_names
from credibility.model import (
    Article,
    ArticleError,
    BlockChoice,
    Correction,
    Found,
    KeptCorrection,
    Reading,
    Role,
    SourceTintError,
    Style,
)
from credibility.outlets.registry import OutletRegistry
from credibility.pipeline import resolve_outlets, seal
from credibility.sandbox.worker import ArticleWorker


@dataclass(frozen=True, slots=True)
class BatchSetup:
    """All that a reading depends on besides the file: the table, the reader's corrections of all articles, and the settings."""

    registry: OutletRegistry = field(repr=False)
    styles: Mapping[Role, Style] = field(repr=False)
    corrections: tuple[KeptCorrection, ...] = ()
    threshold: float | None = None
    attitudes: bool = False


@dataclass(frozen=True, slots=True)
class FileTask:
    """One file to read: its SHA-256, its path, and what the reader chose as its articles' extents."""

    digest: str
    path: Path
    choices: Mapping[str, BlockChoice] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FileOutcome:
    """The readings of all articles of a file, or why it cannot be read. `notes` say which of its parts could not be."""

    task: FileTask
    readings: tuple[Reading, ...] = field(default=(), repr=False)
    error: str = ""
    notes: tuple[str, ...] = ()


def read_file(worker: ArticleWorker, task: FileTask, setup: BatchSetup) -> FileOutcome:
    """Read every article of a file. Errors become the outcome; a part that fails does not take the others with it."""
    try:
        first = worker.article(task.path, choices=task.choices)
        readings = [_reading(worker, first, task, setup)]
    except SourceTintError as error:
        return FileOutcome(task, error=str(error))
    notes = []
    for part in range(len(first.parts)):
        if part != first.part:
            try:
                readings.append(_reading(worker, worker.article(task.path, choices=task.choices, part=part), task, setup))
            except ArticleError as error:
                notes.append(said("Part {part}: {error}", part=part + 1, error=str(error)))
    return FileOutcome(task, tuple(sorted(readings, key=lambda reading: reading.article.part)), notes=tuple(notes))


def _reading(worker: ArticleWorker, article: Article, task: FileTask, setup: BatchSetup) -> Reading:
    """As the window shows it once rules and tagger have finished."""
    claims = worker.claims(article, setup.threshold, setup.attitudes)
    resolved = resolve_outlets(Found(article, claims), setup.registry)
    return seal(resolved, setup.registry, tuple(_corrections(article, task.path, setup.corrections)), setup.styles).reading


def _corrections(article: Article, path: Path, kept: tuple[KeptCorrection, ...]) -> Iterator[Correction]:
    """The corrections of this article: those made in other copies of its page first, so that its own decide."""
    pages = {*page_names(article), *(() if article.parts else (f"{HERE}{path}",))}
    yield from (each.correction for each in kept if each.correction.fingerprint != article.fingerprint and pages.intersection(each.pages))
    yield from (each.correction for each in kept if each.correction.fingerprint == article.fingerprint)
