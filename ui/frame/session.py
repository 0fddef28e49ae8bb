"""Coming back: the article open last at the next start, and in every article the place where it was left."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QFileInfo, QObject

from credibility.model import Reading, SourceTintError
from ui.frame.centre import Centre
from ui.frame.looks import Looks
from ui.ports import WorkspacePort

Open = Callable[..., object]


class LastSession(QObject):
    """Keeps places in the library, which forgets them with the article, and what was open in the settings; nothing where reading is not
    remembered.
    """

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

    def keep(self, path: Path | None) -> None:
        """The window closes with this file open: open it again at the next start."""
        self.leave()
        reading, held = self._centre.reader.reading, {}
        if reading is not None and path is not None and self._is_remembered(reading):
            part = reading.article.part if reading.article.parts else -1
            held = {
                "path": str(path),
                "part": part,
                "claim": self._centre.panel.current or "",
                "panel": not self._centre.panel.isHidden(),
            }
        self._looks.keep("session", held)

    def _is_remembered(self, reading: Reading) -> bool:
        """Whether the open article is in the library: one that was forgotten while it was open leaves no trace in the settings either."""
        library = self._workspace.library
        try:
            return library.remembers and library.holds(reading.article.fingerprint)
        except SourceTintError:
            return False

    def restore(self, open_path: Open) -> bool:
        """Open what was open last, if its file is still there. Returns whether there was something to open."""
        held = self._workspace.settings.get("session")
        path = held.get("path") if isinstance(held, dict) else None
        if not isinstance(held, dict) or not isinstance(path, str) or not QFileInfo(path).isFile():
            return False
        part = held.get("part")
        self._claim, self._is_restoring = str(held.get("claim", "")), True
        if held.get("panel") is False:
            self._centre.beside.show_panel(False)
            self._centre.beside.panel_shown.emit(False)
        open_path(Path(path), part=part if isinstance(part, int) and part >= 0 else None)
        return True
