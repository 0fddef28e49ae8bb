"""A list that the program does not know: its columns, labels and scale, and the next edition."""

from credibility.model import Tier
from credibility.model.lists import ImportStep
from tests.ui.outlets.imports.conftest import SITES
from tests.ui.outlets.imports.test_dialog import bring, column, go_on, scores
from ui.outlets.tiers import TIER_ROLE


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
    for named, ends in (("mark", (-1, 1)), ("danger", (10, 0))):
        page.combos["score"].setCurrentText(named)
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
