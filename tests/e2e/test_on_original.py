"""A PDF is marked on its own pages by default, or typeset on request."""

import io
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.annotations.test_originals import made
from tests.e2e.conftest import EXAMPLE
from tests.e2e.test_command_line import Run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.pdf"
    path.write_bytes(made())
    return path


def first_page(path: Path) -> tuple[tuple[int, int], int]:
    """Size of the first page, and how many highlights are on it."""
    with pypdfium2.PdfDocument(path) as document, pikepdf.open(path) as pdf:
        width, height = document[0].get_size()
        return (round(width), round(height)), sum(each.Subtype == "/Highlight" for each in pdf.pages[0].get("/Annots", []))


def test_a_pdf_is_marked_on_its_own_pages(run: Run, article: Path, tmp_path: Path) -> None:
    before = article.read_bytes()
    assert run("export", article, "-o", tmp_path / "copy.pdf")[0] == 0
    size, marks = first_page(tmp_path / "copy.pdf")
    assert size == (400, 500)
    assert marks > 0
    assert article.read_bytes() == before


def test_or_typeset(run: Run, article: Path, tmp_path: Path) -> None:
    assert run("export", article, "--on", "typeset", "-o", tmp_path / "anew.pdf")[0] == 0
    assert first_page(tmp_path / "anew.pdf")[0] == (595, 842)


def test_what_sourcetint_set_is_set_again(run: Run, tmp_path: Path) -> None:
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    assert run("export", EXAMPLE, "-o", first)[0] == 0
    assert run("export", first, "-o", second)[0] == 0
    with pypdfium2.PdfDocument(first) as one, pypdfium2.PdfDocument(second) as two:
        assert len(one) == len(two)


def test_only_a_pdf_has_pages_of_its_own(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", EXAMPLE, "--on", "original", "-o", tmp_path / "out.pdf")
    assert code != 0
    assert "was not opened from a PDF" in err
    assert not (tmp_path / "out.pdf").exists()


def test_a_lost_signature_is_said_first(run: Run, article: Path, tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(article.read_bytes())) as pdf:
        pdf.Root.AcroForm = pikepdf.Dictionary(SigFlags=3, Fields=pikepdf.Array())
        pdf.save(article)
    assert "is signed" in run("export", article, "-o", tmp_path / "copy.pdf")[2]
    assert "is signed" not in run("export", article, "--on", "typeset", "-o", tmp_path / "anew.pdf")[2]
