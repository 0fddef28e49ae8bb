"""Corrections in files: the door by which they go to another machine and come from one."""

import json
from pathlib import Path

from app.files.atomic import write_atomically
from app.files.saved_files import SavedFile
from app.ratings.table import Table
from app.reading.annotation_files import annotations_in
from credibility.annotations.exchange import read_corrections, write_corrections
from credibility.annotations.record import read_record
from credibility.floor.language import said
from credibility.model import ArticleError, CorrectionReport, KeptCorrection, RatingError
from credibility.sandbox.once import record_safely


class CorrectionFiles:
    """Export and import of the corrections of all articles."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def export(self, target: Path) -> int:
        """Write all corrections into a file; gives how many. Raises RatingError when it cannot be written."""
        kept = self._table.store.queries.all_corrections()
        data = json.dumps(write_corrections(kept), ensure_ascii=False, indent=1).encode()
        try:
            write_atomically(target, data)
        except OSError as error:
            raise RatingError(
                said("{target} cannot be written: {problem}.", target=target, problem=error.strerror or error),
                said("Choose another place."),
            ) from error
        return len(kept)

    def take_in(self, path: Path) -> CorrectionReport:
        """Bring the corrections of a file in as one undoable step; none of the reader's own is overwritten. Raises RatingError."""
        brought, unreadable = _brought(path)
        merged = self._table.store.edits.take_corrections_in(brought)
        self._table.catch_up()
        outlets = {each.outlet for each in merged.added if each.outlet}
        unknown = tuple(sorted(slug for slug in outlets if self._table.registry.outlet(slug) is None))
        return CorrectionReport(len(merged.added), len(merged.known), tuple(each.quote for each in merged.differing), unreadable, unknown)


def _brought(path: Path) -> tuple[tuple[KeptCorrection, ...], int]:
    """The corrections in a file of them, or in a PDF that SourceTint exported, and how many cannot be read."""
    if not SavedFile(path).is_pdf:
        return read_corrections(annotations_in(path, said("corrections"), said("Choose one that “Export corrections” wrote.")))
    try:
        carried = read_record(record_safely(path))
    except ArticleError as error:
        raise RatingError(error.reason, error.advice) from error
    if carried is None:
        raise RatingError(said("{name} holds no reading of SourceTint.", name=path.name), said("Choose a PDF that SourceTint exported."))
    return carried.corrections, carried.unreadable
