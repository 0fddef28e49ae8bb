"""What leaves the open article: exports in every format, and pictures."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.exports.evidence import ReadingTools
from app.exports.exporting import export
from app.exports.originals import losses_of, original_of
from app.files.atomic import write_atomically
from app.files.saved_files import SavedFiles
from app.files.there import is_there
from app.ratings.raters import Raters
from app.ratings.table import Table
from app.reading.open_article import OpenArticle
from credibility.floor.language import said
from credibility.floor.progress import Progress
from credibility.model import Exported, ExportError, PaperSetup, Role, Style
from credibility.model.notes import PlacedNote


@dataclass(frozen=True, slots=True)
class Outgoing:
    """Writes the open article's reading; `raters` and `table` tell how it was made, `paper` how it is put on paper by default."""

    open: OpenArticle
    files: SavedFiles
    table: Table
    raters: Raters
    styles: Mapping[Role, Style]
    paper: Callable[[], PaperSetup]

    def export(
        self,
        target: Path,
        progress: Progress,
        only: frozenset[str] | None,
        setup: PaperSetup | None,
        carried: Mapping[str, str],
        own: tuple[PlacedNote, ...],
    ) -> Exported:
        """As `Workspace.export`; `carried` has, by fingerprint, the note that a file holds an older reading.

        `own` are the notes that leave with it.
        """
        if (reading := self.open.reading) is None:
            raise ExportError(said("No article is open."), said("Open one first."))
        article = self.open.file.path
        if is_there(target) and is_there(article) and target.samefile(article):
            raise ExportError(said("{target} is the article itself.", target=target), said("Give the export another name."))
        chosen, wanted = reading if only is None else reading.only(only), setup or self.paper()
        file, notes = self.open.file, tuple(note for note in chosen.article.notes if note != carried.get(chosen.article.fingerprint))
        chosen = replace(chosen, article=replace(chosen.article, notes=notes), own_notes=own)
        return export(
            chosen,
            target,
            self.styles,
            progress,
            wanted,
            lambda: original_of(file, self.files, wanted, chosen.article.text),
            lambda shown: ReadingTools.now(self.table, self.raters).evidence(shown, file),
        )

    def losses(self, target: Path, setup: PaperSetup | None) -> tuple[str, ...]:
        """As `Workspace.export_losses`."""
        if self.open.reading is None or target.suffix.lower() != ".pdf":
            return ()
        return losses_of(self.open.file, self.files, setup or self.paper())


def save_picture(target: Path, data: bytes) -> None:
    """Write a picture to a file atomically. Raises ExportError when that is not possible; an older file of that name then stays."""
    try:
        write_atomically(target, data)
    except OSError as error:
        raise ExportError(
            said("{target} cannot be written: {problem}.", target=target, problem=error.strerror or error), said("Choose another place.")
        ) from error
