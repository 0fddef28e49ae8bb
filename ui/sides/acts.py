"""Bringing an article beside the one in front, going from one to the other, and leaving the window to one again."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from credibility.floor.language import tr
from ui.basics.plain import add_entry
from ui.frame.messages import MessageBar
from ui.sides.linking import Linking
from ui.sides.sides import Sides
from ui.sides.together import Together
from ui.tabs.acts import TabActs
from ui.tabs.tab import tab_in


class SideActs(QObject):
    """Joins sides and tabs: each side shows the article of one tab."""

    def __init__(self, sides: Sides, tabs: TabActs, messages: MessageBar, commands: Mapping[str, QAction], window: QWidget) -> None:
        super().__init__(window)
        self._sides, self._tabs, self._commands, self._window = sides, tabs, commands, window
        self.together = Together(sides, self)
        self.linking = Linking(sides, messages, commands["same_outlet"], self)
        tabs.bar.menu_asked.connect(self._ask_tab)
        sides.arranged.connect(self.enable)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "beside": self.turn,
            "other_side": self.swap,
            "scroll_together": lambda: self.together.turn(self._commands["scroll_together"].isChecked()),
            "same_outlet": self.linking.jump,
            "next_pane": lambda: self._sides.go_to_pane(1),
            "previous_pane": lambda: self._sides.go_to_pane(-1),
        }

    def enable(self) -> None:
        """Say on the actions what can be done: an article is needed to have another one beside it."""
        are_two = self._sides.other is not None
        self._commands["beside"].setChecked(are_two)
        self._commands["beside"].setEnabled(are_two or self._tabs.front.path is not None)
        for name in ("other_side", "scroll_together"):
            self._commands[name].setEnabled(are_two)
        self.linking.show()

    def turn(self) -> None:
        """Bring the tab that follows beside the one in front, an empty one where there is no other; or leave the window to one."""
        other = self._sides.other
        if other is not None:
            self._sides.close(other)
            return
        tabs = self._tabs.tabs
        following = tabs[(tabs.index(self._tabs.front) + 1) % len(tabs)]
        self.open_beside(tabs.index(following) if following is not self._tabs.front else None)

    def open_beside(self, index: int | None) -> None:
        """Show a tab beside the article in front, or instead of what is there; None for an empty one. That side is the active one then."""
        front = self._tabs.front
        if front.path is None or (index is not None and self._tabs.tabs[index] is front):
            return
        if index is not None and self._sides.of_place(self._tabs.tabs[index].place) is not None:
            self._tabs.turn(index)  # it is there already
            return
        self._sides.activate(self._sides.other or self._sides.bring())
        if index is None:
            self._tabs.begin()
        else:
            self._tabs.come(index)

    def restore(self, held: object, on_the_left: bool) -> None:
        """Have the side again that was there last; its file is read, and the other side stays the active one."""
        wanted = tab_in(held)
        tab = next((tab for tab in self._tabs.tabs if wanted and (tab.path, tab.part) == (wanted.path, wanted.part)), None)
        if tab is None or tab is self._tabs.front or tab.path is None or self._sides.other is not None:
            return
        side = self._sides.bring(on_the_left=on_the_left)
        side.port.place = tab.place
        side.opening.open(tab.path, part=tab.wanted_part)
        self.enable()

    def swap(self) -> None:
        """Make the other side the active one."""
        other = self._sides.other
        if other is not None:
            self._sides.activate(other)

    def _ask_tab(self, index: int, place: QPoint) -> None:
        menu = QMenu(self._window)
        add_entry(menu, tr("Show beside the article in front"), lambda: self.open_beside(index)).setEnabled(
            self._tabs.tabs[index] is not self._tabs.front and self._tabs.front.path is not None
        )
        add_entry(menu, tr("Close tab"), lambda: self._tabs.close(index))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
