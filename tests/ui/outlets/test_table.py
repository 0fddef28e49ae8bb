"""The ratings window: 50,000 rows in windows, search, sort, filters, edits in place, undo, history."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemDelegate

from credibility.model import OutletKind, OutletPage, OutletQuery, OutletRow, RatingDraft, Role, StoreError, Tier
from ui.edits import Edits
from ui.outlets.columns import COLUMNS, column_of
from ui.outlets.editing.rating_cell import RatingCell
from ui.outlets.editing.rating_form import RatingForm
from ui.outlets.model import OutletsModel
from ui.outlets.window import RatingsWindow


class ManyOutlets:
    """50,000 rows made when asked for; remembers what it was asked."""

    total = 50_000

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def outlets(self, query: OutletQuery, offset: int = 0, limit: int = 200) -> OutletPage:
        self.asked.append((offset, limit))
        rows = tuple(
            OutletRow(f"o{n}.example", f"Outlet {n}", "GB", OutletKind.NEWS, Tier.UNRATED, None, "", None, "", 0, False)
            for n in range(offset, min(offset + limit, self.total))
        )
        return OutletPage(rows, self.total, offset)


@pytest.fixture
def ratings(window, actions) -> RatingsWindow:
    actions["ratings"].trigger()
    return window.ratings_window


def names(ratings: RatingsWindow) -> list[str]:
    return [ratings.model.row(number).name for number in range(ratings.model.total)]


def choose(ratings: RatingsWindow, name: str) -> None:
    ratings.table.setCurrentIndex(ratings.model.index(names(ratings).index(name), 0))


def test_only_what_is_looked_at_is_fetched(owner):
    port = ManyOutlets()
    model = OutletsModel(Edits(port, owner))
    model.ask(OutletQuery())
    assert model.rowCount() == 50_000
    assert model.index(49_999, 0).data() == "Outlet 49999"
    assert model.index(25_123, column_of("slug")).data() == "o25123.example"
    assert port.asked == [(0, 200), (49_800, 200), (25_000, 200)]


def test_windows_looked_at_long_ago_are_let_go(owner):
    port = ManyOutlets()
    model = OutletsModel(Edits(port, owner))
    model.ask(OutletQuery())
    for row in range(0, 50_000, 200):
        model.row(row)
    assert len(port.asked) == 250
    model.row(49_999)
    assert len(port.asked) == 250
    model.row(0)
    assert len(port.asked) == 251


def test_search_as_one_types(ratings, qtbot):
    qtbot.keyClicks(ratings.filters.words, "the k")
    qtbot.waitUntil(lambda: ratings.model.total == 2)
    assert names(ratings) == ["The Kestrel", "The Klaxon"]
    assert ratings.count.text() == "2 outlets"


def test_filters_narrow_and_clear_widens(ratings):
    ratings.filters.switches["unrated"].click()
    assert names(ratings) == ["Pier", "The Daily Gull", "The Lantern"]
    ratings.filters.switches["unrated"].click()
    ratings.filters.switches["disagreeing"].click()
    assert names(ratings) == ["The Kestrel"]
    ratings.filters.clear_button.click()
    assert ratings.model.total == 8


def test_filter_by_tier(ratings):
    ratings.filters.set_query(OutletQuery(tiers=frozenset({Tier.LOW, Tier.VERY_LOW})))
    assert names(ratings) == ["Dockside Daily", "The Klaxon"]
    assert ratings.filters.tiers.text() == "Tier (2)"


def test_sort_by_score_and_keep_it_while_filtering(ratings):
    ratings.table.sortByColumn(column_of("score"), Qt.SortOrder.DescendingOrder)
    assert names(ratings)[:2] == ["the Harbour Gazette", "Tide News Agency"]
    ratings.filters.words.setText("the k")
    ratings.filters.ask()
    assert names(ratings) == ["The Kestrel", "The Klaxon"]


def test_a_rating_is_edited_in_its_row(ratings, window, qtbot):
    index = ratings.model.index(names(ratings).index("The Klaxon"), column_of("score"))
    cell = ratings._cells.createEditor(ratings.table.viewport(), None, index)
    ratings._cells.setEditorData(cell, index)
    assert cell.score.text() == "8"
    cell.score.setText("85")
    cell._on_return()
    assert cell.told.text() == "Say in a sentence why."
    cell.reason.setText("New owners, new desk")
    assert cell.is_valid()
    ratings._cells.setModelData(cell, ratings.model, index)
    assert window.reader.reading.claim("c9").role is Role.HIGH
    cell.deleteLater()


@pytest.mark.parametrize(
    ("typed", "value"), [("50", 50.0), (" 7,5 ", 7.5), ("101", None), ("-1", None), ("high", None), ("", None), ("nan", None)]
)
def test_a_score_is_a_number_from_0_to_100(ratings, typed, value):
    index = ratings.model.index(0, column_of("score"))
    cell = ratings._cells.createEditor(ratings.table.viewport(), None, index)
    cell.score.setText(typed)
    assert cell.value() == value
    cell.deleteLater()


def test_a_name_is_edited_in_place_and_undone(ratings):
    at = names(ratings).index("Pier")
    assert ratings.model.setData(ratings.model.index(at, column_of("name")), "The Pier")
    assert "The Pier" in names(ratings)
    ratings.buttons["undo"].click()
    assert "Pier" in names(ratings)
    ratings.buttons["redo"].click()
    assert "The Pier" in names(ratings)


def test_an_edit_that_is_not_valid_says_why_and_changes_nothing(ratings):
    at = names(ratings).index("Pier")
    assert not ratings.model.setData(ratings.model.index(at, column_of("name")), "  ")
    assert "An outlet needs a name." in ratings.messages.text
    assert names(ratings)[at] == "Pier"


def test_a_table_that_cannot_be_read_says_so(qtbot, workspace, ratings, monkeypatch):
    def locked(*_: object, **__: object) -> OutletPage:
        raise StoreError("The database is locked by another program.", "Close it and try again.")

    monkeypatch.setattr(ratings._port, "outlets", locked)
    ratings.filters.ask()
    assert ratings.messages.text == "The database is locked by another program.\nClose it and try again."
    assert ratings.model.total == 0


def test_outlets_are_removed_together_and_brought_back(ratings):
    ratings.table.selectRow(0)
    ratings.table.selectionModel().select(
        ratings.model.index(1, 0), ratings.table.selectionModel().SelectionFlag.Select | ratings.table.selectionModel().SelectionFlag.Rows
    )
    ratings.buttons["remove"].click()
    assert ratings.model.total == 6
    ratings.messages.offers[0].click()
    assert ratings.model.total == 8


def test_several_outlets_are_rated_together_and_brought_back(ratings):
    selection = ratings.table.selectionModel()
    ratings.table.selectRow(0)
    selection.select(ratings.model.index(1, 0), selection.SelectionFlag.Select | selection.SelectionFlag.Rows)
    ratings.buttons["rate"].click()
    form = ratings.findChild(RatingForm)
    assert form.windowTitle() == "Rate 2 outlets"
    form.fields.score.setValue(66)
    form.fields.reason.setPlainText("Same desk, same rules")
    form.save_button.click()
    assert [ratings.model.row(number).score for number in (0, 1)] == [66.0, 66.0]
    ratings.messages.offers[0].click()
    assert [ratings.model.row(number).score for number in (0, 1)] == [27.0, None]


def test_details_show_raters_side_by_side_and_history(ratings, workspace, window):
    window.apply(workspace.set_rating(RatingDraft("kestrel.example", 20.0, "Too many unsigned pieces")))
    choose(ratings, "The Kestrel")
    words = ratings.details.words()
    for line in (
        "Low · 20 of 100",
        "You, 05/03/2024 — in force now",
        "Mixed · 48 of 100",
        "High · 88 of 100",
        "Rated The Kestrel",
        "You rated it 20 (Low) instead of 48 (Mixed)",
    ):
        assert line in words.split("\n"), line


def test_an_edit_elsewhere_shows_in_the_open_table(ratings, window, workspace, qtbot):
    with qtbot.waitSignal(ratings.model.refreshed):
        window.apply(workspace.set_rating(RatingDraft("lantern.example", 61.0, "Checked")))
    row = ratings.model.row(names(ratings).index("The Lantern"))
    assert (row.tier, row.rater) == (Tier.RELIABLE, "You")


def test_selected_rows_are_copied_as_tab_separated_text(ratings):
    ratings.table.selectRow(0)
    ratings.copy()
    titles, row = QGuiApplication.clipboard().text().split("\n")
    assert titles.split("\t") == [column.title for column in COLUMNS]
    assert row.split("\t")[:4] == ["Dockside Daily", "dockside.example", "Low", "27"]


def test_enter_in_a_valid_cell_saves_and_closes_it(ratings, qtbot):
    index = ratings.model.index(names(ratings).index("The Klaxon"), column_of("reason"))
    ratings.table.setCurrentIndex(index)
    ratings.table.edit(index)
    cell = ratings.table.findChild(RatingCell)
    cell.reason.setText("Still the same desk")
    closed = []
    ratings._cells.closeEditor.connect(lambda _editor, hint: closed.append(hint))
    qtbot.keyClick(cell.reason, Qt.Key.Key_Return)
    assert closed == [QAbstractItemDelegate.EndEditHint.NoHint]
    assert ratings.model.row(index.row()).reason == "Still the same desk"
