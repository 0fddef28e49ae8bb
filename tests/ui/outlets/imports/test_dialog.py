"""The import page by page: a known list, an unknown one, what is shown before anything is done, undo afterwards."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from credibility.model import RatingDraft
from credibility.model.lists import ImportStep
from tests.ui.outlets.imports.conftest import PC1, SITES


def column(grid, place: int) -> list[str]:
    model = grid.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def scores(table, slug: str) -> dict[str, float | None]:
    return {rating.rater.slug: rating.score for rating in table.ratings(slug)}


def go_on(dialog, qtbot) -> None:
    dialog.next_button.click()
    qtbot.waitUntil(lambda: not dialog.job.is_busy)


def bring(dialog, qtbot):
    with qtbot.waitSignal(dialog.imported) as heard:
        dialog.next_button.click()
    return heard.args[0]


def test_a_known_list_goes_straight_to_its_preview(opened, write):
    dialog = opened(write("list.csv", PC1))
    assert dialog.pages.currentWidget() is dialog.preview
    assert "PC1" in dialog.preview.title.text()
    assert "Licence: free to reuse" in dialog.preview.told.text()
    assert "How its words become scores: 0–1, mapped by knots" in dialog.preview.told.text()
    assert "1 row that cannot be read" in dialog.preview.told.text()
    assert column(dialog.preview.table, 0) == ["+ Add", "+ Add", "+ Add", "⊂ Merge"]
    assert dialog.next_button.text() == "Import"


def test_nothing_is_changed_before_the_import_and_one_undo_takes_it_back(opened, write, qtbot, table):
    dialog = opened(write("list.csv", PC1))
    assert table.can_undo() is None
    done = bring(dialog, qtbot)
    assert (done.record.added, done.record.merged, done.record.quarantined) == (3, 1, 1)
    assert not dialog.isVisible()
    assert "pc1" in scores(table, "news.example")
    table.undo()
    assert table.can_undo() is None
    assert "pc1" not in scores(table, "newsweek.com")


def test_the_counts_are_switches_that_filter_the_rows(opened, write):
    page = opened(write("list.csv", PC1)).preview
    assert page.switches[ImportStep.ADD].text() == "+ Add  3"
    assert not page.switches[ImportStep.CONFLICT].isEnabled()
    page.switches[ImportStep.MERGE].click()
    assert column(page.table, 2) == ["news.example"]
    page.switches[ImportStep.ADD].click()
    assert column(page.table, 2) == ["theguardian.com", "newsweek.com", "news.example"]
    page.switches[ImportStep.ADD].click()
    assert len(column(page.table, 0)) == 4


def test_words_narrow_the_rows_and_a_column_sorts_them(opened, write, qtbot):
    page = opened(write("list.csv", PC1)).preview
    qtbot.keyClicks(page.words, "news")
    qtbot.waitUntil(lambda: page.rows.rowCount() == 3)
    page.words.clear()
    qtbot.waitUntil(lambda: page.rows.rowCount() == 4)
    page.rows.sort(5, Qt.SortOrder.DescendingOrder)
    assert column(page.table, 2)[0] == "theguardian.com"
    page.rows.sort(-1)
    assert column(page.table, 1) == ["2", "3", "4", "5"]


def test_rows_that_cannot_be_read_are_shown_with_line_and_reason_and_saved(opened, write, tmp_path, monkeypatch):
    page = opened(write("list.csv", PC1)).preview
    page.quarantine_switch.click()
    assert page.quarantine_table.isVisible()
    assert column(page.quarantine_table, 0) == ["6"]
    assert "is not an outlet's address" in column(page.quarantine_table, 1)[0]
    target = tmp_path / "bad.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    page.export_button.click()
    assert target.read_text(encoding="utf-8").splitlines()[1].startswith("6,")
    page.quarantine_switch.click()
    page.switches[ImportStep.ADD].click()
    page.export_button.click()
    assert len(target.read_text(encoding="utf-8").splitlines()) == 4


def test_ones_own_rating_is_a_conflict_and_stays(opened, write, qtbot, table):
    table.set_rating(RatingDraft("newsweek.com", 5, "read it"))
    dialog = opened(write("list.csv", PC1))
    dialog.preview.switches[ImportStep.CONFLICT].click()
    assert "your rating stays in force" in column(dialog.preview.table, 7)[0]
    bring(dialog, qtbot)
    assert table.ratings("newsweek.com")[0].score == 5


def test_back_leads_to_the_columns_and_to_the_choice_of_a_file(opened, write, qtbot):
    dialog = opened(write("sites.csv", SITES))
    go_on(dialog, qtbot)
    dialog.back_button.click()
    assert dialog.pages.currentWidget() is dialog.columns
    dialog.back_button.click()
    assert dialog.pages.currentWidget() is dialog.choose


def test_a_file_that_is_no_list_is_told_and_the_page_stays(opened, write):
    dialog = opened(write("letter.txt", "dear reader"))
    assert "no rows" in dialog.complaint.text()
    assert dialog.complaint.isVisible()
    assert dialog.pages.currentWidget() is dialog.choose


def test_importing_the_same_again_has_nothing_to_do(opened, write, qtbot):
    path = write("list.csv", PC1)
    bring(opened(path), qtbot)
    again = opened(path)
    assert set(column(again.preview.table, 0)) == {"= Same", "⊂ Merge"}
    assert not again.next_button.isEnabled()


def test_past_imports_are_listed_and_their_quarantine_saved(opened, write, qtbot, lists, theme, tmp_path, monkeypatch):
    bring(opened(write("list.csv", PC1)), qtbot)
    dialog = type(opened(tmp_path / "nothing.csv"))(lists, theme)
    qtbot.addWidget(dialog)
    assert column(dialog.choose.past_table, 2) == ["5 rows: 3 added, 1 merged, 1 quarantined"]
    dialog.choose.past_table.setCurrentIndex(dialog.choose.past.index(0, 0))
    target = tmp_path / "bad.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    dialog.choose.quarantine_button.click()
    assert "is not an outlet's address" in target.read_text(encoding="utf-8")


@pytest.fixture
def held(lists, monkeypatch):
    """The import waits at its first step until it is released."""
    released, reached, real = threading.Event(), threading.Event(), lists.import_list

    def slow(read, *, withdraw, progress, seen=None):
        def wait(share: float, phrase: str) -> bool:
            reached.set()
            released.wait(10)
            return progress(share, phrase)

        return real(read, withdraw=withdraw, progress=wait, seen=seen)

    monkeypatch.setattr(lists, "import_list", slow)
    yield reached, released
    released.set()


def test_a_running_import_shows_progress_and_is_cancelled_whole(opened, write, qtbot, table, held):
    reached, released = held
    dialog = opened(write("list.csv", PC1))
    dialog.next_button.click()
    assert dialog.job.isVisible()
    assert not dialog.pages.isEnabled()
    qtbot.waitUntil(reached.is_set)
    dialog.job.cancel_button.click()
    released.set()
    qtbot.waitUntil(lambda: not dialog.job.is_busy)
    assert "cancelled" in dialog.complaint.text()
    assert dialog.pages.currentWidget() is dialog.preview
    assert table.can_undo() is None


def test_closing_the_dialog_stops_the_import(opened, write, qtbot, table, held):
    reached, released = held
    dialog = opened(write("list.csv", PC1))
    dialog.next_button.click()
    qtbot.waitUntil(reached.is_set)
    dialog.job.cancel()
    released.set()
    dialog.reject()
    assert not dialog.isVisible()
    assert table.can_undo() is None


def test_a_file_is_dropped_on_the_dialog(dialog, write, qtbot):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(write("list.csv", PC1)))])
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    dialog.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, no_button, no_key))
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.preview)


def test_everything_has_a_name_for_screen_readers(opened, write):
    dialog = opened(write("sites.csv", SITES))
    fields = [*dialog.columns.combos.values(), dialog.columns.title, dialog.columns.licence, dialog.columns.lowest, dialog.columns.highest]
    fields += [dialog.columns.sample_table, dialog.columns.label_table, dialog.preview.table, dialog.preview.words, dialog.job.bar]
    assert all(field.accessibleName() for field in fields)
    assert dialog.columns.sample.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "Read as: newsweek.com"


def test_twelve_thousand_rows_are_shown_without_a_widget_each(opened, write, tmp_path: Path):
    rows = "".join(f"site{number}.example,{number % 100 / 100}\n" for number in range(12_000))
    dialog = opened(write("big.csv", f"domain,pc1\n{rows}"))
    assert dialog.preview.rows.rowCount() == 12_000
    assert len(dialog.preview.table.findChildren(object)) < 60
