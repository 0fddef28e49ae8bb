"""The library: everything opened, found by words and filters, opened again, tagged, looked for when its file has moved, forgotten."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QListView, QMenu, QSplitter, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model import SourceTintError
from credibility.model.library import Facet, LibraryPage, LibraryQuery, Shelved
from ui.basics.drops import FileDrop
from ui.basics.lists import WrappedList
from ui.basics.plain import add_entry, plain_label
from ui.basics.widgets import button, hairline
from ui.frame.messages import MessageBar
from ui.jobs.worker import Worker
from ui.library.facets import FacetList
from ui.library.forgetting import Remembering, ask_to_forget
from ui.library.row_delegate import ShelfDelegate
from ui.library.row_words import found_words
from ui.library.rows import ShelfModel
from ui.library.tags import TagForm
from ui.library.taking_in import TakingIn, taken_words
from ui.ports.library import LibraryPort
from ui.ports.workspace import SettingsPort
from ui.theme import Theme
from ui.theme.typefaces import Typefaces

PAUSE = 60  # milliseconds after the last letter typed


class LibraryWindow(QWidget):
    """`article_chosen` carries the article to open, `forgotten` says that articles were removed."""

    article_chosen = Signal(object)
    forgotten = Signal()

    def __init__(
        self, port: LibraryPort, settings: SettingsPort, theme: Theme, typefaces: Typefaces, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Library — SourceTint"))
        self.resize(1120, 720)
        self._port, self._typefaces = port, typefaces
        self._worker = Worker(self)
        self.messages = MessageBar(self)
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Words in text, titles, notes and sources"))
        self.words.setAccessibleName(tr("Search the library"))
        self.words.setClearButtonEnabled(True)
        self.facets = FacetList(theme)
        self.count = plain_label()
        self.count.setProperty("tone", "soft")
        self.model = ShelfModel(self._ask, self)
        self._delegate = ShelfDelegate(theme, self)
        self.list = WrappedList()
        self.taking_in = TakingIn(port, self._worker, self)
        self.remembering = Remembering(settings, self)
        self.buttons = {
            "open": button(tr("Open"), self.open_current, primary=True, tip=tr("Return")),
            "tags": button(tr("Tags…"), self.ask_tags, tip="Ctrl+T"),
            "forget": button(tr("Forget…"), self.forget_current, tip=tr("Remove it from the library and its backups (Delete)")),
            "folder": button(tr("Add a folder…"), self.ask_folder, tip=tr("Read the saved articles of a folder into the library")),
            "everything": button(tr("Forget everything…"), self.forget_all, quiet=True, tip=tr("Empty the library and its backups")),
        }
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setAccessibleName(tr("Articles"))
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(6)
        for part in (self.words, self.count):
            line = QHBoxLayout()
            line.setContentsMargins(16, 0, 16, 0)
            line.addWidget(part)
            column.addLayout(line)
        column.addWidget(self.list, 1)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.addWidget(self.facets)
        parts.addWidget(right)
        parts.setStretchFactor(1, 1)
        parts.setSizes([210, 900])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(parts, 1)
        outer.addWidget(self.taking_in.strip)
        outer.addWidget(hairline())
        outer.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(6)
        row.addWidget(self.remembering.box)
        row.addWidget(self.buttons["everything"])
        row.addStretch(1)
        for name in ("folder", "forget", "tags", "open"):
            row.addWidget(self.buttons[name])
        return row

    def _connect(self) -> None:
        self.words.textEdited.connect(lambda _words: self._pause.start())
        self.words.textChanged.connect(lambda words: None if words else self._pause.start())
        self.words.returnPressed.connect(self._go_to_list)
        self._pause.timeout.connect(self._search)
        self.facets.turned.connect(self._turn)
        self.list.activated.connect(lambda _index: self.open_current())
        self.list.customContextMenuRequested.connect(self._show_menu)
        self.list.selectionModel().currentChanged.connect(lambda _new, _old: self._enable())
        self.taking_in.finished.connect(lambda taken: self._say(taken_words(taken)))
        for wrong in (self.taking_in.failed, self.remembering.failed):
            wrong.connect(self._warn)
        FileDrop(self).dropped.connect(lambda path: self.taking_in.begin((path,)))
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+F": self.words.setFocus, "Ctrl+W": self.close, "Ctrl+T": self.ask_tags, "Esc": self._escape
        }  # fmt: skip
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self, act)
        QShortcut(QKeySequence("Down"), self.words, self._go_to_list, context=Qt.ShortcutContext.WidgetShortcut)
        QShortcut(QKeySequence("Delete"), self.list, self.forget_current, context=Qt.ShortcutContext.WidgetShortcut)

    @property
    def current(self) -> Shelved | None:
        """The article chosen."""
        return self.model.row(self.list.currentIndex())

    def come(self) -> None:
        """Come to the front, up to date, with the keyboard in the search."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.words.setFocus()
        self.words.selectAll()

    def refresh(self) -> None:
        """Show the library as it is now; the article chosen stays chosen."""
        chosen = self.current
        self.remembering.refresh()
        self._show(self.model.query)
        row = self.model.row_of(chosen.number) if chosen else -1
        if row >= 0:
            self.list.setCurrentIndex(self.model.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Draw in this theme."""
        self._delegate.theme = theme
        self.facets.set_theme(theme)
        self.list.viewport().update()

    # Looking

    def _ask(self, query: LibraryQuery, offset: int) -> LibraryPage | None:
        try:
            page = self._port.search(query, offset)
        except SourceTintError as error:
            self.messages.warn(error)
            return None
        self._typefaces.ready("".join(f"{row.title}{row.publisher}" for row in page.rows))
        return page

    def _search(self) -> None:
        self._show(LibraryQuery(self.words.text(), self.model.query.chosen))

    def _turn(self, facet: Facet) -> None:
        self._show(self.model.query.turned(facet.group, facet.value))

    def _show(self, query: LibraryQuery) -> None:
        self.model.show(query)
        page = self.model.page
        self.facets.show_facets(page.facets, self.model.query)
        self.count.setText(found_words(page, query))
        self._enable()

    def _go_to_list(self) -> None:
        if self._pause.isActive():
            self._pause.stop()
            self._search()
        if self.model.rowCount():
            self.list.setFocus()
            if not self.list.currentIndex().isValid():
                self.list.setCurrentIndex(self.model.index(0))

    def _escape(self) -> None:
        if self.words.text() or self.model.query.chosen:
            self.words.clear()
            self._show(LibraryQuery())
            self.words.setFocus()
        elif self.messages.text:
            self.messages.dismiss()
        else:
            self.close()

    # Doing

    def open_current(self) -> None:
        """Open the article chosen; one whose file has moved is looked for by its content first."""
        row = self.current
        if row is None:
            return
        if row.is_there:
            self.article_chosen.emit(row)
        else:
            self.find_again(row)

    def find_again(self, row: Shelved, folder: Path | None = None) -> None:
        """Look for the file of an article off the GUI thread, and open it when it is found."""
        self.messages.say(tr("Looking for “{title}” by its content…", title=row.title))
        self._worker.run(lambda: self._port.find_again(row.number, folder), lambda path: self._on_looked(row, path), self._warn)

    def _on_looked(self, row: Shelved, path: Path | None) -> None:
        self.refresh()
        if path is None:
            words = tr("{path} is not there any more, and no folder of the library holds a file of the same content.", path=row.path)
            self.messages.say(words, (tr("Look in a folder…"), lambda: self._ask_where(row)), stays=True)
        else:
            self.messages.say(tr("Found again: {path}", path=path))
            now = self.model.row_of(row.number)
            self.article_chosen.emit(self.model.row(self.model.index(now)) or row)

    def _ask_where(self, row: Shelved) -> None:
        folder = QFileDialog.getExistingDirectory(self, tr("Look in a folder"), str(row.path.parent))
        if folder:
            self.find_again(row, Path(folder))

    def ask_folder(self) -> None:
        """Let the reader choose a folder to read into the library."""
        folder = QFileDialog.getExistingDirectory(self, tr("Add a folder of saved articles"))
        if folder:
            self.taking_in.begin((Path(folder),))

    def ask_tags(self) -> None:
        """Ask for the tags of the article chosen."""
        if self.current is not None:
            form = TagForm(self._port, self.current, self)
            form.saved.connect(self.refresh)
            form.open()

    def forget_current(self) -> None:
        """Ask whether to forget the article chosen."""
        if (row := self.current) is not None:
            ask_to_forget(self, row, lambda: self._forget((row,), tr("“{title}” is forgotten.", title=row.title)))

    def forget_all(self) -> None:
        """Ask whether to forget everything."""
        ask_to_forget(self, None, lambda: self._forget(None, tr("The library is empty.")))

    def _forget(self, rows: tuple[Shelved, ...] | None, words: str) -> None:
        try:
            self._port.forget(rows)
        except SourceTintError as error:
            self.messages.warn(error)
            return
        self._say(words)
        self.forgotten.emit()

    def _say(self, words: str) -> None:
        self.refresh()
        self.messages.say(words)

    def _warn(self, error: Exception) -> None:
        self.refresh()
        self.messages.warn(error)

    def _show_menu(self, place: QPoint) -> None:
        if self.current is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in (
            (tr("Open"), self.open_current),
            (tr("Tags…"), self.ask_tags),
            (tr("Forget this article…"), self.forget_current),
        ):
            add_entry(menu, words, act)
        menu.popup(self.list.viewport().mapToGlobal(place))

    def _enable(self) -> None:
        for name in ("open", "tags", "forget"):
            self.buttons[name].setEnabled(self.current is not None)
        self.buttons["everything"].setEnabled(self.model.page.everything > 0)
