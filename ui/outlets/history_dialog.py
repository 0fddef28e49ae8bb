"""The history of the whole table: every set of changes, newest first, each undone as a whole where no later one would be lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QScrollArea, QSplitter, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import ChangeSet
from ui.basics.widgets import button, label, put_in
from ui.edits import LONG, Edits
from ui.outlets.change_words import change_words
from ui.outlets.history import step_words

SHOWN = 60  # changes of one set that are listed


class HistoryDialog(QDialog):
    """Sets of changes on the left, what the current one did on the right."""

    def __init__(self, edits: Edits, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("History of the table"))
        self.resize(780, 540)
        self._edits = edits
        self._entries: tuple[ChangeSet, ...] = ()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sets of changes, newest first"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(tr("What it changed"))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.undo_button = button(tr("Undo this set of changes"), self.undo_chosen, primary=True, tip=tr("As a whole; Undo brings it back"))
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_chosen())
        edits.reading_changed.connect(self.show_all)
        self.show_all()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        column.addWidget(
            label(tr("What is undone here becomes a change of its own. Later changes of the same rows are never lost."), tone="soft")
        )
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.addWidget(self.list)
        parts.addWidget(self._area)
        parts.setSizes([330, 400])
        column.addWidget(parts, 1)
        column.addWidget(self.complaint)
        row = QHBoxLayout()
        row.addWidget(self.undo_button)
        row.addStretch(1)
        row.addWidget(button(tr("Close"), self.reject))
        column.addLayout(row)

    def show_all(self) -> None:
        """Show the history as it is now."""
        chosen = self.chosen.id if self.chosen else None
        self._entries = self._edits.read(self._edits.table.history, complain=self._complain) or ()
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for entry in self._entries:
            self.list.addItem(QListWidgetItem(f"{shown(entry.summary)}\n{step_words(entry)}"))
        ids = [entry.id for entry in self._entries]
        self.list.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.list.blockSignals(blocked)
        self._show_chosen()

    @property
    def chosen(self) -> ChangeSet | None:
        """The set of changes that is chosen; None when there is none."""
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def undo_chosen(self) -> None:
        """Undo the set of changes that is chosen as a whole; off the GUI thread when it is large."""
        entry = self.chosen
        if entry is None:
            return
        self.complaint.hide()
        if len(entry.changes) >= LONG:
            words = tr("Undoing “{step}”…", step=entry.summary)
            self._edits.run(words, self._edits.table.reverse, entry.id, complain=self._complain, over=self)
        else:
            self._edits.do(self._edits.table.reverse, entry.id, complain=self._complain)

    def done(self, result: int) -> None:
        """Wait for what is under way."""
        self._edits.wait()
        super().done(result)

    def _show_chosen(self) -> None:
        entry = self.chosen
        page = QWidget()
        column = QVBoxLayout(page)
        told = [words for change in entry.changes if (words := _told(change.key, change_words(change)))] if entry else []
        for words in told[:SHOWN]:
            column.addWidget(label(words, tone="soft", scale=0.95, selectable=True))
        if len(told) > SHOWN:
            column.addWidget(label(tr("… and more"), tone="faint"))
        if not told:
            column.addWidget(label(tr("Nothing was changed so far.") if entry is None else tr("Nothing that a reader sees."), tone="faint"))
        column.addStretch(1)
        put_in(self._area, page)
        self.undo_button.setEnabled(entry is not None and not entry.undone)

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def _told(key: str, words: str) -> str:
    return f"{key}: {words}" if words else ""
