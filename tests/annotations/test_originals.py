"""Claims marked on a copy of the article's own PDF: exactly their words, on turned and cropped pages, and the rest of the file kept."""

import io
from collections import Counter
from contextlib import closing
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
import typst

from app.exports.paper import export_pdf
from credibility.annotations.annotate import annotate
from credibility.annotations.pdf.originals.copying import copy_marked, origin_of
from credibility.annotations.pdf.originals.order import OWN, SIGNED, Original
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.articles.pdf.document import document_of
from credibility.articles.pdf.pages import printed
from credibility.floor.progress import silent
from credibility.model import Article, ArticleError, ExportError, Reading, Role, Span
from tests.annotations.readings import STYLES, _claim
from tests.annotations.readings import reading as small_reading
from tests.annotations.test_pdf import Marks, letters, words_under
from tests.articles.bridge import PROSE

LAYOUT = """
#set document(title: "The bridge opens")
#set page(width: 400pt, height: 500pt, margin: 50pt)
#set text(9pt, hyphenate: false)
#text(20pt)[The bridge opens]
#set par(justify: false)
#columns({columns})[{body}]
"""
CLAIMS = {
    "opens": "the new bridge will open before the summer",
    "older": "Workers had found an older bridge under the river bed",
    "inner": "an older bridge",
    "ferry": "should stay in service all the same",
}


def made(columns: int = 1, height: int = 500) -> bytes:
    layout = LAYOUT.replace("500pt", f"{height}pt")
    return typst.compile(layout.format(columns=columns, body="\n\n".join(PROSE)).encode())


def article_of(data: bytes, folder: Path, password: str | None = None) -> Article:
    (folder / "original.pdf").write_bytes(data)
    return extract(load_page(folder / "original.pdf", password=password))


def reading_of(article: Article) -> Reading:
    places = {name: article.text.index(words) for name, words in CLAIMS.items()}
    roles = {"inner": Role.LOW}
    claims = tuple(
        _claim(name, (Span(place, place + len(CLAIMS[name])),), roles.get(name, Role.MIXED))
        for name, place in sorted(places.items(), key=lambda item: item[1])
    )
    return Reading(article, claims, annotations=annotate(article, claims, STYLES))


def copied(data: bytes, folder: Path, password: str | None = None) -> Path:
    article = article_of(data, folder, password)
    with closing(document_of(data, password)) as document:
        original = Original(printed(document, article.text), lambda order: copy_marked(data, password, order))
    return export_pdf(reading_of(article), folder / "copy.pdf", STYLES, silent, original=original).path


def changed(data: bytes, change) -> bytes:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        target = io.BytesIO()
        pdf.save(target)
        return target.getvalue()


def turned(degrees: int):
    def change(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            page.rotate(degrees, relative=False)

    return change


def cropped(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.mediabox = pikepdf.Array([-20, -30, 400, 500])
        page.cropbox = pikepdf.Array([30, 20, 380, 480])


def turned_above(pdf: pikepdf.Pdf) -> None:
    """The turn comes from the group of pages, not from the page."""
    pdf.Root.Pages.Rotate = 90


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize(
    "change",
    [None, turned(90), turned(180), turned(270), cropped, turned_above],
    ids=["plain", "90", "180", "270", "cropped", "turned above"],
)
def test_the_words_under_the_quads_are_the_claims(tmp_path: Path, columns: int, change) -> None:
    data = changed(made(columns), change) if change else made(columns)
    path = copied(data, tmp_path)
    for name, words in CLAIMS.items():
        # PDFium returns the lines of a turned page in another order.
        assert Counter(words_under(path, name)) == Counter(letters(words))


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_highlight_is_drawn_where_its_words_are(tmp_path: Path, degrees: int) -> None:
    """The wash is below the words on the page as shown, and the underline is at their foot."""
    data = changed(made(), turned(degrees))
    path = copied(data, tmp_path)
    with pypdfium2.PdfDocument(path) as after, pypdfium2.PdfDocument(data) as before:
        plain, marked = (document[0].render(scale=2).to_pil().convert("RGB") for document in (before, after))
        shown = after[0].get_textpage()
        found = shown.search("the new bridge will").get_next()
        box = shown.get_charbox(found[0] + 4)
    middle = ((box[0] + box[2]) / 2, (box[1] + box[3]) / 2)
    x, y = {
        0: (middle[0], 500 - middle[1]),
        90: (middle[1], middle[0]),
        180: (400 - middle[0], middle[1]),
        270: (500 - middle[1], 400 - middle[0]),
    }[degrees]
    around = (int(x * 2) - 6, int(y * 2) - 6, int(x * 2) + 6, int(y * 2) + 6)
    assert plain.crop(around).getcolors(1000) != marked.crop(around).getcolors(1000)


def test_what_else_is_in_the_file_stays(tmp_path: Path) -> None:
    def furnish(pdf: pikepdf.Pdf) -> None:
        pdf.attachments["data.csv"] = pikepdf.AttachedFileSpec(pdf, b"a,b\n1,2\n")
        note = pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[20, 20, 40, 40], Contents="the owner's note")
        pdf.pages[0].obj.Annots = pikepdf.Array([pdf.make_indirect(note)])
        with pdf.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("First page", 0))

    data = changed(made(), furnish)
    before = data
    path = copied(data, tmp_path)
    with pikepdf.open(path) as pdf, pikepdf.open(io.BytesIO(before)) as original:
        assert pdf.attachments["data.csv"].get_file().read_bytes() == b"a,b\n1,2\n"
        assert "the owner's note" in [str(each.get("/Contents")) for each in pdf.pages[0].Annots]
        with pdf.open_outline() as outline:
            assert [item.title for item in outline.root] == ["First page"]
        assert pdf.pages[0].Contents.read_bytes() == original.pages[0].Contents.read_bytes()
        assert str(pdf.docinfo.get("/Title")) == "The bridge opens"
        assert pdf.check_pdf_syntax() == []
    assert (tmp_path / "original.pdf").read_bytes() == before


def test_a_locked_file_stays_locked(tmp_path: Path) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(made())) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(user="lamp", owner="oil"))
    path = copied(target.getvalue(), tmp_path, "lamp")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(path)
    for password in ("lamp", "oil"):
        with pikepdf.open(path, password=password) as pdf:
            assert [each for each in pdf.pages[0].Annots if each.Subtype == "/Highlight"]
    with pytest.raises(ArticleError, match="password"):
        origin_of(target.getvalue(), "wick")


def test_the_loss_of_a_signature_is_announced() -> None:
    def sign(pdf: pikepdf.Pdf) -> None:
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Signature", V=pikepdf.Dictionary(Type=pikepdf.Name.Sig))
        pdf.Root.AcroForm = pikepdf.Dictionary(Fields=pikepdf.Array([pdf.make_indirect(field)]))

    assert origin_of(made()) == ""
    assert origin_of(changed(made(), sign)) == SIGNED


def test_the_sources_are_listed_behind_the_pages(tmp_path: Path) -> None:
    path = copied(made(), tmp_path)
    with pypdfium2.PdfDocument(path) as document, pypdfium2.PdfDocument(made()) as original:
        assert len(document) > len(original)
        listed = "".join(document[number].get_textpage().get_text_range() for number in range(len(original), len(document)))
    assert "1 the new bridge will open before the summer p. 1" in " ".join(listed.split())


def test_a_copy_of_a_copy_has_each_mark_once(tmp_path: Path) -> None:
    first = copied(made(), tmp_path).read_bytes()
    second = copied(first, tmp_path)
    marks = Marks(second)
    assert sorted(str(mark.NM) for _, mark in marks) == sorted(f"claim-{name}" for name in CLAIMS)
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert len(marks.document.pages) == len(pdf.pages)


def test_the_copy_opens_as_the_same_article(tmp_path: Path) -> None:
    article = article_of(made(), tmp_path)
    again = extract(load_page(copied(made(), tmp_path)))
    assert (again.text, again.blocks) == (article.text, article.blocks)


def test_claims_that_are_on_no_page_are_counted(tmp_path: Path) -> None:
    article = article_of(made(), tmp_path)
    elsewhere = small_reading("He said [a|something the pages lack].")
    with closing(document_of(made())) as document:
        original = Original(printed(document, elsewhere.article.text), lambda order: copy_marked(made(), None, order))
    assert article.text
    exported = export_pdf(elsewhere, tmp_path / "copy.pdf", STYLES, silent, original=original)
    assert exported.notes == (
        "1 claim is not marked on the pages, because the words were not found there; the table of sources lists them.",
    )


def test_pages_that_were_typeset_are_known(tmp_path: Path) -> None:
    assert OWN not in origin_of(made())
    assert OWN in origin_of(export_pdf(small_reading("He said [a|yes]."), tmp_path / "out.pdf", STYLES, silent).path.read_bytes())


def test_a_damaged_original_is_a_named_error(tmp_path: Path) -> None:
    article = article_of(made(), tmp_path)
    with closing(document_of(made())) as document:
        original = Original(printed(document, article.text), lambda order: copy_marked(b"%PDF-1.7 nothing", None, order))
    with pytest.raises(ExportError, match="too damaged"):
        export_pdf(reading_of(article), tmp_path / "copy.pdf", STYLES, silent, original=original)
    assert not (tmp_path / "copy.pdf").exists()


def beside(path: Path) -> list[tuple[int, tuple[float, ...]]]:
    """Page and place of the marks beside the lines."""
    with pikepdf.open(path) as pdf:
        return [
            (number, tuple(round(float(value)) for value in each.Rect))
            for number, page in enumerate(pdf.pages)
            for each in page.obj.get("/Annots", ())
            if each.Subtype == "/Stamp"
        ]


def test_claims_are_numbered_beside_the_lines_where_they_begin(tmp_path: Path) -> None:
    path = copied(made(), tmp_path)
    firsts = {str(mark.NM): [float(value) for value in mark.QuadPoints[:8]] for _, mark in Marks(path)}
    stamps = beside(path)
    assert len({round(quad[1]) for quad in firsts.values()}) == len(stamps) == 3, "two claims begin on one line"
    for page, (left, low, right, top) in stamps:
        assert page == 0
        assert 5 <= left < right <= 50, "in the margin"
        assert any(low - 2 < (quad[1] + quad[5]) / 2 < top + 2 for quad in firsts.values())
    with pypdfium2.PdfDocument(path) as document:
        picture = document[0].render(scale=4).to_pil().convert("L")
    for _, (left, low, right, top) in stamps:
        assert picture.crop((left * 4, (500 - top) * 4, right * 4, (500 - low) * 4)).getextrema()[0] < 128, "something is drawn there"


def test_in_columns_they_are_beside_their_own_column(tmp_path: Path) -> None:
    data = made(2, 210)
    path = copied(data, tmp_path)
    with pypdfium2.PdfDocument(data) as plain, pypdfium2.PdfDocument(path) as marked:
        text = plain[0].get_textpage()
        boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
        assert marked[0].get_textpage().get_text_range() == text.get_text_range(), "no words are added"
    places = [place for page, place in beside(path) if page == 0]
    assert min(left for left, *_ in places) < 50 < 180 < max(left for left, *_ in places), "beside both columns"
    for left, low, right, top in places:
        assert [box for box in boxes if box[0] < right - 1 and box[2] > left + 1 and box[1] < top - 1 and box[3] > low + 1] == []


@pytest.mark.parametrize("change", [turned(90), turned(180), turned(270), cropped], ids=["90", "180", "270", "cropped"])
def test_they_are_where_the_reader_sees_the_margin(tmp_path: Path, change) -> None:
    """On a page that is turned, the text runs as the page was set; nothing is beside lines that run sideways as shown."""
    path = copied(changed(made(), change), tmp_path)
    with pikepdf.open(path) as pdf:
        box = [float(value) for value in pdf.pages[0].cropbox]
    for _, (left, low, right, top) in beside(path):
        assert box[0] <= left < right <= box[2]
        assert box[1] <= low < top <= box[3]
