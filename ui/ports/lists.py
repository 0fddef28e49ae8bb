"""What the window needs of rating lists; `app.ratings.lists` fulfils it. Apart from the other ports: no article waits for it."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from credibility.floor.progress import Progress
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


class ImportPort(Protocol):
    """Rating lists in and out of the table. Reading and previewing change nothing and may be called off the GUI thread."""

    def open(self, path: Path, table: str = "") -> ListFile:
        """Read a file and say which list it is, or which columns it has. Raises RatingError."""
        ...

    def labels(self, file: ListFile, column: str) -> tuple[tuple[str, float | None], ...]:
        """The values of a column of labels, most frequent first, each with the score its words suggest."""
        ...

    def sample(self, file: ListFile, mapping: ColumnMapping) -> tuple[SampleRow, ...]:
        """How a mapping reads the rows of `file.sample`. Raises RatingError when it lacks a column."""
        ...

    def scale(self, file: ListFile, column: str) -> tuple[float, float]:
        """The worst and the best figure of a column of scores, as its values and its name suggest."""
        ...

    def check(self, file: ListFile, mapping: ColumnMapping) -> ScaleCheck:
        """How the mapping's scale comes out on outlets that the table knows, and what speaks against it."""
        ...

    def read(self, file: ListFile, mapping: ColumnMapping | None = None, title: str = "", licence: str = "") -> ReadList:
        """All rows; an unknown list needs a mapping and the title of its rater. Raises RatingError."""
        ...

    def words(self, read: ReadList) -> tuple[Band, ...]:
        """The list's own words, or its figures by tier, best first, with the scores they would be imported with."""
        ...

    def with_words(self, read: ReadList, scores: Mapping[str, float]) -> ReadList:
        """The list with these scores for its words, which importing keeps for its later editions. Raises RatingError."""
        ...

    def preview(self, read: ReadList) -> ImportPreview:
        """What importing the list would do to the table as it is now."""
        ...

    def import_list(self, read: ReadList, *, withdraw: bool = False, progress: Progress, seen: ImportPreview | None = None) -> Imported:
        """Write the list into the table as one undoable step, whole or not at all. Raises RatingError when cancelled.

        Raises ChangedMeanwhileError when that is no longer what the preview `seen` showed.
        """
        ...

    def past(self) -> tuple[ImportRecord, ...]:
        """The imports that were done, newest first."""
        ...

    def quarantine(self, number: int) -> tuple[SetAside, ...]:
        """The rows that a past import could not read, with line and reason."""
        ...

    def mappings(self) -> Mapping[str, ColumnMapping]:
        """The column mappings that were kept, by the title of their list."""
        ...

    def keep_mapping(self, name: str, mapping: ColumnMapping) -> None:
        """Keep a mapping under the title of its list."""
        ...

    def export(self, target: Path, rater: str | None = None, title: str = "") -> Path:
        """Write ratings to a .csv, .json or .pack file, as its name ends; a pack holds one rater's, the user's own unless told.

        Raises ExportError or RatingError.
        """
        ...

    def export_quarantine(self, rows: Iterable[SetAside], target: Path) -> Path:
        """Write rows that were set aside as CSV. Raises ExportError."""
        ...

    def export_preview(self, rows: Iterable[PreviewRow], target: Path) -> Path:
        """Write what an import would do as CSV. Raises ExportError."""
        ...
