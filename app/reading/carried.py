"""The reading that an exported PDF holds, beside what this machine makes of the same article."""

from dataclasses import replace

from app.files.saved_files import SavedFile, SavedFiles
from app.reading.notes import ReadersNotes
from app.reading.open_article import OpenArticle
from credibility.annotations.record import changes_here, read_record
from credibility.model import ExportedReading, Found, Reading
from ui.words import counted


class CarriedReadings:
    """The readings that opened files hold, and the sentences that say so."""

    def __init__(self, open_: OpenArticle, files: SavedFiles, notes: ReadersNotes) -> None:
        """Notes that a file holds are offered to `notes`."""
        self._open, self._files, self._notes = open_, files, notes
        self.told: dict[str, str] = {}
        """By the article's fingerprint: the note on the article that says what its file holds."""

    def here(self) -> ExportedReading | None:
        """The reading that the open file holds, if SourceTint exported it. Raises ArticleError."""
        return read_record(self._files.record(self._open.file))

    def noted(self, file: SavedFile, found: Found) -> Found:
        """What was found, with a note of the reading that the file holds and what the table here would change. Raises ArticleError."""
        carried = read_record(self._files.record(file))
        self._notes.offer(found.article.fingerprint, carried.notes if carried else ())
        if carried is None:
            return found
        told = " ".join(carried_lines(carried, self._open.rated(file, found)))
        self.told[found.article.fingerprint] = told
        return replace(found, article=replace(found.article, notes=(*found.article.notes, told)))


def carried_lines(carried: ExportedReading, reading: Reading) -> tuple[str, ...]:
    """What the file holds, what the table here would change, and how its corrections are taken over."""
    changes = changes_here(carried, reading.claims)
    claims = counted(len(carried.claims), "claim")
    lines = [f"This PDF holds the reading that {carried.program} exported on {carried.exported[:10]}, with {claims}."]
    lines.append(f"Your table says otherwise of {len(changes)} of them." if changes else "Your table says the same of them.")
    if carried.corrections:
        told = counted(len(carried.corrections), "correction")
        lines.append(f"It also holds {told}; importing corrections from this file adds them to yours.")
    if carried.notes:
        lines.append(f"It also holds {counted(len(carried.notes), 'note')}, which you can add to yours.")
    return tuple(lines)
