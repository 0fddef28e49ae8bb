"""Corrections go to a file and come from one through the window; those without a place are listed and can be given up."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from credibility.model import Correction, CorrectionKind, Span

GONE = Correction(CorrectionKind.NOT_A_CLAIM, "print", "the crane is old & rusty", Span(3, 20))


@pytest.fixture
def choose(monkeypatch: pytest.MonkeyPatch):
    """Let the dialogs for files give this path."""

    def call(path: Path | None) -> None:
        for name in ("getSaveFileName", "getOpenFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path) if path else "", ""))

    return call


def test_export_says_how_many_were_written(window, actions, choose, tmp_path):
    choose(tmp_path / "mine.json")
    actions["export_corrections"].trigger()
    assert window.messages.text == "3 corrections written to mine.json."
    choose(tmp_path / "no" / "mine.json")
    actions["export_corrections"].trigger()
    assert "cannot be written" in window.messages.text


def test_import_reports_and_is_undone(window, actions, choose, tmp_path, workspace):
    path = tmp_path / "theirs.json"
    path.write_text("{}", encoding="utf-8")
    choose(path)
    actions["import_corrections"].trigger()
    assert "2 corrections were added." in window.messages.text
    assert "yours on the same words says otherwise: “it is safe”" in window.messages.text
    assert workspace.can_undo().summary == "Import 2 corrections"
    window.messages.offers[0].click()
    assert workspace.can_undo() is None


@pytest.mark.parametrize("name", ["nothing.json", None])
def test_a_file_that_cannot_be_read_and_none_change_nothing(window, actions, choose, tmp_path, workspace, name):
    choose(tmp_path / name if name else None)
    actions["import_corrections"].trigger()
    assert ("cannot be read" in window.messages.text) is bool(name)
    assert workspace.can_undo() is None


def test_a_correction_without_a_place_is_listed_and_can_be_given_up(window, workspace):
    line = window.panel.unplaced
    assert not line.isVisible()
    workspace.unplaced = (GONE,)
    window.apply(workspace.catch_up())
    assert line.isVisible()
    assert line.menu_button.text() == "1 correction finds no place in this text…"
    (entry,) = line.menu.actions()
    assert entry.text() == "Forget “Not a claim: the crane is old && rusty”"
    entry.trigger()
    assert not line.isVisible()
    assert window.messages.text == "The correction was forgotten."
