"""A WorkspacePort in memory: one article, a small table with undo, settings in a dict."""

import threading
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from app.files.faces import shipped_faces
from credibility.model import (
    ArticleError,
    BlockChoice,
    BlockKind,
    CitingArticle,
    Exported,
    ExportError,
    ExportFormat,
    Faces,
    PageBlock,
    PagePicture,
    PageSize,
    PasswordError,
    Print,
    PrintedLine,
    RatedClaim,
    Reading,
    Role,
    SettingsError,
    Style,
)
from credibility.model.library import PastedArticle
from credibility.model.settings import SETTING, SETTINGS
from tests.ui.articles import bridge_reading
from tests.ui.fake_corrections import FakeCorrections
from tests.ui.fake_library import FakeLibrary
from tests.ui.fake_lists import FakeLists, FakeOwnRaters, FakeRaters
from tests.ui.fake_notes import FakeNotes
from tests.ui.fake_paper import FakePaper
from tests.ui.fake_places import FakePlaces
from tests.ui.fake_table import FakeTable
from tests.ui.fake_worksheets import FakeWorksheets

PASSWORD = "marrow"
LINES_OF_PAGE = ("The bridge that nobody repaired", "For three winters it was closed.", "A car park was built instead.")
HELP = Path(__file__).resolve().parents[2] / "resources" / "help" / "help.md"
PALETTE = Path(__file__).resolve().parents[2] / "resources" / "palette.toml"


def read_styles() -> dict[Role, Style]:
    """The styles of the project's palette."""
    return {Role(name): Style(**row) for name, row in tomllib.loads(PALETTE.read_text(encoding="utf-8")).items()}


class FakeSettings:
    """Settings in a dict with the defaults of the real ones."""

    def __init__(self) -> None:
        self.values: dict[str, object] = {setting.key: setting.default for setting in SETTINGS} | {"theme": "light"}

    def get(self, key: str) -> object:
        return self.values[key]

    def set(self, key: str, value: object) -> None:
        if key not in self.values:
            raise KeyError(key)
        if not SETTING[key].allows(value):
            raise SettingsError(f"“{value}” is not a valid value.")
        self.values[key] = value

    def reset(self, keys: Iterable[str]) -> None:
        self.values |= {key: SETTING[key].default for key in keys}


class FakeWorkspace(FakeTable, FakeCorrections):
    """Opens every path ending in .html as the article about the bridge; other paths fail as the real workspace would."""

    def __init__(self, reading: Reading | None = None) -> None:
        super().__init__(reading)
        self.styles = read_styles()
        self.settings = FakeSettings()
        self.notices: tuple[str, ...] = ()
        self.paper = FakePaper()
        self.help_text = HELP.read_text(encoding="utf-8")
        self.worksheets = FakeWorksheets(lambda: self._reading)
        self.places = FakePlaces(self)
        self.lists = FakeLists()
        self.library = FakeLibrary(self.settings)
        self.notes = FakeNotes(self.library.shelf, lambda: self._reading)
        self.raters = FakeRaters(self._rate)
        self.own_raters = FakeOwnRaters(self._rate)
        self.citing: dict[str, tuple[CitingArticle, ...]] = {}
        self.recent: tuple[Path, ...] = ()
        self.choice = BlockChoice()
        self.printed = False
        self.broken_page = -1
        self.export_notes: tuple[str, ...] = ()
        self.exported_only: frozenset[str] | None = None
        self.exported_notes = False
        self.drawn: list[tuple[int, float]] = []
        self.stopped: threading.Event | None = None
        self.is_looking = False
        self.second_look: Callable[[tuple[RatedClaim, ...]], tuple[RatedClaim, ...]] | None = None

    is_behind = False
    example = Path("/shipped/example.html")
    lost_backup: str | None = None

    def catch_up(self) -> Reading | None:
        return self._rate() if self._reading else None

    def restore_lost(self) -> Reading | None:
        return self.catch_up()

    @property
    def table(self) -> "FakeWorkspace":
        """The table and the workspace are one here."""
        return self

    @property
    def corrections(self) -> "FakeWorkspace":
        """So are the corrections."""
        return self

    @property
    def faces(self) -> Faces:
        return shipped_faces()

    @property
    def reading(self) -> Reading | None:
        return self._reading

    def open_article(self, path: Path, password: str | None = None, part: int | None = None, place: int | None = None) -> Reading:
        if path.stem == "locked" and password != PASSWORD:
            raise PasswordError("This PDF is locked with a password.", "Enter its password to open it.")
        if path.suffix != ".html":
            raise ArticleError(f"{path.name} is not an article SourceTint can read.", "Save the page as HTML and open that.")
        self.recent = (path, *(old for old in self.recent if old != path))
        self._reading = self._served or bridge_reading(self._ratings)
        return self._rate()

    def refine(self, place: int | None = None) -> Reading | None:
        if self._reading is None or self.second_look is None:
            return None
        if self.stopped is not None:  # a look that lasts until it is stopped
            self.is_looking = True
            assert self.stopped.wait(10)
            self.stopped = None
            raise ArticleError("The second look was stopped.", "Open the article again.")
        self._extra = self.second_look
        return self._rate()

    def stop_refining(self) -> None:
        if self.stopped is not None:
            self.stopped.set()

    def page_blocks(self, place: int | None = None) -> tuple[PageBlock, ...]:
        """The article's paragraphs between a menu and a teaser; the article itself is one part of the page."""
        lines = ["Home  Ships  Tides", *LINES_OF_PAGE, "Read also: the ferry that came twice"]
        last = len(lines) - 1
        return tuple(
            PageBlock(
                number,
                f"b{number}",
                BlockKind.PARAGRAPH,
                line,
                found=0 < number < last,
                kept=self.choice.keeps(f"b{number}", 0 < number < last),
                parts=(1, 0) if 0 < number < last else (0,),
            )
            for number, line in enumerate(lines)
        )

    def choose_blocks(self, choice: BlockChoice, place: int | None = None) -> Reading:
        blocks = self.page_blocks()
        if not any(choice.keeps(block.key, block.found) for block in blocks):
            raise ArticleError("No article was found in this file.", "Keep at least one block.")
        self.choice = choice
        article = bridge_reading(self._ratings).article
        notes = () if choice.is_empty else (f"{len(choice.dropped)} dropped, {len(choice.added)} added",)
        self._reading = replace(bridge_reading(self._ratings), article=replace(article, notes=notes))
        return self._rate()

    @property
    def has_pages(self) -> bool:
        return self._reading is not None and self.printed

    def pages(self, place: int | None = None) -> Print:
        """The text on pages of 8 lines of 60 letters, each letter 6 × 12 points, in lines of 18."""
        text, lines = self._reading.article.text, []
        for start in range(0, len(text), 60):
            row = start // 60
            offsets = tuple(o for o in range(start, min(start + 60, len(text))) if not text[o].isspace())
            if offsets:
                top, lefts = 40.0 + row % 8 * 18, tuple(40.0 + (o - start) * 6 for o in offsets)
                lines.append(PrintedLine(row // 8, top, top + 12, offsets, lefts, tuple(left + 6 for left in lefts)))
        return Print((PageSize(440, 440),) * (lines[-1].page + 1), tuple(lines))

    def draw_page(self, number: int, scale: float, place: int | None = None) -> PagePicture:
        if number == self.broken_page:
            raise ArticleError(f"Page {number + 1} of this PDF is damaged.", "Get the file again.")
        self.drawn.append((number, scale))
        side = round(440 * scale)
        return PagePicture(side, side, b"\xff" * (side * side * 4))

    formats = (ExportFormat("pdf", "Annotated PDF", "application/pdf"), ExportFormat("csv", "Table of claims (CSV)", "text/csv"))

    losses: tuple[str, ...] = ()

    def export_losses(self, target: Path) -> tuple[str, ...]:
        return self.losses

    def export(
        self, target: Path, progress: Callable[[float, str], bool], only: frozenset[str] | None = None, *, notes: bool = False
    ) -> Exported:
        self.exported_only, self.exported_notes = only, notes
        for step in range(5):
            if not progress(step / 5, "Writing pages"):
                raise ExportError("The export was cancelled.", "Nothing was written.")
        if not target.parent.is_dir():
            raise ExportError(f"{target.parent} is not a folder.", "Choose another place.")
        target.write_bytes(b"%PDF-1.7\n")
        return Exported(target, self.export_notes)

    def save_picture(self, target: Path, data: bytes) -> None:
        if not target.parent.is_dir():
            raise ExportError(f"{target.parent} is not a folder.", "Choose another place.")
        target.write_bytes(data)

    def keep_pasted(self, pasted: PastedArticle) -> Path:
        self.pasted = pasted
        return Path("/saved/pasted.html")

    def recent_articles(self) -> tuple[Path, ...]:
        return self.recent
