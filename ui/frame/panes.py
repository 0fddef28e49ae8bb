"""From pane to pane with F6: each pane is gone into at its first place, Tab then stays within reach."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

Pane = tuple[QWidget, QWidget]
"""What a pane covers, and what in it takes the keyboard."""


def go_to_pane(panes: Sequence[Pane], step: int) -> None:
    """Give the keyboard to the pane `step` further on, around the ends."""
    shown = [pane for pane in panes if pane[0].isVisible()]
    focus = QApplication.focusWidget()
    here = next((place for place, (pane, _) in enumerate(shown) if focus and (pane is focus or pane.isAncestorOf(focus))), None)
    if shown:
        at = (here + step if here is not None else 0 if step > 0 else -1) % len(shown)
        shown[at][1].setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
