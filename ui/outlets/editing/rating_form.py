"""The form for the reader's own rating of one outlet."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_of
from credibility.floor.raters import title_words
from credibility.model import ChangedMeanwhileError, Outlet, Rating, RatingStatus
from ui.basics.plain import plain_label
from ui.basics.widgets import button, foot, label, open_form, save_with_keys
from ui.edits import Edits
from ui.outlets.editing.rating_fields import REASON, RatingFields, Typed
from ui.outlets.editing.scope_fields import ScopeFields
from ui.outlets.editing.unsaved import ask_unsaved
from ui.words import score_words


def own_rating(ratings: tuple[Rating, ...]) -> Rating | None:
    """The reader's own rating of the outlet as a whole."""
    return next((rating for rating in ratings if rating.provenance.status is RatingStatus.MINE and rating.scope.is_whole), None)


class RatingForm(QDialog):
    """Asks for a rating, which the outlets of the slugs `also` get in the same step; `rated` says how many got it.

    What the table objects to is shown in the form, which stays open.
    """

    rated = Signal(int)

    def __init__(
        self, edits: Edits, outlet: Outlet, ratings: tuple[Rating, ...], also: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            tr_of(len(also) + 1, "Rate {count} outlet", "Rate {count} outlets") if also else tr("Rate {outlet}", outlet=outlet.name)
        )
        self.setMinimumWidth(480)
        self._edits = edits
        self._outlet = outlet
        self._also = also
        self._seen = ratings
        own = own_rating(ratings)
        start = own or (ratings[0] if ratings else None)
        self.fields = RatingFields()
        score = start.score if start else None
        reason, url = (own.provenance.reason, own.provenance.url or "") if own else ("", "")
        self.fields.start(Typed(None if score is None else round(score), reason, url))
        self.scope = ScopeFields(ratings)
        self.scope.chosen.connect(self._on_scope)
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button(tr("Save rating"), self.save, primary=True, tip=tr("Your rating takes precedence over all others"))
        self.save_button.setDefault(True)
        save_with_keys(self, self.save)
        self.clear_button = button(tr("Remove my rating"), self.clear, tip=tr("The next rater then decides"))
        self.clear_button.setVisible(own is not None and not also)
        self._lay_out(ratings)
        self.fields.score.setFocus()
        self.fields.score.selectAll()

    def _lay_out(self, ratings: tuple[Rating, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        name, also = self._outlet.name, len(self._also)
        column.addWidget(label(tr("{outlet} and {number} more", outlet=name, number=also) if also else name, scale=1.35, bold=True))
        column.addWidget(label(self._outlet.slug, tone="faint"))
        for rating in ratings:
            column.addWidget(label(f"{shown(title_words(rating.rater))}: {score_words(rating)}", tone="soft"))
        if not ratings:
            column.addWidget(label(tr("Nobody in your table has rated it."), tone="soft"))
        column.addSpacing(8)
        column.addWidget(self.fields)
        if not self._also:
            grid = self.fields.grid
            grid.addWidget(plain_label(tr("&Covers"), self.scope.covers), 4, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self.scope, 4, 1)
            grid.addWidget(plain_label(tr("&Day"), self.scope.day), 5, 0)
            grid.addWidget(self.scope.day, 5, 1)
        self._started = self.scope.state()
        column.addWidget(self.complaint)
        column.addSpacing(6)
        column.addLayout(foot(self, self.save_button, self.clear_button))

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first."""
        if self.fields.is_changed or self.scope.state() != self._started:
            ask_unsaved(self, self.save, super().reject)
        else:
            super().reject()

    def save(self) -> None:
        """Save; close when that went well."""
        if problem := self.fields.problem():
            self._say(problem)
            return
        try:
            scope, day = self.scope.scope(), self.scope.rated_on()
        except ValueError as error:
            self._say(shown(str(error)))
            return
        typed = replace(self.fields.draft(self._outlet.slug), scope=scope, rated_on=day)
        drafts = (replace(typed, seen=self._seen), *(replace(typed, outlet=slug) for slug in self._also))
        if self._edits.do(self._edits.table.set_ratings, drafts, complain=self._complain):
            self.rated.emit(len(drafts))
            self.accept()

    def clear(self) -> None:
        """Remove the reader's own rating of the part that is chosen; close when that went well."""
        rated = self.scope.rated
        if rated and self._edits.do(self._edits.table.clear_rating, self._outlet.slug, rated.scope, complain=self._complain):
            self.accept()

    def _on_scope(self, rated: Rating | None) -> None:
        """Show the rating of the part that was chosen; what was typed for a part without one stays."""
        self.clear_button.setVisible(rated is not None and not self._also)
        self.fields.reason.setFixedHeight(REASON if self.scope.part.isHidden() else REASON - 26)
        if rated is not None and not self.fields.is_changed:
            told = rated.provenance
            self.fields.start(Typed(None if rated.score is None else round(rated.score), told.reason, told.url or ""))

    def _complain(self, error: Exception) -> None:
        if isinstance(error, ChangedMeanwhileError) and isinstance(error.now, tuple):
            self._seen = error.now  # the reader knows of it now: saved again, the new rating takes its place
        self._say(shown(str(error)))

    def _say(self, words: str) -> None:
        self.complaint.setText(words)
        self.complaint.show()


def ask_rating(edits: Edits, slugs: tuple[str, ...], owner: QWidget) -> RatingForm | None:
    """Open the form over a window for one rating of these outlets; None when the table cannot be read, which `edits` says."""
    outlet, ratings = edits.read(edits.table.outlet, slugs[0]), edits.read(edits.table.ratings, slugs[0])
    if outlet is None or ratings is None:
        return None
    form = RatingForm(edits, outlet, ratings, slugs[1:], owner)
    open_form(form)
    return form
