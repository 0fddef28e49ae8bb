"""Lists, quotations, tables, pictures, code and long words on paper: tagged for what they are, and all of it on the page."""

import base64
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image as Picture

from app.exports.paper import export_pdf
from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.floor.progress import silent
from credibility.model import Article, PaperSetup, Reading, Role, SheetSize
from tests.annotations.readings import STYLES, reading
from tests.annotations.test_pdf import Marks, words_under
from tests.articles.bridge import PROSE


def article_of(body: str, folder: Path, head: str = '<html lang="en">') -> Article:
    page = folder / "page.html"
    before, after = (f"<p>{paragraph}</p>" for paragraph in (PROSE[0], PROSE[1]))
    page.write_text(f"{head}<body><article><h1>Ferry at noon</h1>{before}{body}{after}</article></body></html>", "utf-8")
    return extract(load_page(page))


def printed(body: str, folder: Path, head: str = '<html lang="en">') -> Path:
    return export_pdf(Reading(article_of(body, folder, head), ()), folder / "out.pdf", STYLES, silent).path


def tags(path: Path) -> list[str]:
    """The structure elements in reading order, as paths of the names of the elements around each."""
    found: list[str] = []

    def walk(element: pikepdf.Object, above: str) -> None:
        if isinstance(element, pikepdf.Array):
            for kid in element:
                walk(kid, above)
        elif isinstance(element, pikepdf.Dictionary) and "/S" in element:
            found.append(f"{above}{element.S}")
            if "/K" in element:
                walk(element.K, found[-1])

    with pikepdf.open(path) as pdf:
        walk(pdf.Root.StructTreeRoot.K, "")
    return found


def words(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def places(path: Path) -> dict[str, tuple[float, float, float]]:
    """Left edge, foot and right edge of the last place of each word."""
    found = {}
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            shown = text.get_text_range()
            for word in set(shown.split()):
                at = shown.rindex(word)
                boxes = [text.get_charbox(index) for index in range(at, at + len(word))]
                found[word] = min(box[0] for box in boxes), min(box[1] for box in boxes), max(box[2] for box in boxes)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<ul><li>One gull<ol><li>and its chick</li></ol></li><li>A tern</li></ul>", "/L/L/LI/LBody"),
        ("<blockquote><p>Quoted.</p><blockquote><p>In it.</p></blockquote></blockquote>", "/BlockQuote/BlockQuote"),
        ("<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>", "/Table/THead/TR/TH"),
        ("<table><caption>Boats</caption><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td>4</td></tr></table>", "/Caption"),
        ("<pre>one = 1\n  two = 2</pre>", "/Code"),
        ("<figure><img src='gone.jpg' alt='The mole'><figcaption>The mole before</figcaption></figure>", "/Caption"),
    ],
)
def test_each_kind_has_its_tag(tmp_path: Path, body: str, expected: str) -> None:
    assert any(tag.endswith(expected) for tag in tags(printed(body, tmp_path)))


def test_the_language_is_the_article_s_or_none(tmp_path: Path) -> None:
    for head, language in (('<html lang="en-GB">', "en-GB"), ('<html lang="zh-Hant-TW">', "zh-Hant-TW"), ("<html>", None)):
        article = replace(article_of("", tmp_path, head), language=language)
        with pikepdf.open(export_pdf(Reading(article, ()), tmp_path / "out.pdf", STYLES, silent).path) as pdf:
            assert pdf.Root.get("/Lang") == language


def test_no_word_runs_off_the_page(tmp_path: Path) -> None:
    long = "antidisestablishment" * 20
    bodies = (f"<p>A {long}</p>", f"<ul><li>B {long}</li></ul>", f"<blockquote><p>C {long}</p></blockquote>", f"<pre>D {long}</pre>")
    path = printed("".join(bodies), tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            text = page.get_textpage()
            assert all(text.get_charbox(at)[2] < page.get_width() - 70 for at in range(text.count_chars()))
    assert "".join(words(path).split()).count("antidisestablishment") == 80


def test_a_claim_on_a_broken_word_has_exactly_its_letters(tmp_path: Path) -> None:
    long = "antidisestablishment" * 20
    path = export_pdf(reading(f"He said [a|the {long}] twice."), tmp_path / "out.pdf", STYLES, silent).path
    assert words_under(path, "a") == f"the{long}"


def test_a_wide_table_is_legible(tmp_path: Path) -> None:
    heads = "".join(f"<th>Heading{number:02}</th>" for number in range(24))
    cells = "".join(f"<td>{number}</td>" for number in range(24))
    path = printed(f"<table><tr>{heads}</tr><tr>{cells}</tr></table>", tmp_path)
    with pypdfium2.PdfDocument(path) as document:
        assert any(page.get_width() > page.get_height() for page in document)
    edges = [place for word, place in places(path).items() if word.startswith("Heading")]
    assert len(edges) == 24
    for left, foot, right in edges:
        assert not [other for other in edges if other[1] == foot and other[0] < right < other[2] and other[0] != left]


def test_spanned_columns_are_under_their_head(tmp_path: Path) -> None:
    table = (
        "<table><tr><th rowspan=2>Year</th><th colspan=2>Ferries</th></tr><tr><th>arriving</th><th>leaving</th></tr>"
        "<tr><td>2020</td><td>417</td><td>523</td></tr></table>"
    )
    at = places(printed(table, tmp_path))
    assert at["Year"][0] == pytest.approx(at["2020"][0], abs=2)
    assert at["arriving"][0] == pytest.approx(at["417"][0], abs=2)
    assert at["Ferries"][0] == pytest.approx(at["417"][0], abs=2)
    assert at["leaving"][0] == pytest.approx(at["523"][0], abs=2)


def test_code_is_set_line_by_line_without_gaps(tmp_path: Path) -> None:
    at = places(printed("<pre>firstline\n\nthirdline\n    fourthline</pre>", tmp_path))
    step = at["thirdline"][1] - at["fourthline"][1]
    assert 0 < at["firstline"][1] - at["thirdline"][1] == pytest.approx(2 * step, rel=0.1)
    assert at["fourthline"][0] > at["thirdline"][0] + 10


def test_a_tall_picture_leaves_its_caption_on_its_page(tmp_path: Path) -> None:
    Picture.new("RGB", (300, 3000), "navy").save(tmp_path / "tall.png")
    data = base64.b64encode((tmp_path / "tall.png").read_bytes()).decode()
    path = printed(
        f'<figure><img src="data:image/png;base64,{data}" alt="A mast"><figcaption>The mast at noon</figcaption></figure>', tmp_path
    )
    with pypdfium2.PdfDocument(path) as document:
        holding = [
            (page, [thing for thing in page.get_objects() if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
            for page in document
            if "The mast at noon" in page.get_textpage().get_text_range()
        ]
        assert len(holding) == 1
        assert len(holding[0][1]) == 1
        _, low, _, top = holding[0][1][0].get_bounds()
        assert top - low == pytest.approx(150 / 25.4 * 72, abs=2)


def test_each_paragraph_runs_its_own_way(tmp_path: Path) -> None:
    made = reading(
        "המעבורת יצאה [a|בצהריים] מן הרציף.\nThe harbour master said [b|the ferry left].", roles={"a": Role.PERSON, "b": Role.PERSON}
    )
    path = export_pdf(made, tmp_path / "out.pdf", STYLES, silent).path
    picture = pypdfium2.PdfDocument(path)[0].render(scale=2).to_pil().convert("L")
    inked: dict[str, set[str]] = {}
    for _, mark in Marks(path):
        top, low = picture.height - 2 * float(mark.QuadPoints[1]), picture.height - 2 * float(mark.QuadPoints[5])
        for side, left, right in (("left", 20, 74), ("right", 522, 580)):
            if picture.crop((left * 2, int(top), right * 2, int(low))).getextrema()[0] < 200:
                inked.setdefault(str(mark.NM), set()).add(side)
    assert inked == {"claim-a": {"right"}, "claim-b": {"left"}}


def test_the_table_of_sources_numbers_the_claims(tmp_path: Path) -> None:
    shown = words(export_pdf(reading("He said [a|it is safe] and then [b|that it is new]."), tmp_path / "out.pdf", STYLES, silent).path)
    lines = [" ".join(line.split()) for line in shown.splitlines()]
    assert "1 it is safe p. 1" in lines
    assert "2 that it is new p. 1" in lines


def test_an_outlet_is_named_again_after_a_page_break(tmp_path: Path) -> None:
    text = "\n".join(f"He said [c{number}|that boat {number} is safe]." for number in range(90))
    path = export_pdf(reading(text), tmp_path / "out.pdf", STYLES, silent).path
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    listing = [page for page in pages if "p. " in page]
    assert len(listing) > 1
    assert all("The Courier" in page for page in listing)


@pytest.mark.parametrize(("sheet", "size"), [(SheetSize.A4, (595, 842)), (SheetSize.LETTER, (612, 792))])
def test_the_sheet_can_be_chosen(tmp_path: Path, sheet: SheetSize, size: tuple[int, int]) -> None:
    path = export_pdf(reading("He said [a|yes]."), tmp_path / "out.pdf", STYLES, silent, PaperSetup(sheet)).path
    with pypdfium2.PdfDocument(path) as document:
        assert tuple(round(side) for side in document[0].get_size()) == size


def test_larger_type_is_larger_and_grey_has_no_colour(tmp_path: Path) -> None:
    made = reading("He said [a|yes]. She said [b|no].", roles={"b": Role.LOW})
    heights = []
    for setup in (PaperSetup(), PaperSetup(larger=True)):
        marks = Marks(export_pdf(made, tmp_path / "out.pdf", STYLES, silent, setup).path)
        mark = marks[0][1]
        heights.append(float(mark.QuadPoints[1]) - float(mark.QuadPoints[5]))
    assert heights[1] / heights[0] == pytest.approx(1.3, abs=0.02)
    grey = export_pdf(made, tmp_path / "grey.pdf", STYLES, silent, PaperSetup(grey=True)).path
    picture = pypdfium2.PdfDocument(grey)[0].render(scale=1).to_pil().convert("RGB")
    assert all(max(pixel) - min(pixel) < 3 for _, pixel in picture.getcolors(1_000_000) or ())
