"""The page of the dialog with every command and its keys, which can be changed there."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import SettingsError
from ui.actions import ACTIONS
from ui.keys import SHIPPED, Keys, keys_in_force, own_keys, written
from ui.palette.palette import plain_text
from ui.ports.workspace import SettingsPort
from ui.preferences.key_editor import KeyEditor

NAME = Qt.ItemDataRole.UserRole


class KeysPage(QWidget):
    """A table of commands with their keys, and below it the keys of the chosen one. `changed` and `failed` as on the page of settings."""

    changed = Signal(str)
    failed = Signal(object)

    def __init__(self, settings: SettingsPort) -> None:
        super().__init__()
        self._settings = settings
        self.table = QTableWidget(len(ACTIONS), 2)
        self.table.setAccessibleName(tr("Commands and their keys"))
        self.table.setHorizontalHeaderLabels([tr("Command"), tr("Keys")])
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self._keys = tuple(QTableWidgetItem() for _ in ACTIONS)
        for row, spec in enumerate(ACTIONS):
            item = QTableWidgetItem(plain_text(spec))
            item.setData(NAME, spec.name)
            self.table.setItem(row, 0, item)
            self.table.setItem(row, 1, self._keys[row])
        self.editor = KeyEditor()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.table, 1)
        column.addWidget(self.editor)
        self.editor.chosen.connect(self._keep)
        self.table.currentItemChanged.connect(lambda _new, _old: self._edit_current())
        self.table.itemActivated.connect(lambda _item: self.editor.start())
        self.show_values()
        self.table.setCurrentCell(0, 0)

    @property
    def current(self) -> str:
        """The command that is chosen; "" where the words sought leave none."""
        item = self.table.item(self.table.currentRow(), 0)
        return str(item.data(NAME)) if item is not None and not self.table.isRowHidden(item.row()) else ""

    def show_values(self) -> None:
        """Show the keys in force; those that are not the shipped ones are in bold."""
        in_force = keys_in_force(self._settings.get("keys"))
        for item, spec in zip(self._keys, ACTIONS, strict=True):
            keys = in_force[spec.name]
            item.setText("   ".join(map(written, keys)))
            font = item.font()
            font.setBold(keys != SHIPPED[spec.name])
            item.setFont(font)
            told = ", ".join(map(written, keys)) or tr("no keys")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told if keys == SHIPPED[spec.name] else tr("{keys}, changed", keys=told))
        self._edit_current()

    def seek(self, words: str) -> int:
        """Show only the commands that hold all these words in name, description or keys. Returns how many there are."""
        sought, first, count = words.casefold().split(), -1, 0
        for row, spec in enumerate(ACTIONS):
            held = f"{plain_text(spec)} {shown(spec.tip)} {self._keys[row].text()}".casefold()
            is_found = all(word in held for word in sought)
            self.table.setRowHidden(row, not is_found)
            count += is_found
            first = row if is_found and first < 0 else first
        if count and not self.current:
            self.table.setCurrentCell(first, 0)
        self._edit_current()
        return count

    def choose(self, name: str) -> None:
        """Go to a command."""
        self.table.setCurrentCell(next(row for row, spec in enumerate(ACTIONS) if spec.name == name), 0)

    def reset(self) -> None:
        """Give every command the keys that it shipped with."""
        self._keep(dict(SHIPPED))

    def _edit_current(self) -> None:
        self.editor.show_keys(self.current, keys_in_force(self._settings.get("keys")))

    def _keep(self, in_force: dict[str, Keys]) -> None:
        own = own_keys(in_force, self._settings.get("keys"))
        if own == self._settings.get("keys"):
            return
        try:
            if own:
                self._settings.set("keys", own)
            else:
                self._settings.reset(["keys"])
        except SettingsError as error:
            self.failed.emit(error)
            self._edit_current()
            return
        self.show_values()
        self.changed.emit("keys")
