"""Opening, turning to and closing tabs. Each side of the window shows the article of a tab; the others wait as values of the workspace."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import Reading
from ui.ports.tabs import TabPort
from ui.sides.side import Side
from ui.sides.sides import Sides
from ui.tabs.bar import TabsBar
from ui.tabs.tab import Tab, show_view, tab_in, view_of

EMPTY = said("New tab")
Open = Callable[..., object]


class TabActs(QObject):
    """`came` carries the reading of the tab that is in front now, None when it is empty; `unrefined` that it had no second look yet.

    `open_path` reads the file that a tab remembers when that is turned to for the first time.
    """

    came = Signal(object)
    unrefined = Signal()

    def __init__(self, places: TabPort, sides: Sides, commands: Mapping[str, QAction], open_path: Open, window: QWidget) -> None:
        super().__init__(window)
        self._window, self._open = window, open_path
        self._places, self._sides, self._commands = places, sides, commands
        self.bar = bar = TabsBar()
        self._tabs = [Tab(places.front)]
        bar.addTab(shown(EMPTY))
        bar.currentChanged.connect(self.turn)
        bar.close_asked.connect(self.close)
        sides.left.connect(self._keep_view)
        sides.changed.connect(self._on_side)
        sides.closed.connect(self._drop_empty)
        self._enable()

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "new_tab": self.new,
            "close_tab": self.close,
            "next_tab": lambda: self.step(1),
            "previous_tab": lambda: self.step(-1),
        }

    @property
    def tabs(self) -> tuple[Tab, ...]:
        """All tabs, in their order."""
        return tuple(self._tabs)

    @property
    def front(self) -> Tab:
        """The tab in front."""
        return next(tab for tab in self._tabs if tab.place == self._places.front)

    def tab_of(self, place: int) -> Tab | None:
        """The tab of a place."""
        return next((tab for tab in self._tabs if tab.place == place), None)

    def new(self) -> None:
        """Bring an empty tab to the front; one that is empty already is enough."""
        if self.front.path is not None:
            self._sides.left.emit(self._sides.active)
            self.begin()

    def begin(self) -> None:
        """Bring an empty tab to the front, whose side was left already."""
        self._sides.active.port.place = self._places.begin()
        self._tabs.append(Tab(self._places.front))
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self.bar.addTab(shown(EMPTY)))
        self.bar.setVisible(True)
        self._enable()
        self._name_window()
        self.came.emit(None)

    def turn(self, index: int) -> None:
        """Bring a tab to the front; the side that shows it already becomes the active one."""
        if not 0 <= index < len(self._tabs) or self._tabs[index] is self.front:
            return
        side = self._sides.of_place(self._tabs[index].place)
        if side is not None:
            self._sides.activate(side)
            return
        self._sides.left.emit(self._sides.active)
        self.come(index)

    def come(self, index: int) -> None:
        """Bring a tab into the active side, which was left already."""
        tab, side = self._tabs[index], self._sides.active
        side.port.place = tab.place
        reading = self._places.turn_to(tab.place)
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self._tabs.index(tab))
        self._enable()
        self._name_window()
        self.came.emit(reading)
        if reading is not None:
            show_view(side.centre, tab.view)
            if not self._places.is_refined:
                self.unrefined.emit()
        elif tab.path is not None:
            self._open(tab.path, part=tab.wanted_part)

    def step(self, step: int) -> None:
        """Bring the tab before or behind the one in front to the front, around the ends."""
        self.bar.setCurrentIndex((self._tabs.index(self.front) + step) % len(self._tabs))

    def close(self, index: int | None = None) -> None:
        """Close a tab, by default the one in front, and let go of its article; the last one stays."""
        if len(self._tabs) == 1:
            return
        at = self._tabs.index(self.front) if index is None else index
        gone, side = self._tabs[at], self._sides.of_place(self._tabs[at].place)
        if side is not None and len(self._sides.shown) > 1:
            self._sides.close(side)
            if gone not in self._tabs:
                return
        is_front = gone is self.front
        if is_front:
            self._sides.left.emit(self._sides.active)
        del self._tabs[at]
        with QSignalBlocker(self.bar):
            self.bar.removeTab(at)
        if is_front:
            self.come(min(at, len(self._tabs) - 1))
        self._places.leave(gone.place)
        self._enable()

    def on_opened(self, side: Side, path: Path, reading: Reading) -> None:
        """An article is in the tab of a side from now on."""
        tab, article = self._tab_at(side.port.place), reading.article
        is_back = tab.path == path and not tab.fingerprint  # the file that the tab remembered
        tab.path, tab.part = path, article.part if article.parts else -1
        tab.title, tab.fingerprint = article.title or path.name, article.fingerprint
        self.bar.name(self._tabs.index(tab), tab.title, str(path))
        self._name_window()
        if is_back:
            show_view(side.centre, tab.view)
        self._enable()

    def held(self, is_kept: Callable[[str], bool]) -> tuple[Sequence[Mapping[str, object]], int]:
        """The tabs with a file for the settings, and which of them is in front; those alone whose fingerprint `is_kept`."""
        front = self.front
        for side in self._sides.shown:
            self._keep_view(side)
        kept = [tab for tab in self._tabs if tab.path is not None and (not tab.fingerprint or is_kept(tab.fingerprint))]
        return [tab.held() for tab in kept], kept.index(front) if front in kept else 0

    def restore(self, held: Sequence[object], front: int) -> None:
        """Have the tabs again that were open last; their files are read when they are turned to. The one in front is opened by others."""
        first = self._places.front
        for at, each in enumerate(held):
            if at == front:
                continue
            tab = tab_in(each)
            if tab is None or tab.path is None or not QFileInfo(str(tab.path)).isFile():
                continue
            tab.place = self._places.begin()
            before = at < front
            place = self._tabs.index(self._tab_at(first)) if before else len(self._tabs)
            with QSignalBlocker(self.bar):
                self._tabs.insert(place, tab)
                self.bar.insertTab(place, shown(EMPTY))
            self.bar.name(place, tab.title or tab.path.name, str(tab.path))
        self._places.turn_to(first)
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self._tabs.index(self._tab_at(first)))
        self._enable()

    def _tab_at(self, place: int) -> Tab:
        return next(tab for tab in self._tabs if tab.place == place)

    def _keep_view(self, side: Side) -> None:
        tab = self.tab_of(side.port.place)
        if tab is not None and tab.fingerprint:
            tab.view = view_of(side.centre)

    def _drop_empty(self, place: int) -> None:
        tab = self.tab_of(place)
        if tab is not None and tab.path is None:
            self.close(self._tabs.index(tab))

    def _on_side(self) -> None:
        with QSignalBlocker(self.bar):
            self.bar.setCurrentIndex(self._tabs.index(self.front))
        self._name_window()

    def _name_window(self) -> None:
        self._window.setWindowTitle(tr("{title} — SourceTint", title=self.front.title) if self.front.title else "SourceTint")

    def _enable(self) -> None:
        for name in ("close_tab", "next_tab", "previous_tab"):
            self._commands[name].setEnabled(len(self._tabs) > 1)
