"""The queue of outlets without a rating: its order, its keys, and what was typed in a row that is left."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox

from credibility.model import OutletName, Role
from tests.ui.outlets.test_forms import question
from ui.claims.gaps import unrated_outlets
from ui.outlets.editing.queue import UnratedQueue
from ui.outlets.editing.rating_fields import Typed


def test_the_queue_asks_too(window, actions, qtbot):
    actions["unrated"].trigger()
    queue = window.findChild(UnratedQueue)
    queue.fields.reason.setPlainText("Local court reports check out")
    qtbot.keyClick(queue, Qt.Key.Key_Escape)
    assert queue.isVisible()
    question(queue).button(QMessageBox.StandardButton.Discard).click()
    assert not queue.isVisible()


def test_the_queue_of_unrated_outlets(window, actions, qtbot):
    actions["unrated"].trigger()
    queue = window.findChild(UnratedQueue)
    assert queue.title.text() == "The Lantern"
    assert (queue.fields.score.text(), queue.fields.tier.text()) == ("–", "No score yet")
    queue.save_button.click()
    assert "needs a score" in queue.complaint.text()
    queue.fields.score.setValue(65)
    queue.save_button.click()
    assert "needs a reason" in queue.complaint.text()
    queue.fields.reason.setPlainText("Local court reports check out")
    queue.save_button.click()
    assert window.reader.reading.claim("c10").role is Role.RELIABLE
    assert window.panel.outlets.gaps.isHidden()
    actions["unrated"].trigger()
    assert window.messages.text == "Every outlet that this article cites has a rating."


@pytest.fixture
def queue(edits, workspace, qtbot) -> UnratedQueue:
    made = UnratedQueue(edits, tuple(workspace.outlet(f"{name}.example") for name in ("lantern", "gull")), "2 outlets are unrated")
    qtbot.addWidget(made)
    made.show()
    return made


def test_another_row_of_the_queue_keeps_what_was_typed(queue):
    queue.fields.score.setValue(65)
    queue.fields.reason.setPlainText("Local court reports check out")
    queue.list.setCurrentRow(1)
    assert queue.fields.typed == Typed()
    queue.list.setCurrentRow(0)
    assert queue.fields.typed == Typed(65, "Local court reports check out")


def test_the_queue_asks_about_what_was_typed_in_another_row(queue, qtbot, workspace):
    queue.fields.score.setValue(65)
    queue.fields.reason.setPlainText("Local court reports check out")
    queue.list.setCurrentRow(1)
    qtbot.keyClick(queue, Qt.Key.Key_Escape)
    assert queue.isVisible()
    assert queue.title.text() == "The Lantern", "it is shown what the question is about"
    question(queue).button(QMessageBox.StandardButton.Save).click()
    assert workspace.ratings("lantern.example")[0].score == 65


def test_the_last_row_of_the_queue_leads_back_to_what_is_not_saved(queue, workspace):
    queue.fields.reason.setPlainText("Local court reports check out")
    queue.list.setCurrentRow(1)
    queue.skip_button.click()
    assert queue.isVisible()
    assert queue.fields.reason.toPlainText() == "Local court reports check out"
    queue.skip_button.click()
    queue.skip_button.click()
    assert not queue.isVisible()
    assert not workspace.ratings("lantern.example")


def test_the_queue_begins_with_what_is_well_known(window):
    reading = window.reader.reading
    bare = [replace(rated, rating=None) for rated in reading.claims if rated.resolution.outlet]
    known = unrated_outlets(replace(reading, claims=tuple(bare)))[-1]
    assert unrated_outlets(replace(reading, claims=tuple(bare)))[0] != known
    names = replace(known, names=(OutletName("One"), OutletName("Two")))
    claims = tuple(
        replace(rated, resolution=replace(rated.resolution, outlet=names)) if rated.resolution.outlet == known else rated for rated in bare
    )
    assert unrated_outlets(replace(reading, claims=claims))[0] == names


def test_the_queue_goes_on_to_outlets_before_the_one_rated_and_closes_after_the_last(queue, workspace):
    queue.list.setCurrentRow(1)
    queue.fields.fill(Typed(65, "Local court reports check out"))
    queue.save_button.click()
    assert queue.isVisible()
    assert queue.title.text() == "The Lantern"
    queue.skip_button.click()
    assert not queue.isVisible()
    assert workspace.ratings("gull.example")[0].score == 65


def test_by_key_one_walks_through_the_rows_of_the_queue_and_a_click_goes_to_the_score(queue, qtbot):
    with qtbot.waitActive(queue):
        queue.activateWindow()
    assert queue.fields.score.hasFocus()
    queue.list.setFocus()
    qtbot.keyClick(queue.list, Qt.Key.Key_Down)
    assert (queue.list.currentRow(), queue.list.hasFocus()) == (1, True)
    qtbot.mouseClick(queue.list.viewport(), Qt.MouseButton.LeftButton, pos=queue.list.visualItemRect(queue.list.item(0)).center())
    assert queue.fields.score.hasFocus()


def test_a_score_is_typed_over_the_dash_wherever_the_cursor_is(queue, qtbot):
    queue.save_button.click()
    assert "needs a score" in queue.complaint.text()
    for place in (0, 1):
        queue.fields.fill(Typed())
        queue.fields.score.lineEdit().setCursorPosition(place)
        qtbot.keyClicks(queue.fields.score, "22")
        assert queue.fields.score.value() == 22
