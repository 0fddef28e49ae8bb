"""From one article of a file to another of the same file."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget

from credibility.model import Article, Part
from ui.parts.bar import PartsBar

if TYPE_CHECKING:
    from ui.parts.chooser import PartChooser


class Switching(QObject):
    """`asked` carries the index of the part to open. A bar above the text, made with the first file that needs it, says where one is."""

    asked = Signal(int)

    def __init__(self, column: QWidget) -> None:
        """`column` is stacked; the bar comes to stand on top of it."""
        super().__init__(column)
        self._column = column
        self._parts: tuple[Part, ...] = ()
        self._index = 0
        self._asked = 0
        self._commands: Mapping[str, QAction] = {}
        self.bar: PartsBar | None = None
        self.chooser: PartChooser | None = None

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {"previous_part": lambda: self.step(-1), "next_part": lambda: self.step(1), "choose_part": self.choose}

    def show_article(self, article: Article) -> None:
        """Say which part the article on screen is."""
        self._parts, self._index, self._asked = article.parts, article.part, article.part
        if self._parts:
            self._made_bar().show_parts(self._parts, self._index, self._commands)
        if self.bar is not None:
            self.bar.setVisible(bool(self._parts))

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys of these actions on the bar."""
        self._commands = commands
        if self.bar is not None and self._parts:
            self.bar.show_parts(self._parts, self._index, commands)

    def enable(self, commands: Mapping[str, QAction], is_read: bool) -> None:
        """Offer the actions where there are several parts, each where it can be done now."""
        last = len(self._parts) - 1
        can = {"previous_part": self._index > 0, "next_part": self._index < last, "choose_part": True}
        for name, is_possible in can.items():
            commands[name].setVisible(bool(self._parts))
            commands[name].setEnabled(is_read and bool(self._parts) and is_possible)

    def step(self, step: int) -> None:
        """Ask for the part before or after the one asked for last: three quick steps go three on, and one that cannot be read is passed."""
        index = self._asked + step
        if 0 <= index < len(self._parts):
            self._ask(index)

    def choose(self) -> None:
        """Let the reader choose, without holding up the window."""
        from ui.parts.chooser import PartChooser  # noqa: PLC0415 - most files hold one article

        self.chooser = PartChooser(self._parts, self._index, self._column.window())
        self.chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.chooser.chosen.connect(self._ask)
        self.chooser.finished.connect(self._forget_chooser)
        self.chooser.open()

    def _ask(self, index: int) -> None:
        if index == self._index == self._asked:
            return  # it is on screen, and no other is on its way
        self._asked = index
        self.asked.emit(index)

    def _forget_chooser(self) -> None:
        self.chooser = None

    def _made_bar(self) -> PartsBar:
        if self.bar is None:
            self.bar = PartsBar(self.step, self.choose)
            layout = self._column.layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self.bar)
        return self.bar
