"""Tables of the import as Qt models over frozen rows: nothing is copied, no widget is made per row."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from credibility.floor.language import in_figures, said, shown, tr
from credibility.model import Tier
from credibility.model.lists import ImportStep, PreviewRow, SetAside
from ui.basics.plain import tip
from ui.outlets.columns import spoken
from ui.outlets.imports.wording import STEPS, about_words, before_words, step_words
from ui.outlets.kinds import kind_words
from ui.outlets.tiers import TIER_ROLE

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


@dataclass(frozen=True, slots=True)
class ListColumn(Generic[Row]):
    """A column's title, width, words, the tier its cells show if any, and what it sorts by (its words unless told)."""

    title: str
    width: int
    words: Callable[[Row], str]
    tier: Callable[[Row], Tier | None] | None = None
    key: Callable[[Row], Any] | None = None
    is_number: bool = False


def _alignment(column: ListColumn[Any]) -> int:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)


def _hint(column: ListColumn[Any], row: Any) -> str:
    words = column.words(row)
    return words if len(words) > 24 else ""


_PARTS: Mapping[int, Callable[[ListColumn[Any], Any], object]] = {
    Qt.ItemDataRole.DisplayRole: lambda column, row: column.words(row),
    TIER_ROLE: lambda column, row: column.tier(row) if column.tier else None,
    Qt.ItemDataRole.TextAlignmentRole: lambda column, _row: _alignment(column),
    Qt.ItemDataRole.ToolTipRole: lambda column, row: tip(_hint(column, row)),
    Qt.ItemDataRole.AccessibleTextRole: lambda column, row: spoken(column.title, column.words(row)),
}


class RowsModel(QAbstractTableModel, Generic[Row]):
    """Rows under columns; `show_rows` puts others in their place."""

    def __init__(self, columns: Sequence[ListColumn[Row]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._all: tuple[Row, ...] = ()
        self.rows: tuple[Row, ...] = ()
        self._sorted: tuple[int, Qt.SortOrder] | None = None

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows in the order chosen, of those that `keeps` lets through."""
        self._all = tuple(rows)
        self.refill()

    def keeps(self, row: Row) -> bool:  # noqa: ARG002
        """Whether a row is shown; a filtering model says otherwise."""
        return True

    def refill(self) -> None:
        """Filter and sort again."""
        self.beginResetModel()
        rows = [row for row in self._all if self.keeps(row)]
        if self._sorted:
            column = self.columns[self._sorted[0]]
            rows.sort(key=column.key or column.words, reverse=self._sorted[1] is Qt.SortOrder.DescendingOrder)
        self.rows = tuple(rows)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; -1 gives the file's own order back."""
        self._sorted = (column, order) if column >= 0 else None
        self.refill()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows shown."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A cell's words, tier, alignment and hint."""
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        part = _PARTS.get(role)
        return part(self.columns[index.column()], self.rows[index.row()]) if part else None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The columns' titles."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return shown(self.columns[section].title)
        return None


def _after(row: PreviewRow) -> str:
    entry = row.entry
    if entry.score is None:
        return kind_words(entry.kind) if entry.kind else ""
    return f"{tr(Tier.of_score(entry.score).label)} · {in_figures(entry.score)}"


PREVIEW_COLUMNS: tuple[ListColumn[PreviewRow], ...] = (
    ListColumn(said("Step"), 112, lambda row: step_words(row.step), key=lambda row: list(STEPS).index(row.step)),
    ListColumn(said("Line"), 58, lambda row: str(row.entry.line or ""), key=lambda row: row.entry.line, is_number=True),
    ListColumn(said("Outlet"), 170, lambda row: row.outlet),
    ListColumn(said("Name in the list"), 170, lambda row: row.entry.name),
    ListColumn(said("Now"), 158, lambda row: before_words(row.before), lambda row: row.before.tier if row.before else None,
           lambda row: -1.0 if row.before is None or row.before.score is None else row.before.score),
    ListColumn(said("Then"), 158, _after, lambda row: None if row.entry.score is None else Tier.of_score(row.entry.score),
           lambda row: -1.0 if row.entry.score is None else row.entry.score),
    ListColumn(said("In its words"), 108, lambda row: row.entry.original),
    ListColumn(said("About it"), 320, about_words),
)  # fmt: skip

SET_ASIDE_COLUMNS: tuple[ListColumn[SetAside], ...] = (
    ListColumn(said("Line"), 64, lambda row: str(row.line), key=lambda row: row.line, is_number=True),
    ListColumn(said("Problem"), 330, lambda row: shown(row.problem)),
    ListColumn(said("Row"), 560, lambda row: row.raw),
)


class PreviewModel(RowsModel[PreviewRow]):
    """What an import would do, filtered by step and by words."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(PREVIEW_COLUMNS, parent)
        self._steps: frozenset[ImportStep] = frozenset()
        self._words = ""

    def narrow(self, steps: frozenset[ImportStep], words: str) -> None:
        """Show only these steps, all when there are none, and only rows whose outlet or name holds the words."""
        self._steps, self._words = steps, words.casefold().strip()
        self.refill()

    def keeps(self, row: PreviewRow) -> bool:
        """Whether a row is of a step and has the words wanted."""
        if self._steps and row.step not in self._steps:
            return False
        return not self._words or self._words in row.outlet or self._words in row.entry.name.casefold()
