"""Search and filters above the ratings table."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QPushButton, QWidget

from credibility.floor.language import shown, tr
from credibility.floor.raters import title_words
from credibility.model import OutletKind, OutletQuery, Rater, Tier
from ui.basics.flow import FlowLayout
from ui.basics.plain import add_entry, caption, set_tip
from ui.basics.widgets import button, emptied
from ui.outlets.countries import country_words, in_order
from ui.outlets.kinds import kind_words

SEARCH = 220  # pixels
PAUSE = 90  # milliseconds without a key before the table is asked


Value = Enum | str


class ManyOf(QPushButton):
    """A button with a menu of switches; its text names those that are on."""

    changed = Signal()

    def __init__(self, title: str, rows: Iterable[tuple[str, Value]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._menu = QMenu(self)
        self._rows: list[tuple[QAction, str, Value]] = []
        self.setMenu(self._menu)
        self.setAutoDefault(False)
        self.offer(rows)

    def offer(self, rows: Iterable[tuple[str, Value]]) -> None:
        """Offer these values; what was switched on stays so, silently, where it is offered still."""
        wanted, on = tuple(rows), self.values
        if [(words, value) for _, words, value in self._rows] == list(wanted) and wanted:
            return
        emptied(self._menu)
        self._rows = []
        for words, value in wanted:
            action = add_entry(self._menu, words)
            action.setCheckable(True)
            action.setChecked(value in on)
            action.toggled.connect(lambda _on: self._on_toggled())
            self._rows.append((action, words, value))
        self.setEnabled(bool(wanted))
        self._say()

    @property
    def values(self) -> frozenset[Any]:
        """The values switched on."""
        return frozenset(value for action, _, value in self._rows if action.isChecked())

    def set_values(self, values: frozenset[Any]) -> None:
        """Switch exactly these on, silently."""
        for action, _, value in self._rows:
            blocked = action.blockSignals(True)
            action.setChecked(value in values)
            action.blockSignals(blocked)
        self._say()

    def _on_toggled(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        on = [words for action, words, _ in self._rows if action.isChecked()]
        words = on[0] if len(on) == 1 else f"{self._title} ({len(on)})" if on else self._title
        self.setText(caption(words))
        self.setAccessibleName(tr("Filter by {what}", what=self._title.lower()))
        self.setAccessibleDescription(", ".join(on) or tr("all shown"))


class FilterBar(QWidget):
    """Makes an OutletQuery from what is typed and switched on; `changed` carries it."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._base = OutletQuery()
        self.words = QLineEdit()
        self.words.setPlaceholderText(tr("Search names, other names and domains"))
        self.words.setAccessibleName(tr("Search outlets"))
        self.words.setClearButtonEnabled(True)
        self.tiers = ManyOf(tr("Tier"), [(tr(tier.label), tier) for tier in reversed(Tier)])
        self.kinds = ManyOf(tr("Kind"), [(kind_words(kind), kind) for kind in OutletKind])
        self.raters = ManyOf(tr("Rated by"))
        self.countries = ManyOf(tr("Country"))
        self._cited: frozenset[str] = frozenset()
        self.cited = _switch(tr("Cited here"), tr("Outlets that the open article cites, and the one that published it"))
        self.cited.setEnabled(False)
        self.switches = {
            "unrated": _switch(tr("Unrated"), tr("Outlets that nobody in the table has rated")),
            "disagreeing": _switch(tr("Disagreeing"), tr("Outlets whose raters differ by two tiers or more")),
            "mine": _switch(tr("Rated by me"), tr("Outlets you have rated")),
        }
        self.clear_button = button(tr("Clear"), lambda: self.set_query(OutletQuery()), quiet=True, tip=tr("Show all outlets"))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.ask)
        self.words.textChanged.connect(lambda _words: self._pause.start())
        self.words.returnPressed.connect(self.ask)
        for part in (self.tiers, self.raters, self.countries, self.kinds):
            part.changed.connect(self.ask)
        for switch in (self.cited, *self.switches.values()):
            switch.toggled.connect(lambda _on: self.ask())
        self._lay_out()

    def _lay_out(self) -> None:
        """The search keeps room to type in: where all is too much for one line, the filters take two."""
        self.words.setMinimumWidth(SEARCH)
        filters = FlowLayout(spacing=6)
        for part in (self.tiers, self.raters, self.countries, self.kinds, self.cited, *self.switches.values(), self.clear_button):
            filters.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(6)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignTop)
        row.addLayout(filters, 3)

    @property
    def query(self) -> OutletQuery:
        """What is asked for."""
        return OutletQuery(
            self.words.text().strip(),
            self.tiers.values,
            raters=self.raters.values,
            countries=self.countries.values,
            kinds=self.kinds.values,
            unrated=self.switches["unrated"].isChecked(),
            disagreeing=self.switches["disagreeing"].isChecked(),
            mine=self.switches["mine"].isChecked(),
            among=self._cited if self.cited.isChecked() else frozenset(),
        )

    def set_query(self, query: OutletQuery) -> None:
        """Type and switch on what the query says, and ask for it."""
        blocked = self.words.blockSignals(True)
        self.words.setText(query.words)
        self.words.blockSignals(blocked)
        self.tiers.set_values(query.tiers)
        self.raters.set_values(query.raters)
        self.countries.set_values(query.countries)
        self.kinds.set_values(query.kinds)
        wanted = {self.cited: bool(query.among), **{switch: bool(getattr(query, name)) for name, switch in self.switches.items()}}
        for switch, is_on in wanted.items():
            with QSignalBlocker(switch):
                switch.setChecked(is_on)
        self.ask()

    def offer_cited(self, slugs: frozenset[str]) -> None:
        """Offer the outlets of the article that is open now; none switches that filter off."""
        if slugs == self._cited:
            return
        self._cited = slugs
        self.cited.setEnabled(bool(slugs))
        if self.cited.isChecked():
            with QSignalBlocker(self.cited):
                self.cited.setChecked(bool(slugs))
            self.ask()

    def ask_cited(self) -> None:
        """Ask for the outlets of the open article, whatever was asked for before."""
        self.set_query(OutletQuery(among=self._cited))

    def offer(self, raters: Iterable[Rater], countries: Iterable[str]) -> None:
        """Offer the raters and countries that the table has now."""
        self.raters.offer((shown(title_words(rater)), rater.slug) for rater in raters)
        self.countries.offer(in_order((country_words(code), code) for code in countries))

    def ask(self) -> None:
        """Send the query out."""
        self._pause.stop()
        self.changed.emit(self.query)


def _switch(words: str, tip: str) -> QPushButton:
    made = QPushButton(words)
    made.setCheckable(True)
    made.setAutoDefault(False)
    made.setAccessibleName(words)
    made.setAccessibleDescription(tip)
    set_tip(made, tip)
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return made
