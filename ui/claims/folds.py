"""A part of the card that is unfolded when it is asked for, and filled only then."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from credibility.floor.language import tr
from ui.basics.plain import caption
from ui.basics.widgets import button

Fill = Callable[[QVBoxLayout], object]


class Fold(QWidget):
    """Its button says what is in it; `turned` carries whether that is shown now."""

    turned = Signal(bool)

    def __init__(self, words: str, fill: Fill, *, is_open: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._fill: Fill | None = fill
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(6, 0, 0, 4)
        self._column.setSpacing(6)
        self.head = button("", self.turn, quiet=True)
        self.head.setCheckable(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._show(is_open)

    def turn(self) -> None:
        """Unfold it, or fold it again."""
        self._show(self._inside.isHidden())
        self.turned.emit(not self._inside.isHidden())

    def _show(self, on: bool) -> None:
        if on and self._fill is not None:
            self._fill(self._column)
            self._fill = None
        self._inside.setVisible(on)
        self.head.setChecked(on)
        self.head.setText(caption(f"{self._words} {'▴' if on else '▾'}"))
        self.head.setAccessibleName(tr("{words}, unfolded", words=self._words) if on else tr("{words}, folded", words=self._words))
