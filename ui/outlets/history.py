"""Beside the table: all ratings of one outlet, and everything that was ever changed about it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.floor.raters import tag_words, title_words
from credibility.floor.roles import ROLE_OF_TIER
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.model import ChangeSet, OutletRow, Rating, SourceTintError
from credibility.model.edited import explained_anew
from ui.basics.dates import day_words, moment_words
from ui.basics.widgets import button, hairline, label, put_in
from ui.outlets.change_words import change_words
from ui.outlets.citing import CitingList
from ui.ports.outlets import OutletPort
from ui.theme import Theme
from ui.theme.swatch import Chip
from ui.words import score_words

TOOLS = {
    "assess": (said("Assess…"), said("Fill in the worksheet of your own criteria, whose score becomes a rating")),
    "tags": (said("Tags…"), said("Certificates, memberships and owners, beside the ratings")),
    "merge": (said("Merge…"), said("Make one outlet out of this and another")),
    "split": (said("Split…"), said("Make an outlet of its own out of a part of this one")),
}
"""What can be done to an outlet, by name: the words of the button and its tip."""


class OutletDetails(QWidget):
    """Raters side by side, the articles that cite it, and the history of one outlet. `article_chosen` carries a file to open."""

    rate_asked = Signal()
    tool_asked = Signal(str)
    restore_asked = Signal(str, int)
    article_chosen = Signal(Path)

    def __init__(self, port: OutletPort, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self.setMinimumWidth(260)
        self._port = port
        self._theme = theme
        self._row: OutletRow | None = None
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("Ratings and history of the outlet"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._area)
        self.show_row(None)

    def show_row(self, row: OutletRow | None) -> None:
        """Show an outlet, or nothing."""
        self._row = row
        page = QWidget()
        page.setObjectName("card")
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        if row is None:
            column.addWidget(label(tr("Choose an outlet to see its ratings and their history."), tone="faint"))
        else:
            self._fill(column, row)
        column.addStretch(1)
        put_in(self._area, page)

    def set_theme(self, theme: Theme) -> None:
        """Draw tiers in this theme."""
        self._theme = theme
        self.show_row(self._row)

    def words(self) -> str:
        """Everything shown, line by line."""
        page = self._area.widget()
        return "\n".join(part.text() for part in page.findChildren(QLabel)) if page else ""

    def _fill(self, column: QVBoxLayout, row: OutletRow) -> None:
        try:
            ratings, changes = self._port.ratings(row.slug), self._port.history(row.slug)
            now, tags = self._port.rating_now(row.slug), self._port.outlet(row.slug).tags
            citing = CitingList(self._port.articles_citing(row.slug))
        except SourceTintError as error:
            column.addWidget(label(shown(str(error)), tone="alarm"))
            return
        column.addWidget(label(row.name, scale=1.25, bold=True))
        column.addWidget(label(row.slug, tone="faint"))
        self._add_tools(column)
        for tag in tags:
            column.addWidget(label(" · ".join(filter(None, (shown(tag_words(tag)), tag.url))), tone="soft", scale=0.92, selectable=True))
        if row.disagreeing:
            column.addWidget(label(tr("≠  Raters differ by two tiers or more"), tone="soft"))
        inherited = (now,) if now is not None and now not in ratings else ()
        for rating in (*inherited, *ratings):
            column.addSpacing(4)
            self._add_rating(column, rating, is_in_force=rating == now)
        if inherited:
            column.addWidget(label(tr("It takes over the rating of {outlet}.", outlet=inherited[0].outlet), tone="soft"))
        elif not ratings:
            column.addWidget(label(tr("Nobody in your table has rated this outlet. That says nothing about it."), tone="soft"))
            column.addWidget(button(tr("Rate it…"), self.rate_asked.emit), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(hairline())
        citing.article_chosen.connect(self.article_chosen)
        column.addWidget(citing)
        column.addSpacing(6)
        column.addWidget(hairline())
        column.addWidget(label(tr("History"), bold=True))
        for entry in changes:
            self._add_change(column, row.slug, entry)
        if not changes:
            column.addWidget(label(tr("As shipped with SourceTint."), tone="faint"))

    def _add_tools(self, column: QVBoxLayout) -> None:
        """Buttons for what is done to the outlet itself; `tool_asked` carries which."""
        row = QHBoxLayout()
        for tool, (words, tip) in TOOLS.items():
            row.addWidget(button(shown(words), partial(self.tool_asked.emit, tool), quiet=True, tip=shown(tip)))
        row.addStretch(1)
        column.addLayout(row)

    def _add_rating(self, column: QVBoxLayout, rating: Rating, *, is_in_force: bool) -> None:
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(Chip(ROLE_OF_TIER[rating.tier], self._theme, 24), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(label(score_words(rating), bold=is_in_force))
        provenance = rating.provenance
        who = shown(title_words(rating.rater))
        told = f"{who}, {day_words(provenance.rated_on)}" if provenance.rated_on else who
        words.addWidget(label(tr("{told} — in force now", told=told) if is_in_force else told, tone="soft", scale=0.92))
        for line in (shown(scope_in_words(rating.scope, SHOWN)), shown(explained_anew(provenance.reason)), provenance.url or ""):
            if line:
                words.addWidget(label(line, tone="faint", scale=0.92, selectable=True))
        row.addLayout(words, 1)
        column.addLayout(row)

    def _add_change(self, column: QVBoxLayout, slug: str, entry: ChangeSet) -> None:
        column.addWidget(label(shown(entry.summary)))
        column.addWidget(label(step_words(entry), tone="faint", scale=0.9))
        for change in entry.changes:
            words = change_words(change)
            if words:
                column.addWidget(label(words, tone="soft", scale=0.9))
        if not entry.undone and entry.id:
            back = button(
                tr("Restore"),
                lambda: self.restore_asked.emit(slug, entry.id),
                quiet=True,
                tip=tr("Restore the outlet as it was before this step"),
            )
            back.setAccessibleName(tr("Restore as before “{step}”", step=entry.summary))
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)


def step_words(entry: ChangeSet) -> str:
    """When a step was done and by whom, and whether it was undone: "28 November 2026, 09:14, you, undone"."""
    told = f"{moment_words(entry.at)}, {tr(entry.actor)}"
    return tr("{told}, undone", told=told) if entry.undone else told
