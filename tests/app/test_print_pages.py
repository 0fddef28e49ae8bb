"""The pages to print are those of the export, made in a folder that goes with them and drawn in the guarded process."""

import tempfile
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from app.files.paths import example_article
from app.workspace import Workspace
from credibility.floor.progress import silent
from credibility.model import ArticleError, ExportError
from credibility.model.notes import NoteDraft


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary files go."""
    (made := tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(made))
    return made


def test_the_pages_are_those_of_the_export(workspace: Workspace, folder: Path, tmp_path: Path) -> None:
    workspace.open_article(example_article())
    pages = workspace.paper.make(silent)
    exported = workspace.export(tmp_path / "same.pdf", silent).path
    with pdfium.PdfDocument(exported) as document:
        assert [(page.width, page.height) for page in pages] == [pytest.approx(page.get_size()) for page in document]
        expected = document[0].render(scale=0.5).to_pil().convert("RGB")
    drawn = workspace.paper.draw_page(0, 0.5)
    assert (drawn.width, drawn.height) == expected.size
    blue, green, red = drawn.pixels[0::4], drawn.pixels[1::4], drawn.pixels[2::4]
    raw = expected.tobytes()
    there = zip(raw[0::3], raw[1::3], raw[2::3], strict=True)
    same = sum(one == other for one, other in zip(there, zip(red, green, blue, strict=True), strict=True))
    assert same > 0.995 * drawn.width * drawn.height, "but for the second in which it was made, it is the same page"
    assert len(set(zip(red, green, blue, strict=True))) > 20, "with text and colours on it"


def test_larger_type_is_printed_when_the_settings_say_so(workspace: Workspace, folder: Path) -> None:
    workspace.open_article(example_article())
    before = len(workspace.paper.make(silent))
    workspace.settings.set("paper_larger", True)
    workspace.settings.set("paper_sheet", "us-letter")
    pages = workspace.paper.make(silent)
    assert len(pages) > before
    assert (pages[0].width, pages[0].height) == (612, 792)


def test_nothing_is_left_behind(workspace: Workspace, folder: Path) -> None:
    workspace.open_article(example_article())
    workspace.paper.make(silent)
    assert [path.name for path in folder.rglob("*.pdf")] == ["article.pdf"]
    assert next(folder.iterdir()).stat().st_mode & 0o077 == 0, "for the reader alone"
    workspace.paper.discard()
    assert list(folder.rglob("*.pdf")) == []
    with pytest.raises(ArticleError, match="no pages to print"):
        workspace.paper.draw_page(0, 1)


def test_without_an_article_there_is_nothing_to_print(workspace: Workspace, folder: Path) -> None:
    with pytest.raises(ArticleError, match="No article is open"):
        workspace.paper.make(silent)


def test_a_cancelled_printing_leaves_no_pages(workspace: Workspace, folder: Path) -> None:
    workspace.open_article(example_article())
    with pytest.raises(ExportError, match="cancelled"):
        workspace.paper.make(lambda *_: False)
    with pytest.raises(ArticleError):
        workspace.paper.draw_page(0, 1)


def test_what_is_left_out_and_the_notes_are_printed_as_asked(workspace: Workspace, folder: Path) -> None:
    reading = workspace.open_article(example_article())
    workspace.notes.add(reading.claims[0].claim.content[0], NoteDraft("Ask the archive about this."))

    def printed() -> str:
        with pdfium.PdfDocument(next(folder.rglob("article.pdf"))) as document:
            return " ".join(page.get_textpage().get_text_range() for page in document)

    workspace.paper.make(silent)
    whole = printed()
    assert "Ask the archive" not in whole, "notes are private unless they are asked for"
    workspace.paper.make(silent, only=frozenset({reading.claims[0].id}), notes=True)
    part = printed()
    assert "Ask the archive" in " ".join(part.split())
    assert len(part) < len(whole), "fewer claims are in the table of sources"
