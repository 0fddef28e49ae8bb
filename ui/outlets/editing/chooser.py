"""Say which outlet carried a claim: search the table, or say that none did."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model import Outlet, Reach
from ui.basics.lists import ArrowsToList
from ui.basics.widgets import button, foot, label
from ui.ports.outlets import OutletPort


class OutletChooser(QDialog):
    """Offers `candidates` first, then what the search finds, and what is typed as a new outlet (`add_asked` carries it).

    `chosen` carries a slug, or None for no outlet. With a `name`, it asks whether the claim alone is meant or that name elsewhere too.
    """

    chosen = Signal(object)
    add_asked = Signal(str)

    def __init__(
        self, port: OutletPort, words: str, candidates: tuple[Outlet, ...] = (), parent: QWidget | None = None, *, name: str = ""
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Which outlet carried this claim?"))
        self.setMinimumSize(440, 460)
        self._port = port
        self._candidates = candidates
        self.adds = True
        """Whether what is typed is offered as a new outlet."""
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("Search outlets by name or domain"))
        self.field.setPlaceholderText(tr("Name or domain"))
        self.field.setClearButtonEnabled(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Outlets found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        ArrowsToList(self.field, self.list)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(60)
        self._pause.timeout.connect(self.search)
        self.field.textChanged.connect(lambda _words: self._pause.start())
        self.field.returnPressed.connect(self.choose)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.choose_button = button(tr("Choose"), self.choose, primary=True)
        self.none_button = button(tr("No outlet carried it"), lambda: self._end(None))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(words, tone="soft"))
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.reach = QComboBox()
        self.reach.setAccessibleName(tr("For which claims this holds"))
        for reach, told in (
            (Reach.CLAIM, tr("For this claim")),
            (Reach.ARTICLE, tr("For “{name}” in this article", name=name)),
            (Reach.ALWAYS, tr("For “{name}” in every article", name=name)),
        ):
            self.reach.addItem(told, reach)
        self.reach.setVisible(bool(name))
        column.addWidget(self.reach)
        column.addLayout(foot(self, self.choose_button, self.none_button))
        self.search()
        self.field.setFocus()

    def search(self) -> None:
        """List what matches the words typed."""
        self._pause.stop()
        words = self.field.text().strip()
        found = self._port.find_outlets(words) if words else (self._candidates or self._port.find_outlets(""))
        self.list.clear()
        for outlet in found:
            item = QListWidgetItem(f"{outlet.name}   {outlet.slug}")
            item.setData(Qt.ItemDataRole.UserRole, outlet.slug)
            self.list.addItem(item)
        if self.adds and words and not any(words.casefold() in (outlet.name.casefold(), outlet.slug) for outlet in found):
            self.list.addItem(tr("Add “{words}” as a new outlet…", words=words))
        if self.list.count():
            self.list.setCurrentRow(0)
        self.choose_button.setEnabled(self.list.count() > 0)

    def choose(self) -> None:
        """Take the outlet marked in the list."""
        if self._pause.isActive():
            self.search()
        item = self.list.currentItem()
        if item is not None and item.data(Qt.ItemDataRole.UserRole) is None:
            self.accept()
            self.add_asked.emit(self.field.text().strip())
        elif item is not None:
            self._end(item.data(Qt.ItemDataRole.UserRole))

    def _end(self, slug: str | None) -> None:
        self.accept()
        self.chosen.emit(slug)
