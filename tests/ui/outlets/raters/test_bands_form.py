"""What a rater's words are worth, in the window."""

from app.ratings.raters import Raters
from app.ratings.table import Table
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content
from tests.ui.fake_workspace import read_styles
from ui.edits import Edits
from ui.outlets.raters.dialog import RatersDialog
from ui.theme import Scheme, theme_of


def test_words_are_mapped_from_the_raters_and_undone(tmp_path, owner, qtbot):
    store = RatingsStore.open(tmp_path / "ratings.db", STARTER)
    before = content(store)
    edits = Edits(Table(store), owner)
    dialog = RatersDialog(Raters(edits.table, lambda _registry: None), edits, theme_of(Scheme.LIGHT, read_styles()))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.order.list.setCurrentRow(1)
    dialog.words_button.click()
    form = dialog.ask_bands()
    rows = {form.model.index(row, 0).data(): row for row in range(form.model.rowCount())}
    assert form.model.index(rows["C"], 2).data() == "Mixed"
    assert not form.model.setData(form.model.index(rows["C"], 1), "120"), "no score"
    assert form.model.setData(form.model.index(rows["C"], 1), "30")
    assert form.changed == {"C": 30.0}
    form.save_button.click()
    rated = next(rating for rating in store.snapshot().ratings_of("newsweek.com") if rating.provenance.original == "C")
    assert (rated.score, rated.provenance.mapping) == (30.0, "your own mapping: “C” is 30")
    edits.undo()
    assert content(store) == before
    store.close()
