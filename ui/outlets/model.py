"""The ratings table as a Qt model: windows of rows are fetched when a view asks for them, so 50,000 rows cost as much as 50."""

from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from credibility.floor.language import shown
from credibility.model import Outlet, OutletDraft, OutletKind, OutletPage, OutletQuery, OutletRow, RatingDraft
from ui.basics.plain import tip
from ui.edits import Edits
from ui.outlets.columns import COLUMNS, Column, spoken

Index = QModelIndex | QPersistentModelIndex
WINDOW, KEPT = 200, 24
ROW_ROLE = Qt.ItemDataRole.UserRole + 1


def draft_of(outlet: Outlet) -> OutletDraft:
    """An outlet as the editor takes it."""
    return OutletDraft(
        outlet.slug, outlet.name, outlet.kind, outlet.country, outlet.language, outlet.names, outlet.locators, outlet.notes, seen=outlet
    )


def _as_shown(outlet: Outlet, row: OutletRow) -> Outlet:
    """The outlet with what the row shows of it, which may be older than the table."""
    return replace(outlet, name=row.name, kind=row.kind, country=row.country or None, notes=row.notes)


def _alignment(column: Column) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _hint(column: Column, row: OutletRow) -> str:
    words = column.words(row)
    return words if len(words) > 20 else ""


_PARTS: Mapping[int, Callable[[Column, OutletRow], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.words(row),
    Qt.ItemDataRole.EditRole: lambda column, row: column.words(row),
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _alignment(column),
    Qt.ItemDataRole.ToolTipRole: lambda column, row: tip(_hint(column, row)),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: spoken(column.title, column.words(row)),
    ROW_ROLE: lambda _column, row: row,
}


_EDITS: Mapping[str, Callable[[OutletDraft, object], OutletDraft]] = {
    "name": lambda draft, value: replace(draft, name=str(value).strip()),
    "notes": lambda draft, value: replace(draft, notes=str(value).strip()),
    "country": lambda draft, value: replace(draft, country=str(value).strip().upper() or None),
    "kind": lambda draft, value: replace(draft, kind=OutletKind(value)),
}


class OutletsModel(QAbstractTableModel):
    """Rows of one query, fetched again after every edit. A cell that is edited stays as it was when the table objects.

    `arrived` carries a page of rows before any of them is shown.
    """

    refreshed = Signal()
    arrived = Signal(tuple)
    counted = Signal(int)

    def __init__(self, edits: Edits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        edits.reading_changed.connect(self.refresh)
        self._query = OutletQuery()
        self._pages: OrderedDict[int, tuple[OutletRow, ...]] = OrderedDict()
        self._total = 0
        self._titles: Mapping[str, str] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.refresh)

    @property
    def query(self) -> OutletQuery:
        """What the table shows."""
        return self._query

    @property
    def total(self) -> int:
        """How many rows match."""
        return self._total

    def name_raters(self, titles: Mapping[str, str]) -> None:
        """Show raters by their titles instead of the slugs that rows have."""
        self._titles = titles

    def ask(self, query: OutletQuery) -> None:
        """Show the rows of another query."""
        self.beginResetModel()
        self._query = query
        self._pages.clear()
        self._total = self._fetch(0)
        self.endResetModel()
        self.counted.emit(self._total)

    def refresh_soon(self) -> None:
        """Fetch the shown rows again once everything else is painted."""
        self._later.start()

    def refresh(self) -> None:
        """Fetch the shown rows again after an edit; selection and place stay when the number of rows does."""
        self._later.stop()
        self._pages.clear()
        total = self._fetch(0)
        if total != self._total:
            self.ask(self._query)
            return
        if total:
            self.dataChanged.emit(self.index(0, 0), self.index(total - 1, len(COLUMNS) - 1))
        self.refreshed.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; the table does it, not the model."""
        wanted = replace(self._query, sort=COLUMNS[column].key, descending=order is Qt.SortOrder.DescendingOrder)
        if wanted != self._query:
            self.ask(wanted)

    def row(self, number: int) -> OutletRow | None:
        """The row at a place; None when the table has shrunk meanwhile."""
        page, place = divmod(number, WINDOW)
        if page not in self._pages:
            self._fetch(page)
        else:
            self._pages.move_to_end(page)
        rows = self._pages[page]
        return rows[place] if place < len(rows) else None

    def row_of(self, slug: str) -> int:
        """The place of an outlet among the rows that were fetched; -1 where it is not among them."""
        places = ((page * WINDOW + place, row) for page, rows in self._pages.items() for place, row in enumerate(rows))
        return next((place for place, row in places if row.slug == slug), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows that match the query."""
        return 0 if parent.isValid() else self._total

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns of the table."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, alignment and hint; ROW_ROLE gives the whole row."""
        row = self.row(index.row()) if index.isValid() else None
        if row is None:
            return None
        if COLUMNS[index.column()].key == "rater" and role != ROW_ROLE:
            row = replace(row, rater=self._titles.get(row.rater, row.rater))
        part = _PARTS.get(role)
        return part(COLUMNS[index.column()], row) if part else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return shown(COLUMNS[section].title) if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Which cells can be edited in place."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if COLUMNS[index.column()].edits else flags

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Edit a cell: a RatingDraft for the rating's columns, text or an OutletKind for the outlet's."""
        row, field = self.row(index.row()), COLUMNS[index.column()].edits
        if role != Qt.ItemDataRole.EditRole or row is None:
            return False
        if isinstance(value, RatingDraft):
            return self._edits.do(self._edits.table.set_rating, value)
        outlet = self._edits.read(self._edits.table.outlet, row.slug)
        if outlet is None:
            return False
        return self._edits.do(self._edits.table.save_outlet, _EDITS[field](draft_of(_as_shown(outlet, row)), value))

    def _fetch(self, page: int) -> int:
        fetched = self._edits.read(self._edits.table.outlets, self._query, page * WINDOW, WINDOW) or OutletPage((), 0, 0)
        self._pages[page] = fetched.rows
        self.arrived.emit(fetched.rows)
        while len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return fetched.total
