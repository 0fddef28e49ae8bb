"""One policy for edits: done, told, complained about in one place; undoing an import of many rows leaves the GUI thread."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from credibility.model import Change, RatingDraft, RatingError, StoreError
from ui.edits import LONG, Edits


@pytest.fixture
def edits(workspace, owner: QWidget) -> Edits:
    return Edits(workspace, owner)


@pytest.fixture
def told(edits: Edits) -> list[object]:
    """What is said of the edits, in order."""
    heard: list[object] = []
    edits.reading_changed.connect(heard.append)
    edits.complained.connect(heard.append)
    return heard


def refuse(*_: object) -> None:
    raise RatingError("This row has changed meanwhile.", "Look at it again.")


def lengthen(workspace) -> None:
    """Let the newest edit have touched many rows."""
    entry, state = workspace._done[-1]
    many = tuple(Change("rating", str(number), None, None) for number in range(LONG))
    workspace._done[-1] = (replace(entry, changes=many), state)


def test_an_edit_is_done_and_its_reading_told(edits, workspace, told):
    assert edits.do(workspace.set_rating, RatingDraft("kestrel.example", 10, "x"))
    assert told == [workspace.reading]
    assert workspace.ratings("kestrel.example")[0].score == 10


def test_an_objection_goes_to_the_form_that_asks_for_it_else_to_the_window(edits, told):
    here: list[Exception] = []
    assert not edits.do(refuse, "kestrel.example", complain=here.append)
    assert told == []
    assert not edits.do(refuse, "kestrel.example")
    assert [str(error) for error in (*here, *told)] == ["This row has changed meanwhile. Look at it again."] * 2


def test_an_error_in_the_program_is_not_taken_for_an_objection(edits):
    with pytest.raises(ZeroDivisionError):
        edits.do(lambda: 1 // 0)  # type: ignore[arg-type]


def test_a_table_that_cannot_be_read_offers_no_undo(edits, workspace, monkeypatch, told):
    def locked() -> None:
        raise StoreError("The database is locked by another program.")

    monkeypatch.setattr(workspace, "can_undo", locked)
    assert edits.look() == (None, None)
    edits.undo()
    assert told == []


def test_undo_and_redo_without_a_step_do_nothing(edits, told):
    edits.undo()
    edits.redo()
    assert told == []


def test_short_edits_are_undone_at_once_and_done_again(edits, workspace, told):
    edits.do(workspace.set_rating, RatingDraft("kestrel.example", 10, "x"))
    edits.undo()
    assert workspace.ratings("kestrel.example")[0].score == 48
    edits.redo()
    assert workspace.ratings("kestrel.example")[0].score == 10
    assert len(told) == 3


def test_a_strip_says_what_goes_on_until_it_is_over(edits, owner, qtbot):
    release = threading.Event()
    edits.run("Import — one moment…", lambda: release.wait(10) and None)
    qtbot.waitUntil(lambda: any(strip.isVisible() for strip in owner.findChildren(QDialog)))
    strip = owner.findChild(QDialog)
    strip.reject()
    assert strip.isVisible(), "it ends by itself"
    edits.run("Another", lambda: pytest.fail("one at a time"))
    with qtbot.waitSignal(edits.reading_changed):
        release.set()
    assert not edits.is_busy


def test_what_goes_wrong_in_a_long_edit_is_a_complaint(edits, qtbot):
    with qtbot.waitSignal(edits.complained):
        edits.run("Undo…", refuse)
    assert not edits.is_busy


@pytest.mark.parametrize("where", ["main window", "ratings window"])
def test_a_long_undo_leaves_the_gui_thread(where, window, actions, workspace, qtbot, monkeypatch):
    workspace.set_rating(RatingDraft("kestrel.example", 10, "x"))
    lengthen(workspace)
    threads: list[int] = []
    real = workspace.undo

    def undo(*given: object):
        threads.append(threading.get_ident())
        return real(*given)

    monkeypatch.setattr(workspace, "undo", undo)
    window.apply(None)
    if where == "ratings window":
        actions["ratings"].trigger()
    with qtbot.waitSignal(window.reading_changed):
        window.ratings_window.buttons["undo"].click() if where == "ratings window" else actions["undo"].trigger()
    assert threads != [threading.get_ident()]
    assert len(threads) == 1
    assert workspace.can_undo() is None
