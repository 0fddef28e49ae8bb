"""The window: joins page, panel and table over the workspace; holds no state of its own beyond what is on screen."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QCloseEvent, QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMainWindow, QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from credibility.model import Reading, SettingsError, SourceTintError
from ui.actions import ACTIONS, CHOICES, build_actions, typeface_choice
from ui.claims import ClaimsPanel
from ui.claims.gaps import gap_words, unrated_outlets
from ui.export_job import ExportJob, suggested_name
from ui.library import Welcome
from ui.menus import build_menus, build_toolbar
from ui.messages import MessageBar
from ui.outlets.chooser import OutletChooser
from ui.outlets.queue import UnratedQueue
from ui.outlets.rating_form import RatingForm
from ui.outlets.window import RatingsWindow
from ui.ports import WorkspacePort
from ui.reader import ReaderView
from ui.reader.find_bar import FindBar
from ui.settings import read_typography, save
from ui.theme import Scheme, Theme, dress, theme_of
from ui.worker import Worker

READABLE = "Saved articles (*.html *.htm *.xhtml *.mhtml *.mht *.txt *.text *.md *.markdown);;All files (*)"


class MainWindow(QMainWindow):
    """Opens articles, shows their claims, takes corrections and ratings, exports."""

    article_opened = Signal(object)
    reading_changed = Signal(object)
    exported = Signal(Path)

    def __init__(self, workspace: WorkspacePort, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._worker = Worker(self)
        self._theme = self._read_theme()
        self._opening: Path | None = None
        self._ratings: RatingsWindow | None = None
        self.commands = build_actions(self)
        self.reader = ReaderView(self._theme, read_typography(workspace.settings))
        self.panel = ClaimsPanel(self._theme)
        self.messages = MessageBar()
        self.find_bar = FindBar(self.reader)
        self.welcome = Welcome()
        self.export_job = ExportJob(workspace, self._worker, self)
        self._build()
        self._connect()
        self._dress()
        self.welcome.show_recent(workspace.recent_articles())
        self._enable()
        for notice in workspace.notices:
            self.messages.say(notice)

    # Building

    def _build(self) -> None:
        self.setWindowTitle("SourceTint")
        self.setAcceptDrops(True)
        self.resize(1240, 860)
        reading = QWidget()
        column = QVBoxLayout(reading)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.reader, 1)
        column.addWidget(self.find_bar)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setHandleWidth(1)
        self._parts.addWidget(reading)
        self._parts.addWidget(self.panel)
        self._parts.setStretchFactor(0, 1)
        self._parts.setStretchFactor(1, 0)
        self._parts.setCollapsible(0, False)
        self._parts.setSizes([860, 380])
        self.panel.setMinimumWidth(300)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.welcome)
        self._pages.addWidget(self._parts)
        centre = QWidget()
        stack = QVBoxLayout(centre)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self.messages)
        stack.addWidget(self._pages, 1)
        self.setCentralWidget(centre)
        choices = (typeface_choice(), *CHOICES)
        held = {spec.key: self._workspace.settings.get(spec.key) for spec in choices}
        self._recent_menu = build_menus(self, self.commands, choices, held, self.choose_setting)
        self.addToolBar(build_toolbar(self, self.commands))
        self._told = QLabel()
        self._told.setProperty("tone", "soft")
        self.statusBar().addWidget(self._told, 1)
        self.statusBar().addPermanentWidget(self.export_job.strip)
        self.statusBar().setSizeGripEnabled(False)
        geometry = self._workspace.settings.get("window")
        if isinstance(geometry, str) and geometry:
            self.restoreGeometry(QByteArray.fromBase64(geometry.encode("ascii", "ignore")))

    def _connect(self) -> None:
        acts: dict[str, Callable[[], object]] = {
            "open_article": self.ask_open,
            "export_pdf": self.ask_export,
            "quit": self.close,
            "undo": lambda: self._edit(self._workspace.undo),
            "redo": lambda: self._edit(self._workspace.redo),
            "copy": self.reader.copy,
            "find": self.find_bar.ask,
            "find_next": self.find_bar.find,
            "find_previous": lambda: self.find_bar.find(backwards=True),
            "next_claim": lambda: self._step(1),
            "previous_claim": lambda: self._step(-1),
            "edit_rating": lambda: self._with_claim(self.edit_rating),
            "other_outlet": lambda: self._with_claim(self.choose_outlet),
            "not_a_claim": lambda: self._with_claim(self.reject_claim),
            "unrated": self.ask_unrated,
            "ratings": self.show_ratings,
            "panel": lambda: self.panel.setVisible(self.commands["panel"].isChecked()),
            "zoom_in": lambda: self._zoom(1),
            "zoom_out": lambda: self._zoom(-1),
            "zoom_reset": lambda: self._zoom(0),
            "keys": self._tell_keys,
        }
        for name, act in acts.items():
            self.commands[name].triggered.connect(lambda _checked=False, act=act: act())
        self.commands["panel"].setChecked(True)
        self.reader.claim_activated.connect(lambda claim_id: self.show_claim(claim_id, scroll=False))
        self.reader.claim_menu_asked.connect(self._show_claim_menu)
        self.reader.link_activated.connect(self._offer_link)
        self.reader.link_hovered.connect(self._told.setText)
        self.panel.claim_chosen.connect(self.show_claim)
        self.panel.hidden_changed.connect(self.reader.hide_roles)
        self.panel.card.edit_asked.connect(self.edit_rating)
        self.panel.card.reject_asked.connect(self.reject_claim)
        self.panel.card.outlet_asked.connect(self.choose_outlet)
        self.panel.card.link_activated.connect(self._offer_link)
        self.panel.summary.rate_asked.connect(self.rate_outlet)
        self.panel.summary.unrated_asked.connect(self.ask_unrated)
        self.panel.rejected.restore_asked.connect(self.restore_claim)
        self.panel.card.pointed.connect(self.reader.point_at)
        self.welcome.open_asked.connect(self.ask_open)
        self.welcome.path_chosen.connect(self.open_path)
        QGuiApplication.styleHints().colorSchemeChanged.connect(lambda _scheme: self._show_theme())
        self.export_job.finished.connect(self._on_exported)
        self.export_job.failed.connect(self.messages.warn)

    # Opening

    def ask_open(self) -> None:
        """Let the reader choose a file."""
        folder = str(self._workspace.settings.get("last_folder") or Path.home())
        name, _ = QFileDialog.getOpenFileName(self, "Open a saved article", folder, READABLE)
        if name:
            self._keep("last_folder", str(Path(name).parent))
            self.open_path(Path(name))

    def open_path(self, path: Path) -> None:
        """Open a file off the GUI thread; the article on screen stays until the new one is read, and if that fails."""
        self._opening = path
        self._told.setText(f"Opening {path.name}…")
        self._worker.run(lambda: self._workspace.open_article(path), lambda reading: self._on_opened(path, reading), self._on_failed)

    def _on_opened(self, path: Path, reading: Reading) -> None:
        if path != self._opening:
            return  # another file was chosen meanwhile
        self._opening = None
        self.messages.dismiss()
        self._told.setText("")
        self.setWindowTitle(f"{reading.article.title or path.name} — SourceTint")
        self._pages.setCurrentWidget(self._parts)
        self.reader.show_reading(reading)
        self.panel.show_reading(reading)
        self.reader.setFocus()
        self._show_recent()
        self._enable()
        self.article_opened.emit(reading)

    def _on_failed(self, error: Exception) -> None:
        self._opening = None
        self._told.setText("")
        self.messages.warn(error)

    def _show_recent(self) -> None:
        paths = self._workspace.recent_articles()
        self.welcome.show_recent(paths)
        self._recent_menu.clear()
        for path in paths:
            self._recent_menu.addAction(path.name, lambda path=path: self.open_path(path)).setStatusTip(str(path))
        self._recent_menu.setEnabled(bool(paths))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged in."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the first file dropped."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.open_path(paths[0])

    # Claims

    def show_claim(self, claim_id: str, *, scroll: bool = True) -> None:
        """Make a claim the current one, on the page and in the panel."""
        self.reader.show_claim(claim_id, scroll=scroll)
        self.panel.show_claim(claim_id)
        self._enable()

    def edit_rating(self, claim_id: str) -> None:
        """Ask for the reader's own rating of the outlet that carried a claim."""
        reading = self._workspace.reading
        outlet = reading.claim(claim_id).resolution.outlet if reading else None
        if outlet:
            self.rate_outlet(outlet.slug)

    def rate_outlet(self, slug: str) -> None:
        """Ask for the reader's own rating of an outlet."""
        try:
            outlet, ratings = self._workspace.outlet(slug), self._workspace.ratings(slug)
        except SourceTintError as error:
            self.messages.warn(error)
            return
        form = RatingForm(outlet, ratings, lambda draft: self.apply(self._workspace.set_rating(draft)),
                          lambda own: self.apply(self._workspace.clear_rating(own)), self)  # fmt: skip
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def reject_claim(self, claim_id: str) -> None:
        """Take a claim off the page; offers to bring it back."""
        if self._edit(lambda: self._workspace.reject_claim(claim_id)):
            self.messages.say("That claim is off the page.", ("Undo", lambda: self._edit(self._workspace.undo)))

    def restore_claim(self, claim_id: str) -> None:
        """Bring a claim back that was taken off the page."""
        self._edit(lambda: self._workspace.restore_claim(claim_id))

    def choose_outlet(self, claim_id: str) -> None:
        """Ask which outlet carried a claim."""
        reading = self._workspace.reading
        if reading is None:
            return
        rated = reading.claim(claim_id)
        chooser = OutletChooser(self._workspace, "The claim is then coloured by that outlet’s rating, in this article only.",
                                rated.resolution.candidates, self)  # fmt: skip
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.chosen.connect(lambda slug: self._edit(lambda: self._workspace.assign_outlet(claim_id, slug)))
        chooser.open()

    def _step(self, step: int) -> None:
        claim_id = self.panel.step(step, self.reader.first_offset_on_screen())
        if claim_id:
            self.show_claim(claim_id)

    def _with_claim(self, act: Callable[[str], object]) -> None:
        if self.panel.current:
            act(self.panel.current)

    def _show_claim_menu(self, claim_id: str, place: QPoint) -> None:
        self.show_claim(claim_id, scroll=False)
        menu = QMenu(self)
        for name in ("edit_rating", "other_outlet", "not_a_claim"):
            menu.addAction(self.commands[name])
        menu.popup(place)

    # Ratings

    def show_ratings(self) -> None:
        """Show the table of outlets and ratings."""
        if self._ratings is None:
            self._ratings = RatingsWindow(self._workspace, self._theme, self)
            self._ratings.reading_changed.connect(self.apply)
        self._ratings.refresh()
        self._ratings.show()
        self._ratings.raise_()
        self._ratings.activateWindow()

    def ask_unrated(self) -> None:
        """Go through the outlets that this article cites and nobody has rated."""
        reading = self._workspace.reading
        outlets = unrated_outlets(reading) if reading else ()
        if reading is None or not outlets:
            self.messages.say("Every outlet that this article cites has a rating.")
            return
        queue = UnratedQueue(self._workspace, outlets, gap_words(reading), self)
        queue.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        queue.reading_changed.connect(self.apply)
        queue.open()

    def _edit(self, act: Callable[[], Reading | None]) -> bool:
        """Do an edit of the table or of a claim; what it objects to is said in the window. Returns whether it was done."""
        try:
            reading = act()
        except SourceTintError as error:
            self.messages.warn(error)
            return False
        self.apply(reading)
        return True

    def apply(self, reading: Reading | None) -> None:
        """Show the same article as it is rated now; the page keeps its place."""
        if reading is not None:
            self.reader.repaint_claims(reading)
            self.panel.repaint_claims(reading)
            self.reading_changed.emit(reading)
        if self._ratings is not None:
            self._ratings.refresh()
        self._enable()

    # Exporting

    def ask_export(self) -> None:
        """Let the reader choose where the annotated PDF goes, and write it."""
        reading = self._workspace.reading
        if reading is None:
            return
        folder = Path(str(self._workspace.settings.get("last_folder") or Path.home()))
        name, _ = QFileDialog.getSaveFileName(self, "Export PDF", str(folder / suggested_name(reading)), "PDF (*.pdf)")
        if name:
            self.export_to(Path(name))

    def export_to(self, target: Path) -> None:
        """Write the annotated PDF off the GUI thread, with progress and cancel in the status bar."""
        self.commands["export_pdf"].setEnabled(False)
        self.export_job.start(target)

    def _on_exported(self, target: Path) -> None:
        self._enable()
        self.messages.say(f"Saved {target.name}.", ("Open it", lambda: open_outside(QUrl.fromLocalFile(str(target)))),
                          ("Show folder", lambda: open_outside(QUrl.fromLocalFile(str(target.parent)))))  # fmt: skip
        self.exported.emit(target)

    # Links

    def _offer_link(self, url: str) -> None:
        target = QUrl(url)
        if target.scheme() not in ("http", "https"):
            self.messages.say(f"This link goes to {url} and is not opened from here.")
            return
        self.messages.say(f"This link leaves SourceTint and goes to {target.host()}:\n{url}", ("Open in browser", lambda: open_outside(target)),
                          ("Copy address", lambda: QGuiApplication.clipboard().setText(url)))  # fmt: skip

    # Looks

    def _read_theme(self) -> Theme:
        wanted = self._workspace.settings.get("theme")
        is_dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark if wanted == "system" else wanted == "dark"
        return theme_of(Scheme.DARK if is_dark else Scheme.LIGHT, self._workspace.styles)

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication):
            dress(application, self._theme)

    def choose_setting(self, key: str, value: object) -> None:
        """Keep a setting of the View menu and show the page in it."""
        self._keep(key, value)
        if key == "theme":
            self._show_theme()
        else:
            self.reader.set_typography(read_typography(self._workspace.settings))

    def _show_theme(self) -> None:
        self._theme = self._read_theme()
        self._dress()
        self.reader.set_theme(self._theme)
        self.panel.set_theme(self._theme)
        if self._ratings is not None:
            self._ratings.set_theme(self._theme)

    def _zoom(self, steps: int) -> None:
        typography = self.reader.typography.zoomed(steps) if steps else read_typography(self._workspace.settings, size=13.0)
        self._keep("font_size", typography.size)
        self.reader.set_typography(typography)

    def _keep(self, key: str, value: object) -> None:
        error = save(self._workspace.settings, key, value)
        if error:
            self.messages.warn(error)

    def _tell_keys(self) -> None:
        rows = [f"{spec.text.replace('&', '').rstrip('…')}: {', '.join(spec.shortcuts)}" for spec in ACTIONS if spec.shortcuts]
        self.messages.say("  ·  ".join(rows))

    def _enable(self) -> None:
        has_article, claim = self._workspace.reading is not None, self.panel.card.claim
        for spec in ACTIONS:
            if spec.needs_article:
                self.commands[spec.name].setEnabled(has_article)
            if spec.needs_claim:
                self.commands[spec.name].setEnabled(claim is not None)
        if claim is not None:
            self.commands["edit_rating"].setEnabled(claim.resolution.outlet is not None)
        for name, summary, verb in (("undo", self._workspace.can_undo(), "&Undo"), ("redo", self._workspace.can_redo(), "&Redo")):
            self.commands[name].setEnabled(summary is not None)
            self.commands[name].setText(f"{verb}: {summary}" if summary else verb)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep the window's place and let running work end."""
        self.export_job.cancel()
        self._worker.wait()
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        try:
            self._workspace.settings.set("window", geometry)
        except SettingsError:
            event.accept()  # the place is a comfort; the window closes without it
        if self._ratings is not None:
            self._ratings.close()
        super().closeEvent(event)


def open_outside(url: QUrl) -> None:
    """Hand an address to the reader's own browser or viewer."""
    QDesktopServices.openUrl(url)
