"""Every command of the window by its name: typed, chosen, done."""

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QAction, QColor, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import tr
from ui.actions import ACTIONS, ActionSpec
from ui.basics.lists import ArrowsToList
from ui.basics.plain import set_tip
from ui.theme import Theme
from ui.words import folded

NAME, KEYS = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


def plain_text(spec: ActionSpec) -> str:
    """The name of a command without the mark of its key: "File: Open"."""
    words = tr(spec.text).replace("&", "").rstrip("…")
    return f"{tr(spec.menu).replace('&', '')}: {words}"


def matching(words: str, actions: Mapping[str, QAction]) -> list[ActionSpec]:
    """The commands that can be done now and hold all words in name or description; names that begin with them first."""
    sought = folded(words).split()
    found: list[tuple[bool, bool, int, ActionSpec]] = []
    for spec in ACTIONS:
        name = folded(plain_text(spec))
        if actions[spec.name].isEnabled() and spec.name != "palette" and all(word in f"{name} {folded(tr(spec.tip))}" for word in sought):
            in_name = all(word in name for word in sought)
            begins = bool(sought) and name.split(": ", 1)[-1].startswith(sought[0])
            found.append((not begins, not in_name, len(found), spec))
    return [spec for *_, spec in sorted(found, key=lambda each: each[:3])]


class Palette(QDialog):
    """Closes when a command is chosen, then does it."""

    def __init__(self, actions: Mapping[str, QAction], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("palette")
        self.setWindowTitle(tr("Commands"))
        self._actions = actions
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("What do you want to do?"))
        self.words.setAccessibleName(tr("Command"))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Commands"))
        self.list.setItemDelegate(CommandDelegate(theme, self))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self.words.textChanged.connect(self._show)
        self.words.returnPressed.connect(self.take)
        ArrowsToList(self.words, self.list)
        self.list.itemClicked.connect(lambda _item: self.take())
        width = min(560, parent.width() - 40)
        self.resize(width, min(420, parent.height() - 80))
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - width) // 2, corner.y() + 56)
        self._show("")
        self.words.setFocus()

    def take(self) -> None:
        """Close and do the command that is chosen."""
        item = self.list.currentItem()
        self.accept()
        if item is not None:
            action = self._actions[item.data(NAME)]
            QTimer.singleShot(0, action, action.trigger)

    def _show(self, words: str) -> None:
        self.list.clear()
        for spec in matching(words, self._actions):
            item = QListWidgetItem(plain_text(spec), self.list)
            keys = self._actions[spec.name].shortcut().toString()
            item.setData(NAME, spec.name)
            item.setData(KEYS, keys)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(filter(None, [plain_text(spec), tr(spec.tip), keys])))
            set_tip(item, tr(spec.tip))
        self.list.setCurrentRow(0)


class CommandDelegate(QStyledItemDelegate):
    """The command at the left, its keys at the right."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """One line."""
        return QSize(100, option.fontMetrics.height() + 12)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Draw one command."""
        colours, rect = self._theme.colours, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selection))
            painter.drawRoundedRect(rect, 5, 5)
        box = rect.adjusted(10, 0, -10, 0)
        painter.setFont(option.font)
        painter.setPen(QColor(colours.soft))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, index.data(KEYS))
        painter.setPen(QColor(colours.ink))
        room = box.width() - option.fontMetrics.horizontalAdvance(index.data(KEYS)) - 12
        words = option.fontMetrics.elidedText(index.data(), Qt.TextElideMode.ElideRight, int(room))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
        painter.restore()
