"""What other windows and programs change meanwhile is shown and reported, and never overwritten or undone unseen."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

import app.ratings.opening
from app.files.paths import documents
from app.workspace import Workspace
from credibility.model import RatingDraft, Role
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER
from ui.jobs.meanwhile import WORDS
from ui.outlets.editing.outlet_form import OutletForm
from ui.outlets.editing.rating_form import RatingForm
from ui.window import MainWindow

PAGE = """<html><head><title>The bridge is closed</title></head><body><article><h1>The bridge is closed</h1>
<p>The bridge over the river was closed on Monday after an inspection found cracks in two of its beams, and nobody knows for how long.</p>
<p>Newsweek reported that the bridge will stay closed for a year. The Guardian reported that the town had known of it since spring.</p>
<p>The council meets on Thursday to talk about what comes next, and the people of the town are asked to bring their questions.</p>
</article></body></html>"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("SOURCETINT_HOME", str(folder))
    monkeypatch.setattr(app.ratings.opening, "documents", lambda kind, *ends: STARTER if kind == "starter" else documents(kind, *ends))
    return folder


@pytest.fixture
def workspace(home: Path) -> Iterator[Workspace]:
    with Workspace.at() as opened:
        yield opened


@pytest.fixture
def window(workspace: Workspace, qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(workspace)
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def other(workspace: Workspace, home: Path) -> Iterator[RatingsStore]:
    opened = RatingsStore.open(home / "ratings.db", STARTER)
    yield opened
    opened.close()


def newsweek(workspace: Workspace) -> Role:
    reading = workspace.reading
    assert reading is not None
    return next(each.role for each in reading.claims if each.resolution.outlet and each.resolution.outlet.slug == "newsweek.com")


def open_article(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    with qtbot.waitSignal(window.article_opened):
        window.open_path(path)


def catch_up(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.meanwhile.caught_up):
        window.meanwhile.look()


def test_the_open_article_is_recoloured_when_another_program_edits(
    window: MainWindow,
    workspace: Workspace,
    home: Path,
    article: Path,
    qtbot: QtBot,
) -> None:
    open_article(window, qtbot, article)
    assert newsweek(workspace) is Role.MIXED
    with sqlite3.connect(home / "ratings.db") as tool:
        tool.execute("UPDATE rating SET score = 3 WHERE outlet = 'newsweek.com'")
    tool.close()
    with qtbot.waitSignal(window.meanwhile.caught_up):
        pass  # noticed without being asked
    assert newsweek(workspace) is Role.VERY_LOW
    assert window.reader.reading is workspace.reading
    assert window._told.label.text() == WORDS


def test_an_article_opened_anew_has_the_other_windows_edits(
    window: MainWindow,
    workspace: Workspace,
    other: RatingsStore,
    article: Path,
    qtbot: QtBot,
) -> None:
    assert workspace.table.registry.ratings_of("newsweek.com")
    other.edits.set_rating(RatingDraft("newsweek.com", 3, "there"))
    open_article(window, qtbot, article)
    assert newsweek(workspace) is Role.VERY_LOW


def test_undo_in_the_window_leaves_the_other_windows_edit_alone(
    window: MainWindow, workspace: Workspace, other: RatingsStore, qtbot: QtBot
) -> None:
    window.apply(workspace.table.set_rating(RatingDraft("theguardian.com", 20, "here")))
    other.edits.set_rating(RatingDraft("newsweek.com", 3, "there"))
    catch_up(window, qtbot)
    assert window.commands["undo"].text().startswith("&Undo: Rate The Guardian")
    window.commands["undo"].trigger()
    assert not window.commands["undo"].isEnabled()
    assert [rating.score for rating in other.queries.ratings("newsweek.com") if rating.rater.slug == "mine"] == [3]
    assert not [rating for rating in other.queries.ratings("theguardian.com") if rating.rater.slug == "mine"]


def test_the_rating_form_says_what_was_changed_meanwhile_and_saves_when_told_again(
    window: MainWindow, workspace: Workspace, other: RatingsStore, qtbot: QtBot
) -> None:
    window._forms.rate_outlet("newsweek.com")
    form = window.findChild(RatingForm)
    form.fields.score.setValue(70)
    form.fields.reason.setPlainText("here")
    other.edits.set_rating(RatingDraft("newsweek.com", 3, "there"))
    catch_up(window, qtbot)
    form.save()
    assert "since been changed to 3 (Very low)" in form.complaint.text()
    assert workspace.table.ratings("newsweek.com")[0].score == 3
    form.save()
    assert workspace.table.ratings("newsweek.com")[0].score == 70


def test_the_outlet_form_joins_what_others_changed_and_says_what_both_did(
    window: MainWindow, workspace: Workspace, other: RatingsStore, home: Path
) -> None:
    form = OutletForm(window.edits, workspace.table.outlet("newsweek.com"), window)
    form.notes.setPlainText("here")
    with sqlite3.connect(home / "ratings.db") as tool:
        tool.execute("UPDATE outlet SET country = 'CA', notes = 'there' WHERE slug = 'newsweek.com'")
    tool.close()
    form.save()
    assert "“notes” of Newsweek has since been changed" in form.complaint.text()
    form.save()
    outlet = workspace.table.outlet("newsweek.com")
    assert (outlet.notes, outlet.country) == ("here", "CA")


def test_a_cell_of_the_table_overwrites_nothing_that_it_did_not_show(
    window: MainWindow, workspace: Workspace, other: RatingsStore, home: Path
) -> None:
    window._forms.show_ratings()
    table = window.ratings_window
    assert table is not None
    row = next(number for number in range(table.model.total) if table.model.row(number).slug == "newsweek.com")
    with sqlite3.connect(home / "ratings.db") as tool:
        tool.execute("UPDATE outlet SET notes = 'there' WHERE slug = 'newsweek.com'")
    tool.close()
    column = next(
        number for number in range(table.model.columnCount()) if table.model.headerData(number, Qt.Orientation.Horizontal) == "Notes"
    )
    assert not table.model.setData(table.model.index(row, column), "here")
    assert "has since been changed" in table.messages.text
    assert workspace.table.outlet("newsweek.com").notes == "there"


def test_a_table_that_was_gone_is_offered_back(home: Path, qtbot: QtBot) -> None:
    with Workspace.at() as before:
        before.table.set_rating(RatingDraft("newsweek.com", 3, "mine"))
    for each in home.glob("ratings.db*"):
        each.unlink()
    with Workspace.at() as workspace:
        window = MainWindow(workspace)
        qtbot.addWidget(window)
        assert "was not found" in window.messages.text
        (offer,) = window.messages.offers
        assert offer.text().startswith("Restore ratings-")
        offer.click()
        assert workspace.table.ratings("newsweek.com")[0].score == 3
        assert "was restored" in window.messages.text
        window.close()
