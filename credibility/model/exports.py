"""What a reading can be written as, and what was written."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from credibility.model.corrections import KeptCorrection
from credibility.model.notes import CarriedNote


@dataclass(frozen=True, slots=True)
class ExportFormat:
    """One export format: the file's ending without its first dot ("csl.json"), its name for the reader, and its media type."""

    suffix: str
    title: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Exported:
    """A written file; `notes` say what could not be written as it is, and what to do about it."""

    path: Path
    notes: tuple[str, ...] = ()


ATTACHED_READING = "sourcetint-reading.json"
ATTACHED_TIMESTAMP = "sourcetint-reading.tsr"
"""File name of the whole reading attached to an exported PDF."""

ATTACHED_ANNOTATIONS = "sourcetint-annotations.jsonld"
"""File name of its claims as W3C annotations."""


@dataclass(frozen=True, slots=True)
class ExportEvidence:
    """The circumstances of an export.

    `file` is the article's file name without its folder, `digest` the SHA-256 of its bytes ("" when it is gone). `program` and `tagger`
    name the versions that found the claims, `profile` the order of raters in force ("" for none with a name), `raters` the titles of
    those that are asked, first the one that decides. `exported` is in UTC.
    """

    file: str
    digest: str
    program: str
    tagger: str
    profile: str
    raters: tuple[str, ...]
    exported: datetime
    corrections: tuple[KeptCorrection, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class ExportedClaim:
    """A claim as an exported file records it: its id, first words, outlet (domain and name) and the label of its rating."""

    id: str
    words: str
    outlet: str | None
    name: str
    tier: str


@dataclass(frozen=True, slots=True)
class ExportedReading:
    """The reading that an exported file holds: when and by what it was made, its claims, and what can be taken over: corrections, notes."""

    exported: str
    program: str
    claims: tuple[ExportedClaim, ...]
    corrections: tuple[KeptCorrection, ...] = field(default=(), repr=False)
    unreadable: int = 0
    notes: tuple[CarriedNote, ...] = field(default=(), repr=False)
