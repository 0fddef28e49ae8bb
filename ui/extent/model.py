"""The blocks of a page as a Qt list with check boxes."""

from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from credibility.floor.language import said, shown, tr
from credibility.model import BlockKind, PageBlock

Index = QModelIndex | QPersistentModelIndex
KIND_WORDS = {
    BlockKind.RULE: said("[line]"),
    BlockKind.TABLE_ROW: said("[table row]"),
    BlockKind.LIST_ITEM: said("[list item]"),
}


class BlockData(IntEnum):
    """What a row holds besides its text."""

    BLOCK = Qt.ItemDataRole.UserRole + 1
    KEPT = Qt.ItemDataRole.UserRole + 2
    STANDING = Qt.ItemDataRole.UserRole + 3


def shown_words(block: PageBlock) -> str:
    """The block's text; of a picture what it shows."""
    if block.kind is BlockKind.IMAGE:
        return tr("[Picture: {words}]", words=block.text) if block.text else tr("[Picture]")
    return block.text or shown(KIND_WORDS.get(block.kind, f"[{block.kind.value}]"))


def standing(block: PageBlock, kept: bool) -> str:
    """What the reader changed about a block; "" when it is as it was found."""
    if kept == block.found:
        return ""
    return tr("added by you") if kept else tr("left out by you")


class BlocksModel(QAbstractListModel):
    """One row per block of the page, checked when it is kept; `changed` follows every change of what is kept."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._blocks: tuple[PageBlock, ...] = ()
        self._kept: frozenset[int] = frozenset()

    @property
    def blocks(self) -> tuple[PageBlock, ...]:
        """All blocks in page order."""
        return self._blocks

    @property
    def kept(self) -> frozenset[int]:
        """Numbers of the blocks that are the article."""
        return self._kept

    def show(self, blocks: tuple[PageBlock, ...]) -> None:
        """Show another page."""
        self.beginResetModel()
        self._blocks = blocks
        self._kept = frozenset(block.number for block in blocks if block.kept)
        self.endResetModel()
        self.changed.emit()

    def keep(self, kept: frozenset[int]) -> None:
        """Keep exactly these blocks."""
        self._kept = kept
        if self._blocks:
            self.dataChanged.emit(self.index(0), self.index(len(self._blocks) - 1))
        self.changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Rows at the top; a list has none below."""
        return 0 if parent.isValid() else len(self._blocks)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every block can be checked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """A row's words, whether it is kept, and all of it for a screen reader."""
        if not index.isValid():
            return None
        block = self._blocks[index.row()]
        kept = block.number in self._kept
        values: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: shown_words(block),
            Qt.ItemDataRole.CheckStateRole: Qt.CheckState.Checked if kept else Qt.CheckState.Unchecked,
            Qt.ItemDataRole.AccessibleTextRole: f"{tr('In the article') if kept else tr('Left out')}: {shown_words(block)}",
            BlockData.BLOCK: block,
            BlockData.KEPT: kept,
            BlockData.STANDING: standing(block, kept),
        }
        return values.get(role)
