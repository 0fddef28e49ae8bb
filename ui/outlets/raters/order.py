"""The raters in the order in which they decide, to be moved and switched."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.floor.raters import title_words
from credibility.model import Rater
from ui.basics.dates import day_words
from ui.basics.plain import set_tip
from ui.basics.widgets import button
from ui.outlets.raters.checks import CheckDelegate
from ui.theme import Theme

SLUG = Qt.ItemDataRole.UserRole


def rater_words(rater: Rater) -> str:
    """A rater's title, with licence, edition and date on a second line."""
    facts = (
        rater.licence and tr("licence {licence}", licence=rater.licence),
        rater.version,
        tr("of {day}", day=day_words(rater.retrieved_on)) if rater.retrieved_on else "",
    )
    return "\n".join(filter(None, (shown(title_words(rater)), ", ".join(fact for fact in facts if fact))))


LOWEST, HIGHEST = 64, 340  # pixels


def fitting_height(rows: QListWidget) -> int:
    """As high as the rows of a list need, within reason."""
    need = sum(rows.sizeHintForRow(row) + 2 * rows.spacing() for row in range(rows.count())) + 2 * rows.frameWidth() + 8
    return max(LOWEST, min(HIGHEST, need))


class OrderList(QWidget):
    """A list of raters with check boxes; Alt+Up and Alt+Down move the current one. `changed` follows every change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Raters, the first one decides first"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSpacing(3)
        self.list.setItemDelegate(CheckDelegate(theme, self.list))
        self.up_button = button(tr("Move up"), lambda: self.move_current(-1), tip="Alt+Up")
        self.down_button = button(tr("Move down"), lambda: self.move_current(1), tip="Alt+Down")
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self.list, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self.move_current(step))
        self.list.itemChanged.connect(lambda _item: self.changed.emit())
        self.list.currentRowChanged.connect(lambda _row: self._enable())
        self.list.model().rowsMoved.connect(lambda *_: self._on_moved())
        self._row = QHBoxLayout()
        self._row.addWidget(self.up_button)
        self._row.addWidget(self.down_button)
        self._row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        column.addLayout(self._row)
        column.addStretch(1)

    def add(self, part: QWidget) -> None:
        """Put a button behind those that move."""
        self._row.addWidget(part)

    def show_raters(self, raters: tuple[Rater, ...]) -> None:
        """Show these raters; the first is the reader, who stays there."""
        blocked = self.list.blockSignals(True)
        self.list.clear()
        for place, rater in enumerate(raters):
            item = QListWidgetItem(rater_words(rater))
            set_tip(item, rater_words(rater))
            item.setData(SLUG, rater.slug)
            movable = Qt.ItemFlag.ItemIsDragEnabled if place else Qt.ItemFlag.NoItemFlags
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable | movable)
            item.setCheckState(Qt.CheckState.Checked if rater.enabled else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.blockSignals(blocked)
        self.list.setFixedHeight(fitting_height(self.list))
        self._enable()

    @property
    def order(self) -> tuple[tuple[str, bool], ...]:
        """The raters by slug as they stand, each switched on or off."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple((str(item.data(SLUG)), item.checkState() is Qt.CheckState.Checked) for item in items)

    @property
    def current(self) -> str:
        """The rater that is chosen, by slug; "" when none is."""
        item = self.list.currentItem()
        return str(item.data(SLUG)) if item else ""

    def move_current(self, step: int) -> None:
        """Move the current rater one place; nobody passes the reader."""
        row = self.list.currentRow()
        target = row + step
        if row < 1 or not 1 <= target < self.list.count():
            return
        blocked = self.list.blockSignals(True)
        self.list.insertItem(target, self.list.takeItem(row))
        self.list.setCurrentRow(target)
        self.list.blockSignals(blocked)
        self._enable()
        self.changed.emit()

    def _on_moved(self) -> None:
        """After a drag: the reader goes back to the top."""
        first = next((row for row in range(self.list.count()) if not self.list.item(row).flags() & Qt.ItemFlag.ItemIsDragEnabled), 0)
        if first:
            self.list.insertItem(0, self.list.takeItem(first))
        self.changed.emit()

    def _enable(self) -> None:
        row = self.list.currentRow()
        self.up_button.setEnabled(row > 1)
        self.down_button.setEnabled(0 < row < self.list.count() - 1)
