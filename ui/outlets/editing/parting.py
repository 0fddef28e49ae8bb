"""Make one outlet out of two, or two out of one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import Outlet, OutletName
from credibility.model.edited import SplitDraft
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.chooser import OutletChooser


def ask_merge(edits: Edits, slug: str, owner: QWidget) -> OutletChooser | None:
    """Ask into which outlet another is to be merged; None when the table cannot be read, which `edits` says."""
    outlet = edits.read(edits.table.outlet, slug)
    if outlet is None:
        return None
    words = tr(
        "Names, addresses, ratings and parts of {outlet} go to the outlet you choose, where that has none of its own. "
        "Undo brings both back.",
        outlet=outlet.name,
    )
    chooser = OutletChooser(edits.table, words, parent=owner)
    chooser.setWindowTitle(tr("Merge {outlet} into", outlet=outlet.name))
    chooser.none_button.hide()
    chooser.adds = False
    chooser.choose_button.setText(tr("Merge"))
    chooser.chosen.connect(lambda into: edits.do(edits.table.merge_outlets, slug, into))
    open_form(chooser)
    return chooser


class SplitForm(QDialog):
    """Asks what part of an outlet becomes one of its own. `split` carries the slug of the new one."""

    split = Signal(str)

    def __init__(self, edits: Edits, outlet: Outlet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Split {outlet}", outlet=outlet.name))
        self.setMinimumSize(480, 460)
        self._edits = edits
        self._outlet = outlet
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the new outlet"))
        self.slug = QLineEdit()
        self.slug.setAccessibleName(tr("Main domain of the new outlet"))
        self.slug.setPlaceholderText(tr("a domain, or a domain with a path"))
        self.going = QListWidget()
        self.going.setAccessibleName(tr("Names and addresses that go with it"))
        for name in outlet.names:
            self._offer(tr("Name: {name}", name=name.text), name)
        for key in outlet.locators:
            if key != outlet.slug:
                self._offer(tr("Address: {address}", address=key), key)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button(tr("Split"), self.save, primary=True)
        save_with_keys(self, self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), scale=1.3, bold=True))
        column.addWidget(
            label(tr("What you tick becomes an outlet of its own, unrated. Kind, country and language stay the same."), tone="soft")
        )
        form = QFormLayout()
        for words, field in ((tr("&Name"), self.name), (tr("&Domain"), self.slug)):
            form.addRow(plain_label(words, field), field)
        column.addLayout(form)
        column.addWidget(self.going, 1)
        column.addWidget(self.complaint)
        column.addLayout(foot(self, self.save_button))

    def _offer(self, words: str, part: OutletName | str) -> None:
        item = QListWidgetItem(words, self.going)
        item.setData(Qt.ItemDataRole.UserRole, part)
        item.setCheckState(Qt.CheckState.Unchecked)

    def tick(self, *words: str) -> None:
        """Tick the names and addresses that are exactly these words."""
        for row in range(self.going.count()):
            item = self.going.item(row)
            part = item.data(Qt.ItemDataRole.UserRole)
            if (part.text if isinstance(part, OutletName) else part) in words:
                item.setCheckState(Qt.CheckState.Checked)

    def draft(self) -> SplitDraft:
        """The new outlet as typed."""
        items = [self.going.item(row) for row in range(self.going.count())]
        parts = [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]
        names = tuple(part for part in parts if isinstance(part, OutletName))
        return SplitDraft(
            self.slug.text().strip().lower(), self.name.text().strip(), names, tuple(part for part in parts if isinstance(part, str))
        )

    def save(self) -> None:
        """Split; close when that went well."""
        if self._edits.do(self._edits.table.split_outlet, self._outlet.slug, self.draft(), complain=self._complain):
            self.accept()
            self.split.emit(self.draft().slug)

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_split(edits: Edits, slug: str, owner: QWidget) -> SplitForm | None:
    """Ask what part of an outlet becomes one of its own; None when the table cannot be read, which `edits` says."""
    outlet = edits.read(edits.table.outlet, slug)
    if outlet is None:
        return None
    form = SplitForm(edits, outlet, owner)
    open_form(form)
    return form
