"""Every word of outlets, ratings, raters, lists and settings is looked up in the reader's language when it is shown."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

from app.ratings.lists import Lists
from app.ratings.table import Table
from credibility.floor.language import speak
from credibility.model import Change, RatingDraft, Tag
from credibility.model.edited import Criterion
from tests.another_language import not_said, speak_another
from tests.conftest import PatientBot
from tests.ui.articles import BOARD, OUTLETS, WATCH
from tests.ui.fake_workspace import FakeSettings, FakeWorkspace
from tests.ui.on_screen import english_in
from tests.ui.outlets.imports.conftest import PC1, SITES, dialog, lists, opened, table, theme, write
from ui.outlets.change_words import change_words
from ui.outlets.editing.assessment_form import ask_assessment
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.outlet_form import ask_outlet
from ui.outlets.editing.parting import ask_merge, ask_split
from ui.outlets.editing.pasting import read_pasted, refused_words
from ui.outlets.editing.queue import UnratedQueue
from ui.outlets.editing.rating_form import ask_rating
from ui.outlets.editing.tag_form import ask_tags
from ui.outlets.editing.unsaved import ask_unsaved
from ui.outlets.imports.dialog import ImportDialog
from ui.outlets.raters.bands_form import ask_bands
from ui.outlets.raters.criteria_form import ask_criteria
from ui.outlets.window import RatingsWindow
from ui.preferences.dialog import SettingsDialog
from ui.preferences.elsewhere import elsewhere
from ui.theme import Theme
from ui.theme.typefaces import Typefaces

__all__ = ["dialog", "lists", "opened", "table", "theme", "write"]
Opened = Callable[[Path], ImportDialog]
Write = Callable[[str, str], Path]
EXAMPLES = ("The Harbour Gazette", "harbourgazette.example", "GB", "en", "example.org/blogs", "Ida Falk", "https://…")
"""What stands in empty fields: names and addresses that are none."""
OF_TABLE = (
    *("Harbour Holding", "own kind", "Seven", "Corrections", "says so openly", "Class 2b", "CC0", "https://board.example/ratings"),
    *("GB", "IE", "NO", "NZ", "US"),
)
"""What stands in the table of the tests beside names and reasons."""
OF_LISTS = (
    *("theguardian.com", "newsweek.com", "news.example", "low.example", "more.example", "nonsense", "Newsweek"),
    *("sites.csv", "Site", "Points", "Verdict", "Note", "dated", "sound", "mixed", "very reliable", "fake"),
    *("Lin et al. 2023 (PC1)", "free to reuse, cite the paper", "mapped by knots", hashlib.sha256(PC1.encode()).hexdigest()),
)
"""What stands in the lists that are imported."""
OF_SETTINGS = ("English", "Türkçe", "US Letter", "A4")
"""Languages by their own names, and a size of paper."""
RATED = {"rater": "mine", "score": "22", "scope": "topic:politics", "reason": "because"}
BEFORE_AND_AFTER: Mapping[str, tuple[Mapping[str, str | None], Mapping[str, str | None]]] = {
    "rating": (RATED, {**RATED, "score": "85", "reason": "the"}),
    "outlet": ({"kind": "news", "state": "none", "inherits": "0"}, {"kind": "think-tank", "state": "state", "inherits": "1"}),
    "name": ({"text": "Ida", "rules": "plain"}, {"text": "Ida", "rules": "needs_the+needs_cue"}),
    "locator": ({"key": "harbour.example", "scope": None}, {"key": "harbour.example", "scope": "the"}),
    "tag": ({"kind": "owner", "value": "Ida", "url": None}, {"kind": "owner", "value": "Ida", "url": "harbour.example"}),
    "rater": ({"title": "Ida", "precedence": "1", "enabled": "0"}, {"title": "Ida", "precedence": "2", "enabled": "1"}),
    "criterion": ({"name": "Corrections", "weight": "1.0"}, {"name": "Corrections", "weight": "2.0"}),
    "answer": ({"criterion": "Corrections", "met": "1"}, {"criterion": "Corrections", "met": "0"}),
    "band": ({"label": "Ida", "score": "22"}, {"label": "Ida", "score": None}),
}


@pytest.fixture(autouse=True)
def another() -> Iterator[None]:
    speak_another(values_apart=True)
    yield
    speak()


@pytest.fixture
def workspace() -> FakeWorkspace:
    made = FakeWorkspace()
    made.set_tags("gazette.example", (Tag("owner", "Harbour Holding", date(2024, 5, 3)), Tag("own kind")))
    made.set_rating(RatingDraft("gazette.example", 22, "made up a quote"))
    made.own_raters.keep("Seven", (Criterion("", "Corrections", 60, "says so openly"),))
    made.raters.keep("Class 2b")
    made.raters.set_bands("first", {"B": 70.0, "C": 30.0})
    return made


@pytest.fixture
def ratings(qtbot, workspace: FakeWorkspace, theme: Theme) -> RatingsWindow:
    made = RatingsWindow(workspace, theme, Typefaces(workspace.faces))
    qtbot.addWidget(made)
    made.table.setCurrentIndex(made.model.index(0, 0))
    return made


def data_of(workspace: FakeWorkspace) -> tuple[str, ...]:
    """What stands in the table of the tests."""
    outlets = [workspace.outlet(slug) for slug in OUTLETS]
    raters = (*workspace.raters.all(), *workspace.own_raters.all(), BOARD, WATCH)
    reasons = [rating.provenance.reason for slug in OUTLETS for rating in workspace.ratings(slug)]
    summaries = [entry.summary for entry in workspace.history()]
    words = (*(outlet.name for outlet in outlets), *(rater.title for rater in raters), *reasons, *summaries, *OUTLETS)
    return (*words, *OF_TABLE)


def test_the_ratings_window(ratings: RatingsWindow, workspace: FakeWorkspace) -> None:
    ratings.tools.profiles.fill()
    assert english_in(ratings, *data_of(workspace)) == []


def test_the_forms_of_outlets_and_ratings(ratings: RatingsWindow, workspace: FakeWorkspace) -> None:
    edits, slug = ratings.edits, "gazette.example"
    ask_outlet(edits, slug, ratings)
    ask_outlet(edits, None, ratings)
    ask_rating(edits, (slug,), ratings)
    ask_rating(edits, (slug, "klaxon.example"), ratings)
    ask_tags(edits, slug, ratings)
    ask_merge(edits, slug, ratings)
    ask_split(edits, slug, ratings)
    ask_assessment(workspace.own_raters, edits, slug, ratings)
    ask_criteria(workspace.own_raters, edits, ratings)
    ask_bands(workspace.raters, edits, "first", ratings.tools.theme, ratings)
    ratings.tools.ask_raters()
    ratings.tools.ask_history()
    OutletChooser(workspace, "", parent=ratings, name="The Klaxon").field.setText("x")
    UnratedQueue(edits, (workspace.outlet("klaxon.example"),), "", ratings)
    forms = ratings.findChildren(QDialog)
    assert len(forms) == 14
    data = (*data_of(workspace), *EXAMPLES)
    assert [english for form in forms for english in english_in(form, *data)] == []


@pytest.mark.parametrize("name", ["choose", "columns", "preview"])
def test_the_pages_of_an_import(name: str, opened: Opened, write: Write, table: Table, qtbot: PatientBot) -> None:
    page = opened(write("sites.csv", SITES) if name == "columns" else write("list.csv", PC1))
    if name == "choose":
        with qtbot.waitSignal(page.imported):
            page.next_button.click()
        page = ImportDialog(Lists(table), page.preview.table.itemDelegate().theme)
        qtbot.addWidget(page)
    assert page.pages.currentWidget() is {"choose": page.choose, "columns": page.columns, "preview": page.preview}[name]
    assert english_in(page, *OF_LISTS) == []


def test_the_dialog_of_settings(owner: QWidget, qtbot: PatientBot) -> None:
    dialog = SettingsDialog(FakeSettings(), elsewhere(lambda: None, lambda: None), owner)
    typefaces = {family for family in QFontDatabase.families() if family}
    assert english_in(dialog, *typefaces, *OF_SETTINGS) == []
    row = dialog.settings_page.rows["font_size"]
    row.show_value(20)
    assert not_said(row.reset_button.toolTip()) == ""


@pytest.mark.parametrize("table", ["rating", "outlet", "name", "locator", "tag", "rater", "criterion", "answer", "band"])
def test_what_the_history_says_of_a_change(table: str) -> None:
    before, after = BEFORE_AND_AFTER[table]
    for change in (Change(table, "x", None, after), Change(table, "x", before, after), Change(table, "x", before, None)):
        assert change_words(change)
        assert not_said(change_words(change), "topic:politics", "the", "because", "Corrections", "harbour.example", "Ida") == ""


def test_what_is_asked_about_what_was_typed(owner: QWidget) -> None:
    form = QDialog(owner)
    ask_unsaved(form, form.accept, form.reject)
    assert english_in(form.findChildren(QMessageBox)[0]) == []


def test_copied_rows_are_read_again_in_english_and_in_the_language_of_the_reader(ratings: RatingsWindow) -> None:
    titles = "\t".join(f"⟦{title}⟧" for title in ("Domain", "Score", "Reason"))
    assert [draft.score for draft in read_pasted(f"{titles}\npier.example\t7\tnone").drafts] == [7]
    assert [draft.score for draft in read_pasted("Domain\tScore\npier.example\t7").drafts] == [7]
    assert not_said(refused_words([(1, "⟦why⟧")] * 5)) == ""
