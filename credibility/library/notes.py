"""Notes in the library, each change of one a step of undo."""

import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from credibility.floor.language import said
from credibility.library.entries import clean, index_words, touch
from credibility.library.shelf import Shelf
from credibility.library.steps import NOW, Subject, record
from credibility.model import PositionSelector, QuoteSelector, RatingError
from credibility.model.notes import CarriedNote, ListedNote, Note, NoteColour, NoteDraft

_SUBJECT = "note"
_COLUMNS = ("article", "words", "colour", "tags", "exact", "prefix", "suffix", "starts", "ends", "changed_at")
_NOTE = f"note.number, {', '.join(f'note.{name}' for name in _COLUMNS)}"
_NOTES = f"SELECT {_NOTE} FROM note JOIN article ON id = article"


class Notes:
    """The notes of one library. Raises StoreError when the file cannot be used, RatingError for a note that is not there."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def of(self, fingerprint: str, url: str) -> tuple[Note, ...]:
        """The notes of an article, and of other copies of the page at that address, in the order of their places."""
        asked = (
            f"SELECT {_NOTE} FROM note JOIN article ON id = article WHERE fingerprint = ? OR (? <> '' AND url = ?) ORDER BY starts, number"
        )
        return self._shelf.read(lambda connection: tuple(map(_note, connection.execute(asked, (fingerprint, url, url)).fetchall())))

    def all(self) -> tuple[ListedNote, ...]:
        """All notes of all articles, the one changed last first."""
        asked = f"SELECT {_NOTE}, title, id FROM note JOIN article ON id = article ORDER BY changed_at DESC, number DESC"

        def read(connection: sqlite3.Connection) -> tuple[ListedNote, ...]:
            return tuple(_listed(connection, row) for row in connection.execute(asked).fetchall())

        return self._shelf.read(read)

    def add(self, article: int, draft: NoteDraft, quote: QuoteSelector, position: PositionSelector) -> int:
        """Keep a note on a passage of an article and return its number."""
        with self._shelf.writing() as connection:
            number = _free(connection)
            row = {"article": article, **_written(draft), **_place(quote, position), "changed_at": _now(connection)}
            _set(connection, article, number, row)
            record(connection, _SUBJECT, "Add a note", article=article, before=None, after=row, number=number)
        return number

    def take_in(self, article: int, notes: Sequence[CarriedNote]) -> None:
        """Keep notes that came in a file, as one step of undo."""
        with self._shelf.writing() as connection:
            first, now, rows = _free(connection), _now(connection), []
            for number, note in enumerate(notes, first):
                row = {"article": article, **_written(note.draft), **_place(note.quote, note.position), "changed_at": now}
                _set(connection, article, number, row)
                rows.append({"number": number, **row})
            if rows:
                summary = "Add a note" if len(rows) == 1 else f"Add {len(rows)} notes"
                record(connection, _SUBJECT, summary, article=article, before=None, after=rows, number=first + len(rows) - 1)

    def change(self, number: int, draft: NoteDraft) -> None:
        """Replace what a note says; its passage stays."""
        with self._shelf.writing() as connection:
            before = _present(connection, number)
            after = {**before, **_written(draft), "changed_at": _now(connection)}
            _set(connection, before["article"], number, after)
            record(connection, _SUBJECT, "Change a note", article=before["article"], before=before, after=after, number=number)

    def remove(self, number: int) -> None:
        """Remove a note."""
        with self._shelf.writing() as connection:
            before = _present(connection, number)
            _set(connection, before["article"], number, None)
            record(connection, _SUBJECT, "Remove a note", article=before["article"], before=before, after=None, number=number)


def _written(draft: NoteDraft) -> dict[str, Any]:
    words = clean(draft.words).strip()
    tags = [" ".join(clean(tag).split()) for tag in draft.tags]
    if not words and not any(tags):
        raise RatingError(said("The note is empty."), said("Write something, or give it a tag."))
    return {"words": words, "colour": draft.colour.value, "tags": "\n".join(dict.fromkeys(filter(None, tags)))}


def _now(connection: sqlite3.Connection) -> str:
    return str(connection.execute(f"SELECT {NOW}").fetchone()[0])


def _set(connection: sqlite3.Connection, article: int, number: int, row: Mapping[str, Any] | None) -> None:
    """Give a note of an article these columns, or remove it."""
    connection.execute("DELETE FROM note WHERE number = ?", (number,))
    if row is not None:
        marks = ", ".join("?" * len(_COLUMNS))
        connection.execute(
            f"INSERT INTO note(number, {', '.join(_COLUMNS)}) VALUES (?, {marks})", (number, *(row[name] for name in _COLUMNS))
        )
    index_words(connection, article)
    touch(connection)


def _rows(number: int, held: Any) -> dict[int, dict[str, Any]]:
    """The columns of a step's notes by their numbers; nothing where there was no note."""
    if isinstance(held, list):
        return {row["number"]: {name: row[name] for name in _COLUMNS} for row in held}
    return {number: held} if isinstance(held, dict) else {}


def _free(connection: sqlite3.Connection) -> int:
    """A number that no note has, nor one that was removed: that may come back by Undo."""
    number = connection.execute("SELECT coalesce(max(number), 0) + 1 FROM note").fetchone()[0]
    used = connection.execute("SELECT coalesce(max(note), 0) + 1 FROM step").fetchone()[0]
    return max(int(number), int(used))


def _place(quote: QuoteSelector, position: PositionSelector) -> dict[str, Any]:
    return {"exact": quote.exact, "prefix": quote.prefix, "suffix": quote.suffix, "starts": position.start, "ends": position.end}


def _find(connection: sqlite3.Connection, _article: int, number: int) -> dict[str, Any] | None:
    row = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM note WHERE number = ?", (number,)).fetchone()
    return dict(zip(_COLUMNS, row, strict=True)) if row else None


def _present(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    row = _find(connection, 0, number)
    if row is None:
        raise RatingError(said("This note is no longer there."), said("Look at your notes."))
    return row


def _note(row: tuple[Any, ...]) -> Note:
    number, _article, words, colour, tags, exact, prefix, suffix, starts, ends, changed_at = row[:11]
    known = {each.value: each for each in NoteColour}
    draft = NoteDraft(words, known.get(colour, NoteColour.INK), tuple(tags.split("\n")) if tags else ())
    return Note(number, draft, QuoteSelector(exact, prefix, suffix), PositionSelector(starts, ends), changed_at)


def _listed(connection: sqlite3.Connection, row: tuple[Any, ...]) -> ListedNote:
    asked = "SELECT path, part FROM file WHERE article = ? ORDER BY seen DESC LIMIT 1"
    path, part = connection.execute(asked, (row[12],)).fetchone() or (b"", -1)
    return ListedNote(_note(row), row[11], Path(os.fsdecode(path)), None if part < 0 else part)


NOTES = Subject(_SUBJECT, said("The note was changed since."), said("Look at your notes."), _rows, _find, _set)
"""What a step of undo does to notes."""
