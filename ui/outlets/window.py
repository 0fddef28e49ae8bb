"""The ratings window: the whole table, searched as one types, edited in place."""

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_of
from credibility.floor.raters import title_words
from credibility.model import OutletQuery, OutletRow
from credibility.model.lists import Imported
from ui.basics.plain import plain_label, set_tip
from ui.basics.widgets import button, hairline
from ui.edits import Edits
from ui.frame.messages import MessageBar
from ui.outlets.cells import CellDelegate
from ui.outlets.editing.assessment_form import ask_assessment
from ui.outlets.editing.outlet_form import ask_outlet
from ui.outlets.editing.parting import ask_merge, ask_split
from ui.outlets.editing.pasting import copied, known_and_refused
from ui.outlets.editing.rating_form import ask_rating
from ui.outlets.editing.tag_form import ask_tags
from ui.outlets.filters import FilterBar
from ui.outlets.history import OutletDetails
from ui.outlets.imports.wording import record_words
from ui.outlets.model import OutletsModel
from ui.outlets.table import OutletsTable
from ui.outlets.tools import ListTools
from ui.ports.workspace import WorkspacePort
from ui.theme import Theme
from ui.theme.typefaces import Typefaces

EDITING = 500  # milliseconds until it is asked again whether a cell is still being edited


class RatingsWindow(QWidget):
    """Shows and edits the table; `reading_changed` carries the re-rated reading after every edit, `article_chosen` a file to open."""

    reading_changed = Signal(object)
    article_chosen = Signal(Path)

    def __init__(self, port: WorkspacePort, theme: Theme, typefaces: Typefaces, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(tr("Outlets and ratings — SourceTint"))
        self.resize(1180, 720)
        self._port = port
        self._typefaces = typefaces
        self.edits = Edits(port.table, self)
        self.edits.reading_changed.connect(self.reading_changed)  # the article first: its reader waits for it, the table can take longer
        self.model = OutletsModel(self.edits, self)
        self.model.arrived.connect(self._load_faces)
        self.filters = FilterBar()
        self.messages = MessageBar(self)
        self._cells = CellDelegate(self.edits, theme, self)
        self.table = OutletsTable(self.model, self._cells)
        self.details = OutletDetails(port.table, theme)
        self.tools = ListTools(port, self.edits, theme, self)
        self.count = plain_label()
        self.count.setProperty("tone", "faint")
        self.buttons = {
            "add": button(tr("Add outlet…"), self.add_outlet, tip="Ctrl+N"),
            "edit": button(tr("Edit outlet…"), self.edit_outlet),
            "rate": button(tr("Rate…"), self.rate, primary=True, tip="Ctrl+Return"),
            "remove": button(tr("Remove"), self.remove, tip=tr("Delete; Undo brings it back")),
            "undo": button(tr("Undo"), self.edits.undo, tip="Ctrl+Z"),
            "redo": button(tr("Redo"), self.edits.redo, tip="Ctrl+Shift+Z"),
        }
        self._build()
        self._connect()
        self.model.ask(OutletQuery())
        self._offer_filters()
        self._enable()

    def _build(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setHandleWidth(1)
        parts.addWidget(self.table)
        parts.addWidget(self.details)
        parts.setStretchFactor(0, 1)
        parts.setSizes([860, 320])
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.filters)
        outer.addWidget(hairline())
        outer.addWidget(parts, 1)
        outer.addWidget(hairline())
        outer.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(6)
        for name in ("add", "edit", "remove"):
            row.addWidget(self.buttons[name])
        row.addSpacing(12)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.tools)
        row.addSpacing(12)
        for name in ("undo", "redo", "rate"):
            row.addWidget(self.buttons[name])
        return row

    def _connect(self) -> None:
        self.filters.changed.connect(self.model.ask)
        self.edits.complained.connect(self.messages.warn)
        self.edits.reading_changed.connect(lambda _reading: self.messages.expire())
        self.model.counted.connect(lambda total: self.count.setText(tr_of(total, "{count} outlet", "{count} outlets")))
        self.model.modelReset.connect(self._on_current)
        self.model.refreshed.connect(self._on_current)
        self.model.refreshed.connect(self._offer_filters)
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._on_current())
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._enable())
        self.details.rate_asked.connect(self.rate)
        self.details.tool_asked.connect(self._use_tool)
        self.details.restore_asked.connect(self._restore)
        self.details.article_chosen.connect(self.article_chosen)
        self.tools.imported.connect(self._on_imported)
        self.tools.said.connect(self.messages.say)
        self.tools.complained.connect(self.messages.warn)
        keys = {"Ctrl+F": self.filters.words.setFocus, "Ctrl+N": self.add_outlet, "Ctrl+Return": self.rate, "Ctrl+Z": self.edits.undo,
                "Ctrl+Shift+Z": self.edits.redo, "Ctrl+Y": self.edits.redo, "Ctrl+C": self.copy, "Ctrl+V": self.paste,
                "Ctrl+W": self.close}  # fmt: skip
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self, act)
        QShortcut(QKeySequence("Delete"), self.table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)

    def show_outlet(self, slug: str | None, cited: frozenset[str]) -> None:
        """Come to the front at an outlet, with the keyboard in the search; `cited` are the outlets of the open article.

        Where the outlet is not among the rows shown, the article's outlets are asked for.
        """
        self.filters.offer_cited(cited)
        if slug in cited and (self.isHidden() or self.model.row_of(slug) < 0):
            self.filters.ask_cited()
        row = self.model.row_of(slug) if slug else -1
        if row >= 0 or not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(max(0, row), 0))
        self.show()
        self.raise_()
        self.activateWindow()
        self.filters.words.setFocus()

    def refresh_soon(self) -> None:
        """Show the table as it is now, once everything else is painted; what is being typed into a cell is not disturbed."""
        self.messages.expire()
        if self.table.is_editing:
            QTimer.singleShot(EDITING, self, self.refresh_soon)
        else:
            self.model.refresh_soon()

    def set_theme(self, theme: Theme) -> None:
        """Draw tiers in this theme."""
        self._cells.theme = theme
        self.tools.theme = theme
        self.details.set_theme(theme)
        self.table.viewport().update()

    def rate(self) -> None:
        """Ask for the reader's own rating of the selected outlets; several get the same one, in one step."""
        slugs = tuple(row.slug for row in self.table.chosen_rows)
        form = ask_rating(self.edits, slugs, self) if slugs else None
        if form is not None and len(slugs) > 1:
            form.rated.connect(lambda count: self._offer_undo(tr_of(count, "Rated {count} outlet.", "Rated {count} outlets.")))

    def _offer_undo(self, words: str) -> None:
        self.messages.say_done(words, self.edits.undo)

    def _on_imported(self, done: Imported) -> None:
        words = tr("Imported {list} — {figures}.", list=done.record.title, figures=record_words(done.record))
        if done.record.change_set is None:
            self.messages.say(words)
        else:
            self._offer_undo(words)

    def add_outlet(self) -> None:
        """Ask for a new outlet."""
        ask_outlet(self.edits, None, self)

    def edit_outlet(self) -> None:
        """Ask for changes of the current outlet."""
        if self.table.current_row:
            ask_outlet(self.edits, self.table.current_row.slug, self)

    def _use_tool(self, tool: str) -> None:
        """Do what the details offer to do to the current outlet."""
        if self.table.current_row and tool == "assess":
            ask_assessment(self._port.own_raters, self.edits, self.table.current_row.slug, self)
        elif self.table.current_row:
            {"tags": ask_tags, "merge": ask_merge, "split": ask_split}[tool](self.edits, self.table.current_row.slug, self)

    def remove(self) -> None:
        """Remove the selected outlets, in one step that Undo reverses."""
        rows = self.table.chosen_rows
        if rows and self.edits.do(self.edits.table.remove_outlets, tuple(row.slug for row in rows)):
            several = tr_of(len(rows), "Removed {count} outlet with names and ratings.", "Removed {count} outlets with names and ratings.")
            self._offer_undo(several if len(rows) > 1 else tr("Removed {outlet} with names and ratings.", outlet=rows[0].name))

    def copy(self) -> None:
        """Put the selected rows on the clipboard as tab-separated text with a line of titles."""
        QGuiApplication.clipboard().setText(copied(self.table.chosen_rows))

    def paste(self) -> None:
        """Take tab-separated rows from the clipboard as the reader's own ratings, in one step."""
        known, refused = known_and_refused(QGuiApplication.clipboard().text(), self.edits.table)
        if not known:
            self.messages.say(tr("Nothing was pasted. {why}", why=refused or tr("Copy rows with a domain and a score first.")))
        elif self.edits.do(self.edits.table.set_ratings, known):
            told = tr_of(len(known), "Rated {count} outlet from the clipboard.", "Rated {count} outlets from the clipboard.")
            self._offer_undo(f"{told} {refused}".strip())

    def _restore(self, slug: str, change_set: int) -> None:
        if self.edits.do(self.edits.table.restore_outlet, slug, change_set):
            self._offer_undo(tr("The outlet is as it was before that step."))

    def _offer_filters(self) -> None:
        raters, countries = self.edits.read(self._port.raters.all), self.edits.read(self.edits.table.countries)
        if raters is not None and countries is not None:
            self.model.name_raters({rater.slug: shown(title_words(rater)) for rater in raters})
            self.filters.offer(raters, countries)

    def _load_faces(self, rows: tuple[OutletRow, ...]) -> None:
        self._typefaces.ready("".join(f"{row.name}{row.reason}{row.notes}" for row in rows))

    def _on_current(self) -> None:
        self.details.show_row(self.table.current_row)
        self._enable()

    def _enable(self) -> None:
        has_one = self.table.current_row is not None
        for name in ("edit", "rate", "remove"):
            self.buttons[name].setEnabled(has_one)
        for name, summary in zip(("undo", "redo"), self.edits.look(), strict=True):
            self.buttons[name].setEnabled(summary is not None)
            set_tip(self.buttons[name], shown(summary) if summary else "")
