"""A PDF's printed pages: every character of the article has a position on them, on rotated and cropped pages too."""

import io

import pikepdf
import pytest
import typst

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.articles.pdf.document import document_of
from credibility.articles.pdf.pages import draw, printed
from credibility.model import ArticleError, Print, Span
from tests.articles import lighthouse
from tests.articles.test_pdf import HEAD, LONG
from tests.articles.test_pdf import printed as paper


def laid_out(folder, data: bytes) -> tuple[Print, str, object]:
    path = folder / "paper.pdf"
    path.write_bytes(data)
    text = extract(load_page(path)).text
    document = document_of(data)
    return printed(document, text), text, document


def words_under(document, print_: Print, span: Span) -> str:
    """The text pdfium finds under the rectangles of a span; only for pages that are neither rotated nor cropped."""
    pieces = []
    for rect in print_.rects(span):
        height = print_.pages[rect.page].height
        reader = document[rect.page].get_textpage()
        pieces.append(reader.get_text_bounded(rect.left + 0.2, height - rect.bottom + 0.2, rect.right - 0.2, height - rect.top - 0.2))
    return " ".join("".join(pieces).replace("￾", "").replace("\x02", "").split())


def changed(data: bytes, **values) -> bytes:
    """The same PDF with other values on every page."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            for name, value in values.items():
                page.obj[f"/{name}"] = value
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("columns", [1, 2])
def test_every_letter_of_the_article_has_a_place(tmp_path, columns):
    print_, text, _ = laid_out(tmp_path, paper(columns))
    placed = [offset for line in print_.lines for offset in line.offsets]
    assert placed == [offset for offset, letter in enumerate(text) if not letter.isspace()]


@pytest.mark.parametrize("columns", [1, 2])
def test_the_words_under_a_span_are_its_words(tmp_path, columns):
    print_, text, document = laid_out(tmp_path, paper(columns))
    start = text.index("nine in ten fishermen")
    under = words_under(document, print_, Span(start, start + len("nine in ten fishermen")))
    assert under.replace(" ", "") == "nineintenfishermen"


def test_a_divided_word_is_covered_on_both_lines(tmp_path):
    print_, text, _ = laid_out(tmp_path, paper(columns=2))
    start = text.index(LONG)
    rects = list(print_.rects(Span(start, start + len(LONG))))
    assert len(rects) >= 3
    assert all(rect.right > rect.left and rect.bottom > rect.top for rect in rects)


def test_running_heads_have_no_place(tmp_path):
    print_, _, _ = laid_out(tmp_path, paper(columns=2, repeats=20))
    assert HEAD
    assert len(print_.pages) > 1
    assert min(line.top for line in print_.lines if line.page == 1) > 40


def test_a_dropped_paragraph_is_passed_over(tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(paper())
    text = extract(load_page(path)).text.replace(lighthouse.PARAGRAPHS[2] + "\n", "", 1)
    print_ = printed(document_of(path.read_bytes()), text)
    placed = [offset for line in print_.lines for offset in line.offsets]
    assert placed == sorted(placed)
    assert len(placed) >= 0.98 * sum(not letter.isspace() for letter in text)


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_read_and_placed_as_it_is_shown(tmp_path, turned):
    straight, text, _ = laid_out(tmp_path, paper())
    # The page is rotated and its content rotated back, so that it looks as before.
    size = straight.pages[0]
    back = {90: (0, 1, -1, 0, size.height, 0), 180: (-1, 0, 0, -1, size.width, size.height), 270: (0, -1, 1, 0, 0, size.width)}[turned]
    with pikepdf.open(tmp_path / "paper.pdf") as pdf:
        for page in pdf.pages:
            page.contents_add(f"q {' '.join(map(str, back))} cm".encode(), prepend=True)
            page.contents_add(b"Q")
            if turned != 180:
                page.mediabox = [0, 0, size.height, size.width]
            page.rotate(turned, relative=False)
        out = io.BytesIO()
        pdf.save(out)
    print_, turned_text, _ = laid_out(tmp_path, out.getvalue())
    assert "".join(turned_text.split()) == "".join(text.split())  # pdfium does not know a dividing hyphen on a turned page
    assert print_.pages[0].width == pytest.approx(size.width, abs=0.5)
    for before, after in zip(straight.lines, print_.lines, strict=True):
        assert (after.page, len(after.offsets)) == (before.page, len(before.offsets))
        assert (after.lefts[0], after.top) == pytest.approx((before.lefts[0], before.top), abs=1.5)


def test_a_cropped_page_is_placed_as_it_is_shown(tmp_path):
    straight, _, _ = laid_out(tmp_path, paper())
    size = straight.pages[0]
    cropped = changed(paper(), CropBox=pikepdf.Array([20, 30, size.width - 10, size.height - 5]))
    print_, _, _ = laid_out(tmp_path, cropped)
    assert print_.pages[0].width == pytest.approx(size.width - 30, abs=0.5)
    first, moved = straight.lines[0], print_.lines[0]
    assert (moved.lefts[0], moved.top) == pytest.approx((first.lefts[0] - 20, first.top - 5), abs=0.5)


def test_a_page_is_drawn_at_the_scale_asked_for(tmp_path):
    print_, _, document = laid_out(tmp_path, paper())
    picture = draw(document, 0, 2.0)
    assert picture.width == pytest.approx(print_.pages[0].width * 2, abs=2)
    assert len(picture.pixels) == picture.width * picture.height * 4
    assert len(set(picture.pixels[::4])) > 2


def test_a_page_that_would_fill_the_memory_is_drawn_smaller():
    data = typst.compile(b"#set page(width: 4000mm, height: 4000mm)\nA very large sheet")
    picture = draw(document_of(data), 0, 4.0)
    assert picture.width * picture.height <= 24_100_000


def test_there_is_no_page_behind_the_last():
    with pytest.raises(ArticleError, match="no page 9"):
        draw(document_of(paper()), 8, 1.0)
