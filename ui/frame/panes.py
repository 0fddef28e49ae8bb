"""Where the keyboard goes: from pane to pane with F6, and with Tab through all there is, in the order in which it is read."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

Pane = tuple[QWidget, QWidget]
"""What a pane covers, and what in it takes the keyboard."""


ROW = 10  # pixels by which the middles of two parts may differ and still be in one row


def tab_on(groups: Sequence[QWidget], step: int) -> bool:
    """Give the keyboard to what follows or precedes in these parts of a window, around the ends. Returns whether there was something.

    Qt goes in the order in which parts were made; rows that are made again with every article would come last.
    """
    stops = [stop for group in groups if group.isVisible() for stop in _stops(group)]
    focus = QApplication.focusWidget()
    if not stops or focus is None:
        return False
    here = next((place for place, stop in enumerate(stops) if stop is focus), None)
    if here is None:
        here = next((place for place, stop in enumerate(stops) if stop.isAncestorOf(focus)), -1 if step > 0 else 0)
    stops[(here + step) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
    return True


def _stops(group: QWidget) -> list[QWidget]:
    """What takes the keyboard by Tab in a part of the window, row by row."""
    wanted = [
        part
        for part in (group, *group.findChildren(QWidget))
        if part.focusPolicy() & Qt.FocusPolicy.TabFocus and part.isEnabled() and part.isVisible() and part.focusProxy() is None
    ]
    return sorted(wanted, key=lambda part: _path(part, group))


def _path(part: QWidget, group: QWidget) -> list[tuple[int, int]]:
    """Where a part is in the one around it, and that in the one around it, from the outermost on."""
    path: list[tuple[int, int]] = []
    inside: QWidget | None = part
    while inside is not None and inside is not group:
        middle = inside.mapToParent(QPoint(0, inside.height() // 2)).y()
        path.append((middle // ROW, inside.x()))
        inside = inside.parentWidget()
    return path[::-1]


def go_to_pane(panes: Sequence[Pane], step: int) -> None:
    """Give the keyboard to the pane `step` further on, around the ends."""
    shown = [pane for pane in panes if pane[0].isVisible()]
    focus = QApplication.focusWidget()
    here = next((place for place, (pane, _) in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
    if shown:
        at = (here + step if here is not None else 0 if step > 0 else -1) % len(shown)
        shown[at][1].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
