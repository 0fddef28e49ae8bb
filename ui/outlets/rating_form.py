"""The form for the reader's own rating of one outlet: score or tier, reason, evidence."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSlider, QSpinBox, QVBoxLayout, QWidget

from credibility.model import Outlet, Rating, RatingDraft, RatingStatus, SourceTintError, Tier
from ui.widgets import button, label
from ui.words import score_words

Save = Callable[[RatingDraft], object]


class RatingForm(QDialog):
    """Asks for a rating. `save(draft)` and `clear(slug)` are tried on the spot: what they object to is shown in the form, which stays open."""

    def __init__(
        self, outlet: Outlet, ratings: tuple[Rating, ...], save: Save, clear: Callable[[str], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Rate {outlet.name}")
        self.setMinimumWidth(460)
        self._outlet = outlet
        self._save = save
        self._clear = clear
        own = next((rating for rating in ratings if rating.provenance.status is RatingStatus.MINE and rating.scope.is_whole), None)
        start = own or (ratings[0] if ratings else None)
        self.score = QSpinBox()
        self.score.setRange(0, 100)
        self.score.setAccessibleName("Score from 0 to 100")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setAccessibleName("Score from 0 to 100")
        self.tier = label("", bold=True)
        self.reason = QPlainTextEdit(own.provenance.reason if own else "")
        self.reason.setAccessibleName("Reason")
        self.reason.setPlaceholderText("Why? A sentence you will still understand in a year.")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.url = QLineEdit((own.provenance.url or "") if own else "")
        self.url.setAccessibleName("Evidence address, optional")
        self.url.setPlaceholderText("https://… (optional)")
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        self.save_button = button("Save rating", self.save, primary=True, tip="Your rating decides before all others")
        self.save_button.setDefault(True)
        self.clear_button = button("Remove my rating", self.clear, tip="The next rater then decides")
        self.clear_button.setVisible(own is not None)
        self._lay_out(ratings)
        self.score.valueChanged.connect(self._on_score)
        self.slider.valueChanged.connect(self.score.setValue)
        self.score.setValue(round(start.score) if start and start.score is not None else 50)
        self._on_score(self.score.value())
        self.score.setFocus()
        self.score.selectAll()

    def _lay_out(self, ratings: tuple[Rating, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(10)
        column.addWidget(label(self._outlet.name, scale=1.35, bold=True))
        known = "\n".join(f"{rating.rater.title}: {score_words(rating)}" for rating in ratings) or "Nobody in your table has rated it."
        column.addWidget(label(f"{self._outlet.slug}\n{known}", tone="soft"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        score = QHBoxLayout()
        score.addWidget(self.score)
        score.addWidget(self.slider, 1)
        for row, (words, field) in enumerate((("&Score", self.score), ("", self.tier), ("&Reason", self.reason), ("&Evidence", self.url))):
            name = label(words)
            name.setTextFormat(Qt.TextFormat.AutoText)
            name.setBuddy(field)
            name.setSizePolicy(name.sizePolicy().Policy.Preferred, name.sizePolicy().Policy.Preferred)
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            if field is self.score:
                grid.addLayout(score, row, 1)
            else:
                grid.addWidget(field, row, 1)
        column.addLayout(grid)
        column.addWidget(self.complaint)
        row_of_buttons = QHBoxLayout()
        row_of_buttons.addWidget(self.clear_button)
        row_of_buttons.addStretch(1)
        row_of_buttons.addWidget(button("Cancel", self.reject))
        row_of_buttons.addWidget(self.save_button)
        column.addLayout(row_of_buttons)

    def draft(self) -> RatingDraft:
        """The rating as typed."""
        return RatingDraft(self._outlet.slug, float(self.score.value()), self.reason.toPlainText().strip(), self.url.text().strip() or None)

    def save(self) -> None:
        """Try to save; close when that went well."""
        self._try(lambda: self._save(self.draft()))

    def clear(self) -> None:
        """Try to remove the reader's own rating."""
        self._try(lambda: self._clear(self._outlet.slug))

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except SourceTintError as error:
            self.complaint.setText(str(error))
            self.complaint.show()
            self.reason.setProperty("invalid", not self.reason.toPlainText().strip())
            self.reason.style().unpolish(self.reason)
            self.reason.style().polish(self.reason)
        else:
            self.accept()

    def _on_score(self, score: int) -> None:
        self.slider.setValue(score)
        self.tier.setText(Tier.of_score(score).label)
