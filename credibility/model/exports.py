"""What a reading can be written as, and what was written."""

from dataclasses import dataclass
from pathlib import Path


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
