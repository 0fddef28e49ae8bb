"""What leaves the program, kept line by line: every format of export, and the pages of the PDF with what is drawn and marked on them."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import lxml.etree
import pikepdf
import pypdfium2
import pytest

from app.exports.paper import export_pdf
from credibility.annotations.exports.registry import FORMATS, PDF, writer
from credibility.floor.progress import silent
from credibility.model import ExportFormat, Reading, Role
from tests.annotations.exported import linked, rich
from tests.annotations.readings import STYLES, reading
from tests.annotations.test_originals import copied, made
from tests.readings import check_reading

_LONG = "Ann Builder said [long|" + "the bridge would carry every lorry in the county for a hundred years " * 60 + "] and left.\n"
READINGS: Mapping[str, Reading] = {
    "rich": rich(),
    "linked": linked(),
    "long": reading(_LONG + "\n".join(f"He said [n{number}|it would be dear], she said [m{number}|no]." for number in range(30))),
    "roles": reading(" ".join(f"She said [{role.name}|that it was so]." for role in Role), {role.name: role for role in Role}),
}
_VERSIONS = ("/Producer", "/Creator")
_TIME = re.compile(r"20\d\d-\d\d-\d\dT[\d:.+Z-]+|D:20\d{12}[^)\"]*")


def test_the_reading_of_every_export() -> None:
    check_reading(
        "exports",
        (
            line
            for form in FORMATS
            if form != PDF
            for name in ("rich", "linked")
            for line in (f"{form.suffix} {name}", *(f"  {line}" for line in written(form, READINGS[name])))
        ),
    )


@pytest.mark.parametrize("name", sorted(READINGS))
def test_the_reading_of_pages(name: str, tmp_path: Path) -> None:
    check_reading(f"paper-{name}", of_pages(export_pdf(READINGS[name], tmp_path / "paper.pdf", STYLES, silent).path))


def test_the_reading_of_pages_that_were_marked(tmp_path: Path) -> None:
    check_reading("paper-marked", of_pages(copied(made(2), tmp_path)))


def written(form: ExportFormat, reading: Reading) -> Iterator[str]:
    """The lines of a text, or of the parts of an archive; numbers, not bytes, of what is no text."""
    data = writer(form)(reading, STYLES)
    if not data.startswith(b"PK"):
        yield from lines_of(data.decode("utf-8-sig"))
        return
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for part in sorted(archive.namelist()):
            if part.startswith(("word/document", "word/comments", "word/footnotes", "xl/worksheets", "xl/sharedStrings")):
                yield part
                yield from lines_of(lxml.etree.tostring(lxml.etree.fromstring(archive.read(part)), pretty_print=True, encoding="unicode"))


def lines_of(text: str) -> Iterator[str]:
    return (_TIME.sub("TIME", line.rstrip()) for line in text.splitlines() if line.strip())


def of_pages(path: Path) -> Iterator[str]:
    """Each page: words by line and place, what is drawn there, and the marks; then outline, structure and metadata of the file."""
    with closing(pypdfium2.PdfDocument(path)) as shown, pikepdf.open(path) as document:
        for number, page in enumerate(document.pages):
            yield f"page {number + 1} {rounded(page.mediabox)}"
            yield from words_on(shown[number])
            yield from drawn_on(shown[number])
            for annotation in page.obj.get("/Annots", []):
                yield f"  mark {of_annotation(annotation)}"
        with document.open_outline() as outline:
            yield from (f"outline {item.title}" for item in outline.root)
        yield from structure(document)
        yield from (f"{key} {_TIME.sub('TIME', str(value))}" for key, value in sorted(document.docinfo.items()) if key not in _VERSIONS)
        yield from (f"attached {name} {attached.get_file().mime_type}" for name, attached in sorted(document.attachments.items()))


def words_on(page: pypdfium2.PdfPage) -> Iterator[str]:
    text = page.get_textpage()
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        yield f"  {rounded((left, bottom, right, top))} {text.get_text_bounded(left, bottom, right, top)!r}"


def drawn_on(page: pypdfium2.PdfPage) -> Iterator[str]:
    """Lines, shapes and pictures of a page, by place."""
    yield from (f"  drawn {each.type} {rounded(each.get_bounds())}" for each in page.get_objects() if each.type != 1)


def of_annotation(annotation: pikepdf.Object) -> str:
    told = [f"{key} {' / '.join(str(annotation[key]).splitlines())}" for key in ("/NM", "/T", "/Subj", "/Contents") if key in annotation]
    told += [f"{key} {rounded(annotation[key], digits)}" for key, digits in (("/C", 2), ("/QuadPoints", 0)) if key in annotation]
    link = str(annotation.A.URI) if "/A" in annotation and "/URI" in annotation.A else ""
    return " | ".join(filter(None, (f"{annotation.Subtype} {rounded(annotation.Rect)}", *told, link)))


def structure(document: pikepdf.Pdf) -> Iterator[str]:
    """The tags of a file: how many there are of each kind, and under what."""
    counts: dict[str, int] = {}
    waiting = [("", document.Root.get("/StructTreeRoot"))]
    while waiting:
        above, node = waiting.pop()
        if isinstance(node, pikepdf.Array):
            waiting += [(above, each) for each in node]
        elif isinstance(node, pikepdf.Dictionary) and "/K" in node:
            kind = str(node.get("/S", "root"))
            counts[f"{kind} in {above}"] = counts.get(f"{kind} in {above}", 0) + 1
            waiting.append((kind, node.K))
    return (f"tag {kind} {count}" for kind, count in sorted(counts.items()))


def rounded(numbers: object, digits: int = 0) -> str:
    return " ".join(f"{float(number):.{digits}f}" for number in numbers)
