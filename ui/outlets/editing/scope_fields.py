"""What part of an outlet a rating of one's own covers, and its day, as fields of the rating's form."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.model import Rating, RatingStatus, Scope
from ui.basics.plain import plain_label

WHOLE = said("The whole outlet")
PART = said("A part of it…")


class ScopeFields(QWidget):
    """Offers the whole outlet, the parts that the reader rated already, and a new part. `chosen` carries the rating of it, or None."""

    chosen = Signal(object)

    def __init__(self, ratings: tuple[Rating, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._own = {rating.scope: rating for rating in ratings if rating.provenance.status is RatingStatus.MINE}
        self.covers = QComboBox()
        self.covers.setAccessibleName(tr("What the rating covers"))
        self.covers.addItem(shown(WHOLE), Scope())
        for scope in self._own:
            if not scope.is_whole:
                self.covers.addItem(shown(scope_in_words(scope, SHOWN)), scope)
        self.covers.addItem(shown(PART), None)
        self.path = _line(tr("Path"), "example.org/blogs")
        self.author = _line(tr("Author"), "Ida Falk")
        self.topic = _line(tr("Topic"), tr("politics"))
        self.since = _line(tr("From"), "2013-05-01")
        self.until = _line(tr("Until"), "2019")
        self.day = _line(tr("Day of the rating"), tr("today"))
        self.part = QWidget()
        grid = QGridLayout(self.part)
        grid.setContentsMargins(0, 4, 0, 0)
        places = (
            (self.path, tr("&Path"), 0, 0),
            (self.author, tr("&Author"), 1, 0),
            (self.topic, tr("&Topic"), 1, 2),
            (self.since, tr("&From"), 2, 0),
            (self.until, tr("&Until"), 2, 2),
        )
        for field, words, row, place in places:
            grid.addWidget(plain_label(words, field), row, place)
            grid.addWidget(field, row, place + 1, 1, 3 if field is self.path else 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.covers)
        column.addWidget(self.part)
        self.part.hide()
        self.covers.currentIndexChanged.connect(self._on_covers)

    @property
    def rated(self) -> Rating | None:
        """The reader's rating of the part that is chosen, None while it has none."""
        scope = self.covers.currentData()
        return self._own.get(scope) if scope is not None else None

    def scope(self) -> Scope:
        """The part as typed. Raises ValueError, with what is wrong in a sentence, for a day that cannot be read."""
        chosen = self.covers.currentData()
        if isinstance(chosen, Scope):
            return chosen
        path, author, topic = (field.text().strip() or None for field in (self.path, self.author, self.topic))
        for text in filter(None, (path, author, topic)):
            if ";" in text:
                raise ValueError(tr("“{text}” has a semicolon. Leave it out.", text=text))
        scope = Scope(path, author, topic, read_day(self.since.text(), first=True), read_day(self.until.text(), first=False))
        if scope.is_whole:
            raise ValueError(tr("Say which part of the outlet you rate: a path, an author, a topic or a range of dates."))
        if scope.since and scope.until and scope.until < scope.since:
            raise ValueError(tr("The range ends before it begins. Give the earlier day first."))
        return scope

    def rated_on(self) -> date | None:
        """The day of the rating, None for today. Raises ValueError."""
        return read_day(self.day.text(), first=True)

    def state(self) -> tuple[object, ...]:
        """All that is typed, for comparison."""
        fields = (self.path, self.author, self.topic, self.since, self.until, self.day)
        return (self.covers.currentIndex(), *(field.text() for field in fields))

    def _on_covers(self) -> None:
        self.part.setVisible(self.covers.currentData() is None)
        if self.covers.currentData() is None:
            self.path.setFocus()
        self.chosen.emit(self.rated)


def read_day(text: str, *, first: bool) -> date | None:
    """A day, or the first or last day of a year; None for nothing. Raises ValueError with a sentence."""
    words = text.strip()
    if not words:
        return None
    try:
        if len(words) == len("2013") and words.isdigit():
            return date(int(words), 1, 1) if first else date(int(words), 12, 31)
        return date.fromisoformat(words)
    except ValueError:
        raise ValueError(tr("“{words}” is not a day. Type a year, or year, month and day, such as 2025-06-03.", words=words)) from None


def _line(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
