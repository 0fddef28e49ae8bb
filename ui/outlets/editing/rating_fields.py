"""Score, reason and evidence of one rating, as fields that several forms share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSlider, QSpinBox, QWidget

from credibility.model import RatingDraft, Tier
from ui.basics.plain import plain_label
from ui.basics.widgets import label


class RatingFields(QWidget):
    """What the reader types; the tier follows the score in words while it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = QSpinBox()
        self.score.setRange(0, 100)
        self.score.setFixedWidth(64)
        self.score.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.score.setAccessibleName("Score from 0 to 100")
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setTickInterval(20)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName("Score from 0 to 100")
        self.tier = label("", bold=True)
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName("Reason")
        self.reason.setPlaceholderText("Why? A sentence you will still understand in a year.")
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(84)
        self.url = QLineEdit()
        self.url.setAccessibleName("Evidence address, optional")
        self.url.setPlaceholderText("https://… (optional)")
        self.score.valueChanged.connect(self._on_score)
        self.slider.valueChanged.connect(self.score.setValue)
        self._lay_out()
        self.start(None, "", "")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        score = QHBoxLayout()
        score.setSpacing(10)
        score.addWidget(self.score)
        score.addWidget(self.slider, 1)
        grid.addLayout(score, 0, 1)
        grid.addWidget(self.tier, 1, 1)
        grid.addWidget(self.reason, 2, 1)
        grid.addWidget(self.url, 3, 1)
        for row, words, field in ((0, "&Score", self.score), (2, "&Reason", self.reason), (3, "&Evidence", self.url)):
            name = plain_label(words, field)
            name.setProperty("tone", "soft")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop if field is self.reason else Qt.AlignmentFlag.AlignVCenter)

    def start(self, score: float | None, reason: str, url: str) -> None:
        """Fill the fields; without a score they start in the middle."""
        self.score.setValue(50 if score is None else round(score))
        self.reason.setPlainText(reason)
        self.url.setText(url)
        self._started = self._typed()
        self._mark(is_wrong=False)
        self._on_score(self.score.value())

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed since the start."""
        return self._typed() != self._started

    def _typed(self) -> tuple[int, str, str]:
        return self.score.value(), self.reason.toPlainText().strip(), self.url.text().strip()

    def draft(self, slug: str) -> RatingDraft:
        """The rating as typed."""
        return RatingDraft(slug, float(self.score.value()), self.reason.toPlainText().strip(), self.url.text().strip() or None)

    def mark_reason(self) -> None:
        """Show that the reason is missing, if it is."""
        is_missing = not self.reason.toPlainText().strip()
        self._mark(is_wrong=is_missing)
        if is_missing:
            self.reason.setFocus()

    def _mark(self, *, is_wrong: bool) -> None:
        self.reason.setProperty("invalid", is_wrong)
        self.reason.style().unpolish(self.reason)
        self.reason.style().polish(self.reason)

    def _on_score(self, score: int) -> None:
        self.slider.setValue(score)
        self.tier.setText(Tier.of_score(score).label)
