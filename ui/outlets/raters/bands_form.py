"""What a rater's own words, or its figures from one to another, are worth here: shown with their tiers, and edited."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QTableView, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.imports.labels import LabelsModel
from ui.outlets.tiers import TierDelegate
from ui.ports.raters import RaterPort
from ui.theme import Theme

TITLES = (said("In its own words"), said("Score 0–100"), said("Tier"))
WHAT_IT_DOES = said(
    "A changed score holds for all ratings with these words, and for later editions of the list. Figures are shown from the lowest "
    "to the highest of a tier. Words with several scores have none here; those left empty stay as they are."
)
NO_WORDS = said("No rating of this rater says what it was in its own words.")


class BandsForm(QDialog):
    """A row per word. Saving is one step that Undo reverses."""

    def __init__(self, port: RaterPort, edits: Edits, rater: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        title = next((each.title for each in port.all() if each.slug == rater), rater)
        self.setWindowTitle(tr("What the words of {rater} are worth", rater=title))
        self.resize(620, 480)
        self._port = port
        self._edits = edits
        self._rater = rater
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self._bands = edits.read(port.bands, rater, complain=self._complain) or ()
        self.model = LabelsModel(TITLES, self, unscored=said("several scores"))
        self.model.show_labels([(band.label, band.score) for band in self._bands])
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(TITLES.index("Tier"), TierDelegate(theme, self.table))
        self.table.setAccessibleName(self.windowTitle())
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setColumnWidth(0, 270)
        self.table.setColumnWidth(1, 130)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.save_button = button(tr("Save"), self.save, primary=True, tip=tr("Recolours the open article; Undo takes it back"))
        self.save_button.setEnabled(bool(self._bands))
        save_with_keys(self, self.save)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        column.addWidget(label(self.windowTitle(), scale=1.2, bold=True))
        column.addWidget(label(shown(WHAT_IT_DOES if self._bands else NO_WORDS), tone="soft"))
        column.addWidget(self.table, 1)
        column.addWidget(self.complaint)
        column.addLayout(foot(self, self.save_button))

    @property
    def changed(self) -> dict[str, float]:
        """The words whose score was changed."""
        before = {band.label: band.score for band in self._bands}
        return {words: score for words, score in self.model.scores if before[words] != score}

    def save(self) -> None:
        """Save what was changed; close when that went well."""
        changed = self.changed
        if not changed or self._edits.do(self._port.set_bands, self._rater, changed, complain=self._complain):
            self.accept()

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))
        self.complaint.show()


def ask_bands(port: RaterPort, edits: Edits, rater: str, theme: Theme, owner: QWidget) -> BandsForm:
    """Open the form over a window."""
    form = BandsForm(port, edits, rater, theme, owner)
    open_form(form)
    return form
