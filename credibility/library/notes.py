"""Notes in the library, each change of one an undoable step."""

import json
import os
import sqlite3
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from credibility.floor.language import said
from credibility.library.shelf import Shelf, clean, index_words, touch
from credibility.model import ChangedMeanwhileError, PositionSelector, QuoteSelector, RatingError, Step
from credibility.model.notes import CarriedNote, ListedNote, Note, NoteColour, NoteDraft

LINE = "notes"
_COLUMNS = ("article", "words", "colour", "tags", "exact", "prefix", "suffix", "starts", "ends", "changed_at")
_NOTE = f"note.number, {', '.join(f'note.{name}' for name in _COLUMNS)}"
_NOTES = f"SELECT {_NOTE} FROM note JOIN article ON id = article"
_NOW = "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')"


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
            _set(connection, number, row)
            _record(connection, "Add a note", number, article, None, row)
        return number

    def take_in(self, article: int, notes: Sequence[CarriedNote]) -> None:
        """Keep notes that came in a file, as one step of undo."""
        with self._shelf.writing() as connection:
            first, now, rows = _free(connection), _now(connection), []
            for number, note in enumerate(notes, first):
                row = {"article": article, **_written(note.draft), **_place(note.quote, note.position), "changed_at": now}
                _set(connection, number, row)
                rows.append({"number": number, **row})
            if rows:
                summary = "Add a note" if len(rows) == 1 else f"Add {len(rows)} notes"
                _record(connection, summary, first + len(rows) - 1, article, None, rows)

    def change(self, number: int, draft: NoteDraft) -> None:
        """Replace what a note says; its passage stays."""
        with self._shelf.writing() as connection:
            before = _present(connection, number)
            after = {**before, **_written(draft), "changed_at": _now(connection)}
            _set(connection, number, after)
            _record(connection, "Change a note", number, before["article"], before, after)

    def remove(self, number: int) -> None:
        """Remove a note."""
        with self._shelf.writing() as connection:
            before = _present(connection, number)
            _set(connection, number, None, before["article"])
            _record(connection, "Remove a note", number, before["article"], before, None)

    # Undo

    def can_undo(self) -> Step | None:
        """The last step that is done."""
        return self._step("done = 1 ORDER BY number DESC")

    def can_redo(self) -> Step | None:
        """The first step that is undone."""
        return self._step("done = 0 ORDER BY number")

    def undo(self, shown: Step | None = None) -> Step | None:
        """Undo the step shown, or the last; returns it. Raises ChangedMeanwhileError when the note has changed since."""
        return self._go(shown or self.can_undo(), back=True)

    def redo(self, shown: Step | None = None) -> Step | None:
        """Do the undone step again that was shown, or the first."""
        return self._go(shown or self.can_redo(), back=False)

    def _step(self, which: str) -> Step | None:
        row = self._shelf.read(
            lambda connection: connection.execute(f"SELECT number, summary, at FROM step WHERE {which} LIMIT 1").fetchone()
        )
        return Step(row[0], row[1], row[2], LINE) if row else None

    def _go(self, step: Step | None, back: bool) -> Step | None:
        if step is None:
            return None
        with self._shelf.writing() as connection:
            asked = "SELECT note, article, before, after FROM step WHERE number = ? AND done = ?"
            row = connection.execute(asked, (step.number, int(back))).fetchone()
            if row is None:
                raise ChangedMeanwhileError(
                    said("“{step}” has since been undone or done again elsewhere.", step=step.summary), said("Look at your notes.")
                )
            last, article, before, after = row[0], row[1], _read(row[0], row[2]), _read(row[0], row[3])
            expected, wanted = (after, before) if back else (before, after)
            numbers = sorted({last, *before, *after})
            if any(_find(connection, number) != expected.get(number) for number in numbers):
                raise ChangedMeanwhileError(said("The note was changed since."), said("Look at your notes."))
            for number in numbers:
                _set(connection, number, wanted.get(number), article)
            connection.execute("UPDATE step SET done = ? WHERE number = ?", (int(not back), step.number))
        return step


def _written(draft: NoteDraft) -> dict[str, Any]:
    words = clean(draft.words).strip()
    tags = [" ".join(clean(tag).split()) for tag in draft.tags]
    if not words and not any(tags):
        raise RatingError(said("The note is empty."), said("Write something, or give it a tag."))
    return {"words": words, "colour": draft.colour.value, "tags": "\n".join(dict.fromkeys(filter(None, tags)))}


def _now(connection: sqlite3.Connection) -> str:
    return str(connection.execute(f"SELECT {_NOW}").fetchone()[0])


def _set(connection: sqlite3.Connection, number: int, row: Mapping[str, Any] | None, article: int = 0) -> None:
    """Give a note these columns, or remove it."""
    connection.execute("DELETE FROM note WHERE number = ?", (number,))
    if row is not None:
        article = row["article"]
        marks = ", ".join("?" * len(_COLUMNS))
        connection.execute(
            f"INSERT INTO note(number, {', '.join(_COLUMNS)}) VALUES (?, {marks})", (number, *(row[name] for name in _COLUMNS))
        )
    index_words(connection, article)
    touch(connection)


def _record(connection: sqlite3.Connection, summary: str, number: int, article: int, before: object, after: object) -> None:
    """Record a step on a note, or on a list of notes of which `number` is the last."""
    connection.execute("DELETE FROM step WHERE done = 0")
    connection.execute(
        f"INSERT INTO step(at, summary, note, article, before, after) VALUES ({_NOW}, ?, ?, ?, ?, ?)",
        (summary, number, article, json.dumps(before), json.dumps(after)),
    )


def _read(number: int, words: str) -> dict[int, dict[str, Any]]:
    """The columns of a step's notes by their numbers; nothing where there was no note."""
    held = json.loads(words)
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


def _find(connection: sqlite3.Connection, number: int) -> dict[str, Any] | None:
    row = connection.execute(f"SELECT {', '.join(_COLUMNS)} FROM note WHERE number = ?", (number,)).fetchone()
    return dict(zip(_COLUMNS, row, strict=True)) if row else None


def _present(connection: sqlite3.Connection, number: int) -> dict[str, Any]:
    row = _find(connection, number)
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
