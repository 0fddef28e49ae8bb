"""What is stored of a reading, and where: a store beside the exports, so that a run that was stopped goes on where it was."""

import json
import re
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from app.batch.paper import BatchPaper, WorkersPages
from app.batch.reading import FileOutcome, FileTask
from app.exports.exporting import export
from app.exports.originals import losses_of, original_of
from app.files.saved_files import SavedFile
from app.files.there import is_folder
from credibility.annotations.exports.registry import PDF, named
from credibility.annotations.exports.rows import claim_rows
from credibility.annotations.report import reading_json
from credibility.archive.store import CLAIM_COLUMNS, ReadingsStore, StoredArticle
from credibility.floor.language import said
from credibility.floor.progress import silent
from credibility.floor.roles import ROLE_OF_TIER
from credibility.floor.web import web_address
from credibility.model import ExportError, ExportFormat, Reading, Role, Style
from credibility.sandbox.worker import ArticleWorker

STORE = "readings.db"
"""The name of the store in a folder of exports."""

_IN_NAME = re.compile(r"[^\w.\-]+")


@dataclass(frozen=True, slots=True)
class BatchPlace:
    """Where a batch writes: the store, and, for a folder or a Parquet file, what else. `formats` are written into `folder`."""

    store: Path
    folder: Path | None = None
    formats: tuple[ExportFormat, ...] = ()
    parquet: Path | None = None

    @property
    def out(self) -> Path:
        """What was named on the command line."""
        return self.parquet or self.folder or self.store


def destination(out: Path, suffixes: Sequence[str]) -> BatchPlace:
    """What `--out` and `--export` ask for. Raises ExportError when they do not go together, or the place is not there."""
    formats = tuple(dict.fromkeys(named(suffix) for suffix in suffixes))
    if out.suffix.lower() in (".db", ".sqlite"):
        place = BatchPlace(out)
    elif out.suffix.lower() == ".parquet":
        place = BatchPlace(out.with_name(f"{out.name}.db"), parquet=out)
    else:
        out.mkdir(parents=True, exist_ok=True)
        return BatchPlace(out / STORE, out, formats or (named("json"),))
    if formats:
        raise ExportError(
            said("Exports need a folder."), said("Give --out a folder instead of {name}, or leave --export out.", name=out.name)
        )
    if not is_folder(out.parent):
        raise ExportError(said("The folder {parent} does not exist.", parent=out.parent), said("Create it, or choose another place."))
    return place


def exported_names(task: FileTask, reading: Reading, formats: Sequence[ExportFormat]) -> Iterator[str]:
    """The name of each export: the file's own, the part if there are several, and the beginning of the content's hash."""
    stem = _IN_NAME.sub("_", task.path.stem)[:80] or "article"
    part = f"-{reading.article.part + 1}" if reading.article.parts else ""
    yield from (f"{stem}{part}-{task.digest[:12]}.{form.suffix}" for form in formats)


def write_exports(
    outcome: FileOutcome, place: BatchPlace, styles: Mapping[Role, Style], paper: BatchPaper, worker: ArticleWorker
) -> FileOutcome:
    """Write what is asked for into the folder; `worker` reads and copies the pages of a PDF.

    What a marked copy loses is noted. An export that fails becomes the outcome's error: the file is read again next time.
    """
    if place.folder is None:
        return outcome
    file = SavedFile(outcome.task.path)
    lost = losses_of(file, WorkersPages(worker), paper.setup) if PDF in place.formats else ()
    try:
        for reading in outcome.readings:
            for name in exported_names(outcome.task, reading, place.formats):
                _write(reading, place.folder / name, file, styles, paper, worker)
    except ExportError as error:
        return replace(outcome, readings=(), error=str(error))
    return replace(outcome, notes=(*outcome.notes, *lost))


def _write(reading: Reading, target: Path, file: SavedFile, styles: Mapping[Role, Style], paper: BatchPaper, worker: ArticleWorker) -> None:
    setup = paper.setup_for(file)
    export(
        reading,
        target,
        styles,
        silent,
        setup,
        lambda: original_of(file, WorkersPages(worker), setup, reading.article.text),
        lambda shown: paper.tools.evidence(shown, file),
    )


def is_kept(store: ReadingsStore, task: FileTask, place: BatchPlace) -> bool:
    """Whether a file of that content was read before, and all that is asked for was written."""
    if not store.has(task.digest):
        return False
    if place.folder is None:
        return True
    written = {form: sum(1 for _ in place.folder.glob(f"*-{task.digest[:12]}.{form.suffix}")) for form in place.formats}
    ((count,),) = store.ask("SELECT count(*) FROM article WHERE digest = ?", task.digest)
    return all(number >= int(str(count)) for number in written.values())


def keep(store: ReadingsStore, outcome: FileOutcome, styles: Mapping[Role, Style]) -> None:
    """Store the readings of a file in one transaction, or why there are none."""
    path = str(outcome.task.path).encode(errors="replace").decode()
    if outcome.error:
        store.fail(outcome.task.digest, path, outcome.error)
    else:
        store.add(outcome.task.digest, path, [stored(reading, styles) for reading in outcome.readings])


def stored(reading: Reading, styles: Mapping[Role, Style]) -> StoredArticle:
    """A reading as the store holds it."""
    article, host = reading.article, reading.publisher
    values = (
        article.part,
        _text(article.title),
        web_address(article.canonical) or web_address(article.url),
        host.slug if host else None,
        host.name if host else _text(article.publisher) if article.publisher else None,
        article.published.isoformat() if article.published else None,
        _text(article.language) if article.language else None,
        article.fingerprint,
    )
    data = json.dumps(reading_json(reading), ensure_ascii=True, separators=(",", ":")).encode()
    return StoredArticle(values, tuple(_claims(reading, styles)), zlib.compress(data, 6))


def _claims(reading: Reading, styles: Mapping[Role, Style]) -> Iterator[tuple[str | int | float | None, ...]]:
    for row, rated in zip(claim_rows(reading, styles), reading.claims, strict=True):
        rating = rated.rating if rated.claim.asserted else None
        values = {
            **row,
            "words": _text(row["claim"]),
            "source": _text(row["source"]),
            "kind": rated.claim.source.kind.value,
            "outlet": rated.resolution.outlet.slug if rated.resolution.outlet else None,
            "outlet_name": row["outlet"],
            "role": rated.drawn.value,
            "tier": ROLE_OF_TIER[rating.tier].value if rating else None,
            "rater": rating.rater.slug if rating else None,
        }
        yield tuple(values[column] for column in CLAIM_COLUMNS)


def _text(words: str) -> str:
    """Text that SQLite takes: half a surrogate pair becomes a question mark."""
    return words.encode(errors="replace").decode()
