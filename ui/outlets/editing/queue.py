"""The outlets an article cites that nobody has rated, one after the other: tier, reason, evidence, next."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import ChangedMeanwhileError, Outlet, Rating
from ui.basics.widgets import button, label, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.rating_fields import RatingFields, Typed
from ui.outlets.editing.unsaved import ask_unsaved


class UnratedQueue(QDialog):
    """Goes through `outlets`; each saved rating is an edit of its own, and what it objects to is shown here."""

    def __init__(self, edits: Edits, outlets: tuple[Outlet, ...], heading: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Unrated outlets"))
        self.setMinimumSize(720, 420)
        self._edits = edits
        self._seen: tuple[Rating, ...] = ()
        self._outlets = outlets
        self._typed: dict[str, Typed] = {}  # what was typed and not saved, by outlet
        self._done: set[str] = set()  # saved, or left unrated
        self._shown = ""
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Unrated outlets"))
        for outlet in outlets:
            item = QListWidgetItem(f"□  {outlet.name}\n     {outlet.slug}")
            item.setData(Qt.ItemDataRole.UserRole, outlet.slug)
            self.list.addItem(item)
        self.fields = RatingFields()
        self.title = label("", scale=1.25, bold=True)
        self.complaint = label("", tone="alarm")
        self.save_button = button(tr("Save and next"), self.save, primary=True)
        self.save_button.setDefault(True)
        save_with_keys(self, self.save)
        self.skip_button = button(tr("Skip"), self.skip, tip=tr("Leave this one unrated"))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemClicked.connect(lambda _item: self.fields.score.setFocus())  # by key one may be on the way to another row
        self._lay_out(heading)
        self.list.setCurrentRow(0)
        self.fields.score.setFocus()

    def _lay_out(self, heading: str) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self.title)
        right.addWidget(self.fields)
        right.addWidget(self.complaint)
        right.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(button(tr("Close"), self.reject))
        row.addStretch(1)
        row.addWidget(self.skip_button)
        row.addWidget(self.save_button)
        right.addLayout(row)
        middle = QHBoxLayout()
        middle.setSpacing(18)
        middle.addWidget(self.list, 2)
        middle.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(12)
        column.addWidget(label(heading, scale=1.1, bold=True))
        column.addWidget(label(tr("Unrated says nothing about an outlet. Rate only those you have a reason for."), tone="soft"))
        column.addLayout(middle, 1)

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first, at the outlet that it was typed for."""
        self._put_aside()
        if self._typed:
            self.list.setCurrentRow(self._first_unsaved())
            ask_unsaved(self, self.save, super().reject)
        else:
            super().reject()

    def save(self) -> None:
        """Save the rating of the outlet shown and go on to the next."""
        draft = replace(self.fields.draft(self._shown), seen=self._seen)
        if problem := self.fields.problem():
            self.complaint.setText(problem)
        elif self._edits.do(self._edits.table.set_rating, draft, complain=self._complain):
            item = self.list.currentItem()
            item.setText(item.text().replace("□", "✓", 1))
            self.skip()

    def _complain(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhileError) and isinstance(error.now, tuple):
            self._seen = error.now  # the reader knows of it now
        self.complaint.setText(shown(str(error)))

    def skip(self) -> None:
        """Go on to the next outlet without this one, after the last to those before it; close when each was saved or skipped."""
        self.fields.start(self.fields.typed)
        self._typed.pop(self._shown, None)
        self._done.add(self._shown)
        here, count = self.list.currentRow(), self.list.count()
        following = ((here + step) % count for step in range(1, count))
        row = next((row for row in following if self._is_open(self._outlets[row].slug)), None)
        if row is None:
            self.accept()
            return
        self.list.setCurrentRow(row)
        self.fields.score.setFocus()

    def _is_open(self, slug: str) -> bool:
        """Whether an outlet waits for its rating: also one that was skipped, where something was typed afterwards."""
        return slug not in self._done or slug in self._typed

    def _first_unsaved(self) -> int:
        return next(row for row, outlet in enumerate(self._outlets) if outlet.slug in self._typed)

    def _put_aside(self) -> None:
        """Keep what is typed for the outlet shown: another row does not lose it."""
        if self._shown and self.fields.is_changed:
            self._typed[self._shown] = self.fields.typed
        else:
            self._typed.pop(self._shown, None)

    def _show(self, row: int) -> None:
        self._put_aside()
        outlet = self._outlets[row]
        self._seen = ()  # nobody has rated it
        self._shown = outlet.slug
        self.complaint.clear()
        self.title.setText(outlet.name)
        self.fields.start(Typed())
        if typed := self._typed.get(outlet.slug):
            self.fields.fill(typed)
