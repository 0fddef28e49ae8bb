"""The sides of a window, of which one is active: commands, panel and keys are about the article in that one."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QWidget

from ui.frame.panes import go_to_pane
from ui.ports.tabs import TabPort
from ui.sides.halves import Halves
from ui.sides.side import Side


class Sides(QObject):
    """Makes the second side when it is first asked for. `made` carries a new side, `left` the one that is active no more, before it
    is left, `closed` the place of one that was closed; `changed` says that another one is active, `arranged` that a side came or went.
    """

    made = Signal(object)
    left = Signal(object)
    closed = Signal(int)
    changed = Signal()
    arranged = Signal()

    def __init__(self, places: TabPort, make: Callable[[int], Side], halves: Halves, parent: QObject) -> None:
        super().__init__(parent)
        self._places, self._make, self._halves = places, make, halves
        self._keys: Mapping[str, QAction] = {}
        self._all: list[Side] = []
        self.active = self._made()
        halves.show_half(self.active.half)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus)

    @property
    def all(self) -> tuple[Side, ...]:
        """All sides that were ever made."""
        return tuple(self._all)

    @property
    def shown(self) -> tuple[Side, ...]:
        """One side or two, from left to right."""
        return tuple(next(side for side in self._all if side.half is half) for half in self._halves.shown)

    @property
    def other(self) -> Side | None:
        """The side that is shown and not active."""
        return next((side for side in self.shown if side is not self.active), None)

    def of_place(self, place: int) -> Side | None:
        """The shown side that holds the article of a place."""
        return next((side for side in self.shown if side.port.place == place), None)

    def bring(self, *, on_the_left: bool = False) -> Side:
        """Show a second side, without an article. What comes into it is for others to say."""
        side = next((each for each in self._all if not each.is_shown), None) or self._made()
        side.centre.is_active, side.port.place = False, -1
        self._halves.show_half(side.half, on_the_left=on_the_left)
        self._mark()
        self.arranged.emit()
        return side

    def close(self, side: Side) -> None:
        """Leave the window to the other side, which is active then."""
        other = next((each for each in self.shown if each is not side), None)
        if other is None:
            return
        if side is self.active:
            self.activate(other)
        else:
            self.left.emit(side)
        place, side.port.place = side.port.place, -1
        side.opening.turn(None)
        side.centre.let_go()
        self._halves.hide_half(side.half)
        self.closed.emit(place)
        self.arranged.emit()

    def activate(self, side: Side) -> None:
        """Make a side the one that commands, panel and keys are about."""
        if side is self.active or not side.is_shown:
            return
        self.left.emit(self.active)
        self.active = side
        if side.port.place >= 0:
            self._places.turn_to(side.port.place)
        self._mark()
        if not side.half.isAncestorOf(QApplication.focusWidget() or self._halves):
            side.centre.take_keyboard()
        self.changed.emit()

    def go_to_pane(self, step: int) -> None:
        """Give the keyboard to the next pane: what is in each side from left to right, then the panel; or to the one before."""
        panes = [pane for side in self.shown for pane in side.centre.panes()]
        go_to_pane((*panes, *self.active.centre.panel_panes()), step)

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys that these actions have now."""
        self._keys = commands
        for side in self._all:
            side.show_keys(commands)

    def close_all(self) -> None:
        """The window closes: end what is under way."""
        for side in self._all:
            side.close()

    def _made(self) -> Side:
        side = self._make(self._places.front)
        side.touched.connect(lambda: self.activate(side))
        side.half.head.close_asked.connect(lambda: self.close(side))
        side.half.hide()
        self._all.append(side)
        if self._keys:
            side.show_keys(self._keys)
        self.made.emit(side)
        return side

    def _mark(self) -> None:
        for side in self._all:
            side.centre.is_active = side is self.active
            side.half.head.show_active(side is self.active)

    def _on_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        other = self.other
        if other is not None and new is not None and other.half.isAncestorOf(new):
            self.activate(other)
