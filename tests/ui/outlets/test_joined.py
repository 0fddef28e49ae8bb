"""Lists, raters and citing articles where they meet the windows: a drop, a switch of profiles, an article opened from the table."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from credibility.model import CitingArticle, ExportError
from credibility.model.lists import ListFile
from ui.outlets.imports.dialog import ImportDialog
from ui.outlets.raters.dialog import RatersDialog
from ui.outlets.window import RatingsWindow

OPENED = datetime(2024, 11, 5, 12, tzinfo=UTC)
DAY = f"{OPENED.astimezone():%d/%m/%Y}"  # as the reader's clock has it, wherever that is


@pytest.fixture
def ratings(window, actions) -> RatingsWindow:
    actions["ratings"].trigger()
    return window.ratings_window


def choose(ratings: RatingsWindow, name: str) -> None:
    row = next(number for number in range(ratings.model.total) if ratings.model.row(number).name == name)
    ratings.table.setCurrentIndex(ratings.model.index(row, 0))


def test_the_articles_that_cite_an_outlet_stand_beside_it(ratings, workspace, tmp_path):
    there = tmp_path / "bridge.html"
    there.touch()
    workspace.citing["kestrel.example"] = (
        CitingArticle(there, "The bridge", "a", OPENED, 3),
        CitingArticle(tmp_path / "gone.html", "The tunnel", "b", OPENED, 1),
    )
    choose(ratings, "The Kestrel")
    words = ratings.details.words()
    assert "Cited in" in words
    assert f"3 claims, opened {DAY}" in words
    assert f"1 claim, opened {DAY} — the file no longer exists" in words
    choose(ratings, "The Klaxon")
    assert "No article you have opened so far." in ratings.details.words()


def test_an_article_under_a_name_that_no_disk_takes_is_gone(ratings, workspace):
    workspace.citing["kestrel.example"] = (CitingArticle(Path("/saved/" + "x" * 5000), "The bridge", "a", OPENED, 3),)
    choose(ratings, "The Kestrel")
    assert "the file no longer exists" in ratings.details.words()


def test_a_click_opens_the_article(ratings, window, workspace, tmp_path, qtbot):
    there = tmp_path / "bridge.html"
    there.touch()
    workspace.citing["kestrel.example"] = (CitingArticle(there, "The bridge", "a", OPENED, 3),)
    choose(ratings, "The Kestrel")
    entry = next(part for part in ratings.details.findChildren(QPushButton) if part.accessibleName() == "Open The bridge")
    with qtbot.waitSignal(window.article_opened):
        entry.click()
    assert workspace.recent[0] == there


def test_a_profile_is_switched_in_the_main_windows_menu(window, workspace, qtbot):
    workspace.raters.keep("Both")
    menu = next(action.menu() for action in window.menuBar().actions() if action.text() == "&Claims")
    profiles = next(action.menu() for action in menu.actions() if action.menu() and action.text() == "Rated &by")
    profiles.aboutToShow.emit()
    with qtbot.waitSignal(window.reading_changed):
        profiles.actions()[0].trigger()
    next(action for action in profiles.actions() if action.text().startswith("&Raters and profiles")).trigger()
    assert window.findChild(RatersDialog).isVisible()


def test_a_profile_is_switched_in_the_ratings_window(ratings, window, workspace, qtbot):
    workspace.raters.keep("Both")
    ratings.tools.profiles.aboutToShow.emit()
    with qtbot.waitSignal(window.reading_changed):
        ratings.tools.profiles.actions()[0].trigger()


def test_a_file_dropped_on_the_ratings_window_is_imported(ratings, workspace, qtbot, monkeypatch):
    opened: list[Path] = []

    def remember(path: Path, table: str = "") -> ListFile:
        opened.append(path)
        return ListFile(path, "")

    monkeypatch.setattr(workspace.lists, "open", remember, raising=False)
    monkeypatch.setattr(workspace.lists, "sample", lambda _file, _mapping: (), raising=False)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile("/lists/class.csv")])
    held = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(5, 5), *held)
    QApplication.sendEvent(ratings, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(ratings, QDropEvent(QPointF(5, 5), *held))
    assert ratings.findChild(ImportDialog).isVisible()
    qtbot.waitUntil(lambda: opened == [Path("/lists/class.csv")])
    qtbot.waitUntil(lambda: not ratings.findChild(ImportDialog).job.is_busy)


def test_an_export_says_where_it_went_or_why_not(ratings, workspace, qtbot, monkeypatch):
    def export(target: Path, rater: str | None = None, title: str = "") -> Path:
        if target.suffix == ".json":
            raise ExportError("The disk is full.", "Make room.")
        return target

    monkeypatch.setattr(workspace.lists, "export", export, raising=False)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/out/mine", "My own ratings as a pack to share (*.pack)"))
    ratings.tools.ask_export()
    qtbot.waitUntil(lambda: ratings.messages.text == "Saved mine.pack.")
    ratings.tools.export_to(Path("/out/table.json"))
    qtbot.waitUntil(lambda: "The disk is full." in ratings.messages.text)
