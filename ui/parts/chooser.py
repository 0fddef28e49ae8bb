"""Choose one of the articles in a file: type some words of its title, its number or its address."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import shown, tr
from credibility.model import Part
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label
from ui.parts.delegate import INDEX, OPEN_NOW, PartDelegate
from ui.parts.names import NAMES, part_words

_MOVING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class PartChooser(QDialog):
    """Lists the parts that hold all words typed; `chosen` carries the index of one. The keyboard stays in the field."""

    chosen = Signal(int)

    def __init__(self, parts: tuple[Part, ...], index: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._index = index
        names = NAMES[parts[index].kind]
        self.setWindowTitle(shown(names.choose))
        self.setMinimumSize(560, 460)
        self.field = QLineEdit()
        self.field.setAccessibleName(shown(names.find))
        self.field.setPlaceholderText(tr("Title, number or address"))
        self.field.setClearButtonEnabled(True)
        self.field.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(shown(names.all))
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(PartDelegate(parts, self))
        self.told = label("", tone="faint")
        self.open_button = button(tr("Open"), self.choose, primary=True, tip=tr("Enter"))
        self.field.textChanged.connect(lambda _words: self.search())
        self.field.returnPressed.connect(self.choose)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self._build()
        self.search()
        self.field.setFocus()

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(button(tr("Cancel"), self.reject, tip="Esc"))
        row.addWidget(self.open_button)
        column.addLayout(row)

    def search(self) -> None:
        """List what holds the words typed; the part that is open stays marked while it is among them."""
        words = self.field.text().casefold().split()
        found = [index for index in range(len(self._parts)) if all(word in self._searched(index) for word in words)]
        self.list.clear()
        for index in found:
            self.list.addItem(self._item(index))
        if found:
            row = found.index(self._index) if self._index in found else 0
            self.list.setCurrentRow(row)
            self.list.scrollToItem(self.list.item(row), QAbstractItemView.ScrollHint.PositionAtCenter)
        self.told.setText("" if found else tr("None with these words"))
        self.open_button.setEnabled(bool(found))

    def choose(self) -> None:
        """Take the part marked in the list."""
        item = self.list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(item.data(INDEX))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that move up and down move in the list while the words are typed."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in _MOVING:
            QApplication.sendEvent(self.list, event)
            return True
        return super().eventFilter(watched, event)

    def _searched(self, index: int) -> str:
        part = self._parts[index]
        return f"{index + 1} {part.title} {part.url or ''}".casefold()

    def _item(self, index: int) -> QListWidgetItem:
        part, is_open = self._parts[index], index == self._index
        item = QListWidgetItem(part.title)
        item.setData(INDEX, index)
        item.setData(OPEN_NOW, is_open)
        set_tip(item, "\n".join(filter(None, [part.title, part.url])))
        spoken = [part_words(self._parts, index), part.url or "", tr("open now") if is_open else ""]
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, spoken)))
        return item
