"""Who cites whom in the library: counted from what was read, as a picture, as a table, and as a file."""

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.workspace import Workspace
from credibility.model import RatingDraft, Role
from tests.e2e.conftest import EXAMPLE
from ui.overview.chart_view import ChartDialog
from ui.window import MainWindow


@pytest.fixture
def read(workspace: Workspace, tmp_path: Path) -> Workspace:
    """Two articles of no known publisher that cite the BBC, one of them Newsweek too, and the example."""
    for name, words in (
        ("a", "The BBC said that the bridge is safe."),
        ("b", "The BBC said that it rains. Newsweek reported that it snows."),
    ):
        path = tmp_path / f"{name}.txt"
        path.write_text(f"Article {name}\n\n{words}\n", "utf-8")
        workspace.open_article(path)
    workspace.open_article(EXAMPLE)
    return workspace


def test_publishers_and_outlets_are_counted_with_the_most_claims_first(read: Workspace) -> None:
    rows = read.library.who_cites_whom()
    assert [row.claims for row in rows] == sorted((row.claims for row in rows), reverse=True)
    unknown = {row.outlet: (row.claims, row.articles) for row in rows if row.publisher == ""}
    assert unknown["BBC"] == (2, 2)
    assert unknown["Newsweek"] == (1, 1)
    assert sum(row.claims for row in rows if row.publisher == "The SourceTint Reader") == sum(
        count
        for _, count in read.reading.tally.outlets  # type: ignore[union-attr]
    )


def test_the_window_draws_them_and_gives_the_same_rows_as_a_table(
    read: Workspace, window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.commands["who_cites"].trigger()
    dialog = window.findChild(ChartDialog)
    assert dialog.windowTitle() == "Who cites whom"
    rows = read.library.who_cites_whom()
    qtbot.keyClick(dialog.table_button, Qt.Key.Key_Space)
    assert dialog.sides.currentWidget() is dialog.table
    assert [dialog.table.item(at, 2).text() for at in range(dialog.table.rowCount())] == [str(row.claims) for row in rows]
    first = dialog.table.item(0, 0).text()
    assert first == f"{rows[0].publisher or 'not known'} → {rows[0].outlet}"
    assert dialog.table.horizontalHeaderItem(3).text() == "Articles"
    assert first in dialog.canvas.accessibleDescription()
    for name in ("cites.svg", "cites.png"):
        target = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, target=target: (str(target), ""))
        window.commands["who_cites"].trigger()
        window.findChildren(ChartDialog)[-1].save_button.click()
    told = ElementTree.parse(tmp_path / "cites.svg").getroot().find("{http://www.w3.org/2000/svg}desc")
    assert told is not None
    assert first in str(told.text)
    assert QImage(str(tmp_path / "cites.png")).width() > 1000


def test_tiers_are_those_of_today_and_never_sort_the_rows(read: Workspace) -> None:
    before = [(row.publisher, row.slug) for row in read.library.who_cites_whom()]
    slug = next(row.slug for row in read.library.who_cites_whom() if row.outlet == "BBC")
    read.table.set_rating(RatingDraft(slug, 3, "found wanting"))
    after = read.library.who_cites_whom()
    assert [(row.publisher, row.slug) for row in after] == before
    assert {row.role for row in after if row.slug == slug} == {Role.VERY_LOW}


def test_an_empty_library_has_an_empty_picture(window: MainWindow) -> None:
    window.commands["who_cites"].trigger()
    assert window.findChild(ChartDialog).table.rowCount() == 0
