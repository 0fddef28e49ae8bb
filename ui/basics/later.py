"""Work that a long article puts off until what the reader looks at is painted, a step in every turn of the event loop."""

from collections import deque
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer, Signal

Step = Callable[[], object]


class Later(QObject):
    """At most one thing is put off; `settled` says that it was done. Whoever needs its outcome before that calls `settle`."""

    settled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._steps: deque[Step] = deque()
        self._kind: object = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._turn)

    def put_off(self, steps: Iterable[Step], kind: object) -> None:
        """Do these steps in the turns to come, one in each. They replace what is left of the same kind; anything else is done first."""
        if kind != self._kind:
            self.settle()
        self._steps, self._kind = deque(steps), kind
        self._timer.start()

    def awaits(self, kind: object) -> bool:
        """Whether something of that kind is left to be done."""
        return bool(self._steps) and kind == self._kind

    def follow_with(self, step: Step) -> None:
        """Do this after what is left of what was put off."""
        self._steps.append(step)

    def settle(self) -> None:
        """Do now what is left of what was put off; nothing happens if nothing was."""
        while self._steps:
            self._turn()

    def _turn(self) -> None:
        if self._steps:
            self._steps.popleft()()
        if not self._steps and self._timer.isActive():
            self._timer.stop()
            self._kind = None
            self.settled.emit()
