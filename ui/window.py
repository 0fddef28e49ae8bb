"""The window: joins page, panel and forms over the workspace; holds no state of its own beyond what is on screen."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from credibility.model import Exported, PasswordError, Reading
from credibility.model.faces import words_of
from ui.action_states import build_actions, enable, name_steps
from ui.basics.drops import FileDrop
from ui.basics.links import offer_file, offer_link
from ui.basics.widgets import stacked
from ui.claims.changes import change_words
from ui.edits import Edits
from ui.forms import Forms
from ui.frame.acts.claim_acts import ClaimActs
from ui.frame.acts.correction_acts import CorrectionActs
from ui.frame.acts.export_acts import ExportActs
from ui.frame.acts.help_acts import HelpActs
from ui.frame.acts.overview_acts import OverviewActs
from ui.frame.acts.own_acts import OwnActs, WindowParts
from ui.frame.acts.print_acts import PrintActs
from ui.frame.acts.setting_acts import Followers, SettingActs
from ui.frame.acts.view_acts import view_acts
from ui.frame.asking import ask_article, ask_password
from ui.frame.centre import Centre
from ui.frame.foot import build_foot
from ui.frame.leaving import Leaving
from ui.frame.looks import Looks
from ui.frame.menus import Toolbar, build_menus, claim_menu, menu_of
from ui.frame.messages import MessageBar
from ui.frame.notices import say_notices
from ui.frame.place import place_of, restore_place
from ui.frame.recents import Recents
from ui.frame.type_pane import TypePane
from ui.jobs.exporting import ExportJob
from ui.jobs.meanwhile import WORDS, Meanwhile
from ui.jobs.opening import Opening
from ui.jobs.worker import Worker
from ui.marking.acts import Marking
from ui.parts.names import held_by
from ui.ports.workspace import WorkspacePort
from ui.preferences.choices import CHOICES
from ui.preferences.elsewhere import elsewhere
from ui.tabs.acts import TabActs
from ui.theme.typefaces import Typefaces

if TYPE_CHECKING:
    from ui.outlets.window import RatingsWindow


class MainWindow(QMainWindow):
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
        self.opening = Opening(workspace, self._worker, self)
        self._looks = Looks(workspace, self)
        self.edits = Edits(workspace.table, self)
        self._forms = Forms(workspace, self.edits, self._looks.theme, self._typefaces, self)
        self.commands = build_actions(self)
        self.centre = Centre(workspace, self._worker, self._looks)
        self.messages = MessageBar(self.centre)
        self.messages.room = self.centre.room
        self.reader, self.panel = self.centre.reader, self.centre.panel
        self.find_bar, self.welcome = self.centre.find_bar, self.centre.welcome
        self.claims = ClaimActs(workspace.corrections, self.edits, self._forms, self.centre, self.messages, self)
        self.marking = Marking(workspace.corrections, self.edits, self.centre, self.messages, self.commands, self)
        self.export_job = ExportJob(workspace, self._worker, self)
        self.meanwhile = Meanwhile(workspace.table, self._worker, self)
        frame = WindowParts(self, self.edits, self.centre, self.marking, self.messages, self.commands, self.open_path)
        self.own = OwnActs(workspace, self._looks, self._typefaces, frame)
        self.library, self.notes = self.own.library, self.own.notes
        self.exports = ExportActs(workspace, self.export_job, self.panel, lambda: len(self.notes.notes), self.commands["export_pdf"], self)
        leads = elsewhere(self._forms.show_raters, self.library.show)
        self.printing = PrintActs(workspace, self._looks, self.messages, self)
        self.help = HelpActs(workspace, self._looks, self.commands, lambda: self.preferences.ask(1), self)
        keyed = (self.find_bar, self.marking.bar, self.centre.switching, self.welcome, self.help)
        followers = Followers(self.opening.refine, self.library.refresh, keyed)
        self.preferences = SettingActs(workspace.settings, self._looks, self.commands, followers, leads, self)
        self.tabs = TabActs(workspace.places, self.centre, self.commands, self.open_path, self)
        self._leaving = Leaving(self.export_job, self.messages, self)
        self._build()
        self._connect_actions()
        self._connect_parts()
        self._recents.show()
        self._enable()
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
        self.setCentralWidget(stacked(QVBoxLayout(), self.tabs.bar, self.centre))
        menu = build_menus(self, self.commands, CHOICES, self._workspace.settings.get, self.preferences.choose)
        self._recents = Recents(self._workspace, self.edits, self._typefaces, self.welcome, menu, self.open_path, self)
        menu_of(self, "&Claims").addMenu(self._forms.profiles)
        self._toolbar = Toolbar(self.commands, self._looks.theme)
        self.addToolBar(self._toolbar)
        self.type_pane = TypePane(self._workspace.settings, self.preferences.choose, self._looks.zoom, self)
        self._told = build_foot(self, self.export_job.strip)
        restore_place(self, self._workspace.settings.get("window"))

    def _connect_actions(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open_article": self.ask_open,
            "export_pdf": self.exports.ask,
            "export_shown": lambda: self.exports.ask(only_shown=True),
            "quit": self.close,
            "undo": self.edits.undo,
            "redo": self.edits.redo,
            **view_acts(self.centre, self.commands),
            **self.claims.by_name(),
            **self.marking.by_name(),
            **self.own.by_name(),
            **self.tabs.by_name(),
            **CorrectionActs(self._workspace, self.edits, self.messages, self).by_name(),
            "ratings": lambda: self._forms.show_ratings(self.panel.current),
            **self.preferences.by_name(),
            "typography": lambda: self.type_pane.open_under(self._toolbar.button_of("typography")),
            **self.help.by_name(),
            **self.printing.by_name(),
        }
        for name, act in acts.items():
            self.commands[name].triggered.connect(lambda _checked=False, act=act: act())
        self.centre.switching.take(self.commands)
        OverviewActs(self._workspace, self.edits, self._looks, self.panel, self.commands, self)
        self.commands["panel"].setChecked(True)
        QShortcut(QKeySequence("Esc"), self, self._escape)

    def _connect_parts(self) -> None:
        self.claims.chosen.connect(self._enable)
        self.claims.menu_asked.connect(lambda place: claim_menu(self, self.commands).popup(place))
        self.claims.shown.connect(self.reading_changed)
        self.marking.follow(self.claims)
        self.reader.link_activated.connect(lambda url: offer_link(self.messages, url))
        self.panel.card.link_activated.connect(lambda url: offer_link(self.messages, url))
        self.panel.card.pointed.connect(self.centre.point_at)
        for told in (self.centre.turning.told, self.opening.told, self.reader.link_hovered, self.marking.edges.told):
            told.connect(self._told.setText)
        jobs = (self.centre.turning, self.centre.pictures, self.centre.choosing, self.opening, self.export_job)
        for wrong in (*(job.failed for job in jobs), self.edits.complained, self._looks.complained, self.meanwhile.failed):
            wrong.connect(self.messages.warn)
        self.tabs.leave_by(self.marking.edges.leave, self.messages.dismiss, self.own.session.leave)
        self.tabs.came.connect(self._on_tab)
        self.tabs.unrefined.connect(self.opening.refine)
        self.own.session.tabs_held.connect(self.tabs.restore)
        self.opening.opened.connect(self._on_opened)
        self.opening.refined.connect(self._on_refined)
        self.opening.locked.connect(self._ask_password)
        self.centre.choosing.chosen.connect(self._on_extent_chosen)
        self.centre.switching.asked.connect(self.opening.open_part)
        self.centre.turned.connect(self._enable)
        self.centre.beside.panel_shown.connect(self.commands["panel"].setChecked)
        self.welcome.open_asked.connect(self.ask_open)
        self.welcome.ratings_asked.connect(self.commands["ratings"].trigger)
        self.export_job.ended.connect(self._enable)
        self.export_job.finished.connect(lambda written: offer_file(self.messages, written.path, written.notes))
        self.export_job.finished.connect(self.exported)
        self.edits.reading_changed.connect(self._on_edited)
        self.meanwhile.caught_up.connect(self._on_caught_up)
        self._forms.article_chosen.connect(self._open_from_table)
        self.own.forgotten.connect(self._recents.show)
        self._looks.typography_changed.connect(self.centre.set_typography)
        for part in (self.centre, self._forms, self._toolbar):
            self._looks.theme_changed.connect(part.set_theme)

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

    def _on_opened(self, path: Path, reading: Reading) -> None:
        self.messages.dismiss()
        self._show_article(reading)
        self._recents.show()
        self._forms.refresh()
        self.library.refresh()
        self.tabs.on_opened(path, reading)
        self.claims.begin(is_example=path == self._workspace.example and not self.own.session.came_back)
        self.article_opened.emit(reading)

    def _show_article(self, reading: Reading) -> None:
        undrawn = self._typefaces.ready(words_of(reading))
        self._looks.set_han(self._typefaces.han_family(reading.article.language, reading.article.text))
        self.own.session.leave()
        self.centre.show_reading(reading)
        self.own.on_article(reading)
        self._enable()
        if undrawn:
            self.messages.say("\n".join(undrawn))

    def _on_tab(self, reading: Reading | None) -> None:
        self.opening.turn(self.tabs.front.path)
        if reading is None:
            self.centre.show_welcome()
            return
        self._show_article(reading)
        self._forms.refresh()

    def _on_extent_chosen(self, reading: Reading) -> None:
        self._show_article(reading)
        self.messages.say(f"That is the article from now on, whenever this {held_by(reading.article)} is opened.")
        self.article_opened.emit(reading)
        self.opening.refine()

    def _on_refined(self, reading: Reading) -> None:
        before, chosen = self.reader.reading, self.panel.card.claim
        if before is not None and self.apply(reading):
            self._told.setText(change_words(before, reading))
            self.centre.follow(chosen)
            self._enable()
            self.refined.emit(reading)

    def _ask_password(self, path: Path, error: PasswordError) -> None:
        ask_password(self, path, error, lambda password: self.opening.open(path, password))

    # Claims

    def show_claim(self, claim_id: str, *, scroll: bool = True) -> None:
        """Make a claim the current one, on the page and in the panel."""
        self.claims.show(claim_id, scroll=scroll)

    def apply(self, reading: Reading | None) -> bool:
        """Show the same article as it is read now. Returns whether that article is still on the page."""
        return self.claims.apply(reading)

    def _on_edited(self, reading: Reading | None) -> None:
        self.messages.expire()
        self.claims.apply(reading)

    def _on_caught_up(self, reading: Reading | None) -> None:
        self.apply(reading)
        self._told.setText(WORDS)

    # What can be done now

    def _enable(self) -> None:
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

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place and let running work end; an export holds the window open until it is done."""
        if not self._leaving.may_leave():
            event.ignore()
            return
        self.marking.edges.keep()
        self.printing.close()
        self.meanwhile.stop()
        self.opening.stop_refining()
        self._worker.wait()
        self.centre.drawer.wait()
        self._looks.keep("window", place_of(self))
        self.own.session.keep(self.opening.shown, self.tabs)
        self.library.close()
        self._forms.close()
        super().closeEvent(event)
