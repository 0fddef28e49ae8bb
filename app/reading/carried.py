"""The reading that an exported PDF holds, beside what this machine makes of the same article."""

from dataclasses import replace

from app.files.saved_files import SavedFile, SavedFiles
from app.reading.notes import ReadersNotes
from app.reading.open_article import OpenArticle
from credibility.annotations.record import changes_here, read_record
from credibility.floor.language import joined, said, said_of
from credibility.model import ExportedReading, Found, Reading


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
        told = joined(carried_lines(carried, self._open.rated(file, found)), " ")
        self.told[found.article.fingerprint] = told
        return replace(found, article=replace(found.article, notes=(*found.article.notes, told)))


def carried_lines(carried: ExportedReading, reading: Reading) -> tuple[str, ...]:
    """What the file holds, what the table here would change, and how its corrections are taken over."""
    changes = changes_here(carried, reading.claims)
    claims = said_of(len(carried.claims), "{count} claim", "{count} claims")
    made = said(
        "This PDF holds the reading that {program} exported on {day}, with {claims}.",
        program=carried.program,
        day=carried.exported[:10],
        claims=claims,
    )
    same = said("Your table says the same of them.")
    lines = [made, said("Your table says otherwise of {changes} of them.", changes=len(changes)) if changes else same]
    if carried.corrections:
        told = said_of(len(carried.corrections), "{count} correction", "{count} corrections")
        lines.append(said("It also holds {corrections}; importing corrections from this file adds them to yours.", corrections=told))
    if carried.notes:
        notes = said_of(len(carried.notes), "{count} note", "{count} notes")
        lines.append(said("It also holds {notes}, which you can add to yours.", notes=notes))
    return tuple(lines)
