"""The articles that a search found, as a model that fetches the next page when it is scrolled to."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from credibility.model.library import LibraryPage, LibraryQuery, Shelved
from ui.basics.plain import tip
from ui.library.row_words import spoken

Index = QModelIndex | QPersistentModelIndex
Ask = Callable[[LibraryQuery, int], LibraryPage | None]
ROW = Qt.ItemDataRole.UserRole
WORDS: dict[Qt.ItemDataRole, Callable[[Shelved], object]] = {
    ROW: lambda row: row,
    Qt.ItemDataRole.DisplayRole: lambda row: row.title,
    Qt.ItemDataRole.AccessibleTextRole: spoken,
    Qt.ItemDataRole.ToolTipRole: lambda row: tip(f"{row.title}\n{row.path}"),
}


class ShelfModel(QAbstractListModel):
    """`ask` gives one page of a query from an offset on, None where that failed."""

    def __init__(self, ask: Ask, parent: QObject) -> None:
        super().__init__(parent)
        self._ask = ask
        self._rows: list[Shelved] = []
        self.query = LibraryQuery()
        self.page = LibraryPage((), 0, 0)

    def show(self, query: LibraryQuery) -> None:
        """Show what matches a query."""
        page = self._ask(query, 0)
        if page is None:
            return
        self.beginResetModel()
        self.query, self.page, self._rows = query, page, list(page.rows)
        self.endResetModel()

    def row(self, index: Index) -> Shelved | None:
        """The article of an index; None for one that is not valid."""
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, number: int) -> int:
        """The row of an article; -1 when it is not among those loaded."""
        return next((place for place, row in enumerate(self._rows) if row.number == number), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """How many are loaded."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The article, or its words."""
        row = self.row(index)
        if row is None:
            return None
        made = WORDS.get(Qt.ItemDataRole(role))
        return made(row) if made else None

    def canFetchMore(self, parent: Index) -> bool:
        """Whether there are more than are loaded."""
        return not parent.isValid() and len(self._rows) < self.page.total

    def fetchMore(self, parent: Index) -> None:
        """Load the next page."""
        page = self._ask(self.query, len(self._rows)) if not parent.isValid() else None
        if page is None or not page.rows:
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(page.rows) - 1)
        self._rows += page.rows
        self.endInsertRows()
