"""Undoing an import of many rows is done off the GUI thread; short edits are done at once."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialog, QWidget

from credibility.model import Change, RatingDraft, RatingError
from ui.outlets.editing.long_edits import LONG, LongEdits, is_long


@pytest.fixture
def owner(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def lengthen(workspace) -> None:
    """Let the newest edit have touched many rows."""
    entry, state = workspace._done[-1]
    many = tuple(Change("rating", str(number), None, None) for number in range(LONG))
    workspace._done[-1] = (replace(entry, changes=many), state)


def test_the_number_of_changed_rows_tells_a_long_edit(workspace):
    workspace.set_rating(RatingDraft("kestrel.example", 10, "x"))
    summary = workspace.can_undo()
    assert not is_long(workspace, summary)
    lengthen(workspace)
    assert is_long(workspace, summary)


def test_a_strip_says_what_goes_on_until_it_is_over(owner, qtbot):
    release = threading.Event()
    edits = LongEdits(owner)
    edits.run("Import — one moment…", lambda: release.wait(10) and None)
    qtbot.waitUntil(lambda: any(strip.isVisible() for strip in owner.findChildren(QDialog)))
    strip = owner.findChild(QDialog)
    strip.reject()
    assert strip.isVisible(), "it ends by itself"
    with qtbot.waitSignal(edits.reading_changed):
        release.set()
    assert not edits.is_busy


def test_what_goes_wrong_is_a_complaint(owner, qtbot):
    def fail() -> None:
        raise RatingError("This row has changed meanwhile.")

    edits = LongEdits(owner)
    with qtbot.waitSignal(edits.complained):
        edits.run("Undo…", fail)
    assert not edits.is_busy


@pytest.mark.parametrize("where", ["main window", "ratings window"])
def test_a_long_undo_leaves_the_gui_thread(where, window, actions, workspace, qtbot, monkeypatch):
    workspace.set_rating(RatingDraft("kestrel.example", 10, "x"))
    lengthen(workspace)
    threads: list[int] = []
    real = workspace.undo

    def undo():
        threads.append(threading.get_ident())
        return real()

    monkeypatch.setattr(workspace, "undo", undo)
    window.apply(None)
    if where == "ratings window":
        actions["ratings"].trigger()
    with qtbot.waitSignal(window.reading_changed):
        window.ratings_window.undo() if where == "ratings window" else actions["undo"].trigger()
    assert threads != [threading.get_ident()]
    assert len(threads) == 1
    assert workspace.can_undo() is None
