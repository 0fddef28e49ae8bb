"""The import page by page: a known list, an unknown one, what is shown before anything is done, undo afterwards."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from credibility.model import RatingDraft, Tier
from credibility.model.lists import ImportStep
from tests.ui.outlets.imports.conftest import PC1, SITES
from ui.outlets.tiers import TIER_ROLE


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


def test_an_unknown_list_asks_for_its_columns_and_reads_the_rows_at_once(opened, write):
    page = opened(write("sites.csv", SITES)).columns
    assert page.isVisible()
    assert page.combos["address"].currentText() == "Site"
    page.combos["score"].setCurrentText("Points")
    page.combos["score"].activated.emit(0)
    page.lowest.setValue(0)
    page.highest.setValue(5)
    assert column(page.sample_table, 1)[:2] == ["newsweek.com", "news.example"]
    tiers = [page.sample.index(row, 2).data(TIER_ROLE) for row in range(4)]
    assert tiers == [Tier.MIXED, Tier.HIGH, None, None]
    assert "9 is not within 0–5" in column(page.sample_table, 2)[3]
    assert page.told.text() == "Of the first 5 of 5 rows, 3 give a rating."


def test_labels_are_given_scores(opened, write, qtbot, table):
    dialog = opened(write("sites.csv", SITES))
    page = dialog.columns
    page.combos["label"].setCurrentText("Verdict")
    page.combos["label"].activated.emit(0)
    assert page.combos["score"].currentIndex() == 0
    assert page.label_table.isVisible()
    assert page.labels.scores == (("mixed", 50), ("very reliable", 90), ("fake", 10))
    question = next(row for row in range(4) if page.labels.index(row, 0).data() == "?")
    assert not page.labels.setData(page.labels.index(question, 1), "150")
    assert page.labels.setData(page.labels.index(question, 1), "30")
    go_on(dialog, qtbot)
    bring(dialog, qtbot)
    assert scores(table, "low.example") == {"list-sites": 30}


def test_a_political_scale_is_warned_of_with_outlets_that_the_reader_knows(opened, write):
    page = opened(write("l.csv", "site,ideology,quality\ntheguardian.com,9,90\nnewsweek.com,50,45\n")).columns
    assert page.combos["score"].currentText() == "quality"
    assert page.outcome.ends.text() == "Best: 100, worst: 0."
    assert page.outcome.known.text() == "For example: The Guardian High, Newsweek Mixed."
    assert not page.outcome.warning.isVisible()
    page.combos["score"].setCurrentText("ideology")
    page.combos["score"].activated.emit(0)
    assert page.outcome.warning.isVisible()
    assert "“ideology” looks like a political scale." in page.outcome.warning.text()
    assert "The Guardian Very low (now High)" in page.outcome.known.text()


def test_choosing_a_score_reads_the_ends_of_its_scale(opened, write):
    page = opened(write("l.csv", "site,kind,mark,danger\na.example,x,-1,3\nb.example,y,1,9\n")).columns
    for column, ends in (("mark", (-1, 1)), ("danger", (10, 0))):
        page.combos["score"].setCurrentText(column)
        page.combos["score"].activated.emit(0)
        assert (page.lowest.value(), page.highest.value()) == ends


def test_a_plain_list_asks_what_being_listed_means(opened, write, qtbot, table):
    dialog = opened(write("fakes.txt", "# fakes\nnewsweek.com\nnews.example\n"))
    page = dialog.columns
    assert page.listed.isVisible()
    assert "what it means that an outlet is listed" in page.told.text()
    assert not dialog.next_button.isEnabled()
    page.listed.setCurrentText("Very low · 10")
    page.listed.activated.emit(0)
    assert dialog.next_button.isEnabled()
    go_on(dialog, qtbot)
    bring(dialog, qtbot)
    assert scores(table, "news.example") == {"list-fakes": 10}


def test_a_list_by_name_shows_the_undecided(opened, write, qtbot):
    dialog = opened(write("l.csv", "source,reliability\nNewsweek,40\nA Paper Nobody Knows,30\n"))
    go_on(dialog, qtbot)
    dialog.preview.switches[ImportStep.UNDECIDED].click()
    assert column(dialog.preview.table, 3) == ["A Paper Nobody Knows"]
    assert "no outlet called" in column(dialog.preview.table, 7)[0]


def test_criteria_have_weights_where_there_is_no_score(opened, write, qtbot, table):
    dialog = opened(write("l.csv", "site,Corrects,Signs,Owner\nnewsweek.com,yes,no,yes\nnews.example,no,no,yes\n"))
    page = dialog.columns
    assert page.criteria_table.isVisible()
    assert page.criteria.setData(page.criteria.index(1, 1), "0")
    assert page.criteria.setData(page.criteria.index(0, 1), "3")
    go_on(dialog, qtbot)
    bring(dialog, qtbot)
    assert scores(table, "news.example") == {"list-l": 25}


def test_the_columns_are_kept_for_the_next_edition_which_shows_its_difference(opened, write, qtbot, table, lists, theme):
    dialog = opened(write("sites.csv", SITES))
    dialog.columns.title.setText("Class list")
    dialog.columns.licence.setText("CC0")
    dialog.columns.lowest.setValue(0)
    dialog.columns.highest.setValue(5)
    go_on(dialog, qtbot)
    assert bring(dialog, qtbot).record.licence == "CC0"
    assert list(lists.mappings()) == ["Class list"]
    again = opened(write("newer.csv", "Site,Points\nnewsweek.com,4\nother.example,1\n"))
    assert again.columns.title.text() == "Class list"
    assert again.columns.highest.value() == 5
    go_on(again, qtbot)
    assert column(again.preview.table, 0) == ["~ Change", "+ Add", "− Withdrawn", "− Withdrawn"]
    assert column(again.preview.table, 2)[2:] == ["more.example", "news.example"]
    assert (column(again.preview.table, 4)[0], column(again.preview.table, 5)[0]) == ("Mixed · 40", "High · 80")
    again.preview.withdraw.setChecked(True)
    assert "2 ratings" in again.preview.withdraw.text()
    bring(again, qtbot)
    assert scores(table, "news.example") == {}


def test_a_list_without_a_title_or_columns_cannot_go_on(opened, write):
    dialog = opened(write("sites.csv", SITES))
    dialog.columns.title.clear()
    assert not dialog.next_button.isEnabled()
    assert dialog.columns.told.text() == "Give the list a title."
    dialog.columns.title.setText("Sites")
    assert dialog.next_button.isEnabled()
    dialog.columns.combos["address"].setCurrentIndex(0)
    dialog.columns.combos["address"].activated.emit(0)
    assert not dialog.next_button.isEnabled()
    assert "lacks a column" in dialog.columns.told.text()


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
