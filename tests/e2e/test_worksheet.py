"""A worksheet on one claim: filled in by keyboard, there again the next day, exported blank and filled, also by command line."""

from pathlib import Path

import pypdfium2
import pytest
from docx import Document
from pikepdf import Pdf
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model.notes import QUESTIONS
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE
from ui.window import MainWindow
from ui.worksheet.form import WorksheetForm

ANSWERS = ("A museum in Ohio", "Two letters of 1835", "The Library of Congress agrees")


def fill_in(window: MainWindow, qtbot: QtBot) -> str:
    with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
        window.open_path(EXAMPLE)
    window.commands["next_claim"].trigger()
    window.commands["next_claim"].trigger()
    window.commands["worksheet"].trigger()
    form = window.findChild(WorksheetForm)
    for field, answer in zip(form.fields, ANSWERS, strict=True):
        assert field.toPlainText() == ""
        qtbot.keyClicks(field, answer)
    qtbot.keyClick(form.save_button, Qt.Key.Key_Space)
    assert window.messages.text == "The worksheet is kept in your library."
    return str(window.panel.current)


def test_answers_last_and_are_exported(qtbot: QtBot, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Workspace.at() as workspace:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        claim = fill_in(window, qtbot)
        window.close()
    with Workspace.at() as workspace:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        window.show()
        with qtbot.waitSignals([window.article_opened, window.reader.article_set]):
            window.open_path(EXAMPLE)
        window.show_claim(claim)
        window.commands["worksheet"].trigger()
        form = window.findChild(WorksheetForm)
        assert tuple(field.toPlainText() for field in form.fields) == ANSWERS
        target = tmp_path / "sheet.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        form.export_button.click()
        assert window.messages.text == "1 worksheet written to sheet.docx."
        window.close()
    words = [paragraph.text for paragraph in Document(str(target)).paragraphs]
    assert [line for line in words if line in QUESTIONS] == list(QUESTIONS)
    assert set(ANSWERS) <= set(words)
    code, out, err = run("worksheet", EXAMPLE, "-o", tmp_path / "sheet.md")
    assert (code, out) == (0, f"Wrote {tmp_path / 'sheet.md'} (1 worksheet).\n"), err
    assert all(answer in (tmp_path / "sheet.md").read_text("utf-8") for answer in ANSWERS)
    assert run("worksheet", EXAMPLE, "-o", tmp_path / "blank.md", "--blank", "--claim", 2)[0] == 0
    blank = (tmp_path / "blank.md").read_text("utf-8")
    assert blank.count("## Claim 2") == 1
    assert not any(answer in blank for answer in ANSWERS)
    assert all(f"### {question}" in blank for question in QUESTIONS)


def test_as_pdf_each_claim_has_a_page_with_its_answers_or_with_lines(window: MainWindow, qtbot: QtBot, run: Run, tmp_path: Path) -> None:
    fill_in(window, qtbot)
    assert run("worksheet", EXAMPLE, "-o", tmp_path / "sheet.pdf")[0] == 0
    with Pdf.open(tmp_path / "sheet.pdf") as sheet:
        assert len(sheet.pages) == 1
        assert sheet.Root.MarkInfo.Marked
        assert str(sheet.docinfo["/Title"]).startswith("Worksheet: ")
    words = " ".join(pages_of(tmp_path / "sheet.pdf")[0].split())
    assert [told for told in (*QUESTIONS, *ANSWERS) if told not in words] == []
    assert run("worksheet", EXAMPLE, "-o", tmp_path / "blank.pdf", "--blank", "--claim", 2, "--claim", 4)[0] == 0
    blank = pages_of(tmp_path / "blank.pdf")
    assert ["Claim 2: " in page for page in blank] == [True, False]
    assert ["Claim 4: " in page for page in blank] == [False, True]
    assert not any(answer in page for page in blank for answer in ANSWERS)
    assert all(question in " ".join(page.split()) for page in blank for question in QUESTIONS)


def pages_of(path: Path) -> list[str]:
    """The text of each page."""
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def test_what_is_asked_wrongly_is_said(run: Run, tmp_path: Path) -> None:
    code, _, err = run("worksheet", EXAMPLE, "-o", tmp_path / "sheet.md")
    assert code == 5
    assert "No worksheet of this article is filled in." in err
    assert run("worksheet", EXAMPLE, "-o", tmp_path / "sheet.txt", "--blank")[0] == 5
    assert run("worksheet", EXAMPLE, "-o", tmp_path / "sheet.md", "--claim", "999")[0] == 3


def test_an_emptied_worksheet_is_gone_and_forgetting_the_article_takes_them_along(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    claim = fill_in(window, qtbot)
    assert list(workspace.worksheets.here()) == [claim]
    workspace.library.forget()
    assert workspace.worksheets.here() == {}
    claim = fill_in(window, qtbot)
    window.commands["worksheet"].trigger()
    form = window.findChildren(WorksheetForm)[-1]
    for field in form.fields:
        field.clear()
    form.save_button.click()
    assert workspace.worksheets.here() == {}
    assert window.messages.text == "The worksheet is empty and no longer kept."
    window.commands["undo"].trigger()
    assert [answers.all() for answers in workspace.worksheets.here().values()] == [ANSWERS]
    assert "Fill in a worksheet" in window.commands["undo"].text()
