"""Whatever a widget shows, or tells a screen reader, that would stay English in another language."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSpinBox,
    QTabBar,
    QTableView,
    QWidget,
)

from tests.another_language import any_of, left_over

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)
OF_QT = ("qt_", "ScrollLeftButton", "ScrollRightButton")
"""Qt's own parts, which have words of Qt's."""


def english_in(root: QWidget, *data: str) -> list[str]:
    """Whatever a reader would meet in a widget, seen or heard, that would stay English: where, and the words."""
    known = any_of(data)
    return sorted(f"{place}: {words!r}" for place, words in set(_met_in(root)) if words and left_over(words, known))


def _met_in(root: QWidget) -> Iterator[tuple[str, str]]:
    for part in (root, *root.findChildren(QWidget)):
        if not part.objectName().startswith(OF_QT):
            yield from ((f"{type(part).__name__} {part.objectName()}", words) for words in _words_of(part))
    for action in root.findChildren(QAction):
        for words in (action.text(), action.iconText(), action.toolTip(), action.statusTip()):
            yield f"action {action.objectName()}", words


def _words_of(part: QWidget) -> Iterator[str]:
    yield from (part.accessibleName(), part.accessibleDescription(), part.toolTip(), part.windowTitle())
    match part:
        case QLabel() | QAbstractButton():
            yield part.text()
        case QLineEdit() | QPlainTextEdit():
            yield part.placeholderText()
        case QComboBox():
            yield from (part.itemText(row) for row in range(part.count()))
        case QSpinBox() | QDoubleSpinBox():
            yield from (part.suffix(), part.prefix(), part.specialValueText())
        case QTabBar():
            yield from (part.tabText(row) for row in range(part.count()))
        case QMenu():
            yield part.title()
        case QAbstractItemView():
            yield from _cells(part)


def _cells(view: QAbstractItemView) -> Iterator[str]:
    """The cells of a list or table, and the heads of its columns."""
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableView) else 1
    for row in range(model.rowCount() if model else 0):
        yield from (str(model.index(row, column).data(role) or "") for column in range(columns) for role in ROLES)
    if isinstance(view, QTableView):
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in range(columns))
