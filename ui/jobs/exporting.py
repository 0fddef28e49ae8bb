"""One export at a time, with its progress and cancel button in the status bar."""

import re
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from credibility.floor.language import tr
from credibility.model import Exported, ExportFormat, Reading
from ui.jobs.strip import StripJob
from ui.jobs.worker import Worker
from ui.ports.workspace import ReadingPort


def file_stem(reading: Reading) -> str:
    """A file name from the article's title, without an ending."""
    return re.sub(r"[^\w\- ]+", "", reading.article.title).strip()[:80].strip() or tr("article")


def with_ending(path: Path, form: ExportFormat, formats: Sequence[ExportFormat]) -> Path:
    """The path with the format's ending in place of that of another format."""
    others = sorted((f".{each.suffix}" for each in formats), key=len, reverse=True)
    old = next((ending for ending in others if path.name.lower().endswith(ending)), "")
    return path.with_name(f"{path.name[: len(path.name) - len(old)]}.{form.suffix}")


def file_filter(form: ExportFormat) -> str:
    """The format as a row of a file dialog."""
    return f"{tr(form.title)} (*.{form.suffix})"


class ExportJob(StripJob):
    """Writes the file on the worker's thread. `ended` comes before `finished` or `failed`."""

    finished = Signal(Exported)

    def __init__(self, port: ReadingPort, worker: Worker, parent: QObject | None = None) -> None:
        super().__init__(worker, tr("Progress of the export"), tr("Stop the export; nothing is written"), parent)
        self._port = port

    def start(self, target: Path, only: frozenset[str] | None = None, *, notes: bool = False) -> None:
        """Export to a file; with `only`, the claims of these ids, with `notes` the reader's notes. `finished` or `failed` follows."""
        self.run(lambda progress: self._port.export(target, progress, only, notes=notes), tr("Exporting…"), self.finished.emit)
