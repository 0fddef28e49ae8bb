"""The reader's notes in a file that leaves, and back from one: words, tags and colour with W3C selectors. Their shape is public."""

from collections.abc import Iterable
from typing import Any

from credibility.annotations.exchange import Json, selector_json, selectors_in, stored_words
from credibility.model import Reading
from credibility.model.notes import CarriedNote, NoteColour, NoteDraft

MOST = 10_000
"""Notes that are read from one file."""


def notes_json(reading: Reading) -> list[Json]:
    """The notes that leave with a reading."""
    return [
        {
            "words": placed.note.draft.words,
            "tags": list(placed.note.draft.tags),
            "colour": placed.note.draft.colour.value,
            "selector": selector_json((placed.note.quote, placed.note.position)),
        }
        for placed in reading.own_notes
    ]


def read_notes(held: object) -> tuple[CarriedNote, ...]:
    """The notes in a decoded file, which is not trusted; what cannot be read is left out."""
    found = (_read(item) for item in held[:MOST]) if isinstance(held, list) else ()
    return tuple(note for note in found if note is not None)


def notes_in_annotations(items: Iterable[Any]) -> list[Json]:
    """The notes among W3C annotations that SourceTint wrote, in the shape of `notes_json`."""
    return [{**item["sourcetint"], "selector": item["target"][0]["selector"]} for item in items if is_note(item)]


def is_note(item: Any) -> bool:
    """Whether a W3C annotation is a note that SourceTint wrote."""
    return isinstance(item, dict) and item.get("motivation") == "commenting" and isinstance(item.get("sourcetint"), dict)


def _read(item: Any) -> CarriedNote | None:
    try:
        quote, position = selectors_in(item["selector"])
        words, tags = stored_words(item["words"]), tuple(stored_words(tag) for tag in item["tags"])
        draft = NoteDraft(words, NoteColour(item["colour"]), tags)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None
    return CarriedNote(draft, quote, position) if quote.exact.strip() and (words.strip() or any(tags)) else None
