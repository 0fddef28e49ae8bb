"""Notes in files that SourceTint exported: read to be taken over."""

from pathlib import Path

from app.files.saved_files import SavedFile
from app.reading.annotation_files import annotations_in
from credibility.annotations.anchoring import notes_in
from credibility.annotations.record import read_record
from credibility.floor.language import said
from credibility.model import ArticleError, RatingError
from credibility.model.notes import CarriedNote
from credibility.sandbox.once import record_safely

_ADVICE = said("Choose a PDF, JSON or JSON-LD file that was exported with notes.")


def notes_of(path: Path) -> tuple[CarriedNote, ...]:
    """The notes in an exported PDF, JSON or JSON-LD file. Raises RatingError when it holds none."""
    try:
        carried = read_record(record_safely(path)) if SavedFile(path).is_pdf else None
        found = carried.notes if carried else () if SavedFile(path).is_pdf else notes_in(annotations_in(path, said("notes"), _ADVICE))
    except ArticleError as error:
        raise RatingError(error.reason, error.advice) from error
    if not found:
        raise RatingError(said("{name} holds no notes of SourceTint.", name=path.name), _ADVICE)
    return found
