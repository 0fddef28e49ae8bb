"""Coming back: the articles open last at the next start, the sides in which they were, and the panel."""

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, Signal

from credibility.model import Reading, SourceTintError
from ui.frame.beside import Beside
from ui.frame.looks import Looks
from ui.ports.workspace import WorkspacePort
from ui.sides.sides import Sides
from ui.tabs.acts import TabActs

Open = Callable[..., object]


class LastSession(QObject):
    """Keeps what was open in the settings; nothing where reading is not remembered.

    `tabs_held` carries the tabs and which of them is in front, `beside_held` the one in the other side and whether that is the left one.
    """

    tabs_held = Signal(list, int)
    beside_held = Signal(object, bool)

    def __init__(self, workspace: WorkspacePort, sides: Sides, beside: Beside, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._sides, self._beside, self._looks = workspace, sides, beside, looks

    def keep(self, tabs: TabActs) -> None:
        """The window closes: open its files again at the next start."""
        for side in self._sides.shown:
            side.kept_place.leave()
        side = self._sides.active
        others, front = tabs.held(self._holds)
        reading, path, held = side.centre.reader.reading, side.opening.shown, {}
        if reading is not None and path is not None and self._is_remembered(reading):
            part = reading.article.part if reading.article.parts else -1
            held = {"path": str(path), "part": part, "claim": side.centre.panel.current or "", "panel": self._beside.is_wished}
        if self._workspace.library.remembers and len(others) > 1:
            held |= {**others[front], **held, "tabs": json.dumps(others), "front": front, **self._held_beside(tabs, others)}
        self._looks.keep("session", held)

    def _held_beside(self, tabs: TabActs, others: Sequence[Mapping[str, object]]) -> dict[str, object]:
        other = self._sides.other
        tab = tabs.tab_of(other.port.place) if other else None
        if other is None or tab is None or tab.path is None or tab.held() not in others:
            return {}
        return {"beside": others.index(tab.held()), "beside_left": self._sides.shown[0] is other}

    def _is_remembered(self, reading: Reading) -> bool:
        """Whether the open article is in the library: one that was forgotten while it was open leaves no trace in the settings either."""
        return self._workspace.library.remembers and self._holds(reading.article.fingerprint)

    def _holds(self, fingerprint: str) -> bool:
        try:
            return self._workspace.library.holds(fingerprint)
        except SourceTintError:
            return False

    def restore(self, open_path: Open) -> bool:
        """Open what was open last, if its file is still there. Returns whether there was something to open. `tabs_held` come first."""
        session = self._workspace.settings.get("session")
        tabs, front = _tabs_in(session)
        held = next((each for each in (session, *tabs) if _is_there(each)), None)
        path = held.get("path") if isinstance(held, dict) else None
        if not isinstance(session, dict) or not isinstance(held, dict) or not isinstance(path, str):
            return False
        if tabs:
            self.tabs_held.emit(tabs, tabs.index(held) if held in tabs else front)
        part = held.get("part")
        self._sides.active.kept_place.wanted = str(held.get("claim", ""))
        if held.get("panel") is False:
            self._beside.show_panel(False)
            self._beside.panel_shown.emit(False)
        open_path(Path(path), part=part if isinstance(part, int) and part >= 0 else None)
        if held is session:
            self._restore_beside(session, tabs)
        return True

    def _restore_beside(self, session: Mapping[str, object], tabs: Sequence[object]) -> None:
        beside = session.get("beside")
        if isinstance(beside, int) and 0 <= beside < len(tabs) and _is_there(tabs[beside]):
            self.beside_held.emit(tabs[beside], session.get("beside_left") is True)


def _tabs_in(held: object) -> tuple[list[object], int]:
    """The tabs in the settings, which may hold anything, and which of them was in front."""
    tabs, front = (held.get("tabs"), held.get("front")) if isinstance(held, dict) else (None, None)
    try:
        read = json.loads(tabs) if isinstance(tabs, str) else None
    except (ValueError, RecursionError):
        read = None
    return (read, front) if isinstance(read, list) and isinstance(front, int) else ([], 0)


def _is_there(held: object) -> bool:
    path = held.get("path") if isinstance(held, dict) else None
    return isinstance(path, str) and QFileInfo(path).isFile()
