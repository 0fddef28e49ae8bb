"""What is to be marked on a copy of the article's own PDF pages; `copying` does it, in the guarded process."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from credibility.annotations.pdf.attachment import AttachedFile, Enclosed, files_of
from credibility.annotations.pdf.marks import Mark
from credibility.annotations.pdf.metadata import Stamp
from credibility.annotations.pdf.originals.beside import Room, Rooms
from credibility.annotations.pdf.runs import Layers
from credibility.floor.language import plain, said, said_of
from credibility.floor.notes.noted import note_spans
from credibility.model import PageRect, Print, RatedClaim, Reading, Span

OWN = "own"
SIGNED = "signed"
SIGNATURE_LOST = said("This PDF is signed. The signature stays valid in the original only: the marked copy will show it as broken.")


@dataclass(frozen=True, slots=True)
class Original:
    """The article's own PDF: where the article's characters are on its pages, and who copies it with an order's marks.

    `copy` takes an encoded `Order` and gives the copy's bytes; it raises ArticleError.
    """

    printed: Print = field(repr=False)
    copy: Callable[[bytes], bytes] = field(repr=False)

    def page_numbers(self, claims: Sequence[RatedClaim]) -> dict[str, int]:
        """The page on which each claim begins, counted from 1; claims that are on none are left out."""
        found = {}
        for rated in claims:
            first = next((rect for span in rated.claim.content for rect in self.printed.rects(span)), None)
            if first is not None:
                found[rated.id] = first.page + 1
        return found

    def note_pages(self, reading: Reading) -> dict[str, int]:
        """The page on which each of the reader's notes begins, by its name in the export."""
        firsts = {name: next(iter(self.printed.rects(span)), None) for name, span in note_spans(reading).items()}
        return {name: rect.page + 1 for name, rect in firsts.items() if rect is not None}


@dataclass(slots=True)
class OnPage:
    """A claim on one page: all its boxes, those that no claim inside it covers, and the room beside the line on which it begins, if any."""

    quads: list[PageRect] = field(default_factory=list)
    washed: list[PageRect] = field(default_factory=list)
    room: Room | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """What the copy gets: claims by page and id with their marks, pages (a PDF) at its end, attached files, and the record's rows."""

    places: dict[int, dict[str, OnPage]]
    marks: dict[str, Mark]
    pages: bytes = field(repr=False)
    files: tuple[AttachedFile, ...]
    record: tuple[tuple[str, str], ...]
    stamp: Stamp

    def encoded(self) -> bytes:
        """The order for the guarded process."""
        return msgspec.msgpack.encode(self, enc_hook=plain)

    def notes(self, reading: Reading) -> tuple[str, ...]:
        """How many claims cannot be marked; empty when all are."""
        found = {claim for on_page in self.places.values() for claim in on_page}
        count = sum(rated.id not in found for rated in reading.claims)
        lost = sum(name not in found for name in note_spans(reading))
        told = [
            said_of(
                count,
                "{count} claim is not marked on the pages, because the words were not found there; the table of sources lists them.",
                "{count} claims are not marked on the pages, because the words were not found there; the table of sources lists them.",
            ),
            said_of(
                lost,
                "{count} of your notes could not be marked on the pages; the list at the end has them.",
                "{count} of your notes could not be marked on the pages; the list at the end has them.",
            ),
        ]
        return tuple(sentence for sentence, number in zip(told, (count, lost), strict=True) if number)


def order_for(printed: Print, reading: Reading, marks: Mapping[str, Mark], pages: bytes, enclosed: Enclosed, stamp: Stamp) -> Order:
    """The order to mark a reading's claims where its article's characters are printed."""
    places, rooms = _places(printed, reading), Rooms(printed)
    for rated in reading.claims:
        first = next((place for _, on_page in sorted(places.items()) if (place := on_page.get(rated.id))), None)
        if first is not None:
            first.room = rooms.beside(rated.claim.content[0].start, right_to_left=marks[rated.id].right_to_left)
    return Order(places, dict(marks), pages, files_of(enclosed), enclosed.record, stamp)


def order_in(data: bytes) -> Order:
    """An order, decoded. Raises ValueError."""
    return msgspec.msgpack.decode(data, type=Order)


def _places(printed: Print, reading: Reading) -> dict[int, dict[str, OnPage]]:
    """Where each claim is, by page and claim."""
    places: dict[int, dict[str, OnPage]] = defaultdict(dict)
    for rated in reading.claims:
        for rect in (rect for span in rated.claim.content for rect in printed.rects(span)):
            places[rect.page].setdefault(rated.id, OnPage()).quads.append(rect)
    for name, span in note_spans(reading).items():
        for rect in printed.rects(span):
            places[rect.page].setdefault(name, OnPage()).quads.append(rect)
    for claim, span in _uncovered(reading):
        for rect in printed.rects(span):
            places[rect.page][claim].washed.append(rect)
    return places


def _uncovered(reading: Reading) -> Iterator[tuple[str, Span]]:
    """The stretches of each claim that no claim inside it covers."""
    layers = Layers(reading.claims, (), ())
    for block in reading.article.blocks:
        for run in layers.runs(block.span):
            if run.key.claims:
                yield run.key.claims[-1], run.span
