"""Mark the claims on a copy of the article's own PDF pages; everything else in the file stays.

Its outline, attachments, annotations, forms and encryption are kept. A signature cannot be: it holds for the bytes that were signed.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import pikepdf
from pikepdf import Array, Name, Object, Pdf, String

from credibility.annotations.pdf.attachment import Enclosed, attach
from credibility.annotations.pdf.ink import Matrix, Quad
from credibility.annotations.pdf.marks import Boxes, Mark, annotation, popup
from credibility.annotations.pdf.metadata import Stamp, write_evidence
from credibility.annotations.pdf.runs import Layers
from credibility.floor.progress import Progress
from credibility.model import PageRect, Print, RatedClaim, Reading, Span

SIGNED = "This PDF is signed. The signature stays valid in the original only: the marked copy will show it as broken."
OWN_PAGE = Name("/SourceTintAppendix")
"""Marks the pages that are added at the end, so that a copy of a copy has them once."""


class OriginalError(Exception):
    """The original cannot be marked; the message says why."""


@dataclass(frozen=True, slots=True)
class Original:
    """The article's own PDF: its bytes, the password that opens it, and where the article's characters are on its pages."""

    data: bytes = field(repr=False)
    printed: Print = field(repr=False)
    password: str | None = field(default=None, repr=False)

    def page_numbers(self, claims: Sequence[RatedClaim]) -> dict[str, int]:
        """The page on which each claim begins, counted from 1; claims that are on none are left out."""
        found = {}
        for rated in claims:
            first = next((rect for span in rated.claim.content for rect in self.printed.rects(span)), None)
            if first is not None:
                found[rated.id] = first.page + 1
        return found


@dataclass(frozen=True, slots=True)
class MarkedCopy:
    """The copy's bytes, and the ids of claims whose words are on none of its pages."""

    data: bytes = field(repr=False)
    unplaced: tuple[str, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """How many claims could not be marked; empty when all are."""
        count = len(self.unplaced)
        if not count:
            return ()
        claims = "1 claim is" if count == 1 else f"{count} claims are"
        return (f"{claims} not marked on the pages, because the words were not found there; the table of sources lists them.",)


@dataclass(frozen=True, slots=True)
class Added:
    """What a marked copy has besides the original: pages at its end, as a PDF, and enclosed files."""

    pages: bytes = field(repr=False)
    enclosed: Enclosed


def is_own_print(data: bytes, password: str | None = None) -> bool:
    """Whether SourceTint typeset these pages, so that they are set again rather than marked. Raises OriginalError."""
    with _opened(data, password) as document:
        return str(document.docinfo.get("/Creator", "")).startswith("SourceTint ")


def losses(data: bytes, password: str | None = None) -> tuple[str, ...]:
    """What a marked copy loses, to be said before it is written. Raises OriginalError."""
    with _opened(data, password) as document:
        return (SIGNED,) if _is_signed(document) else ()


def mark_copy(
    original: Original, reading: Reading, marks: Mapping[str, Mark], added: Added, stamp: Stamp, progress: Progress
) -> MarkedCopy:
    """The original with one highlight per claim and page, and what is `added` at its end and enclosed in it. Raises OriginalError."""
    with _opened(original.data, original.password) as document:
        places, written = _places(original.printed, reading), Counter[str]()
        _remove_own(document)
        for number, page in enumerate(document.pages):
            if number in places:
                _mark_page(document, page, places[number], marks, written, stamp)
            progress((number + 1) / len(document.pages), "Marking the claims")
        _append(document, added.pages)
        attach(document, added.enclosed)
        write_evidence(document, added.enclosed.record)
        target = io.BytesIO()
        document.save(target, encryption=document.is_encrypted, compress_streams=True)
    found = {claim for on_page in places.values() for claim in on_page}
    return MarkedCopy(target.getvalue(), tuple(rated.id for rated in reading.claims if rated.id not in found))


def _opened(original: bytes, password: str | None) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(original), password=password or "")
    except pikepdf.PasswordError as error:
        raise OriginalError("The password does not open this PDF.") from error
    except pikepdf.PdfError as error:
        raise OriginalError("This PDF is too damaged to be marked.") from error


def _is_signed(document: Pdf) -> bool:
    form = document.Root.get("/AcroForm")
    if form is None:
        return False
    if int(form.get("/SigFlags", 0)) & 1:
        return True
    fields = form.get("/Fields", Array())
    return any(field.get("/FT") == Name.Sig and "/V" in field for field in fields if isinstance(field, pikepdf.Dictionary))


@dataclass(slots=True)
class _OnPage:
    quads: list[PageRect]
    washed: list[PageRect]


def _places(printed: Print, reading: Reading) -> dict[int, dict[str, _OnPage]]:
    """Where each claim is, by page and claim."""
    places: dict[int, dict[str, _OnPage]] = defaultdict(dict)
    for rated in reading.claims:
        for rect in (rect for span in rated.claim.content for rect in printed.rects(span)):
            places[rect.page].setdefault(rated.id, _OnPage([], [])).quads.append(rect)
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


def _mark_page(
    document: Pdf, page: pikepdf.Page, claims: Mapping[str, _OnPage], marks: Mapping[str, Mark], written: Counter[str], stamp: Stamp
) -> None:
    matrix, height = _from_shown(page)
    made: list[Object] = []
    for claim, place in claims.items():
        boxes = Boxes(_upright(place.quads, height), _upright(place.washed, height), matrix)
        mark = annotation(document, page, marks[claim], boxes, stamp.now)
        written[claim] += 1
        mark.NM = String(f"claim-{claim}" if written[claim] == 1 else f"claim-{claim}-{written[claim]}")
        made += [mark, popup(document, page, mark)]
    own = page.obj.get("/Annots")
    page.obj.Annots = document.make_indirect(Array([*(own or ()), *made]))


def _remove_own(document: Pdf) -> None:
    """Remove what an earlier marked copy added: highlights with their popups, and the pages at the end."""
    for number in range(len(document.pages) - 1, -1, -1):
        page = document.pages[number]
        if page.obj.get(OWN_PAGE):
            del document.pages[number]
        elif "/Annots" in page.obj:
            own = [each for each in page.obj.Annots if "SourceTint" in str(each.get("/Zotero:Tags", ""))]
            gone = {each.objgen for each in own} | {each.Popup.objgen for each in own if "/Popup" in each}
            page.obj.Annots = Array([each for each in page.obj.Annots if not each.is_indirect or each.objgen not in gone])


def _append(document: Pdf, appendix: bytes) -> None:
    with pikepdf.open(io.BytesIO(appendix)) as pages:
        for page in pages.pages:
            page.obj[OWN_PAGE] = True
            # Places in the other file's structure mean nothing here.
            for holder, key in ((page.obj, "/StructParents"), *((each, "/StructParent") for each in page.obj.get("/Annots", ()))):
                if key in holder:
                    del holder[key]
        document.pages.extend(pages.pages)


def _upright(rects: Sequence[PageRect], height: float) -> list[Quad]:
    """Boxes with y upwards."""
    return [(rect.left, height - rect.bottom, rect.right, height - rect.top) for rect in rects]


def _from_shown(page: pikepdf.Page) -> tuple[Matrix, float]:
    """The transformation from the page as shown (y upwards, in points) to its own space, and its height as shown."""
    x0, y0, x1, y1 = _shown_box(page)
    width, height = x1 - x0, y1 - y0
    return {
        0: ((1.0, 0.0, 0.0, 1.0, x0, y0), height),
        90: ((0.0, 1.0, -1.0, 0.0, x1, y0), width),
        180: ((-1.0, 0.0, 0.0, -1.0, x1, y1), height),
        270: ((0.0, -1.0, 1.0, 0.0, x0, y1), width),
    }[_turn(page)]


def _turn(page: pikepdf.Page) -> int:
    """Degrees clockwise that the page is turned when shown; a page may have this from the group of pages it is in."""
    node: Object | None = page.obj
    steps = 0
    while node is not None and "/Rotate" not in node and steps < 50:
        node, steps = node.get("/Parent"), steps + 1
    turn = int(node.get("/Rotate", 0)) % 360 if node is not None else 0
    return turn if turn % 90 == 0 else 0


def _shown_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """The part of the page that is shown: its crop box within its media box."""
    crop, media = _ordered(page.cropbox), _ordered(page.mediabox)
    box = (max(crop[0], media[0]), max(crop[1], media[1]), min(crop[2], media[2]), min(crop[3], media[3]))
    return box if box[0] < box[2] and box[1] < box[3] else media


def _ordered(box: Array) -> tuple[float, float, float, float]:
    x, y, other_x, other_y = (float(number) for number in box)
    return min(x, other_x), min(y, other_y), max(x, other_x), max(y, other_y)
