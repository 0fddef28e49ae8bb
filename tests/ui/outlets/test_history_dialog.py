"""The history of the whole table: a set of changes is undone as a whole, and refused by name where a later change would be lost."""

import pytest

from app.ratings.table import Table
from credibility.model import RatingDraft
from credibility.outlets.lists.formats.recognise import recognise
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content
from ui.edits import Edits
from ui.outlets.history_dialog import HistoryDialog

PC1 = "domain,pc1\n" + "".join(f"outlet{number}.example,0.{number % 9 + 1}\n" for number in range(260)) + "theguardian.com,0.9\n"


@pytest.fixture
def store(tmp_path):
    made = RatingsStore.open(tmp_path / "ratings.db", STARTER)
    yield made
    made.close()


@pytest.fixture
def dialog(store, owner, qtbot) -> HistoryDialog:
    made = HistoryDialog(Edits(Table(store), owner))
    qtbot.addWidget(made)
    made.show()
    return made


def rate(store, slug: str, score: float) -> None:
    store.edits.set_rating(RatingDraft(slug, score, "because"))


def choose(dialog, words: str) -> None:
    dialog.show_all()
    rows = [row for row in range(dialog.list.count()) if words in dialog.list.item(row).text()]
    dialog.list.setCurrentRow(rows[0])


def undo(dialog, qtbot) -> None:
    with qtbot.waitSignal(dialog._edits.reading_changed, timeout=20_000):
        dialog.undo_button.click()


def test_an_import_is_undone_as_a_whole_and_comes_back(dialog, store, qtbot):
    before = content(store)
    store.lists.import_list(recognise(PC1).read(PC1))
    after = content(store)
    assert after != before
    rate(store, "newsweek.com", 30)
    choose(dialog, "Import")
    undo(dialog, qtbot)
    assert [row[:2] for row in content(store)["rating"] if row not in before["rating"]] == [("newsweek.com", "mine")]
    assert content(store)["outlet"] == before["outlet"]
    choose(dialog, "Undo “Import")
    undo(dialog, qtbot)
    assert content(store)["outlet"] == after["outlet"]


def test_it_is_refused_by_name_when_a_later_change_would_be_lost(dialog, store):
    rate(store, "theguardian.com", 41)
    rate(store, "newsweek.com", 30)
    rate(store, "theguardian.com", 55)
    before = content(store)
    choose(dialog, "Rate The Guardian 41")
    dialog.undo_button.click()
    assert dialog.complaint.text() == (
        "The rating theguardian.com · mine was changed later by “Rate The Guardian 55 (Mixed)” (change 3), which would be lost. "
        "Undo that change first, or change the row by hand."
    )
    assert content(store) == before
    choose(dialog, "Rate The Guardian 55")
    dialog.undo_button.click()
    assert dialog.complaint.isHidden()
    assert store.snapshot().ratings_of("theguardian.com")[0].score == 41


def test_it_says_what_a_set_of_changes_did(dialog, store):
    rate(store, "theguardian.com", 41)
    dialog.show_all()
    told = dialog._area.widget().findChildren(type(dialog.complaint))
    assert [part.text() for part in told] == ["theguardian.com · mine: You rated it 41 (Mixed): because"]
    assert dialog.undo_button.isEnabled()


def test_an_empty_history_says_so(dialog):
    assert dialog.list.count() == 0
    assert not dialog.undo_button.isEnabled()
