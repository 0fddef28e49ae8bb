"""The ratings window: the whole table, searched as one types, edited in place."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QVBoxLayout, QWidget

from credibility.model import OutletQuery, OutletRow, RatingDraft, Reading, SourceTintError
from credibility.model.lists import Imported
from ui.basics.plain import plain_label, set_tip
from ui.basics.widgets import button, hairline
from ui.frame.messages import MessageBar
from ui.outlets.cells import CellDelegate
from ui.outlets.columns import COLUMNS
from ui.outlets.editing.long_edits import LongEdits, is_long
from ui.outlets.editing.outlet_form import OutletForm
from ui.outlets.editing.pasting import read_pasted, refused_words
from ui.outlets.editing.rating_form import RatingForm
from ui.outlets.filters import FilterBar
from ui.outlets.history import OutletDetails
from ui.outlets.imports.words import record_words
from ui.outlets.model import OutletsModel, undo_and_redo
from ui.outlets.table import OutletsTable
from ui.outlets.tools import ListTools
from ui.ports import WorkspacePort
from ui.theme import Theme


class RatingsWindow(QWidget):
    """Shows and edits the table; `reading_changed` carries the re-rated reading after every edit, `article_chosen` a file to open."""

    reading_changed = Signal(object)
    article_chosen = Signal(Path)

    def __init__(self, port: WorkspacePort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("Outlets and ratings — SourceTint")
        self.resize(1180, 720)
        self._port = port
        self._table = port.table
        self.model = OutletsModel(port.table, self)
        self.filters = FilterBar()
        self.messages = MessageBar()
        self._cells = CellDelegate(port.table, theme, self)
        self.table = OutletsTable(self.model, self._cells)
        self.details = OutletDetails(port.table, theme)
        self.tools = ListTools(port, theme, self)
        self._long = LongEdits(self)
        self.count = plain_label()
        self.count.setProperty("tone", "faint")
        self.buttons = {
            "add": button("Add outlet…", self.add_outlet, tip="Ctrl+N"),
            "edit": button("Edit outlet…", self.edit_outlet),
            "rate": button("Rate…", self.rate, primary=True, tip="Ctrl+Return"),
            "remove": button("Remove", self.remove, tip="Delete; Undo brings it back"),
            "undo": button("Undo", self.undo, tip="Ctrl+Z"),
            "redo": button("Redo", self.redo, tip="Ctrl+Shift+Z"),
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
        outer.addWidget(self.messages)
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
        self.model.complained.connect(self.messages.warn)
        self._cells.complained.connect(self.messages.warn)
        self.model.reading_changed.connect(self.reading_changed)
        self.model.counted.connect(lambda total: self.count.setText("1 outlet" if total == 1 else f"{total:,} outlets"))
        self.model.modelReset.connect(self._on_current)
        self.model.refreshed.connect(self._on_current)
        self.model.refreshed.connect(self._offer_filters)
        self.table.selectionModel().currentChanged.connect(lambda _new, _old: self._on_current())
        self.table.selectionModel().selectionChanged.connect(lambda _on, _off: self._enable())
        self.details.rate_asked.connect(self.rate)
        self.details.restore_asked.connect(self._restore)
        self.details.article_chosen.connect(self.article_chosen)
        self._long.reading_changed.connect(self._do)
        self._long.complained.connect(self.messages.warn)
        self.tools.reading_changed.connect(self._do)
        self.tools.imported.connect(self._on_imported)
        self.tools.said.connect(self.messages.say)
        self.tools.complained.connect(self.messages.warn)
        keys = {"Ctrl+F": self.filters.words.setFocus, "Ctrl+N": self.add_outlet, "Ctrl+Return": self.rate, "Ctrl+Z": self.undo,
                "Ctrl+Shift+Z": self.redo, "Ctrl+Y": self.redo, "Ctrl+C": self.copy, "Ctrl+V": self.paste,
                "Ctrl+W": self.close}  # fmt: skip
        for sequence, act in keys.items():
            QShortcut(QKeySequence(sequence), self, act)
        QShortcut(QKeySequence("Delete"), self.table, self.remove, context=Qt.ShortcutContext.WidgetShortcut)

    def refresh_soon(self) -> None:
        """Show the table as it is now, once everything else is painted."""
        self.model.refresh_soon()

    def set_theme(self, theme: Theme) -> None:
        """Draw tiers in this theme."""
        self._cells.theme = theme
        self.tools.theme = theme
        self.details.set_theme(theme)
        self.table.viewport().update()

    def rate(self) -> None:
        """Ask for the reader's own rating of the selected outlets; several get the same one, in one step."""
        rows = self.table.chosen_rows
        if not rows:
            return
        try:
            outlet, ratings = self._table.outlet(rows[0].slug), self._table.ratings(rows[0].slug)
        except SourceTintError as error:
            self.messages.warn(error)
            return
        form = RatingForm(
            outlet,
            ratings,
            lambda draft: self._rate_all(draft, rows),
            lambda own: self._do(self._table.clear_rating(own)),
            self,
            also=len(rows) - 1,
        )
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _rate_all(self, draft: RatingDraft, rows: tuple[OutletRow, ...]) -> None:
        self._do(self._table.set_ratings(tuple(replace(draft, outlet=row.slug) for row in rows)))
        if len(rows) > 1:
            self._offer_undo(f"Rated {len(rows)} outlets.")

    def _offer_undo(self, words: str) -> None:
        self.messages.say(words, ("Undo", self.undo))

    def _on_imported(self, done: Imported) -> None:
        words = f"Imported {done.record.title} — {record_words(done.record)}."
        if done.record.change_set is None:
            self.messages.say(words)
        else:
            self._offer_undo(words)

    def add_outlet(self) -> None:
        """Ask for a new outlet."""
        self._ask_outlet(None)

    def edit_outlet(self) -> None:
        """Ask for changes of the current outlet."""
        if self.table.current_row:
            self._ask_outlet(self.table.current_row.slug)

    def remove(self) -> None:
        """Remove the selected outlets, in one step that Undo takes back."""
        rows = self.table.chosen_rows
        if rows and self.model.edit(lambda: self._table.remove_outlets(tuple(row.slug for row in rows))):
            names = rows[0].name if len(rows) == 1 else f"{len(rows)} outlets"
            self._offer_undo(f"Removed {names} with names and ratings.")

    def undo(self) -> None:
        """Take the newest edit back."""
        self._step(undo_and_redo(self._table)[0], self._table.undo)

    def redo(self) -> None:
        """Do the newest undone edit again."""
        self._step(undo_and_redo(self._table)[1], self._table.redo)

    def _step(self, summary: str | None, act: Callable[[], Reading | None]) -> None:
        if summary and is_long(self._table, summary):
            self._long.run(f"{summary} — one moment…", act)
        elif summary:
            self.model.edit(act)

    def copy(self) -> None:
        """Put the selected rows on the clipboard as tab-separated text with a line of titles."""
        lines = ["\t".join(column.title for column in COLUMNS)]
        lines += ["\t".join(column.words(row).replace("\t", " ") for column in COLUMNS) for row in self.table.chosen_rows]
        QGuiApplication.clipboard().setText("\n".join(lines))

    def paste(self) -> None:
        """Take tab-separated rows from the clipboard as the reader's own ratings, in one step."""
        pasted = read_pasted(QGuiApplication.clipboard().text())
        known, unknown = self._known(pasted.drafts)
        refused = refused_words((*pasted.refused, *unknown))
        if not known:
            self.messages.say(f"Nothing was pasted. {refused or 'Copy rows with a domain and a score first.'}")
        elif self.model.edit(lambda: self._table.set_ratings(known)):
            self._offer_undo(f"Rated {len(known)} outlet{'s' * (len(known) != 1)} from the clipboard. {refused}".strip())

    def _known(self, drafts: tuple[RatingDraft, ...]) -> tuple[tuple[RatingDraft, ...], list[tuple[int, str]]]:
        """The ratings of outlets that are in the table, and what is to be said of the others."""
        known, unknown = [], []
        for number, draft in enumerate(drafts, 1):
            try:
                self._table.outlet(draft.outlet)
            except SourceTintError:
                unknown.append((number, f"“{draft.outlet}” is not in your table"))
            else:
                known.append(draft)
        return tuple(known), unknown

    def _restore(self, slug: str, change_set: int) -> None:
        if self.model.edit(lambda: self._table.restore_outlet(slug, change_set)):
            self._offer_undo("The outlet is as it was before that step.")

    def _offer_filters(self) -> None:
        try:
            raters = self._port.raters.all()
            self.model.name_raters({rater.slug: rater.title for rater in raters})
            self.filters.offer(raters, self._table.countries())
        except SourceTintError as error:
            self.messages.warn(error)

    def _ask_outlet(self, slug: str | None) -> None:
        try:
            outlet = self._table.outlet(slug) if slug else None
        except SourceTintError as error:
            self.messages.warn(error)
            return
        form = OutletForm(outlet, lambda draft: self._do(self._table.save_outlet(draft)), self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()

    def _do(self, reading: object) -> None:
        self.reading_changed.emit(reading)
        self.model.refresh()

    def _on_current(self) -> None:
        self.details.show_row(self.table.current_row)
        self._enable()

    def _enable(self) -> None:
        has_one = self.table.current_row is not None
        for name in ("edit", "rate", "remove"):
            self.buttons[name].setEnabled(has_one)
        for name, summary in zip(("undo", "redo"), undo_and_redo(self._table), strict=True):
            self.buttons[name].setEnabled(summary is not None)
            set_tip(self.buttons[name], summary or "")
