"""Notes in files that SourceTint exported: read to be taken over."""

import json
from pathlib import Path

from app.saved_files import SavedFile
from credibility.annotations.anchoring import notes_in
from credibility.annotations.record import read_record
from credibility.model import ArticleError, RatingError
from credibility.model.notes import CarriedNote
from credibility.sandbox.worker import record_safely

LARGEST = 50_000_000
"""Bytes of a file of annotations; a larger one is refused."""


def notes_of(path: Path) -> tuple[CarriedNote, ...]:
    """The notes in an exported PDF, JSON or JSON-LD file. Raises RatingError when it holds none."""
    try:
        carried = read_record(record_safely(path)) if SavedFile(path).is_pdf else None
        found = carried.notes if carried else () if SavedFile(path).is_pdf else notes_in(_document(path))
    except ArticleError as error:
        raise RatingError(error.reason, error.advice) from error
    if not found:
        raise RatingError(f"{path.name} holds no notes of SourceTint.", "Choose a PDF, JSON or JSON-LD file that was exported with notes.")
    return found


def _document(path: Path) -> object:
    try:
        if path.stat().st_size > LARGEST:
            raise RatingError(f"{path.name} is too large to hold notes.", "Choose another file.")
        return json.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise RatingError(f"{path.name} cannot be read: {error.strerror or error}.", "Check the name and the permissions.") from error
    except (ValueError, RecursionError) as error:
        raise RatingError(f"{path.name} holds no notes of SourceTint.", "Choose a file that was exported with notes.") from error
