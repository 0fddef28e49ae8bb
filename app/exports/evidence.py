"""How the open reading was made: file, program, tagger and raters, for the record in an exported file."""

import hashlib
from datetime import UTC, datetime

from app.files.paths import resource
from app.files.saved_files import SavedFile, digest_of
from app.ratings.raters import Raters
from app.ratings.table import Table
from app.startup import installed_version
from credibility.annotations.record import corrections_of
from credibility.floor.characters import storable
from credibility.model import ExportEvidence, Reading


def evidence_of(reading: Reading, file: SavedFile, table: Table, raters: Raters) -> ExportEvidence:
    """The evidence of a reading, as far as this machine knows it."""
    return ExportEvidence(
        file=storable(file.path.name),
        digest=digest_of(file.path) or "",
        program=f"SourceTint {installed_version()}",
        tagger=_tagger(),
        profile=raters.in_force(),
        raters=tuple(rater.title for rater in table.registry.raters if rater.enabled),
        exported=datetime.now(UTC),
        corrections=corrections_of(reading),
    )


def _tagger() -> str:
    """The model that found claims, by the beginning of its SHA-256; "" when it is not installed."""
    try:
        return f"SHA-256 {hashlib.sha256(resource('tagger', 'tagger.onnx').read_bytes()).hexdigest()[:16]}…"
    except OSError:
        return ""
