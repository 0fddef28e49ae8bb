"""Read, preview, import and export rating lists. Implements `ui.ports.ImportPort`."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from app.files.atomic import write_atomically
from app.files.targets import RATINGS
from app.ratings.list_files import open_list, read_known, rows_of, sample_rows
from app.ratings.table import Table
from credibility.floor.language import said
from credibility.floor.progress import Progress, silent
from credibility.model import ExportError, Rater, RatingError
from credibility.model.edited import Band
from credibility.model.lists import (
    ColumnMapping,
    Imported,
    ImportPreview,
    ImportRecord,
    ListFile,
    PreviewRow,
    ReadList,
    SampleRow,
    ScaleCheck,
    SetAside,
)
from credibility.outlets.lists.bands import range_of
from credibility.outlets.lists.exports import preview_csv, ratings_csv, ratings_json, set_aside_csv
from credibility.outlets.lists.formats.pack import write_pack
from credibility.outlets.lists.formats.recognise import recognise
from credibility.outlets.lists.reading import Row
from credibility.outlets.lists.unknown.columns import columns_in
from credibility.outlets.lists.unknown.guessing import scale_of
from credibility.outlets.lists.unknown.known import check_scale, known_rows
from credibility.outlets.lists.unknown.labels import guess_labels, labels_in
from credibility.outlets.lists.unknown.shapes import columns_of
from credibility.outlets.lists.unknown.table import read_table
from credibility.table.beside.bands import check_bands
from credibility.table.schema.tables import MINE


class Lists:
    """Rating lists and the user's table. Only `import_list` and `keep_mapping` change the table."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self._read: tuple[str, tuple[Row, ...]] = ("", ())

    def open(self, path: Path, table: str = "") -> ListFile:
        """Read a file and find out which list it is, or which columns it has. Raises RatingError."""
        return open_list(path, table, self.mappings())

    def labels(self, file: ListFile, column: str) -> tuple[tuple[str, float | None], ...]:
        """The values of a column of labels, most frequent first, each with the score its words suggest."""
        values = labels_in(self._rows_of(file), column)
        scores = dict(guess_labels(values, column))
        return tuple((value, scores.get(value)) for value in values)

    def scale(self, file: ListFile, column: str) -> tuple[float, float]:
        """The worst and the best figure of a column of scores, as its values and its name suggest."""
        rows = self._rows_of(file)
        columns = columns_in(rows, columns_of(rows))
        return scale_of(next(each for each in columns if each.name == column), columns)

    def check(self, file: ListFile, mapping: ColumnMapping) -> ScaleCheck:
        """How the mapping's scale comes out on outlets that the table knows, and what speaks against it."""
        rows, registry = self._rows_of(file), self._table.registry
        return check_scale(rows, known_rows(rows, mapping, registry), mapping, registry)

    def sample(self, file: ListFile, mapping: ColumnMapping) -> tuple[SampleRow, ...]:
        """How a mapping reads the first rows. Raises RatingError when it lacks a column."""
        return sample_rows(file, mapping)

    def read(self, file: ListFile, mapping: ColumnMapping | None = None, title: str = "", licence: str = "") -> ReadList:
        """All rows of a file. An unknown list needs a mapping and a title, which becomes its rater. Raises RatingError."""
        known = recognise(file.text)
        if known is not None and mapping is None:
            return read_known(file.path, file.text, known)
        if mapping is None:
            raise RatingError(
                said("{name} is not one of the known lists.", name=file.path.name),
                said("Say which of its columns holds the address and which the score."),
            )
        rows = self._rows_of(file)
        missing = [column for column in _columns(mapping) if column not in columns_of(rows)]
        if missing:
            raise RatingError(
                said("{name} has no column “{column}”.", name=file.path.name, column=missing[0]),
                said("It has: {columns}.", columns=", ".join(columns_of(rows))),
            )
        return read_table(file.text, rows, mapping, self._rater(title or file.path.stem, licence, mapping))

    def words(self, read: ReadList) -> tuple[Band, ...]:
        """The list's own words, or its figures by tier, best first, with the scores they would be imported with."""
        return self._table.store.lists.words(read)

    def with_words(self, read: ReadList, scores: Mapping[str, float]) -> ReadList:
        """The list with these scores for its words. Raises RatingError for words that it does not have, and for a score that cannot be."""
        check_bands(scores)
        known = [band.label for band in self.words(read)]
        for label in scores:
            if label not in known and range_of(label) is None:
                raise RatingError(
                    said("{title} has no word “{label}”.", title=read.rater.title, label=label),
                    said("It has: {words}.", words=", ".join(f"“{each}”" for each in known)),
                )
        return replace(read, bands=tuple((dict(read.bands) | dict(scores)).items()))

    def preview(self, read: ReadList) -> ImportPreview:
        """What importing the list would change in the table as it is now."""
        return self._table.store.lists.preview(read)

    def import_list(
        self, read: ReadList, *, withdraw: bool = False, progress: Progress = silent, seen: ImportPreview | None = None
    ) -> Imported:
        """Write the list into the table as one undoable step, all or nothing.

        Raises RatingError when `progress` cancels, ChangedMeanwhileError when importing would no longer do what the preview `seen` showed.
        """
        records: list[ImportRecord] = []
        reading = self._table.edit(
            lambda: records.append(self._table.store.lists.import_list(read, withdraw=withdraw, progress=progress, seen=seen))
        )
        return Imported(records[0], reading)

    def past(self) -> tuple[ImportRecord, ...]:
        """Earlier imports, newest first."""
        return self._table.store.lists.imports()

    def quarantine(self, number: int) -> tuple[SetAside, ...]:
        """The rows that a past import could not read."""
        return self._table.store.lists.quarantine(number)

    def mappings(self) -> dict[str, ColumnMapping]:
        """The saved column mappings, by the title of their list."""
        return self._table.store.lists.mappings()

    def keep_mapping(self, name: str, mapping: ColumnMapping) -> None:
        """Save a mapping under the title of its list."""
        self._table.store.lists.save_mapping(name, mapping)

    def export(self, target: Path, rater: str | None = None, title: str = "") -> Path:
        """Write the ratings of one rater or of all to a .csv or .json file, or those of one rater, by default the user's, to a .pack.

        Raises ExportError, and then leaves an existing file unchanged; RatingError when there is no such rater.
        """
        if rater is not None and all(known.slug != rater for known in self._table.registry.raters):
            named = ", ".join(known.slug for known in self._table.registry.raters)
            raise RatingError(said("There is no rater “{rater}”.", rater=rater), said("There are: {named}.", named=named))
        kind = target.suffix.lower()
        if kind == ".csv":
            text = ratings_csv(self._table.registry, rater)
        elif kind == ".json":
            text = ratings_json(self._table.registry, rater, self._table.store.own.sheets())
        elif kind == ".pack":
            text = write_pack(self._table.registry, rater or MINE, title or target.stem, date.today())
        else:
            raise ExportError(
                said("“{name}” is not a kind of file that ratings can be exported to.", name=target.name),
                said("Choose a name that ends in {endings}.", endings=", ".join(RATINGS)),
            )
        return _write(target, text)

    def export_quarantine(self, rows: Iterable[SetAside], target: Path) -> Path:
        """Write rows that were set aside as CSV with line and reason. Raises ExportError."""
        return _write(target, set_aside_csv(rows))

    def export_preview(self, rows: Iterable[PreviewRow], target: Path) -> Path:
        """Write what an import would change as CSV, one line per row. Raises ExportError."""
        return _write(target, preview_csv(rows))

    def _rows_of(self, file: ListFile) -> tuple[Row, ...]:
        """All rows of a list of unknown format, read once while the same file is asked about. Raises RatingError."""
        if self._read[0] is not file.text:
            self._read = (file.text, rows_of(file))
        return self._read[1]

    def _rater(self, title: str, licence: str, mapping: ColumnMapping) -> Rater:
        slug = "list-" + "-".join("".join(char if char.isalnum() else " " for char in title.lower()).split())
        known = next((rater for rater in self._table.registry.raters if rater.slug == slug), None)
        licence = licence or (known.licence or "" if known else "")
        if mapping.score:
            scale = f"{mapping.score} {mapping.lowest:g}–{mapping.highest:g} → 0–100"
        elif mapping.label:
            scale = f"{mapping.label}: " + ", ".join(f"{label} → {score:g}" for label, score in mapping.labels)
        elif mapping.listed is not None:
            scale = f"listed → {mapping.listed:g}"
        else:
            scale = "criteria: " + ", ".join(f"{column} ×{weight:g}" for column, weight in mapping.criteria if weight)
        return Rater(slug, title, 0, licence=licence or None, retrieved_on=date.today(), scale=scale)


def _columns(mapping: ColumnMapping) -> tuple[str, ...]:
    named = (mapping.address, mapping.score, mapping.label, mapping.name, mapping.reason, mapping.url, mapping.rated_on, mapping.country)
    return (*filter(None, named), *(column for column, _ in mapping.criteria))


def _write(target: Path, text: str) -> Path:
    try:
        write_atomically(target, text.encode())
    except OSError as error:
        raise ExportError(
            said("{target} cannot be written: {strerror}.", target=target, strerror=error.strerror), said("Choose another place.")
        ) from error
    return target
