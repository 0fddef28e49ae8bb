"""A worksheet on one claim: filled in by keyboard, there again the next day, exported blank and filled, also by command line."""

from pathlib import Path

import pytest
from docx import Document
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
