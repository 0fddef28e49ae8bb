"""How a reading was made: file, program, tagger and raters, for the record in an exported file."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Self

from app.files.paths import resource
from app.files.saved_files import SavedFile, digest_of
from app.ratings.raters import Raters
from app.ratings.table import Table
from app.startup import installed_version
from credibility.annotations.record import corrections_of
from credibility.floor.characters import storable
from credibility.model import ExportEvidence, Reading


@dataclass(frozen=True, slots=True)
class ReadingTools:
    """What all readings of one time are made with: the tagger, the order of raters in force, and those that are asked."""

    tagger: str
    profile: str
    raters: tuple[str, ...]

    @classmethod
    def now(cls, table: Table, raters: Raters) -> Self:
        """Those of this moment."""
        return cls(_tagger(), raters.in_force(), tuple(rater.title for rater in table.registry.raters if rater.enabled))

    def evidence(self, reading: Reading, file: SavedFile) -> ExportEvidence:
        """The evidence of a reading, as far as this machine knows it."""
        return ExportEvidence(
            file=storable(file.path.name),
            digest=digest_of(file.path) or "",
            program=f"SourceTint {installed_version()}",
            tagger=self.tagger,
            profile=self.profile,
            raters=self.raters,
            exported=datetime.now(UTC),
            corrections=corrections_of(reading),
        )


def _tagger() -> str:
    """The model that found claims, by the beginning of its SHA-256; "" when it is not installed."""
    try:
        return f"SHA-256 {hashlib.sha256(resource('tagger', 'tagger.onnx').read_bytes()).hexdigest()[:16]}…"
    except OSError:
        return ""
