"""Coming to the ratings window from an article: at the claim's outlet, ready to search, among what the article cites."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from credibility.model import OutletDraft
from ui.theme.typefaces import Typefaces
from ui.window import MainWindow


@pytest.fixture(autouse=True)
def uncited(workspace) -> None:
    """An outlet that the article does not cite."""
    workspace.save_outlet(OutletDraft("buoy.example", "The Buoy"))


def shown(ratings) -> list[str]:
    return [ratings.model.row(number).slug for number in range(ratings.model.total)]


def test_it_opens_at_the_claims_outlet_with_the_search_focused(window, actions, qtbot):
    window.show_claim("c3")
    actions["ratings"].trigger()
    ratings = window.ratings_window
    qtbot.waitUntil(lambda: QApplication.focusWidget() is ratings.filters.words)
    assert ratings.table.current_row.slug == "kestrel.example"
    assert ratings.filters.cited.isChecked()
    assert "buoy.example" not in shown(ratings)


def test_the_filter_holds_what_the_article_cites(window, actions):
    reading = window.reader.reading
    cited = {rated.resolution.outlet.slug for rated in reading.claims if rated.resolution.outlet}
    actions["ratings"].trigger()
    ratings = window.ratings_window
    assert ratings.model.total == 9, "without a claim all outlets are shown"
    assert ratings.table.currentIndex().row() == 0
    ratings.filters.cited.click()
    assert set(shown(ratings)) == cited
    ratings.filters.clear_button.click()
    assert ratings.model.total == 9


def test_a_window_that_is_open_goes_to_the_outlet_and_keeps_what_was_asked_for(window, actions):
    actions["ratings"].trigger()
    ratings = window.ratings_window
    ratings.filters.words.setText("the k")
    ratings.filters.ask()
    window.show_claim("c3")
    actions["ratings"].trigger()
    assert ratings.table.current_row.slug == "kestrel.example"
    assert ratings.filters.words.text() == "the k"
    window.show_claim("c10")
    actions["ratings"].trigger()
    assert ratings.table.current_row.slug == "lantern.example", "it was not among what was asked for"
    assert ratings.filters.words.text() == ""


def test_a_claim_taken_to_another_outlet_is_filtered_under_that(window, actions, workspace):
    window.show_claim("c3")
    actions["ratings"].trigger()
    ratings = window.ratings_window
    window.edits.do(workspace.assign_outlet, "c3", "buoy.example")
    ratings.model.refresh()
    assert "buoy.example" in shown(ratings)
    assert "kestrel.example" not in shown(ratings)


class Heard(Typefaces):
    """Keeps the texts that faces were loaded for."""

    texts: list[str]

    def ready(self, text: str) -> tuple[str, ...]:
        self.texts.append(text)
        return ()


@pytest.fixture
def heard(workspace) -> Heard:
    made = Heard(workspace.faces)
    made.texts = []
    return made


def test_faces_are_loaded_for_names_in_the_table_and_in_the_list_of_files(qtbot, workspace, heard):
    workspace.recent = (Path("/saved/ליקוי.html"),)
    workspace.save_outlet(OutletDraft("haaretz.example", "הארץ", notes="עיתון"))
    window = MainWindow(workspace, typefaces=heard)
    qtbot.addWidget(window)
    assert any("ליקוי" in text for text in heard.texts)
    window.commands["ratings"].trigger()
    assert any("הארץ" in text and "עיתון" in text for text in heard.texts)
    window.close()
