"""Mark the claims on a copy of a PDF's own pages: the half that parses the file, and therefore runs in the guarded process.

Outline, attachments, annotations, forms and encryption are kept. A signature cannot be: it holds for the bytes that were signed.
"""

import io
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

import pikepdf
from pikepdf import Array, Name, Object, Pdf, String

from credibility.annotations.pdf.attachment import attach, timestamp_file
from credibility.annotations.pdf.ink import Matrix, Quad
from credibility.annotations.pdf.margin import MarginMark, marks_within
from credibility.annotations.pdf.marks import Boxes, Mark, Marker
from credibility.annotations.pdf.metadata import write_evidence
from credibility.annotations.pdf.originals.beside import Room
from credibility.annotations.pdf.originals.order import OWN, SIGNED, OnPage, order_in
from credibility.floor.language import said
from credibility.model import ArticleError, PageRect

OWN_PAGE = Name("/SourceTintAppendix")
"""Marks the pages that are added at the end, so that a copy of a copy has them once."""

_TYPESET = said("Have the article typeset instead (--on typeset).")


def origin_of(data: bytes, password: str | None = None) -> str:
    """What is known of a PDF before it is copied, in words parted by spaces: OWN if SourceTint typeset it, SIGNED. Raises ArticleError."""
    with _opened(data, password) as document:
        own = str(document.docinfo.get("/Creator", "")).startswith("SourceTint ")
        return " ".join(word for word, holds in ((OWN, own), (SIGNED, _is_signed(document))) if holds)


def copy_marked(data: bytes, password: str | None, order: bytes) -> bytes:
    """The PDF with one highlight per claim and page, and what is added at its end and enclosed in it. Raises ArticleError."""
    wanted = order_in(order)
    with _opened(data, password) as document:
        written = Counter[str]()
        marker = Marker(document, wanted.stamp.now)
        _remove_own(document)
        for number, page in enumerate(document.pages):
            if number in wanted.places:
                _mark_page(document, page, wanted.places[number], wanted.marks, written, marker)
        _append(document, wanted.pages)
        attach(document, wanted.files)
        write_evidence(document, wanted.record)
        target = io.BytesIO()
        document.save(target, encryption=document.is_encrypted, compress_streams=True)
    return target.getvalue()


def with_timestamp(data: bytes, password: str | None, answer: bytes) -> bytes:
    """The PDF with an authority's time stamp of its reading enclosed; nothing else of it is changed. Raises ArticleError."""
    with _opened(data, password) as document:
        attach(document, (timestamp_file(answer),))
        target = io.BytesIO()
        document.save(target, encryption=document.is_encrypted, compress_streams=True)
    return target.getvalue()


def _opened(original: bytes, password: str | None) -> Pdf:
    try:
        return pikepdf.open(io.BytesIO(original), password=password or "")
    except pikepdf.PasswordError as error:
        raise ArticleError(said("The password does not open this PDF."), _TYPESET) from error
    except pikepdf.PdfError as error:
        raise ArticleError(said("This PDF is too damaged to be marked."), _TYPESET) from error


def _is_signed(document: Pdf) -> bool:
    form = document.Root.get("/AcroForm")
    if form is None:
        return False
    if int(form.get("/SigFlags", 0)) & 1:
        return True
    fields = form.get("/Fields", Array())
    return any(field.get("/FT") == Name.Sig and "/V" in field for field in fields if isinstance(field, pikepdf.Dictionary))


def _mark_page(
    document: Pdf, page: pikepdf.Page, claims: Mapping[str, OnPage], marks: Mapping[str, Mark], written: Counter[str], marker: Marker
) -> None:
    (matrix, height), width = _from_shown(page), float(page.mediabox[2])
    made: list[Object] = []
    for claim, place in claims.items():
        boxes = Boxes(_upright(place.quads, height), _upright(place.washed, height), matrix)
        mark = marker.annotation(page, marks[claim], boxes)
        written[claim] += 1
        mark.NM = String(marks[claim].name if written[claim] == 1 else f"{marks[claim].name}-{written[claim]}")
        made += [mark, marker.popup(page, mark, width, boxes.rect[3])]
    made += _beside(claims, marks, height, matrix, marker)
    own = page.obj.get("/Annots")
    page.obj.Annots = document.make_indirect(Array([*(own or ()), *made]))


def _beside(claims: Mapping[str, OnPage], marks: Mapping[str, Mark], height: float, matrix: Matrix, marker: Marker) -> Iterator[Object]:
    """Number and glyph of the claims that begin on a page, a stamp for each line.

    They are annotations, because the page's own content is left as it is.
    """
    rows: dict[Room, list[MarginMark]] = defaultdict(list)
    for claim, place in claims.items():
        if place.room is not None:
            middle = height - place.room.middle
            left = min(rect.left for rect in place.quads)
            rows[place.room].append(marks[claim].beside((left, middle, left, middle)))
    for room, row in rows.items():
        yield marker.stamp(*marks_within(row, room.left, room.right, on_right=room.on_right), matrix)


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
