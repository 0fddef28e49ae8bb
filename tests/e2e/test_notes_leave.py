"""The reader's notes leave with an export only when asked for, in every format that can carry them."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from docx import Document
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.annotations.exports.registry import FORMATS
from credibility.floor.progress import silent
from credibility.model import ATTACHED_READING, Ground, PaperSetup, Reading, Span
from credibility.model.notes import NoteColour, NoteDraft
from tests.annotations.test_originals import made
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE, NewTable
from ui.window import MainWindow

WORDS = "Zebra: was this ever checked?"
ASIDE = "Quagga: nobody claims this"


def write_notes(workspace: Workspace, path: Path) -> Reading:
    """One note on the first claim, one on a block without claims."""
    reading = workspace.open_article(path)
    span = reading.claims[0].claim.content[0]
    workspace.notes.add(span, NoteDraft(WORDS, NoteColour.VIOLET, ("to do",)))
    said = [span for rated in reading.claims for span in rated.claim.content]
    free = next(block.span for block in reading.article.blocks if not any(block.span.overlaps(span) for span in said))
    workspace.notes.add(Span(free.start, min(free.end, free.start + 20)), NoteDraft(ASIDE, NoteColour.RED))
    return reading


@pytest.fixture
def noted(tmp_path: Path, new_table: NewTable) -> Iterator[Workspace]:
    with Workspace.at(new_table(tmp_path / "there")) as workspace:
        write_notes(workspace, EXAMPLE)
        yield workspace


def everything_in(path: Path) -> str:
    """All text in a file, also what is packed or attached."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            attached = [pdf.attachments[name].get_file().read_bytes().decode() for name in pdf.attachments]
            comments = [str(each.get("/Contents", "")) for page in pdf.pages for each in page.obj.get("/Annots", ())]
        with pypdfium2.PdfDocument(path) as document:
            pages = [" ".join(page.get_textpage().get_text_range().split()) for page in document]
        return "\n".join((*attached, *comments, *pages))
    if path.suffix in (".xlsx", ".docx"):
        with zipfile.ZipFile(path) as parts:
            return "\n".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return path.read_text("utf-8-sig")


@pytest.mark.parametrize("suffix", [form.suffix for form in FORMATS])
def test_notes_stay_private_unless_asked_for(suffix: str, noted: Workspace, tmp_path: Path) -> None:
    path = noted.export(tmp_path / f"out.{suffix}", silent).path
    assert "Zebra" not in everything_in(path)
    assert "Quagga" not in everything_in(path)


@pytest.mark.parametrize("suffix", ["pdf", "xlsx", "md", "html", "docx", "json", "jsonld"])
def test_every_format_with_room_for_notes_carries_all_of_them(suffix: str, noted: Workspace, tmp_path: Path) -> None:
    written = noted.export(tmp_path / f"out.{suffix}", silent, notes=True)
    held = everything_in(written.path)
    assert "Zebra" in held
    assert "Quagga" in held
    assert written.notes == ()
    assert str(tmp_path) not in held


def test_a_table_has_them_beside_their_claims_and_says_which_it_lacks(noted: Workspace, tmp_path: Path) -> None:
    written = noted.export(tmp_path / "out.csv", silent, notes=True)
    rows = list(csv.DictReader(io.StringIO(written.path.read_text("utf-8-sig"))))
    assert rows[0]["notes"] == f"{WORDS} #to-do"
    assert {row["notes"] for row in rows if WORDS not in row["notes"]} == {""}
    assert written.notes == ("1 of your notes are on no claim, and this table has a row per claim: they are not in it.",)
    assert everything_in(noted.export(tmp_path / "out.xlsx", silent, notes=True).path).count('name="Notes"') == 1


def test_a_list_of_works_says_that_it_has_no_place_for_notes(noted: Workspace, tmp_path: Path) -> None:
    written = noted.export(tmp_path / "out.ris", silent, notes=True)
    assert written.notes == ("Your notes are not in this file: Article and works cited (RIS) has no place for them.",)


def own_annotations(path: Path) -> list[tuple[str, str, list[float]]]:
    with pikepdf.open(path) as pdf:
        return [
            (str(each.NM), str(each.Contents), [float(share) for share in each.C])
            for page in pdf.pages
            for each in page.obj.get("/Annots", ())
            if each.get("/Subtype") == "/Underline"
        ]


def test_on_paper_they_are_annotations_of_another_kind_and_end_notes(noted: Workspace, tmp_path: Path) -> None:
    path = noted.export(tmp_path / "out.pdf", silent, notes=True).path
    found = own_annotations(path)
    assert sorted(name for name, _, _ in found) == ["note-1", "note-2"]
    assert f"{WORDS}\nto do" in [words for _, words, _ in found]
    violet = next(colour for _, words, colour in found if WORDS in words)
    assert violet == pytest.approx([0x6A / 255, 0x35 / 255, 0xA8 / 255], abs=0.002)
    text = everything_in(path)
    assert "Notes of the reader" in text
    with pikepdf.open(path) as pdf:
        highlights = sum(each.get("/Subtype") == "/Highlight" for page in pdf.pages for each in page.obj.get("/Annots", ()))
        held = json.loads(pdf.attachments[ATTACHED_READING].get_file().read_bytes())
    assert highlights >= len(noted.reading.claims)  # type: ignore[union-attr]
    assert [note["words"] for note in held["reading"]["own_notes"]]


def test_on_a_copy_of_the_original_pages_too_and_a_second_copy_has_them_once(tmp_path: Path, new_table: NewTable) -> None:
    article = tmp_path / "article.pdf"
    article.write_bytes(made())
    with Workspace.at(new_table(tmp_path)) as workspace:
        workspace.open_article(article)
        workspace.notes.add(workspace.reading.claims[0].claim.content[0], NoteDraft(WORDS))  # type: ignore[union-attr]
        path = workspace.export(tmp_path / "copy.pdf", silent, setup=PaperSetup(on=Ground.ORIGINAL), notes=True).path
        assert [words for _, words, _ in own_annotations(path)] == [WORDS]
        workspace.open_article(path)
        again = workspace.export(tmp_path / "again.pdf", silent, setup=PaperSetup(on=Ground.ORIGINAL), notes=True).path
        assert [words for _, words, _ in own_annotations(again)] == [WORDS]
        without = workspace.export(tmp_path / "without.pdf", silent, setup=PaperSetup(on=Ground.ORIGINAL)).path
        assert "Zebra" not in everything_in(without)


def test_word_has_them_as_comments_of_the_reader(noted: Workspace, tmp_path: Path) -> None:
    document = Document(str(noted.export(tmp_path / "out.docx", silent, notes=True).path))
    assert [comment.text for comment in document.comments if comment.author == "Reader"].count(f"{WORDS} #to-do") == 1


def test_the_command_line_exports_them_with_an_option(run: Run, tmp_path: Path) -> None:
    with Workspace.at() as workspace:
        write_notes(workspace, EXAMPLE)
    assert run("export", EXAMPLE, "-o", tmp_path / "out.md")[0] == 0
    assert "Zebra" not in (tmp_path / "out.md").read_text("utf-8")
    assert run("export", EXAMPLE, "-o", tmp_path / "out.md", "--notes")[0] == 0
    assert "[^note-1]" in (tmp_path / "out.md").read_text("utf-8")


@pytest.mark.parametrize(("pressed", "told"), [("Without notes", False), ("With my notes", True), ("Cancel", None)])
def test_the_window_asks_and_only_an_answer_sends_them_along(
    pressed: str, told: bool | None, window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(EXAMPLE)
    reading = workspace.reading
    assert reading
    workspace.notes.add(reading.claims[0].claim.content[0], NoteDraft(WORDS))
    window.notes.refresh()
    target = tmp_path / "moon.html"

    def press(box: QMessageBox) -> int:
        next(button for button in box.buttons() if button.text().replace("&", "") == pressed).click()
        return 0

    monkeypatch.setattr("ui.frame.acts.export_acts.ask_target", lambda *_: target)
    monkeypatch.setattr(QMessageBox, "exec", press)
    if told is None:
        window.commands["export_pdf"].trigger()
        assert not window.export_job.is_running
        return
    with qtbot.waitSignal(window.exported):
        window.commands["export_pdf"].trigger()
    assert ("Zebra" in target.read_text("utf-8")) is told
