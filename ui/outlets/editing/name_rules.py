"""The names of an outlet with the rule of each, and what a rule would match in the open article and the library."""

from functools import reduce

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from credibility.floor.language import said, shown, tr, tr_of
from credibility.model import NameRule, OutletName
from credibility.model.edited import NamePlace, NamePreview
from ui.basics.widgets import button, label
from ui.edits import Edits

PAUSE = 250  # milliseconds after the last key until the preview is asked for
BY_ITSELF = said("by itself")
_WORDS = {
    NameRule.PLAIN: said("always"),
    NameRule.NEEDS_THE: said("after “the”"),
    NameRule.NEEDS_CUE: said("beside a word of reporting"),
    NameRule.NEEDS_ANTECEDENT: said("after its fuller name"),
    NameRule.NEEDS_COUNTRY: said("when its country is meant"),
    NameRule.NOT_BARE: said("with words that tell it apart"),
    NameRule.ACRONYM: said("as an acronym"),
    NameRule.NEVER: said("never; links only"),
}
_OFFERED: tuple[tuple[NameRule, ...], ...] = (
    (NameRule.PLAIN,),
    (NameRule.NEEDS_THE,),
    (NameRule.NEEDS_CUE,),
    (NameRule.NEEDS_THE, NameRule.NEEDS_CUE),
    (NameRule.NEEDS_ANTECEDENT,),
    (NameRule.NEEDS_COUNTRY,),
    (NameRule.NEEDS_THE, NameRule.NEEDS_COUNTRY),
    (NameRule.ACRONYM,),
    (NameRule.ACRONYM, NameRule.NEEDS_CUE),
    (NameRule.NEVER,),
)


def rules_in_words(rules: tuple[NameRule, ...]) -> str:
    """When a name counts, in words; "by itself" stands for the rule that a name gets when none was chosen."""
    words = [shown(_WORDS[rule]) for rule in rules]
    return reduce(lambda first, second: tr("{first} and {second}", first=first, second=second), words) if words else shown(BY_ITSELF)


class NameRules(QWidget):
    """A row per name: its text, when it counts, and the countries and words that decide. Below, what the current row would match."""

    def __init__(self, edits: Edits, slug: str, names: tuple[OutletName, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        self._slug = slug
        self.table = QTableWidget(0, 3)
        self.table.setAccessibleName(tr("Names, with the rule of each"))
        self.table.setHorizontalHeaderLabels([tr("Name"), tr("Counts"), tr("Countries")])
        self.table.verticalHeader().hide()
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setTabKeyNavigation(False)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.resizeSection(1, 200)
        header.resizeSection(2, 130)
        self.table.setWordWrap(False)
        self._kinds: dict[str, str] = {name.text: name.kind for name in names}
        self.add_button = button(tr("Add a name"), lambda: self.add_name(OutletName("", rules=()), edit=True))
        self.remove_button = button(tr("Remove the name"), self.remove_name)
        self.warning = label("", tone="alarm")
        self.told = label("", tone="soft")
        self.places = QListWidget()
        self.places.setAccessibleName(tr("What the rule would match"))
        self.places.setWordWrap(True)
        self.places.setFixedHeight(96)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.preview)
        for name in names:
            self.add_name(name)
        self.table.currentCellChanged.connect(lambda *_cells: self._pause.start())
        self.table.itemChanged.connect(lambda _item: self._pause.start())
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.remove_button)
        row.addStretch(1)
        column.addLayout(row)
        for part in (self.warning, self.told, self.places):
            column.addWidget(part)
        self.warning.hide()
        self.told.setText(tr("Choose a name to see what its rule would match in the open article and your library."))

    def add_name(self, name: OutletName, *, edit: bool = False) -> None:
        """A row more; without rules, the name gets those that suit it when it is saved."""
        row = self.table.rowCount()
        self.table.insertRow(row)
        self.table.setItem(row, 0, QTableWidgetItem(name.text))
        self.table.setItem(row, 2, QTableWidgetItem("|".join(name.context)))
        rules = QComboBox()
        rules.setAccessibleName(tr("When the name counts"))
        for offered in dict.fromkeys(((), *_OFFERED, name.rules)):
            rules.addItem(rules_in_words(offered), tuple(rule.value for rule in offered))
        rules.setCurrentIndex(rules.findText(rules_in_words(name.rules)))
        rules.currentIndexChanged.connect(lambda _index: self._on_rule(rules))
        self.table.setCellWidget(row, 1, rules)
        if edit:
            self.table.setCurrentCell(row, 0)
            self.table.edit(self.table.currentIndex())

    def remove_name(self) -> None:
        """Take the current row out."""
        if self.table.currentRow() >= 0:
            self.table.removeRow(self.table.currentRow())

    def set_rules(self, row: int, rules: tuple[NameRule, ...]) -> None:
        """Choose when the name of a row counts."""
        box = self._box(row)
        box.setCurrentIndex(box.findText(rules_in_words(rules)))

    def names(self) -> tuple[OutletName, ...]:
        """The names as typed, without empty rows."""
        rows = (self._name(row) for row in range(self.table.rowCount()))
        return tuple(name for name in rows if name.text)

    def preview(self) -> None:
        """Show what the current name would match."""
        row = self.table.currentRow()
        name = self._name(row) if row >= 0 else OutletName("")
        preview = self._edits.read(self._edits.table.preview_name, self._slug, name) if name.text else None
        self.places.clear()
        self.warning.setText(shown(preview.warning) if preview else "")
        self.warning.setVisible(bool(preview and preview.warning))
        if preview is not None:
            self.told.setText(_told(name, preview))
            self.places.addItems([_line(place) for place in preview.places])

    def _on_rule(self, box: QComboBox) -> None:
        for row in range(self.table.rowCount()):
            if self.table.cellWidget(row, 1) is box:
                self.table.setCurrentCell(row, 0)
        self._pause.start()

    def _box(self, row: int) -> QComboBox:
        box = self.table.cellWidget(row, 1)
        assert isinstance(box, QComboBox)
        return box

    def _name(self, row: int) -> OutletName:
        text, context = (self._text(row, column) for column in (0, 2))
        rules = tuple(NameRule(value) for value in self._box(row).currentData())
        return OutletName(text, self._kinds.get(text, "name"), rules, tuple(filter(None, (part.strip() for part in context.split("|")))))

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.data(Qt.ItemDataRole.DisplayRole).strip() if item and item.data(Qt.ItemDataRole.DisplayRole) else ""


def _told(name: OutletName, preview: NamePreview) -> str:
    if not preview.places:
        return tr("“{name}” is neither in the open article nor in your library.", name=name.text)
    told = tr_of(
        len(preview.places),
        "It counts at {hits} of {count} place in {where}.",
        "It counts at {hits} of {count} places in {where}.",
        hits=preview.counted,
        where=_where(preview.articles),
    )
    return told if name.rules else f"{told} {tr('By itself it counts {when}.', when=rules_in_words(preview.rules))}"


def _where(articles: int) -> str:
    if not articles:
        return tr("the open article")
    return tr_of(articles, "the open article and {count} article of your library", "the open article and {count} articles of your library")


def _line(place: NamePlace) -> str:
    sign = "✓" if place.counts else "–"
    title = f"   ({place.article})" if place.article else ""
    return f"{sign}  …{place.before[-40:]}{place.name}{place.after[:40]}…{title}"
