"""The form for the reader's own rating of one outlet."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from credibility.model import Outlet, Rating, RatingDraft, RatingStatus, SourceTintError
from ui.basics.widgets import button, label
from ui.outlets.editing.rating_fields import RatingFields
from ui.outlets.editing.unsaved import ask_unsaved
from ui.words import score_words


def own_rating(ratings: tuple[Rating, ...]) -> Rating | None:
    """The reader's own rating of the outlet as a whole."""
    return next((rating for rating in ratings if rating.provenance.status is RatingStatus.MINE and rating.scope.is_whole), None)


class RatingForm(QDialog):
    """Asks for a rating. `save(draft)` and `clear(slug)` are tried on the spot: an objection is shown in the form, which stays open.

    `also` counts further outlets that the caller gives the same rating.
    """

    def __init__(
        self,
        outlet: Outlet,
        ratings: tuple[Rating, ...],
        save: Callable[[RatingDraft], object],
        clear: Callable[[str], object],
        parent: QWidget | None = None,
        *,
        also: int = 0,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Rate {outlet.name}" if not also else f"Rate {also + 1} outlets")
        self.setMinimumWidth(480)
        self._outlet = outlet
        self._save = save
        self._clear = clear
        own = own_rating(ratings)
        start = own or (ratings[0] if ratings else None)
        self.fields = RatingFields()
        self.fields.start(start.score if start else None, own.provenance.reason if own else "", (own.provenance.url or "") if own else "")
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button("Save rating", self.save, primary=True, tip="Your rating decides before all others")
        self.save_button.setDefault(True)
        self.clear_button = button("Remove my rating", self.clear, tip="The next rater then decides")
        self.clear_button.setVisible(own is not None and not also)
        self._lay_out(ratings, also)
        self.fields.score.setFocus()
        self.fields.score.selectAll()

    def _lay_out(self, ratings: tuple[Rating, ...], also: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(8)
        more = f" and {also} more" if also else ""
        column.addWidget(label(f"{self._outlet.name}{more}", scale=1.35, bold=True))
        column.addWidget(label(self._outlet.slug, tone="faint"))
        for rating in ratings:
            column.addWidget(label(f"{rating.rater.title}: {score_words(rating)}", tone="soft"))
        if not ratings:
            column.addWidget(label("Nobody in your table has rated it.", tone="soft"))
        column.addSpacing(8)
        column.addWidget(self.fields)
        column.addWidget(self.complaint)
        column.addSpacing(6)
        row = QHBoxLayout()
        row.addWidget(self.clear_button)
        row.addStretch(1)
        row.addWidget(button("Cancel", self.reject))
        row.addWidget(self.save_button)
        column.addLayout(row)

    def reject(self) -> None:
        """Close; what was typed and not saved is asked about first."""
        if self.fields.is_changed:
            ask_unsaved(self, self.save, super().reject)
        else:
            super().reject()

    def save(self) -> None:
        """Try to save; close when that went well."""
        self._try(lambda: self._save(self.fields.draft(self._outlet.slug)))

    def clear(self) -> None:
        """Try to remove the reader's own rating; close when that went well."""
        self._try(lambda: self._clear(self._outlet.slug))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except SourceTintError as error:
            self.complaint.setText(str(error))
            self.complaint.show()
            self.fields.mark_reason()
        else:
            self.accept()
