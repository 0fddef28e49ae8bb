"""Cells of the ratings table: tiers drawn with their chip, ratings and kinds edited in place."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QComboBox, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QTableView, QWidget

from credibility.floor.language import tr
from credibility.floor.roles import ROLE_OF_TIER
from credibility.model import OutletKind, OutletRow, RatingDraft
from ui.edits import Edits
from ui.outlets.columns import COLUMNS, column_of
from ui.outlets.editing.rating_cell import RatingCell
from ui.outlets.editing.rating_form import own_rating
from ui.outlets.kinds import kind_words
from ui.outlets.model import ROW_ROLE
from ui.theme import Theme
from ui.theme.swatch import draw_chip

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws and edits cells. A rating is edited as one piece, score and reason together, over its row."""

    def __init__(self, edits: Edits, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self._edits = edits

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the tier with chip and words, everything else as Qt does."""
        row = index.data(ROW_ROLE)
        if COLUMNS[index.column()].key != "tier" or not isinstance(row, OutletRow):
            super().paint(painter, option, index)
            return
        blank = QStyleOptionViewItem(option)
        self.initStyleOption(blank, index)
        blank.text = ""
        style = option.widget.style() if option.widget else None
        if style:
            style.drawControl(style.ControlElement.CE_ItemViewItem, blank, painter, option.widget)
        painter.save()
        side = min(20.0, option.rect.height() - 8.0)
        chip = QRectF(option.rect.left() + 8, option.rect.center().y() - side / 2 + 0.5, side, side)
        font = painter.font()
        draw_chip(painter, chip, ROLE_OF_TIER[row.tier], self.theme)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.colours.ink if row.score is not None else self.theme.colours.faint))
        painter.drawText(QRectF(option.rect).adjusted(side + 15, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, tr(row.tier.label))
        painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """The editor of a cell."""
        row, edits = index.data(ROW_ROLE), COLUMNS[index.column()].edits
        if edits == "rating":
            cell = RatingCell(parent)
            cell.accepted.connect(lambda: self._commit(cell))
            return cell
        if edits == "kind":
            box = QComboBox(parent)
            for kind in OutletKind:
                box.addItem(kind_words(kind), kind)
            box.setAccessibleName(tr("Kind of {outlet}", outlet=row.name))
            return box
        field = super().createEditor(parent, option, index)
        field.setAccessibleName(tr("{column} of {outlet}", column=COLUMNS[index.column()].title, outlet=row.name))
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Fill the editor with what stands in the table."""
        row = index.data(ROW_ROLE)
        if isinstance(editor, RatingCell):
            editor.seen = self._edits.read(self._edits.table.ratings, row.slug) or ()
            own = own_rating(editor.seen)
            editor.show_rating(row, own.provenance.reason if own else "", COLUMNS[index.column()].key == "reason")
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(editor.findData(row.kind))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand the edit to the table."""
        row = index.data(ROW_ROLE)
        if isinstance(editor, RatingCell):
            if editor.is_valid():
                model.setData(index, RatingDraft(row.slug, editor.value(), editor.reason.text().strip(), seen=editor.seen))
        elif isinstance(editor, QComboBox):
            model.setData(index, editor.currentData())
        elif isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """A rating's editor reaches from the tier to the end of the reason; others fill their cell."""
        view = option.widget
        if not isinstance(editor, RatingCell) or not isinstance(view, QTableView):
            editor.setGeometry(option.rect)
            return
        left = view.columnViewportPosition(column_of("tier"))
        right = view.columnViewportPosition(column_of("reason")) + view.columnWidth(column_of("reason"))
        width = max(420, min(right, view.viewport().width()) - left)
        editor.setGeometry(
            QRect(max(0, min(left, view.viewport().width() - width)), option.rect.top() - 4, width, editor.sizeHint().height())
        )

    def _commit(self, editor: RatingCell) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)
