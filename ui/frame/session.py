"""Coming back: the article open last at the next start, and in every article the place where it was left."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject, Signal

from credibility.model import Reading, SourceTintError
from ui.frame.centre import Centre
from ui.frame.looks import Looks
from ui.ports.workspace import WorkspacePort
from ui.tabs.acts import TabActs

Open = Callable[..., object]


class LastSession(QObject):
    """Keeps places in the library, which forgets them with the article, and what was open in the settings; nothing where reading is not
    remembered.
    """

    tabs_held = Signal(list, int)

    def __init__(self, workspace: WorkspacePort, centre: Centre, looks: Looks, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace, self._centre, self._looks = workspace, centre, looks
        self._place: tuple[str, int] | None = None  # fingerprint and offset that was kept last
        self._claim: str | None = None
        self._is_restoring = False
        self.came_back = False  # whether the article on the page opened where it was left, not at its top

    def leave(self) -> None:
        """Another article is about to be shown, or the window closes: keep the place in the one on the page."""
        reading = self._centre.reader.reading
        if reading is None or not self._workspace.library.remembers:
            return
        here = reading.article.fingerprint, self._centre.reader.first_offset_on_screen()
        if here != self._place:
            try:
                self._workspace.library.keep_place(*here)
            except SourceTintError:
                return  # a place is not worth a message
            self._place = here

    def return_to(self, reading: Reading) -> None:
        """An article is on the page: go to where it was left."""
        try:
            offset = self._workspace.library.place(reading.article.fingerprint)
        except SourceTintError:
            offset = 0
        self.came_back = 0 < offset < len(reading.article.text)
        if self.came_back:
            self._centre.reader.show_offset(offset)
        claim, self._claim = self._claim, None
        if self._is_restoring and any(rated.id == claim for rated in reading.claims):
            self._centre.show_claim(str(claim), scroll=False)
        self._is_restoring = False

    def keep(self, path: Path | None, tabs: TabActs) -> None:
        """The window closes with this file open, and the files of these tabs: open them again at the next start."""
        self.leave()
        others, front = tabs.held(self._holds)
        reading, held = self._centre.reader.reading, {}
        if reading is not None and path is not None and self._is_remembered(reading):
            part = reading.article.part if reading.article.parts else -1
            held = {
                "path": str(path),
                "part": part,
                "claim": self._centre.panel.current or "",
                "panel": not self._centre.panel.isHidden(),
            }
        if self._workspace.library.remembers and len(others) > 1:
            held |= {**others[front], **held, "tabs": json.dumps(others), "front": front}
        self._looks.keep("session", held)

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
        held = self._workspace.settings.get("session")
        tabs, front = _tabs_in(held)
        held = next((each for each in (held, *tabs) if _is_there(each)), None)
        path = held.get("path") if isinstance(held, dict) else None
        if not isinstance(held, dict) or not isinstance(path, str):
            return False
        if tabs:
            self.tabs_held.emit(tabs, tabs.index(held) if held in tabs else front)
        part = held.get("part")
        self._claim, self._is_restoring = str(held.get("claim", "")), True
        if held.get("panel") is False:
            self._centre.beside.show_panel(False)
            self._centre.beside.panel_shown.emit(False)
        open_path(Path(path), part=part if isinstance(part, int) and part >= 0 else None)
        return True


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
