"""The library's window: searched as one types, filtered, opened, tagged, emptied; by mouse and by keyboard."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox

from credibility.model import Role
from credibility.model.library import Arrival
from tests.ui.fake_workspace import FakeWorkspace
from ui.library.facets import FACET, MORE, FacetList
from ui.library.row_words import spoken
from ui.library.tags import TagForm
from ui.library.window import LibraryWindow
from ui.window import MainWindow

TEXT = "The council will vote next week on a second ferry, after a summer of queues."


@pytest.fixture
def library(qtbot, workspace: FakeWorkspace, window: MainWindow, tmp_path: Path) -> LibraryWindow:
    """The window over three articles, one of which has lost its file."""
    for number, (title, publisher) in enumerate(
        (("Council weighs", "Gazette"), ("Shipyards wait", "Harbour Post"), ("Quay floods", "BBC"))
    ):
        path = tmp_path / f"{number}.html"
        if number:
            path.write_text("x", encoding="utf-8")
        cites = tuple((f"{place}.com", f"Outlet {place}", 1) for place in range(number + 5))
        made = Arrival(
            f"f{number}", title, TEXT if number < 2 else "Water.", publisher, path=path, digest=f"d{number}", size=1, cites=cites
        )
        workspace.library.shelf.record(made)
    window.commands["library"].trigger()
    made_window = window.library.window
    assert made_window
    return made_window


def titles(library: LibraryWindow) -> list[str]:
    model = library.model
    return [model.index(row).data() for row in range(model.rowCount())]


def facet(facets: FacetList, label: str) -> int:
    return next(row for row in range(facets.count()) if facets.item(row).text() == label)


def test_words_typed_are_searched_and_return_goes_to_the_list(library: LibraryWindow, qtbot) -> None:
    assert titles(library) == ["Quay floods", "Shipyards wait", "Council weighs"]
    assert library.words.hasFocus() or library.focusWidget() is library.words
    qtbot.keyClicks(library.words, "second fer")
    qtbot.keyClick(library.words, Qt.Key.Key_Return)
    assert sorted(titles(library)) == ["Council weighs", "Shipyards wait"]
    assert library.count.text() == "2 of 3 articles · best match first"
    assert library.focusWidget() is library.list
    row = library.current
    assert row
    assert "second ferry" in spoken(row)
    qtbot.keyClick(library.list, Qt.Key.Key_Escape)
    assert len(titles(library)) == 3


def test_filters_are_turned_with_the_keyboard(library: LibraryWindow, qtbot) -> None:
    facets = library.facets
    facets.setCurrentRow(facet(facets, "Gazette"))
    qtbot.keyClick(facets, Qt.Key.Key_Space)
    assert titles(library) == ["Council weighs"]
    assert "chosen" in facets.item(facet(facets, "Gazette")).data(Qt.ItemDataRole.AccessibleTextRole)
    assert facets.item(facet(facets, "BBC")).data(FACET).count == 1
    qtbot.keyClick(facets, Qt.Key.Key_Return)
    assert len(titles(library)) == 3
    assert [row for row in range(facets.count()) if facets.item(row).text() == "Outlet 6"] == []
    facets.setCurrentRow(next(row for row in range(facets.count()) if facets.item(row).data(MORE)))
    qtbot.keyClick(facets, Qt.Key.Key_Return)
    assert facet(facets, "Outlet 6")


def test_an_article_is_opened_in_the_window(library: LibraryWindow, window: MainWindow, qtbot, tmp_path: Path) -> None:
    qtbot.keyClick(library.words, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.article_opened):
        qtbot.keyClick(library.list, Qt.Key.Key_Return)
    assert window._workspace.recent[0] == tmp_path / "2.html"


def test_one_whose_file_has_moved_is_looked_for(
    library: LibraryWindow, window: MainWindow, workspace: FakeWorkspace, qtbot, tmp_path: Path
) -> None:
    library.list.setCurrentIndex(library.model.index(2))
    library.buttons["open"].click()
    qtbot.waitUntil(lambda: bool(library.messages.offers))
    assert "no folder of the library holds a file of the same content" in library.messages.text
    assert [offer.text() for offer in library.messages.offers] == ["Look in a folder…"]
    workspace.library.moved_to = tmp_path / "found.html"
    workspace.library.moved_to.write_text("x", encoding="utf-8")
    with qtbot.waitSignal(window.article_opened):
        library.open_current()
    assert window._workspace.recent[0] == tmp_path / "found.html"


def test_tags_are_typed_and_found(library: LibraryWindow, qtbot) -> None:
    library.list.setCurrentIndex(library.model.index(1))
    library.buttons["tags"].click()
    form = library.findChild(TagForm)
    qtbot.keyClicks(form.field, "ferries,  class 2b ,")
    qtbot.keyClick(form.field, Qt.Key.Key_Return)
    assert library.current
    assert library.current.tags == ("class 2b", "ferries")
    assert facet(library.facets, "class 2b")


def answer(library: LibraryWindow, words: str) -> Callable[[], None]:
    def click() -> None:
        box = library.findChild(QMessageBox)
        next(each for each in box.buttons() if each.text() == words).click()

    return click


def test_forgetting_is_asked_for_first(library: LibraryWindow, qtbot) -> None:
    library.list.setCurrentIndex(library.model.index(0))
    QTest.keyClick(library.list, Qt.Key.Key_Delete)
    box = library.findChild(QMessageBox)
    assert "cannot be undone" in box.text()
    answer(library, "Keep")()
    assert len(titles(library)) == 3
    qtbot.waitUntil(lambda: library.findChild(QMessageBox) is None)
    library.buttons["forget"].click()
    answer(library, "Forget")()
    assert titles(library) == ["Shipyards wait", "Council weighs"]
    qtbot.waitUntil(lambda: library.findChild(QMessageBox) is None)
    library.buttons["everything"].click()
    answer(library, "Forget")()
    assert titles(library) == []
    assert library.messages.text == "The library is empty."


def test_nothing_more_is_remembered_once_the_box_is_cleared(library: LibraryWindow, workspace: FakeWorkspace) -> None:
    library.remembering.box.click()
    assert workspace.settings.get("remember") is False
    assert not workspace.library.remembers


def test_a_folder_is_read_and_told(library: LibraryWindow, workspace: FakeWorkspace, qtbot, tmp_path: Path) -> None:
    library.taking_in.begin((tmp_path,))
    qtbot.waitUntil(lambda: bool(library.messages.text))
    assert library.messages.text.startswith("1 article added to the library, 2 already there. Not read: 1 file (odd.pdf")
    assert workspace.library.taken == [tmp_path]
    library.taking_in.stop()


def test_rows_are_drawn_in_every_width(library: LibraryWindow, workspace: FakeWorkspace) -> None:
    made = Arrival("wide", "W" * 300, TEXT * 30, "P" * 90, roles=((Role.HIGH, 2), (Role.PERSON, 1)), claims=3)
    workspace.library.shelf.record(made)
    for width in (520, 800, 1400):
        library.resize(width, 600)
        library.words.setText("second")
        library._search()
        assert not library.grab().isNull()
