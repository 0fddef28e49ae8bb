"""The reader's notes beside claims: their numbers in an export, and which claims have one."""

from collections.abc import Iterable, Mapping

from credibility.model import RatedClaim, Reading, Span
from credibility.model.notes import NoteDraft, PlacedNote


def numbered_notes(reading: Reading) -> tuple[tuple[int, PlacedNote], ...]:
    """The notes that leave with a reading, numbered from 1 in text order; those whose words are not in the text are last."""
    end = len(reading.article.text)
    ordered = sorted(reading.own_notes, key=lambda placed: (placed.span or Span(end, end), placed.note.number))
    return tuple(enumerate(ordered, 1))


def note_spans(reading: Reading) -> Mapping[str, Span]:
    """The passages of the notes whose words are in the text, by the name of the note in an export."""
    return {note_name(number): placed.span for number, placed in numbered_notes(reading) if placed.span}


def note_name(number: int) -> str:
    """What a note is called in links and identifiers of an export."""
    return f"note-{number}"


def note_line(draft: NoteDraft) -> str:
    """What a note says in one line, its tags behind it."""
    return " ".join([*draft.words.split(), *(f"#{tag.replace(' ', '-')}" for tag in draft.tags)])


def touching(rated: RatedClaim, notes: Iterable[PlacedNote]) -> tuple[PlacedNote, ...]:
    """The notes written on words of a claim's content."""
    return tuple(placed for placed in notes if placed.span and any(placed.span.overlaps(span) for span in rated.claim.content))


def noted_claims(claims: Iterable[RatedClaim], notes: Iterable[PlacedNote]) -> frozenset[str]:
    """The ids of the claims that have a note."""
    placed = tuple(notes)
    return frozenset(rated.id for rated in claims if touching(rated, placed))
