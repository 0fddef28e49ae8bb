"""What is put off is done in the next turn, or when somebody needs it; a newer one of its kind replaces it."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from tests.bench.window import long_reading
from tests.ui.fake_workspace import FakeWorkspace
from ui.basics.later import Later
from ui.window import MainWindow


def test_the_newest_of_a_kind_is_done_once_and_others_come_first(qtbot) -> None:
    owner, done = QObject(), []
    later = Later(owner)
    later.put_off([lambda: done.append("old")], "a")
    later.put_off([lambda: done.append("new")], "a")
    assert done == []
    later.put_off([lambda: done.append("other")], "b")
    assert done == ["new"]
    with qtbot.waitSignal(later.settled):
        pass
    assert done == ["new", "other"]
    later.settle()
    assert done == ["new", "other"]


def test_a_turn_of_the_event_loop_does_one_step(qtbot) -> None:
    owner, done, seen = QObject(), [], []
    later = Later(owner)
    later.put_off([partial(done.append, number) for number in range(3)], "a")
    beat = QTimer(owner)
    beat.timeout.connect(lambda: seen.append(len(done)))
    beat.start(0)
    with qtbot.waitSignal(later.settled):
        pass
    assert done == [0, 1, 2]
    assert {1, 2} <= set(seen), "other work has its turn between two steps"


def test_the_panel_of_a_long_article_follows_the_page(qtbot) -> None:
    reading = long_reading(150_000)
    assert len(reading.claims) > 1_000
    window = MainWindow(FakeWorkspace(reading))
    qtbot.addWidget(window)
    window.show()
    window.centre.show_reading(reading)
    assert window.reader.reading is reading
    assert window.panel.model.claims == ()
    qtbot.waitUntil(lambda: len(window.panel.model.claims) == len(reading.claims))
    window.centre.show_reading(reading)
    window.show_claim(reading.claims[-1].id)
    assert window.reader.current_claim == reading.claims[-1].id, "chosen on the page at once; the panel follows when it is filled"
    qtbot.waitUntil(lambda: window.panel.current == reading.claims[-1].id)
    window.close()
