"""Raters and profiles: who decides in which order, orders that were kept, and what a switch changes in the open article."""

from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QHBoxLayout, QLineEdit, QListWidget, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr, tr_of
from credibility.model import Difference, Tier
from ui.basics.widgets import button, hairline, label
from ui.edits import Edits
from ui.outlets.imports.grid import Grid
from ui.outlets.imports.models import ListColumn, RowsModel
from ui.outlets.raters.bands_form import BandsForm, ask_bands
from ui.outlets.raters.order import OrderList, fitting_height
from ui.ports.raters import RaterPort
from ui.theme import Theme
from ui.words import score_words

PRESENT = said("the order in force")
NONE_KEPT = said("You have not kept any order so far. Give the one in force a name, and you can come back to it.")
COLUMNS: tuple[ListColumn[Difference], ...] = (
    ListColumn(said("Outlet"), 170, lambda row: row.outlet.name),
    ListColumn(said("Domain"), 150, lambda row: row.outlet.slug),
    ListColumn(said("Before"), 200, lambda row: score_words(row.before), lambda row: row.before.tier if row.before else Tier.UNRATED),
    ListColumn(said("After"), 200, lambda row: score_words(row.after), lambda row: row.after.tier if row.after else Tier.UNRATED),
    ListColumn(said("Then rated by"), 160, lambda row: row.after.rater.title if row.after else tr("nobody")),
)


class RatersDialog(QDialog):
    """Every switch is an edit; what it objects to is shown here."""

    def __init__(self, port: RaterPort, edits: Edits, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Raters and profiles"))
        self.setMinimumWidth(820)
        self._port = port
        self._edits = edits
        self._theme = theme
        self.order = OrderList(theme)
        self.apply_button = button(
            tr("Apply this order"), self.apply, primary=True, tip=tr("Recolours the open article; Undo takes it back")
        )
        self.words_button = button(tr("Its words…"), self.ask_bands, tip=tr("What this rater's own words are worth, to be changed"))
        self.profiles = QListWidget()
        self.profiles.setAccessibleName(tr("Profiles"))
        self.use_button = button(tr("Switch to this profile"), self.use, tip=tr("Put the raters into this profile's order"))
        self.forget_button = button(tr("Forget this profile"), self.forget, tip=tr("The order in force stays"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name for the order in force, such as “Class 2b”"))
        self.name.setAccessibleName(tr("Name of a profile"))
        self.keep_button = button(tr("Keep as a profile"), self.keep, tip=tr("Keep the order in force under this name"))
        self.before = QComboBox()
        self.before.setAccessibleName(tr("Compare with"))
        self.changes: RowsModel[Difference] = RowsModel(COLUMNS, self)
        self.changes_table = Grid(self.changes, theme, tr("Outlets of the open article that change"))
        self.told = label("", tone="soft")
        self.kept_words = label("", tone="soft")
        self.comparison = QWidget()
        self.complaint = label("", tone="alarm")
        self._build()
        self._connect()
        self.show_all()

    def _build(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(22)
        grid.addWidget(label(tr("Who decides"), scale=1.15, bold=True), 0, 0)
        grid.addWidget(
            label(tr("The first rater who rates an outlet decides; the others stay visible. Nothing is averaged."), tone="soft"), 1, 0
        )
        grid.addWidget(self.order, 2, 0)
        grid.addWidget(label(tr("Profiles"), scale=1.15, bold=True), 0, 1)
        grid.addWidget(self.kept_words, 1, 1)
        right = QVBoxLayout()
        right.addWidget(self.profiles)
        right.setSpacing(8)
        right.addLayout(_row(self.use_button, self.forget_button, None))
        right.addLayout(_row(self.name, self.keep_button))
        right.addStretch(1)
        grid.addLayout(right, 2, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 16)
        column.setSpacing(10)
        self.order.add(self.words_button)
        self.order.add(self.apply_button)
        column.addLayout(grid)
        column.addWidget(self.comparison)
        comparison = QVBoxLayout(self.comparison)
        comparison.setContentsMargins(0, 6, 0, 0)
        comparison.setSpacing(10)
        comparison.addWidget(hairline())
        comparison.addLayout(_row(label(tr("What changes in the open article, compared with"), bold=True), self.before))
        comparison.addWidget(self.told)
        column.addWidget(self.changes_table, 2)
        column.addWidget(self.complaint)
        column.addLayout(_row(None, button(tr("Close"), self.reject)))

    def _connect(self) -> None:
        self._edits.reading_changed.connect(self._on_edited)
        self.order.changed.connect(self._enable)
        self.order.list.currentRowChanged.connect(lambda _row: self._enable())
        self.profiles.currentRowChanged.connect(lambda _row: self._on_chosen())
        self.profiles.itemActivated.connect(lambda _item: self.use())
        self.before.activated.connect(lambda _place: self._compare())
        self.name.textChanged.connect(lambda _words: self._enable())
        self.name.returnPressed.connect(self.keep)

    @property
    def chosen(self) -> str:
        """The profile that is chosen in the list; "" when none is."""
        item = self.profiles.currentItem()
        return item.data(0x0100) if item else ""

    def show_all(self, choose: str = "") -> None:
        """Show raters and profiles as they are now; `choose` is the profile to stand on."""
        chosen = choose or self.chosen
        in_force, profiles = self._port.in_force(), self._port.profiles()
        self.order.show_raters(self._port.all())
        blocked = self.profiles.blockSignals(True)
        self.profiles.clear()
        for profile in profiles:
            self.profiles.addItem(f"{'✓' if profile.name == in_force else '   '}  {profile.name}")
            item = self.profiles.item(self.profiles.count() - 1)
            item.setData(0x0100, profile.name)
            if profile.name == (chosen or in_force):
                self.profiles.setCurrentItem(item)
        self.profiles.blockSignals(blocked)
        self.kept_words.setText(tr("Orders that you kept.") if profiles else shown(NONE_KEPT))
        for part in (self.profiles, self.use_button, self.forget_button, self.comparison):
            part.setVisible(bool(profiles))
        self.profiles.setFixedHeight(fitting_height(self.profiles))
        before = self.before.currentText()
        self.before.clear()
        self.before.addItems([shown(PRESENT), *(profile.name for profile in profiles)])
        self.before.setCurrentIndex(max(0, self.before.findText(before)))
        self._on_chosen()

    def apply(self) -> None:
        """Put the raters into the order shown; off the GUI thread, for with long lists in the table it takes its time."""
        self.complaint.clear()
        self._edits.run(tr("Putting the raters into this order…"), self._port.reorder, self.order.order, complain=self._complain, over=self)

    def ask_bands(self) -> BandsForm | None:
        """Open what the current rater's words are worth."""
        rater = self.order.current
        return ask_bands(self._port, self._edits, rater, self._theme, self) if rater else None

    def use(self) -> None:
        """Switch to the chosen profile, off the GUI thread too."""
        if name := self.chosen:
            self.complaint.clear()
            self._edits.run(tr("Switching to “{profile}”…", profile=name), self._port.use, name, complain=self._complain, over=self)

    def keep(self) -> None:
        """Keep the order in force as a profile."""
        name = self.name.text().strip()
        self.complaint.clear()
        if self._edits.do(self._port.keep, name, complain=self._complain):
            self.show_all(name)
            self.name.clear()

    def forget(self) -> None:
        """Forget the chosen profile."""
        if name := self.chosen:
            self.complaint.clear()
            self._edits.do(self._port.forget, name, complain=self._complain)

    def _complain(self, error: Exception) -> None:
        self.complaint.setText(shown(str(error)))

    def _on_edited(self) -> None:
        self.show_all()

    def done(self, result: int) -> None:
        """Wait for a switch that is under way."""
        self._edits.wait()
        super().done(result)

    def _on_chosen(self) -> None:
        self._compare()
        self._enable()

    def _compare(self) -> None:
        before = "" if self.before.currentIndex() <= 0 else self.before.currentText()
        found = (self._edits.read(self._port.changes, self.chosen, before, complain=self._complain) or ()) if self.chosen else ()
        self.changes.show_rows(found)
        self.changes_table.setVisible(bool(found))
        self.told.setText(self._compared(len(found), f"“{before}”" if before else shown(PRESENT)))

    def _compared(self, count: int, order: str) -> str:
        """How many outlets change under the chosen profile, in a sentence."""
        if not self.chosen:
            return tr("Keep an order as a profile to see what it changes.")
        if not count:
            return tr("“{profile}” changes no outlet cited in the open article against {order}.", profile=self.chosen, order=order)
        return tr_of(
            count,
            "Under “{profile}”, {count} outlet cited in this article would change tier against {order}.",
            "Under “{profile}”, {count} outlets cited in this article would change tier against {order}.",
            profile=self.chosen,
            order=order,
        )

    def _enable(self) -> None:
        present = tuple((rater.slug, rater.enabled) for rater in self._port.all())
        self.apply_button.setEnabled(self.order.order != present)
        self.words_button.setEnabled(self.order.list.currentRow() > 0)  # the reader's own ratings have no words but the reader's
        self.use_button.setEnabled(bool(self.chosen) and self.chosen != self._port.in_force())
        self.forget_button.setEnabled(bool(self.chosen))
        self.keep_button.setEnabled(bool(self.name.text().strip()))


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Parts side by side; None is what pushes the rest apart."""
    row = QHBoxLayout()
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part, 1 if isinstance(part, QLineEdit) else 0)
    return row
