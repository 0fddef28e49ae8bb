"""Work that a long article puts off for one turn of the event loop, so that what the reader looks at is painted first."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal


class Later(QObject):
    """At most one thing is put off; `settled` says that it was done. Whoever needs its outcome before that calls `settle`."""

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._act: Callable[[], object] | None = None
        self._kind: object = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.settle)

    def put_off(self, act: Callable[[], object], kind: object) -> None:
        """Do this in the next turn. It replaces what was put off of the same kind; anything else is done first."""
        if kind != self._kind:
            self.settle()
        self._act, self._kind = act, kind
        self._timer.start()

    def settle(self) -> None:
        """Do now what was put off; nothing happens where nothing was."""
        act, self._act, self._kind = self._act, None, None
        self._timer.stop()
        if act is not None:
            act()
            self.settled.emit()
