"""Score, reason and evidence of one rating, as fields that several forms share."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QPlainTextEdit, QSlider, QSpinBox, QWidget

from credibility.floor.language import tr
from credibility.model import RatingDraft, Tier
from ui.basics.plain import plain_label
from ui.basics.widgets import label

REASON = 84  # pixels: three lines
NONE = -1  # what the score's box holds while no score was given


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the fields; `score` is None before one was given."""

    score: int | None = None
    reason: str = ""
    url: str = ""


class ScoreBox(QSpinBox):
    """A score from 0 to 100, or a dash while there is none; what is typed replaces the dash, wherever the cursor is."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(NONE, 100)
        self.setSpecialValueText("–")
        self.setFixedWidth(64)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.setAccessibleName(tr("Score from 0 to 100"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Type over the dash: “–22” would be no number, and Qt would take no digit at all."""
        if self.lineEdit().text() == self.specialValueText():
            self.selectAll()
        super().keyPressEvent(event)


class RatingFields(QWidget):
    """What the reader types; the tier follows the score in words while it moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score = ScoreBox()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setTickInterval(20)
        self.slider.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.slider.setAccessibleName(tr("Score from 0 to 100"))
        self.tier = label("", bold=True)
        self.reason = QPlainTextEdit()
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setPlaceholderText(tr("Why? A sentence you will still understand in a year."))
        self.reason.setTabChangesFocus(True)
        self.reason.setFixedHeight(REASON)
        self.url = QLineEdit()
        self.url.setAccessibleName(tr("Evidence address, optional"))
        self.url.setPlaceholderText(tr("https://… (optional)"))
        self.score.valueChanged.connect(self._on_score)
        self.slider.valueChanged.connect(self.score.setValue)
        self._lay_out()
        self.start(Typed())

    def _lay_out(self) -> None:
        self.grid = grid = QGridLayout(self)
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
        for row, words, field in ((0, tr("&Score"), self.score), (2, tr("&Reason"), self.reason), (3, tr("&Evidence"), self.url)):
            name = plain_label(words, field)
            name.setProperty("tone", "soft")
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop if field is self.reason else Qt.AlignmentFlag.AlignVCenter)

    def start(self, typed: Typed) -> None:
        """Fill the fields; what is changed from now on counts as typed."""
        self.fill(typed)
        self._started = self.typed

    def fill(self, typed: Typed) -> None:
        """Put into the fields what was typed before."""
        self.score.setValue(NONE if typed.score is None else typed.score)
        self.reason.setPlainText(typed.reason)
        self.url.setText(typed.url)
        for field in (self.score, self.reason):
            _mark(field, is_wrong=False)
        self._on_score(self.score.value())

    @property
    def typed(self) -> Typed:
        """What stands in the fields."""
        score = self.score.value()
        return Typed(None if score == NONE else score, self.reason.toPlainText().strip(), self.url.text().strip())

    @property
    def is_changed(self) -> bool:
        """Whether anything was typed since the start."""
        return self.typed != self._started

    def draft(self, slug: str) -> RatingDraft:
        """The rating as typed."""
        typed = self.typed
        return RatingDraft(slug, None if typed.score is None else float(typed.score), typed.reason, typed.url or None)

    def problem(self) -> str:
        """What is missing, in a sentence; the field is marked and has the keyboard. "" when nothing is."""
        typed = self.typed
        _mark(self.score, is_wrong=typed.score is None)
        _mark(self.reason, is_wrong=not typed.reason)
        if typed.score is None:
            self.score.setFocus()
            return tr("A rating needs a score. Type a number from 0 to 100, or move the slider.")
        if not typed.reason:
            self.reason.setFocus()
            return tr("A rating needs a reason. Say in a sentence why.")
        return ""

    def _on_score(self, score: int) -> None:
        with QSignalBlocker(self.slider):  # at its left end while no score was given
            self.slider.setValue(max(0, score))
        self.tier.setText(tr("No score yet") if score == NONE else tr(Tier.of_score(score).label))


def _mark(field: QWidget, *, is_wrong: bool) -> None:
    field.setProperty("invalid", is_wrong)
    field.style().unpolish(field)
    field.style().polish(field)
