"""What a known list's own words, or its figures by tier, would be imported as: shown and edited before anything is written."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QTableView, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model.edited import Band
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label
from ui.outlets.imports.labels import LabelsModel
from ui.outlets.tiers import TierDelegate
from ui.theme import Theme

TITLES = (said("In its own words"), said("Score 0–100"), said("Tier"))
WHAT = said("What the list's own words or figures are worth, to look at and to change")
HEIGHT = 190


class ListWords(QWidget):
    """A switch, and below it a row per word. `changed` follows an edit; `scores` are the words whose score was changed."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: dict[str, float | None] = {}
        self.switch = button(
            tr("Its words…"), self._fold, tip=tr("What the list's own words or figures are worth, to look at and to change")
        )
        self.switch.setCheckable(True)
        self.told = label(tr("A changed score holds for this import and for later editions of the list."), tone="soft")
        self.model = LabelsModel(TITLES, self, unscored=said("several scores"))
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(TITLES.index("Tier"), TierDelegate(theme, self.table))
        self.table.setAccessibleName(tr("What the list's own words are worth"))
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setColumnWidth(0, 300)
        self.table.setColumnWidth(1, 130)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        self.table.setFixedHeight(HEIGHT)
        self.model.changed.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.told)
        column.addWidget(self.table)
        self._fold()

    def show_words(self, words: Sequence[Band]) -> None:
        """Show these words; without any, nothing."""
        self._before = {band.label: band.score for band in words}
        self.model.show_labels([(band.label, band.score) for band in words])
        self.setVisible(bool(words))
        if not words:
            self.switch.setChecked(False)
        self._fold()

    @property
    def scores(self) -> dict[str, float]:
        """The words whose score was changed."""
        return {words: score for words, score in self.model.scores if self._before[words] != score}

    def _fold(self) -> None:
        shows = self.switch.isChecked()
        self.table.setVisible(shows)
        self.told.setVisible(shows)
        set_tip(self.switch, tr("Hide them") if shows else shown(WHAT))
