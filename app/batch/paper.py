"""How a batch puts articles on paper: a PDF on a copy of its own pages, everything else typeset."""

from dataclasses import dataclass, replace

from app.exports.evidence import ReadingTools
from app.files.saved_files import SavedFile
from credibility.model import Ground, PaperSetup, Print
from credibility.sandbox.worker import ArticleWorker


@dataclass(frozen=True, slots=True)
class BatchPaper:
    """The choices made for all files of a batch, and how its readings are made."""

    setup: PaperSetup
    tools: ReadingTools

    def setup_for(self, file: SavedFile) -> PaperSetup:
        """The choices for one file: one that has no pages of its own is typeset, whatever was asked for."""
        return replace(self.setup, on=None) if self.setup.on is Ground.ORIGINAL and not file.is_pdf else self.setup


@dataclass(frozen=True, slots=True)
class WorkersPages:
    """The pages of a PDF as the guarded process that has just read it knows them. Every method may raise ArticleError."""

    worker: ArticleWorker

    def origin(self, file: SavedFile) -> str:
        """As `ArticleWorker.origin`."""
        return self.worker.origin(file.path, file.password)

    def print(self, file: SavedFile, text: str) -> Print:
        """As `ArticleWorker.print`."""
        return self.worker.print(file.path, file.password, text)

    def copy(self, file: SavedFile, order: bytes) -> bytes:
        """As `ArticleWorker.copy`."""
        return self.worker.copy(file.path, file.password, order)
