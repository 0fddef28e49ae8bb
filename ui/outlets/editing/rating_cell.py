"""Edit a rating inside the table: score and reason side by side, with what is wrong said below them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QWidget

from credibility.floor.language import tr
from credibility.model import OutletRow, Rating, Tier
from ui.basics.widgets import label


class RatingCell(QFrame):
    """Score and reason of one outlet. `accepted` is sent when Enter is pressed on a valid rating."""

    accepted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.seen: tuple[Rating, ...] = ()  # the outlet's ratings as they were when editing began
        self.score = QLineEdit()
        self.score.setFixedWidth(64)
        self.score.setPlaceholderText("0–100")
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Why?"))
        self.told = label("", tone="faint", scale=0.9)
        grid = QGridLayout(self)
        grid.setContentsMargins(6, 4, 6, 4)
        grid.setVerticalSpacing(2)
        grid.addWidget(self.score, 0, 0)
        grid.addWidget(self.reason, 0, 1)
        grid.addWidget(self.told, 1, 0, 1, 2)
        for field in (self.score, self.reason):
            field.textChanged.connect(lambda _words: self._check(complain=False))
            field.returnPressed.connect(self._on_return)
        self.setFocusProxy(self.score)

    def show_rating(self, row: OutletRow, reason: str, starts_at_reason: bool) -> None:
        """Start from the row's score in force and the reader's own reason so far."""
        self.score.setAccessibleName(tr("Score of {outlet}, 0 to 100", outlet=row.name))
        self.reason.setAccessibleName(tr("Reason for your rating of {outlet}", outlet=row.name))
        self.score.setText("" if row.score is None else f"{row.score:.0f}")
        self.reason.setText(reason)
        self._check(complain=False)
        first = self.reason if starts_at_reason else self.score
        self.setFocusProxy(first)
        first.setFocus()
        first.selectAll()

    def value(self) -> float | None:
        """The score typed; None when it is not a number from 0 to 100."""
        try:
            score = float(self.score.text().strip().replace(",", "."))
        except ValueError:
            return None
        return score if 0 <= score <= 100 else None

    def is_valid(self) -> bool:
        """Whether score and reason can be saved."""
        return self.value() is not None and bool(self.reason.text().strip())

    def _on_return(self) -> None:
        self._check(complain=True)
        if self.is_valid():
            self.accepted.emit()
        else:
            (self.score if self.value() is None else self.reason).setFocus()

    def _check(self, *, complain: bool) -> None:
        value, reason = self.value(), self.reason.text().strip()
        wrong = tr("A score is a number from 0 to 100.") if value is None else "" if reason else tr("Say in a sentence why.")
        self._mark(self.score, complain and value is None)
        self._mark(self.reason, complain and value is not None and not reason)
        known = tr(Tier.of_score(value).label) if value is not None else ""
        self.told.setText(wrong if complain and wrong else "  ·  ".join(filter(None, (known, wrong, tr("Enter saves, Esc leaves")))))
        self.told.setProperty("tone", "alarm" if complain and wrong else "faint")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)

    @staticmethod
    def _mark(field: QLineEdit, is_wrong: bool) -> None:
        field.setProperty("invalid", is_wrong)
        field.style().unpolish(field)
        field.style().polish(field)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes to the score."""
        super().focusInEvent(event)
        self.score.setFocus(Qt.FocusReason.OtherFocusReason)
