"""The table view of outlets: how it looks and which keys edit."""

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from credibility.floor.language import shown, tr
from credibility.model import OutletRow
from ui.outlets.cells import CellDelegate
from ui.outlets.columns import COLUMNS, column_of
from ui.outlets.model import ROW_ROLE
from ui.outlets.tiers import tier_width

AROUND = 22  # pixels beside a title


class OutletsTable(QTableView):
    """Rows of equal height, no grid, sorted by a click on a title; F2 or a double click edits a cell."""

    def __init__(self, model: QAbstractItemModel, cells: CellDelegate, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(cells)
        self.setAccessibleName(tr("Outlets and ratings"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setSortingEnabled(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 2.0))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSortIndicator(0, Qt.SortOrder.AscendingOrder)
        bold = header.font()
        bold.setBold(True)
        for place, column in enumerate(COLUMNS):
            self.setColumnWidth(place, max(column.width, QFontMetrics(bold).horizontalAdvance(shown(column.title)) + AROUND))
        self.setColumnWidth(column_of("tier"), max(self.columnWidth(column_of("tier")), tier_width(self.fontMetrics())))

    @property
    def is_editing(self) -> bool:
        """Whether a cell is being edited."""
        return self.state() == QAbstractItemView.State.EditingState

    @property
    def current_row(self) -> OutletRow | None:
        """The outlet the keyboard stands on."""
        row = self.currentIndex().data(ROW_ROLE) if self.currentIndex().isValid() else None
        return row if isinstance(row, OutletRow) else None

    @property
    def chosen_rows(self) -> tuple[OutletRow, ...]:
        """All selected outlets, from top to bottom."""
        indexes = sorted(self.selectionModel().selectedRows(), key=lambda index: index.row())
        return tuple(row for row in (index.data(ROW_ROLE) for index in indexes) if isinstance(row, OutletRow))
