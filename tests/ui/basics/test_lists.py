"""Rows are laid out again at another width; arrow keys in a field move in the list under it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, QStringListModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from ui.basics.lists import ArrowsToList, WrappedList


class High(QStyledItemDelegate):
    """Rows that need twice the height where the list is narrow."""

    def __init__(self, view: WrappedList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(40, 20 if self._view.viewport().width() > 150 else 40)


def tops(view: WrappedList) -> list[int]:
    return [view.visualRect(view.model().index(row, 0)).top() for row in range(view.model().rowCount())]


def test_rows_follow_the_width_where_the_height_stays(qtbot):
    view = WrappedList()
    qtbot.addWidget(view)
    view.setModel(QStringListModel(["one", "two", "three"], view))
    view.setItemDelegate(High(view))
    view.resize(300, 400)
    view.show()
    qtbot.waitUntil(lambda: tops(view) == [0, 20, 40])
    view.resize(120, 400)
    qtbot.waitUntil(lambda: tops(view) == [0, 40, 80])
    view.resize(300, 400)
    qtbot.waitUntil(lambda: tops(view) == [0, 20, 40])


def test_arrows_in_the_field_move_in_the_list_and_selecting_words_stays_with_the_field(owner, qtbot):
    field, rows = QLineEdit(), QListWidget()
    column = QVBoxLayout(owner)
    column.addWidget(field)
    column.addWidget(rows)
    rows.addItems(["one", "two", "three"])
    ArrowsToList(field, rows)
    field.setFocus()
    QTest.keyClicks(field, "words")
    for key, row in ((Qt.Key.Key_Down, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, 0), (Qt.Key.Key_PageDown, 2)):
        QTest.keyClick(field, key)
        assert rows.currentRow() == row
    QTest.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert rows.currentRow() == 2
    QTest.keyClick(field, Qt.Key.Key_Home, Qt.KeyboardModifier.ShiftModifier)
    assert field.selectedText() == "words"
