"""The window: joins page, panel and forms over the workspace; holds no state of its own beyond what is on screen."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from credibility.floor.language import shown
from credibility.model import Exported, Reading
from ui.action_states import build_actions, enable, name_steps
from ui.basics.drops import FileDrop
from ui.basics.links import offer_file
from ui.basics.widgets import stacked
from ui.edits import Edits
from ui.forms import Forms
from ui.frame.acts.correction_acts import CorrectionActs
from ui.frame.acts.export_acts import ExportActs
from ui.frame.acts.help_acts import HelpActs
from ui.frame.acts.own_acts import OwnActs, WindowParts
from ui.frame.acts.print_acts import PrintActs
from ui.frame.acts.setting_acts import Followers, SettingActs
from ui.frame.asking import ask_article
from ui.frame.beside import Beside
from ui.frame.foot import build_foot
from ui.frame.leaving import Leaving
from ui.frame.looks import Looks
from ui.frame.menus import Toolbar, build_menus, menu_of
from ui.frame.messages import MessageBar
from ui.frame.notices import say_notices
from ui.frame.panes import tab_on
from ui.frame.place import place_of, restore_place
from ui.frame.recents import Recents
from ui.frame.type_pane import TypePane
from ui.jobs.exporting import ExportJob
from ui.jobs.meanwhile import WORDS, Meanwhile
from ui.jobs.worker import Worker
from ui.ports.workspace import WorkspacePort
from ui.preferences.choices import CHOICES
from ui.preferences.elsewhere import elsewhere
from ui.sides.active import ActiveSide
from ui.sides.acts import SideActs
from ui.sides.halves import Halves
from ui.sides.showing import Showing
from ui.sides.side import Side, SideTools
from ui.sides.sides import Sides
from ui.tabs.acts import TabActs
from ui.theme.typefaces import Typefaces

if TYPE_CHECKING:
    from ui.outlets.window import RatingsWindow


class MainWindow(QMainWindow, ActiveSide):
    """Opens articles, shows their claims, takes corrections and ratings, exports."""

    article_opened = Signal(object)
    reading_changed = Signal(object)
    refined = Signal(object)
    exported = Signal(Exported)

    def __init__(self, workspace: WorkspacePort, parent: QWidget | None = None, *, typefaces: Typefaces | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._typefaces = typefaces or Typefaces(workspace.faces)
        self._worker = Worker(self)
        self._looks = Looks(workspace, self)
        self.edits = Edits(workspace.table, self)
        self._forms = Forms(workspace, self.edits, self._looks.theme, self._typefaces, self)
        self.commands = build_actions(self)
        self.halves = Halves()
        self.beside = Beside(self.halves)
        self.messages = MessageBar(self.halves)
        self.messages.room = lambda: self.halves.room(self.sides.active.half)
        parts = (workspace, self._worker, self.edits, self._looks, self._typefaces, self._forms, self.messages, self.commands, self)
        self._tools = SideTools(*parts)
        self.sides = Sides(workspace.places, partial(Side, self._tools), self.halves, self)
        self.export_job = ExportJob(workspace, self._worker, self)
        self.meanwhile = Meanwhile(workspace.table, self._worker, self)
        frame = WindowParts(self, self.sides, self.beside, self.messages, self.commands, self.open_path)
        self.own = OwnActs(workspace, self._looks, self._typefaces, frame)
        self.library = self.own.library
        self.exports = ExportActs(workspace, self.export_job, self.sides, self.commands["export_pdf"], self)
        leads = elsewhere(self._forms.show_raters, self.library.show)
        self.printing = PrintActs(workspace, self.sides, self._looks, self.messages, self)
        self.help = HelpActs(workspace, self._looks, self.commands, lambda: self.preferences.ask(1), self)
        followers = Followers(self._refine, self.library.refresh, (self.sides, self.help))
        self.preferences = SettingActs(workspace.settings, self._looks, self.commands, followers, leads, self)
        self.tabs = TabActs(workspace.places, self.sides, self.commands, self.open_path, self)
        self.side_acts = SideActs(self.sides, self.tabs, self.messages, self.commands, self)
        self._leaving = Leaving(self.export_job, self.messages, self)
        self._build()
        self._connect_actions()
        self._connect_parts()
        self._recents.show()
        self._on_arranged()
        say_notices(workspace, self.edits, self.messages)

    @property
    def ratings_window(self) -> "RatingsWindow | None":
        """The window with the table, once it was asked for."""
        return self._forms.ratings_window

    # Building

    def _build(self) -> None:
        self.setWindowTitle("SourceTint")
        FileDrop(self).dropped.connect(self.open_path)
        self.resize(1240, 860)
        self.beside.bring(self.panel)
        self.setCentralWidget(stacked(QVBoxLayout(), self.tabs.bar, self.beside))
        menu = build_menus(self, self.commands, CHOICES, self._workspace.settings.get, self.preferences.choose)
        self._recents = Recents(self._workspace, self.edits, self._typefaces, menu, self.open_path, self)
        menu_of(self, "&Claims").addMenu(self._forms.profiles)
        self._toolbar = Toolbar(self.commands, self._looks.theme)
        self.addToolBar(self._toolbar)
        self.type_pane = TypePane(self._workspace.settings, self.preferences.choose, self._looks.zoom, self)
        self._told = build_foot(self, self.export_job.strip)
        self._showing = Showing(self._tools, self.sides, self.tabs, self._told, self._refresh_lists, self)
        restore_place(self, self._workspace.settings.get("window"))

    def _connect_actions(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open_article": self.ask_open,
            "export_pdf": self.exports.ask,
            "export_shown": lambda: self.exports.ask(only_shown=True),
            "quit": self.close,
            "undo": self.edits.undo,
            "redo": self.edits.redo,
            **{name: partial(self._do, name) for name in self.side.acts},
            **self.own.by_name(),
            **self.tabs.by_name(),
            **self.side_acts.by_name(),
            "panel": lambda: self.beside.show_panel(self.commands["panel"].isChecked()),
            **CorrectionActs(self._workspace, self.edits, self.messages, self).by_name(),
            "ratings": lambda: self._forms.show_ratings(self.panel.current),
            **self.preferences.by_name(),
            "typography": lambda: self.type_pane.open_under(self._toolbar.button_of("typography")),
            **self.help.by_name(),
            **self.printing.by_name(),
        }
        for name, act in acts.items():
            self.commands[name].triggered.connect(lambda _checked=False, act=act: act())
        self.commands["panel"].setChecked(True)
        QShortcut(QKeySequence("Esc"), self, self._escape)

    def _do(self, name: str) -> None:
        """Do in the active side what the action of that name does."""
        self.side.acts[name]()

    def _connect_parts(self) -> None:
        for wrong in (self.export_job.failed, self.edits.complained, self._looks.complained, self.meanwhile.failed):
            wrong.connect(self.messages.warn)
        showing = self._showing
        showing.article_opened.connect(self.article_opened)
        showing.reading_changed.connect(self.reading_changed)
        showing.refined.connect(self.refined)
        showing.turned.connect(self._enable)
        self.sides.arranged.connect(self._on_arranged)
        self.sides.made.connect(self._join_side)
        self._join_side(self.side)
        self.own.session.tabs_held.connect(self.tabs.restore)
        self.own.session.beside_held.connect(self.side_acts.restore)
        self.beside.panel_shown.connect(self.commands["panel"].setChecked)
        self.export_job.ended.connect(self._enable)
        self.export_job.finished.connect(lambda written: offer_file(self.messages, written.path, written.notes))
        self.export_job.finished.connect(self.exported)
        self.meanwhile.caught_up.connect(self._on_caught_up)
        self._forms.article_chosen.connect(self._open_from_table)
        self.own.forgotten.connect(self._on_forgotten)
        for part in (self._forms, self._toolbar):
            self._looks.theme_changed.connect(part.set_theme)

    def _join_side(self, side: Side) -> None:
        self._recents.add(side.centre.welcome)
        side.centre.welcome.open_asked.connect(self.ask_open)
        side.centre.welcome.ratings_asked.connect(self.commands["ratings"].trigger)
        side.notes.article_chosen.connect(lambda row: self.open_path(row.path, part=row.part))

    # Opening

    def ask_open(self) -> None:
        """Let the reader choose a file."""
        path = ask_article(self, self._workspace)
        if path:
            self._looks.keep("last_folder", str(path.parent) if self._workspace.library.remembers else "")
            self.open_path(path)

    def open_path(self, path: Path, *, part: int | None = None) -> None:
        """Open a file off the GUI thread; the article on screen stays until the new one is read, and if that fails."""
        self.opening.open(path, part=part)

    def _open_from_table(self, path: Path) -> None:
        self.raise_()
        self.activateWindow()
        self.open_path(path)

    # Claims

    def show_claim(self, claim_id: str, *, scroll: bool = True) -> None:
        """Make a claim the current one, on the page and in the panel."""
        self.claims.show(claim_id, scroll=scroll)

    def apply(self, reading: Reading | None) -> bool:
        """Show the same article as it is read now. Returns whether that article is still on the page."""
        return self._showing.apply(reading)

    def _on_caught_up(self, reading: Reading | None) -> None:
        self.apply(reading)
        self._told.happened(shown(WORDS))

    def _refine(self) -> None:
        for side in self.sides.shown:
            side.opening.refine()

    def _refresh_lists(self) -> None:
        self._recents.show()
        self.library.refresh()

    def _on_forgotten(self) -> None:
        self._recents.show()
        for side in self.sides.shown:
            side.notes.refresh()

    # What can be done now

    def _on_arranged(self) -> None:
        self.beside.hold(len(self.sides.shown))
        self._enable()

    def _enable(self) -> None:
        self.beside.bring(self.panel)
        self.beside.need(any(side.centre.has_article for side in self.sides.shown))
        self.side_acts.enable()
        # While the article is being chosen there is none for claims to stand on.
        is_read = self._workspace.reading is not None and not self.centre.is_choosing
        enable(self.commands, is_read, self.panel.card.claim if is_read else None)
        self.centre.switching.enable(self.commands, is_read)
        self.commands["pages"].setVisible(self._workspace.has_pages)
        self.commands["pages"].setChecked(self.centre.turning.front is self.centre.pages)
        name_steps(self.commands, self.edits.look())

    def _escape(self) -> None:
        if self.marking.bar.isVisible():
            self.marking.bar.leave()
        elif not self.centre.step_back():
            (self.messages.dismiss if self.messages.text else self.panel.show_all)()

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - as Qt calls it
        """Tab goes as one reads: from side to side, through the panel, then over the tabs and the toolbar."""
        groups = (self.halves, self.panel, self.statusBar(), self.tabs.bar, self._toolbar)
        return tab_on(groups, 1 if next else -1) or super().focusNextPrevChild(next)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place and let running work end; an export holds the window open until it is done."""
        if not self._leaving.may_leave():
            event.ignore()
            return
        self.printing.close()
        self.meanwhile.stop()
        self.sides.close_all()
        self._worker.wait()
        self._looks.keep("window", place_of(self))
        self.own.session.keep(self.tabs)
        self.library.close()
        self._forms.close()
        super().closeEvent(event)
