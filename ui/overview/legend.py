"""The legend: what each highlight means and how many claims have it; each pill shows only its claims."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr, tr_of
from credibility.floor.origins import origins_in_words, origins_of
from credibility.model import Reading, Role
from ui.basics.flow import FlowLayout
from ui.basics.numbers import number_words
from ui.basics.widgets import button, label
from ui.filtering import Across, ClaimFilter, Facet
from ui.overview.pill import Pill
from ui.theme import Theme
from ui.words import MEANING

KINDS: tuple[tuple[Facet, str, str, Role | None], ...] = (
    (Across.NO_OUTLET, said("Name no outlet"), said("The source is named without an outlet that carried it."), None),
    (Across.NOTED, said("Has a note"), said("You wrote a note on words of the claim."), None),
    (
        Across.ANONYMOUS,
        said("Anonymous"),
        said("Nobody is named who could be held to the claim, whichever outlet carried it."),
        Role.ANONYMOUS,
    ),
)
ALWAYS = (Role.UNKNOWN_OUTLET, Role.NOT_ASSERTED)
"""Roles that stand in the row that is always seen; the anonymous have a pill there that holds more than their role."""


class Legend(QWidget):
    """One row of kinds of source; unfolded, all that is drawn on the page. Below, the counts in words and what the colour means."""

    turned = Signal(object)
    resized = Signal()
    all_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("legend")
        self.setAccessibleName(tr("Kinds of source, and the legend"))
        self._total = 0
        self._row, self._rest = FlowLayout(spacing=4), FlowLayout(spacing=4)
        self._folded = QWidget()
        self._folded.setLayout(self._rest)
        self.unfold = button(tr("Legend ▾"), self._turn, quiet=True, tip=tr("What each colour, line and sign means"))
        self.unfold.setCheckable(True)
        self.counts = label("", tone="soft", scale=0.92)
        self.meaning = label(shown(MEANING), tone="faint", scale=0.9)
        self.shown = label("", bold=True, scale=0.92)
        self.all_button = button(tr("Show all"), self.all_asked.emit, quiet=True, tip=tr("Show all claims (Esc)"))
        self._filtered = QWidget()
        line = QHBoxLayout(self._filtered)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.shown, 1)
        line.addWidget(self.all_button)
        self._pills = tuple(self._make(theme))
        self._row.addWidget(self.unfold)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 9)
        column.setSpacing(5)
        column.addLayout(self._row)
        for part in (self._folded, self._filtered, self.counts, self.meaning):
            column.addWidget(part)
        self._folded.hide()
        self._filtered.hide()

    def _make(self, theme: Theme) -> list[Pill]:
        made = [Pill(facet, shown(name), shown(meaning), theme, look, self) for facet, name, meaning, look in KINDS]
        beside = (role for role in Role if role is not Role.ANONYMOUS)
        made += [Pill(role, tr(theme.styles[role].label), tr(theme.styles[role].meaning), theme, role, self) for role in beside]
        for pill in made:
            is_seen = pill.facet in ALWAYS or not isinstance(pill.facet, Role)
            (self._row if is_seen else self._rest).addWidget(pill)
            pill.clicked.connect(lambda _on=False, facet=pill.facet: self.turned.emit(facet))
            pill.hide()
        return made

    @property
    def pills(self) -> tuple[Pill, ...]:
        """The pills of what the article has: the kinds, then what is drawn on the page in order of the scale."""
        return tuple(pill for pill in self._pills if not pill.isHidden())

    def pill(self, facet: Facet) -> Pill:
        """The pill of a facet; KeyError when the article has none of it."""
        for pill in self.pills:
            if pill.facet == facet:
                return pill
        raise KeyError(facet)

    def show_reading(self, reading: Reading, counts: Mapping[Facet, int]) -> None:
        """Say what this reading has: `counts` are how many of its claims each facet holds."""
        self._total = len(reading.claims)
        for pill in self._pills:
            if pill.facet is not Across.NOTED:
                pill.set_count(counts.get(pill.facet, 0))
        self.counts.setText(tr(origins_in_words(origins_of(reading.claims))))

    def show_noted(self, count: int) -> None:
        """Count the claims that have a note."""
        next(pill for pill in self._pills if pill.facet is Across.NOTED).set_count(count)

    def show_filter(self, chosen: ClaimFilter, count: int) -> None:
        """Frame what alone is shown, and say how many claims that are."""
        for pill in self._pills:
            pill.setChecked(pill.facet in chosen.facets)
        self.shown.setText(
            tr_of(self._total, "Showing {shown} of {count} claim", "Showing {shown} of {count} claims", shown=number_words(count))
        )
        self._filtered.setVisible(bool(chosen))
        hidden = any(pill.isChecked() and pill.parentWidget() is self._folded for pill in self.pills)
        if hidden and self._folded.isHidden():
            self._turn()

    def set_theme(self, theme: Theme) -> None:
        """Draw the pills in this theme."""
        for pill in self._pills:
            pill.set_theme(theme)

    def _turn(self) -> None:
        opens = self._folded.isHidden()
        self._folded.setVisible(opens)
        self.unfold.setChecked(opens)
        self.unfold.setText(tr("Legend ▴") if opens else tr("Legend ▾"))
        self.unfold.setAccessibleName(tr("Fold the legend") if opens else tr("Unfold the legend"))
        self.resized.emit()
