"""Beside the table: all ratings of one outlet, and everything that was ever changed about it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.raters import tag_words
from credibility.floor.roles import ROLE_OF_TIER
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.model import ChangeSet, OutletRow, Rating, SourceTintError
from ui.basics.dates import day_words, moment_words
from ui.basics.widgets import button, hairline, label, put_in
from ui.outlets.change_words import change_words
from ui.outlets.citing import CitingList
from ui.ports.outlets import OutletPort
from ui.theme import Theme
from ui.theme.swatch import Chip
from ui.words import score_words

TOOLS = {
    "assess": ("Assess…", "Fill in the worksheet of your own criteria, whose score becomes a rating"),
    "tags": ("Tags…", "Certificates, memberships and owners, beside the ratings"),
    "merge": ("Merge…", "Make one outlet out of this and another"),
    "split": ("Split…", "Make an outlet of its own out of a part of this one"),
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
        self._area.setAccessibleName("Ratings and history of the outlet")
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
            column.addWidget(label("Choose an outlet to see its ratings and their history.", tone="faint"))
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
            column.addWidget(label(str(error), tone="alarm"))
            return
        column.addWidget(label(row.name, scale=1.25, bold=True))
        column.addWidget(label(row.slug, tone="faint"))
        self._add_tools(column)
        for tag in tags:
            column.addWidget(label(f"{tag_words(tag)}{f' · {tag.url}' if tag.url else ''}", tone="soft", scale=0.92, selectable=True))
        if row.disagreeing:
            column.addWidget(label("≠  Raters differ by two tiers or more", tone="soft"))
        inherited = (now,) if now is not None and now not in ratings else ()
        for rating in (*inherited, *ratings):
            column.addSpacing(4)
            self._add_rating(column, rating, is_in_force=rating == now)
        if inherited:
            column.addWidget(label(f"It takes over the rating of {inherited[0].outlet}.", tone="soft"))
        elif not ratings:
            column.addWidget(label("Nobody in your table has rated this outlet. That says nothing about it.", tone="soft"))
            column.addWidget(button("Rate it…", self.rate_asked.emit), 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(6)
        column.addWidget(hairline())
        citing.article_chosen.connect(self.article_chosen)
        column.addWidget(citing)
        column.addSpacing(6)
        column.addWidget(hairline())
        column.addWidget(label("History", bold=True))
        for entry in changes:
            self._add_change(column, row.slug, entry)
        if not changes:
            column.addWidget(label("As shipped with SourceTint.", tone="faint"))

    def _add_tools(self, column: QVBoxLayout) -> None:
        """Buttons for what is done to the outlet itself; `tool_asked` carries which."""
        row = QHBoxLayout()
        for tool, (words, tip) in TOOLS.items():
            row.addWidget(button(words, partial(self.tool_asked.emit, tool), quiet=True, tip=tip))
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
        dated = f", {day_words(provenance.rated_on)}" if provenance.rated_on else ""
        words.addWidget(label(f"{rating.rater.title}{dated}{' — in force now' if is_in_force else ''}", tone="soft", scale=0.92))
        for line in (scope_in_words(rating.scope, SHOWN), provenance.reason, provenance.url or ""):
            if line:
                words.addWidget(label(line, tone="faint", scale=0.92, selectable=True))
        row.addLayout(words, 1)
        column.addLayout(row)

    def _add_change(self, column: QVBoxLayout, slug: str, entry: ChangeSet) -> None:
        undone = ", undone" if entry.undone else ""
        column.addWidget(label(entry.summary))
        column.addWidget(label(f"{moment_words(entry.at)}, {entry.actor}{undone}", tone="faint", scale=0.9))
        for change in entry.changes:
            words = change_words(change)
            if words:
                column.addWidget(label(words, tone="soft", scale=0.9))
        if not entry.undone and entry.id:
            back = button(
                "Restore", lambda: self.restore_asked.emit(slug, entry.id), quiet=True, tip="Restore the outlet as it was before this step"
            )
            back.setAccessibleName(f"Restore as before “{entry.summary}”")
            column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
