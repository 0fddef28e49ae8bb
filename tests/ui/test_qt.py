"""PySide6 6.12.0 on Python 3.11 loses a reference to None at every void call and aborts; the versions we allow must not."""

from PySide6.QtCore import QObject


def test_twenty_thousand_void_calls_leave_the_interpreter_alive(qapp):
    thing = QObject()
    for number in range(20_000):
        thing.setObjectName(str(number))
    assert thing.objectName() == "19999"
