"""Every export format from the command line and from the window, with all claims and with those of a filter alone."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.annotations.exports.registry import FORMATS
from tests.conftest import Run
from tests.e2e.conftest import EXAMPLE
from ui.frame.asking import target_dialog
from ui.jobs.exporting import file_filter, with_ending
from ui.window import MainWindow

BEGINNINGS = {"pdf": b"%PDF", "csv": b"\xef\xbb\xbfnumber,", "xlsx": b"PK", "md": b"---\ntitle", "html": b"<!DOCTYPE html>", "docx": b"PK"}
BEGINNINGS |= {"bib": b"@", "ris": b"TY  - ", "csl.json": b"[", "json": b"{", "jsonld": b"{"}


def test_the_window_exports_every_format(window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path) -> None:
    with qtbot.waitSignal(window.article_opened):
        window.open_path(EXAMPLE)
    for form in FORMATS:
        target = tmp_path / f"moon.{form.suffix}"
        with qtbot.waitSignal(window.exported):
            window.exports.write(target)
        assert target.read_bytes().startswith(BEGINNINGS[form.suffix]), form


@pytest.mark.parametrize("suffix", ["csv", "csl.json", "docx"])
def test_the_command_line_exports_by_the_ending(suffix: str, run: Run, tmp_path: Path) -> None:
    target = tmp_path / f"moon.{suffix}"
    code, out, _ = run("export", EXAMPLE, "-o", target)
    assert (code, str(target) in out) == (0, True)
    assert target.read_bytes().startswith(BEGINNINGS[suffix])


def test_json_is_what_claims_prints_and_both_can_be_cut_down(run: Run, claims: Callable[[Path], dict[str, Any]], tmp_path: Path) -> None:
    run("export", EXAMPLE, "-o", tmp_path / "all.json")
    assert json.loads((tmp_path / "all.json").read_text("utf-8")) == claims(EXAMPLE)
    code, out, err = run("claims", EXAMPLE, "--json", "--only", "BBC", "--only", "very-low")
    assert code == 0, err
    cut = json.loads(out)
    assert {claim["outlet"]["name"] for claim in cut["claims"]} == {"BBC", "Daily Mail"}
    assert f"Only {len(cut['claims'])} of {len(claims(EXAMPLE)['claims'])} claims are marked, those chosen for this copy." in cut["notes"]
    run("export", EXAMPLE, "-o", tmp_path / "cut.csv", "--only", "bbc.co.uk", "--only", "very-low")
    rows = list(csv.DictReader(io.StringIO((tmp_path / "cut.csv").read_text("utf-8-sig"))))
    assert [row["id"] for row in rows] == [claim["id"] for claim in cut["claims"]]


def test_anonymous_is_a_filter_across_tiers(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "bridge.txt"
    page.write_text(
        "The bridge\n\nAn anonymous official told the BBC that the bridge is safe. One resident said that it shakes. "
        "Ann Builder said that it is new. The Guardian reported that it was dear.\n"
    )
    cut = json.loads(run("claims", page, "--json", "--only", "anonymous")[1])
    assert [(claim["outlet"] and claim["outlet"]["name"], claim["source"]["kind"]) for claim in cut["claims"]] == [
        ("BBC", "anonymous-official"),
        (None, "anonymous"),
    ]
    none = json.loads(run("claims", page, "--json", "--only", "no-outlet")[1])
    assert [claim["source"]["kind"] for claim in none["claims"]] == ["anonymous", "person"]


def test_a_filter_that_means_nothing_names_the_outlets(run: Run) -> None:
    code, _, err = run("claims", EXAMPLE, "--only", "Gazette of Nowhere")
    assert code == 3
    assert "“Gazette of Nowhere” is neither a tier" in err
    assert "BBC" in err


def test_a_wrong_ending_is_refused_before_anything_is_read(run: Run, tmp_path: Path) -> None:
    code, _, err = run("export", tmp_path / "none.html", "-o", tmp_path / "out.odt")
    assert (code, ".csv" in err, list(tmp_path.glob("out*"))) == (5, True, [])


def test_choosing_a_format_in_the_dialog_changes_the_ending(qtbot: QtBot, tmp_path: Path) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    dialog = target_dialog(owner, tmp_path / "Bridge v1.2", FORMATS)
    assert [Path(name).name for name in dialog.selectedFiles()] == ["Bridge v1.2.pdf"]
    for suffix in ("csl.json", "csv", "pdf"):
        dialog.filterSelected.emit(next(file_filter(form) for form in FORMATS if form.suffix == suffix))
        assert [Path(name).name for name in dialog.selectedFiles()] == [f"Bridge v1.2.{suffix}"]
    assert dialog.nameFilters() == [file_filter(form) for form in FORMATS]
    assert dialog.acceptMode() is QFileDialog.AcceptMode.AcceptSave


def test_an_ending_of_another_format_is_replaced_and_no_other() -> None:
    by_suffix = {form.suffix: form for form in FORMATS}
    assert with_ending(Path("/a/b.csl.json"), by_suffix["md"], FORMATS) == Path("/a/b.md")
    assert with_ending(Path("/a/v1.2"), by_suffix["md"], FORMATS) == Path("/a/v1.2.md")
