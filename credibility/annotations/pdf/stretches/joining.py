"""Join the stretches of a long paper into one PDF, marking each on the way: its pages, tags, outline, and links from one to another.

Done in a process of its own: a document of 600 pages takes 300 MB. Each stretch is read, marked, copied and closed before the next.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec
import pikepdf
from pikepdf import Array, Dictionary, Name, NumberTree, Object, Pdf, String

from credibility.annotations.pdf.attachment import AttachedFile, attach
from credibility.annotations.pdf.highlights import Highlighter
from credibility.annotations.pdf.marks import Mark
from credibility.annotations.pdf.metadata import Stamp, describe, write_evidence
from credibility.annotations.pdf.runs import RunKey
from credibility.annotations.pdf.stretches.dividing import PLACE_SCHEME
from credibility.annotations.pdf.stretches.tags import JoinedTags, drop_tail, rename_headers
from credibility.floor.language import plain
from credibility.model import Article

_ABOVE = 10
"""How far above a place a link leads, in points, so that its line is not at the very edge of the window; Typst's own links do the same."""


@dataclass(frozen=True, slots=True)
class TypesetStretch:
    """A stretch as Typst wrote it: how many of its pages are kept, the levels of their headings, whether links lead to earlier pages."""

    pages: int
    levels: tuple[int, ...]
    leads_back: bool


@dataclass(frozen=True, slots=True)
class Joining:
    """What to join and what to mark on it; `article` is needed for the file's own data only, and may be without text."""

    stretches: tuple[TypesetStretch, ...]
    keys: tuple[RunKey, ...]
    marks: dict[str, Mark]
    files: tuple[AttachedFile, ...]
    record: tuple[tuple[str, str], ...]
    article: Article
    stamp: Stamp

    def encoded(self) -> bytes:
        """The order for the process that joins."""
        return msgspec.msgpack.encode(self, enc_hook=plain)


def joining_in(data: bytes) -> Joining:
    """An order, decoded. Raises ValueError."""
    return msgspec.msgpack.decode(data, type=Joining)


def join(order: Joining, stretches: Iterable[Path], target: BinaryIO) -> None:
    """Write the stretches' PDFs, marked, as one document.

    They are given as paths, because qpdf reads those itself: from a Python file, it would call back for every few bytes.
    """
    with Pdf.new() as document:
        joined = _Joined(document, Highlighter(order.keys, order.marks, order.stamp.now))
        for number, (stretch, path) in enumerate(zip(order.stretches, stretches, strict=True)):
            with pikepdf.open(path) as source:
                joined.add(source, stretch, number)
        joined.finish()
        attach(document, order.files)
        describe(document, order.article, order.stamp)
        write_evidence(document, order.record)
        document.Root.PageMode = Name.UseOutlines
        document.save(target, object_stream_mode=pikepdf.ObjectStreamMode.generate, compress_streams=True)


@dataclass(frozen=True, slots=True)
class _Heading:
    title: str
    level: int
    page: int
    x: float
    y: float


class _Joined:
    """The document as it grows."""

    def __init__(self, document: Pdf, highlighter: Highlighter) -> None:
        self._document = document
        self._highlighter = highlighter
        self._tags = JoinedTags(document)
        self._headings: list[_Heading] = []
        self._pages: list[Object] = []

    def add(self, source: Pdf, stretch: TypesetStretch, number: int) -> None:
        """Mark a stretch and append its kept pages."""
        first = len(self._pages)
        if number == 0:
            self._take_over(source)
        self._headings += _headings(source, stretch.levels, first)
        dropped = {page.obj.objgen for page in source.pages[stretch.pages :]}
        drop_tail(source, dropped)
        del source.pages[stretch.pages :]
        self._highlighter.mark(source)
        names = rename_headers(source, number)
        known = len(self._document.objects)
        self._document.pages.extend(source.pages)
        pages = [page.obj for page in self._document.pages[first:]]
        self._tags.add(source, pages, names)
        self._keep_streams(known)
        self._pages += pages
        for page in pages if stretch.leads_back else ():
            _lead_to_places(page, self._pages)

    def finish(self) -> None:
        """Write tags, outline and page labels."""
        self._tags.finish()
        labels = NumberTree.new(self._document)
        labels[0] = Dictionary(S=Name.D)
        self._document.Root.PageLabels = labels.obj
        _write_outline(self._document, self._headings)

    def _take_over(self, source: Pdf) -> None:
        """What concerns the whole file, from its first stretch."""
        for key in ("/Metadata", "/MarkInfo", "/ViewerPreferences", "/Lang"):
            if key in source.Root:
                self._document.Root[key] = self._document.copy_foreign(source.make_indirect(source.Root[key]))
        for name, text in source.docinfo.items():
            self._document.docinfo[name] = String(str(text))

    def _keep_streams(self, known: int) -> None:
        """Read the data of copied streams, which otherwise stays in the stretch's file until the document is saved."""
        for number in range(known + 1, len(self._document.objects) + 1):
            copied = self._document.get_object((number, 0))
            if isinstance(copied, pikepdf.Stream):
                as_it_was: Any = {"filter": copied.get("/Filter"), "decode_parms": copied.get("/DecodeParms")}
                copied.write(copied.read_raw_bytes(), **as_it_was)


def _headings(source: Pdf, levels: Sequence[int], first: int) -> Iterator[_Heading]:
    """The headings of the kept pages; those of the dropped ones come after them in the outline."""
    numbers = {page.obj.objgen: first + number for number, page in enumerate(source.pages)}
    for item, level in zip(_outline(source.Root.get("/Outlines")), levels, strict=False):
        page, _, x, y, *_ = item.Dest
        yield _Heading(str(item.Title), level, numbers[page.objgen], float(x), float(y))


def _outline(node: Object | None) -> Iterator[Object]:
    """The items of an outline in reading order."""
    item = node.get("/First") if node is not None else None
    while item is not None:
        yield item
        yield from _outline(item)
        item = item.get("/Next")


def _write_outline(document: Pdf, headings: Sequence[_Heading]) -> None:
    """An outline in which each heading is below the last one of a higher level."""
    with document.open_outline() as outline:
        open_items: list[tuple[int, list[pikepdf.OutlineItem]]] = [(0, outline.root)]
        for heading in headings:
            item = pikepdf.OutlineItem(heading.title, heading.page, "XYZ", left=heading.x, top=heading.y, zoom=0)
            while open_items[-1][0] >= heading.level:
                open_items.pop()
            open_items[-1][1].append(item)
            open_items.append((heading.level, item.children))


def _lead_to_places(page: Object, pages: Sequence[Object]) -> None:
    """Turn temporary links to places in earlier stretches into links within the document."""
    for link in page.get("/Annots", ()):
        target = str(link.A.get("/URI", "")) if "/A" in link else ""
        if target.startswith(PLACE_SCHEME):
            number, x, y = target.removeprefix(PLACE_SCHEME).split("/")
            to = pages[int(number) - 1]
            link.Dest = Array([to, Name.XYZ, round(float(x), 2), round(float(to.MediaBox[3]) - max(float(y) - _ABOVE, 0), 2), 0])
            link.Contents = String(f"page {number}")
            del link["/A"]
