"""A table view as every page of the import shows it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.outlets.imports.models import RowsModel
from ui.outlets.tiers import TierDelegate, tier_width
from ui.theme import Theme


class Grid(QTableView):
    """Shows a model's rows, each as high as a line; sortable when told."""

    def __init__(self, model: RowsModel[Any], theme: Theme, name: str, *, sortable: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(TierDelegate(theme, self))
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.8))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setStretchLastSection(True)
        if sortable:
            header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
            header.setSortIndicatorClearable(True)
            self.setSortingEnabled(True)
        self.fit()

    def fit(self) -> None:
        """Give the columns their widths."""
        for place, column in enumerate(self._rows.columns):
            least = tier_width(self.fontMetrics(), " · 100 of 100") if column.tier else 0
            self.setColumnWidth(place, max(column.width, least))
