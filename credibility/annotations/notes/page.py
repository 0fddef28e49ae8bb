"""The reader's notes on the exported web page: a link behind the words, and the notes at its end."""

from collections.abc import Callable, Iterator

from credibility.floor.language import current, said, shown
from credibility.floor.notes.looks import NOTE_LOOKS
from credibility.floor.notes.noted import note_line, numbered_notes
from credibility.model import Reading
from credibility.model.notes import PlacedNote


def own_reference(number: int) -> str:
    """The link from the words to a note."""
    spoken = shown(said("Note {number} of the reader", number=number))
    return f'<a class="ref own" lang="{current()}" id="noted-{number}" href="#own-{number}" aria-label="{spoken}">✎{number}</a>'


def own_notes(reading: Reading, text: Callable[[str], str]) -> Iterator[str]:
    """The section with the notes; nothing when none leave with the reading. `text` makes words HTML."""
    notes = numbered_notes(reading)
    if not notes:
        return
    heading = text(shown(said("Notes of the reader ({count})", count=len(notes))))
    yield f'<section class="notes" id="own-notes" lang="{current()}"><h2>{heading}</h2><ol>'
    for number, placed in notes:
        yield f'<li id="own-{number}" tabindex="-1">{_note(number, placed, text)}</li>'
    yield "</ol></section>"


def _note(number: int, placed: PlacedNote, text: Callable[[str], str]) -> str:
    look, quote = NOTE_LOOKS[placed.note.draft.colour], placed.note.quote.exact
    to_words = text(shown(said("Back to the words of note {number}", number=number)))
    back = f'<a href="#noted-{number}" aria-label="{to_words}">{number} ↑</a>' if placed.span else str(number)
    words = f'<p>{back} {look.glyph} <b dir="auto">{text(note_line(placed.note.draft))}</b></p>'
    gone = "" if placed.span else f'<p class="why">{text(shown(said("These words are not in this copy of the text.")))}</p>'
    return f'{words}<blockquote dir="auto">{text(quote)}</blockquote>{gone}'
