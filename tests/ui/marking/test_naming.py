"""Which outlet a name means: for one claim, for the name in this article, always; and outlets that are not in the table yet."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from credibility.model import Reach
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.outlet_form import OutletForm


@pytest.fixture
def chooser(window, actions):
    window.show_claim("c13")  # carried by “A local paper”, which is no name
    actions["other_outlet"].trigger()
    return window.findChild(OutletChooser)


def offered(chooser) -> list[str]:
    return [chooser.list.item(row).text() for row in range(chooser.list.count())]


def test_the_articles_outlets_come_first(chooser):
    assert offered(chooser)[:2] == ["the Harbour Gazette   gazette.example", "Tide News Agency   tide.example"]


def test_a_name_that_is_not_in_the_table_is_added_from_there_and_taken(window, chooser, workspace):
    chooser.field.setText("Quay & Crane")
    chooser.search()
    assert offered(chooser)[-1] == "Add “Quay & Crane” as a new outlet…"
    chooser.list.setCurrentRow(chooser.list.count() - 1)
    QTest.keyClick(chooser.field, Qt.Key.Key_Return)
    form = window.findChild(OutletForm)
    assert form.name.text() == "Quay & Crane"
    form.slug.setText("quay.example")
    form.save_button.click()
    assert workspace.outlet("quay.example").name == "Quay & Crane"
    assert window.reader.reading.claim("c13").resolution.outlet.slug == "quay.example"


def test_a_domain_is_taken_for_the_domain(window, chooser):
    chooser.field.setText("quay.example")
    chooser.search()
    chooser.choose()
    form = window.findChild(OutletForm)
    assert (form.name.text(), form.slug.text()) == ("", "quay.example")


def test_an_outlet_that_is_there_is_not_offered_to_be_added(chooser):
    chooser.field.setText("The Kestrel")
    chooser.search()
    assert not [words for words in offered(chooser) if words.startswith("Add")]


def test_a_description_is_no_name_to_ask_about(chooser):
    assert not chooser.reach.isVisible()


def test_a_name_is_meant_here_or_in_every_article(window, actions, workspace):
    window.show_claim("c18")
    actions["other_outlet"].trigger()
    chooser = window.findChild(OutletChooser)
    assert [chooser.reach.itemText(place) for place in range(3)] == [
        "For this claim",
        "For “Dockside Daily” in this article",
        "For “Dockside Daily” in every article",
    ]
    asked = []
    workspace.assign_outlet = lambda *given: (asked.append(given), workspace.catch_up())[1]
    chooser.reach.setCurrentIndex(2)
    chooser.field.setText("The Lantern")
    chooser.search()
    chooser.choose()
    assert asked == [("c18", "lantern.example", Reach.ALWAYS)]


def test_an_unknown_outlet_is_added_from_the_line_of_a_new_claim(window, select, actions, workspace):
    select("The clerk has since left the town.")
    actions["new_claim"].trigger()
    bar = window.marking.bar
    bar.line.outlet.setCurrentText("Quay & Crane")
    bar.line.add_button.click()
    assert bar.add_button.text() == "Add “Quay && Crane” as a new outlet…"
    bar.add_button.click()
    form = window.findChild(OutletForm)
    form.slug.setText("quay.example")
    form.save_button.click()
    assert bar.line.outlet.slug() == "quay.example"
    assert not bar.add_button.isVisible()
    bar.line.add_button.click()
    (made,) = [rated for rated in window.reader.reading.claims if rated.claim.found_by == "reader"]
    assert made.resolution.outlet.slug == "quay.example"
