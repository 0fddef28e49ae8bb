"""Turn the temporary links of a laid-out reading into real highlight annotations, with pikepdf.

In PDF/UA-1 mode, Typst writes one link annotation per link and page, with exact quadrilaterals, tagged in the structure tree. Here the
links of one claim on one page become one `/Highlight` with popup, author, subject, colour and an appearance stream (some viewers do not
show annotations without one). Typst was chosen because no other engine tried gave exact quads, tags and extractable text in all scripts.
"""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from credibility.annotations.pdf.attachment import Enclosed, attach, files_of
from credibility.annotations.pdf.ink import Quad
from credibility.annotations.pdf.margin import draw_marks
from credibility.annotations.pdf.marks import Boxes, Mark, Marker
from credibility.annotations.pdf.metadata import Stamp, describe, write_evidence
from credibility.annotations.pdf.runs import RunKey
from credibility.annotations.pdf.shapes import LINK_SCHEME
from credibility.floor.language import said
from credibility.floor.progress import Progress, silent


@dataclass(slots=True)
class _Place:
    """The links of one claim on one page, collected for one highlight; `washed` are the boxes that no claim inside it covers."""

    quads: list[Quad] = field(default_factory=list)
    washed: list[Quad] = field(default_factory=list)
    links: list[Object] = field(default_factory=list)


class _Elements:
    """The structure element of an annotation, found by the number that it has in the file's parent tree."""

    def __init__(self, document: Pdf) -> None:
        root = document.Root.get("/StructTreeRoot")
        parents = root.get("/ParentTree") if root is not None else None
        self._parents = dict(NumberTree(parents).items()) if parents is not None else {}

    def of(self, link: Object) -> Object | None:
        """The element of a link; None in a file without tags."""
        number = link.get("/StructParent")
        return None if number is None else self._parents.get(int(number))


def highlight(pdf: bytes, keys: Sequence[RunKey], marks: Mapping[str, Mark], enclosed: Enclosed, stamp: Stamp, progress: Progress) -> bytes:
    """The same PDF with one highlight per claim and page, and the article attached; real hyperlinks stay links."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        Highlighter(keys, marks, stamp.now).mark(document, progress)
        attach(document, files_of(enclosed))
        describe(document, enclosed.article, stamp)
        write_evidence(document, enclosed.record)
        document.Root.PageMode = Name.UseOutlines
        target = io.BytesIO()
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)
        return target.getvalue()


class Highlighter:
    """Turns temporary links into highlights, in one document or in several that will be joined in this order."""

    def __init__(self, keys: Sequence[RunKey], marks: Mapping[str, Mark], now: datetime) -> None:
        self._keys, self._marks, self._now = keys, marks, now
        self._written: dict[str, int] = {}

    def mark(self, document: Pdf, progress: Progress = silent) -> None:
        """Highlight the claims on all pages."""
        elements, marker = _Elements(document), Marker(document, self._now)
        for number, page in enumerate(document.pages):
            self._mark_page(document, page, elements, marker)
            progress((number + 1) / len(document.pages), said("Marking the claims"))

    def _mark_page(self, document: Pdf, page: pikepdf.Page, elements: _Elements, marker: Marker) -> None:
        annotations = page.obj.get("/Annots")
        if annotations is None:
            return
        (places, kept), width = _gathered(annotations, self._keys), float(page.mediabox[2])
        draw_marks(page, [self._marks[claim].beside(place.quads[0]) for claim, place in places.items()])
        spare = {link.objgen for place in places.values() for link in place.links} - {link.objgen for link in kept}
        for claim, place in places.items():
            boxes = Boxes(_merged(place.quads), _merged(place.washed))
            made = marker.annotation(page, self._marks[claim], boxes)
            made.NM = String(self._name(claim))
            host = next((link for link in place.links if link.objgen in spare), None)
            if host is not None:
                spare.discard(host.objgen)
                _adopt(made, host, elements)
            kept += [made, marker.popup(page, made, width, boxes.rect[3])]
        for link in {link.objgen: link for place in places.values() for link in place.links}.values():
            if link.objgen in spare:
                _orphan(link, elements)
        page.obj.Annots = document.make_indirect(Array(kept))

    def _name(self, claim: str) -> str:
        """The name of a claim's highlight on the next page where it has one."""
        self._written[claim] = self._written.get(claim, 0) + 1
        name, count = self._marks[claim].name, self._written[claim]
        return name if count == 1 else f"{name}-{count}"


def _gathered(annotations: Object, keys: Sequence[RunKey]) -> tuple[dict[str, _Place], list[Object]]:
    """The links of a page by claim, and the annotations that stay: others' links, and runs that are also hyperlinks."""
    places: dict[str, _Place] = {}
    kept: list[Object] = []
    for link in list(annotations):
        key = _key(link, keys)
        if key is None:
            kept.append(link)
            continue
        boxes = _quads(link)
        for claim in key.marked:
            place = places.setdefault(claim, _Place())
            place.quads += boxes
            place.washed += boxes if claim in key.claims[-1:] else []
            place.links.append(link)
        if key.url:
            link.A.URI = String(key.url)
            kept.append(link)
    return places, kept


def _key(link: Object, keys: Sequence[RunKey]) -> RunKey | None:
    action = link.get("/A")
    target = str(action.get("/URI", "")) if action is not None else ""
    return keys[int(target.removeprefix(LINK_SCHEME))] if target.startswith(LINK_SCHEME) else None


def _quads(link: Object) -> list[Quad]:
    """A link's boxes (left, bottom, right, top) in points; a link on a single line has only a rectangle."""
    points = link.get("/QuadPoints")
    if points is None:
        left, bottom, right, top = _numbers(link.Rect)
        return [(left, bottom, right, top)]
    numbers = _numbers(points)
    boxes = []
    for at in range(0, len(numbers), 8):
        xs, ys = numbers[at : at + 8 : 2], numbers[at + 1 : at + 8 : 2]
        boxes.append((min(xs), min(ys), max(xs), max(ys)))
    return boxes


def _numbers(array: Object) -> list[float]:
    """The numbers in an array; reading its notation takes half of the time of asking for each."""
    return [float(number) for number in array.unparse()[1:-1].split()]


def _merged(quads: list[Quad]) -> list[Quad]:
    """Merge boxes that touch on one line: layout splits a line wherever font or link changes."""
    lines: list[Quad] = []
    for box in quads:
        last = lines[-1] if lines else None
        if last and abs(last[1] - box[1]) < 2.5 and -1.0 < box[0] - last[2] < 1.0:
            lines[-1] = (last[0], min(last[1], box[1]), box[2], max(last[3], box[3]))
        else:
            lines.append(box)
    return lines


def _children(element: Object) -> list[Object]:
    kids = element.get("/K")
    listed = kids if isinstance(kids, Array) else [kids] if kids is not None else []
    return [kid for kid in listed if isinstance(kid, Dictionary)]


def _adopt(made: Object, link: Object, elements: _Elements) -> None:
    """Move a link's structure element to the highlight that replaces it."""
    element = elements.of(link)
    if element is None:
        return
    element.S = Name.Annot
    for child in _children(element):
        if child.get("/Type") == Name.OBJR and child.Obj.objgen == link.objgen:
            child.Obj = made
    if "/StructParent" in link:
        made.StructParent = link.StructParent


def _orphan(link: Object, elements: _Elements) -> None:
    """Remove a link that became part of another highlight from the structure tree; its words stay as a span."""
    element = elements.of(link)
    if element is None:
        return
    element.S = Name.Span
    kids = element.get("/K")
    if isinstance(kids, Array):
        element.K = Array([kid for kid in kids if not (isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR)])
    elif kids is not None:
        del element["/K"]
