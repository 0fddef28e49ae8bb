import threading

from PySide6.QtCore import Qt, QThread, QThreadPool
from shiboken6 import isValid

from credibility.floor.language import said
from ui.jobs.worker import Worker, _Crossing, _Task


def test_the_value_comes_back_on_the_gui_thread(qtbot):
    worker, heard = Worker(), []
    worker.run(threading.get_ident, lambda ident: heard.append((ident, QThread.currentThread().isMainThread())), heard.append)
    qtbot.waitUntil(lambda: bool(heard))
    ident, came_back_to_the_gui = heard[0]
    assert ident != threading.get_ident()
    assert came_back_to_the_gui


def test_an_error_comes_back_as_a_value(qtbot):
    def work() -> None:
        raise ValueError("no such page")

    worker, failed = Worker(), []
    worker.run(work, lambda _value: failed.append("done"), failed.append)
    qtbot.waitUntil(lambda: bool(failed))
    assert isinstance(failed[0], ValueError)
    assert str(failed[0]) == "no such page"


def test_progress_is_told_in_order_before_the_value(qtbot):
    heard = []

    def work(tell) -> str:
        tell(0.5, "half")
        tell(1.0, "all")
        return "value"

    worker = Worker()
    worker.run_with_progress(work, lambda share, phrase: heard.append((share, phrase)), heard.append, heard.append)
    qtbot.waitUntil(lambda: "value" in heard)
    assert heard == [(0.5, "half"), (1.0, "all"), "value"]


def test_what_is_told_can_still_be_said_in_another_language(qtbot):
    worker, heard = Worker(), []
    worker.run_with_progress(lambda tell: tell(0.5, said("Rows {rows}", rows=7)), lambda _share, phrase: heard.append(phrase), print, print)
    qtbot.waitUntil(lambda: bool(heard))
    assert (heard[0].template, heard[0]) == ("Rows {rows}", "Rows 7")


def test_work_runs_one_after_the_other(qtbot):
    worker, heard = Worker(), []
    for number in range(20):
        worker.run(lambda number=number: number, heard.append, heard.append)
    qtbot.waitUntil(lambda: len(heard) == 20)
    assert heard == list(range(20))


def test_what_brings_a_value_over_stays_until_qt_has_let_go_of_it(owner, qtbot):
    came, stood, crossed = [], [], threading.Event()
    crossing = _Crossing(owner, came.append, came.append, None)

    def look(_value: object) -> None:
        """Runs on the worker's thread, while the signal is sent and the value has arrived already."""
        crossed.wait(0.2)
        stood.append(isValid(crossing))

    crossing.returned.connect(look, Qt.ConnectionType.DirectConnection)
    crossing.destroyed.connect(crossed.set)
    pool = QThreadPool(owner)
    pool.start(_Task(lambda: 1, crossing))
    qtbot.waitUntil(lambda: bool(stood and came))
    assert (came, stood) == ([1], [True])
    qtbot.waitUntil(crossed.is_set)
