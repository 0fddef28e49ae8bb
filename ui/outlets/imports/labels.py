"""Figures beside words: scores of a list's own labels ("mostly factual" is 70), weights of its criteria. Edited in place."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from credibility.floor.language import said, shown, tr
from credibility.model import Tier
from ui.outlets.columns import spoken
from ui.outlets.tiers import TIER_ROLE

Index = QModelIndex | QPersistentModelIndex
LABELS = (said("Label"), said("Score 0–100"), said("Tier"))
CRITERIA = (said("Criterion"), said("Weight"))
SCORE = 1
LEFT_OUT = said("left out")


class LabelsModel(QAbstractTableModel):
    """One row per label or criterion. A label without a score leaves its rows in quarantine. `changed` follows every edit."""

    changed = Signal()

    def __init__(self, titles: tuple[str, ...] = LABELS, parent: QObject | None = None, *, unscored: str = LEFT_OUT) -> None:
        """`unscored` says what a row without a score means."""
        super().__init__(parent)
        self._unscored = unscored
        self._titles = titles
        self._rows: list[tuple[str, float | None]] = []

    def show_labels(self, labels: Sequence[tuple[str, float | None]]) -> None:
        """Show these labels."""
        self.beginResetModel()
        self._rows = list(labels)
        self.endResetModel()

    @property
    def scores(self) -> tuple[tuple[str, float], ...]:
        """The labels that have a score, or the criteria that have a weight."""
        return tuple((label, score) for label, score in self._rows if score is not None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Labels."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Label, score, tier."""
        return 0 if parent.isValid() else len(self._titles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words; of the tier also the tier."""
        if not index.isValid():
            return None
        label, score = self._rows[index.row()]
        words = (
            label,
            "" if score is None else f"{score:g}",
            tr(Tier.of_score(score).label) if score is not None else shown(self._unscored),
        )
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return words[index.column()]
        if role == TIER_ROLE and index.column() == LABELS.index("Tier") and score is not None:
            return Tier.of_score(score)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._titles[index.column()], words[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return shown(self._titles[section])
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """The score can be edited."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == SCORE else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Give a label its score or a criterion its weight, from 0 to 100; "" removes it. Other texts are refused."""
        if role != Qt.ItemDataRole.EditRole or index.column() != SCORE:
            return False
        text = str(value).strip().replace(",", ".")
        try:
            score = float(text) if text else None
        except ValueError:
            return False
        if score is not None and not 0 <= score <= 100:
            return False
        self._rows[index.row()] = (self._rows[index.row()][0], score)
        self.dataChanged.emit(self.index(index.row(), 0), self.index(index.row(), len(self._titles) - 1))
        self.changed.emit()
        return True
