"""The mapping of a known list on the import page: its own words with their scores, changed before anything is written."""

from PySide6.QtCore import Qt

from credibility.model import Tier
from tests.table.starters import content
from tests.ui.outlets.imports.test_dialog import bring, column, scores
from ui.outlets.tiers import TIER_ROLE

OPENSOURCES = ",type,2nd type,3rd type,Source Notes\nnews.example,fake,,,\nnewsweek.com,unreliable,,,\nmore.example,unreliable,,,\n"
NEWSGUARD = "UUID,Domain,Parent Domain,Country,Language,Rating,Score,Last Updated\n" + "".join(
    f"u{points},site{points}.example,,US,en,T,{points},2025-01-31\n" for points in (0, 12, 20, 30, 39, 40, 45, 50, 55, 59, 60, 70, 80, 100)
)
SITES = "Site,Points\nnewsweek.com,2\nnews.example,5\n"


def give(dialog, qtbot, words: str, score: str) -> None:
    """Type a score beside the list's words, and wait for the new preview."""
    model = dialog.preview.list_words.model
    row = next(row for row in range(model.rowCount()) if model.index(row, 0).data() == words)
    assert model.setData(model.index(row, 1), score)
    qtbot.waitUntil(lambda: not dialog.job.is_busy)


def words_of(dialog) -> list[tuple[str, str, str]]:
    model = dialog.preview.list_words.model
    return [tuple(model.index(row, place).data() for place in range(3)) for row in range(model.rowCount())]


def test_the_words_of_a_known_list_are_shown_with_their_scores_and_tiers(opened, write, qtbot):
    dialog = opened(write("sources.csv", OPENSOURCES))
    words = dialog.preview.list_words
    assert words.isVisible() and not words.table.isVisible()
    qtbot.mouseClick(words.switch, Qt.MouseButton.LeftButton)
    assert words.table.isVisible()
    assert words_of(dialog) == [("unreliable", "30", "Low"), ("fake", "10", "Very low")]


def test_a_changed_score_is_previewed_imported_kept_and_undone(opened, write, qtbot, table, lists):
    before = content(table.store)
    path = write("sources.csv", OPENSOURCES)
    dialog = opened(path)
    give(dialog, qtbot, "unreliable", "62")
    tiers = [dialog.preview.rows.index(row, 5).data(TIER_ROLE) for row in range(3)]
    assert Tier.RELIABLE in tiers and Tier.VERY_LOW in tiers
    assert words_of(dialog)[0] == ("unreliable", "62", "Generally reliable")
    assert content(table.store) == before, "looking changes nothing"
    bring(dialog, qtbot)
    assert scores(table, "newsweek.com")["opensources"] == 62 and scores(table, "news.example")["opensources"] == 10
    again = lists.preview(lists.read(lists.open(path)))
    assert {row.step.value for row in again.rows} == {"same"}
    table.undo()
    assert content(table.store) == before
    fresh = lists.preview(lists.read(lists.open(path)))
    assert {row.entry.score for row in fresh.rows} == {10.0, 30.0}, "undo also takes the mapping"


def test_figures_are_shown_by_tier_and_changed_as_a_range(opened, write, qtbot, table):
    dialog = opened(write("newsguard.csv", NEWSGUARD))
    assert [words for words, _, _ in words_of(dialog)] == ["100", "80", "60–70", "40–59", "0–39"]
    give(dialog, qtbot, "40–59", "50")
    bring(dialog, qtbot)
    assert {slug: scores(table, slug)["newsguard"] for slug in ("site40.example", "site59.example", "site60.example")} == {
        "site40.example": 50,
        "site59.example": 50,
        "site60.example": 40,
    }


def test_a_score_that_cannot_be_is_not_taken(opened, write):
    dialog = opened(write("sources.csv", OPENSOURCES))
    model = dialog.preview.list_words.model
    assert not model.setData(model.index(0, 1), "101")
    assert words_of(dialog)[0][1] == "30"


def test_an_unknown_list_is_mapped_on_the_page_of_its_columns_only(opened, write, qtbot):
    dialog = opened(write("sites.csv", SITES))
    page = dialog.columns
    page.combos["score"].setCurrentText("Points")
    page.combos["score"].activated.emit(0)
    dialog.next_button.click()
    qtbot.waitUntil(lambda: not dialog.job.is_busy)
    assert dialog.pages.currentWidget() is dialog.preview
    assert not dialog.preview.list_words.isVisible()
    assert column(dialog.preview.table, 2)
