"""The lines over and under the claims: who published the article, what is to be known of how it was read, what was taken off the page."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr, tr_of
from credibility.floor.raters import short_name, title_words
from credibility.floor.roles import role_of_outlet
from credibility.model import Outlet, Reading, Role
from ui.basics.plain import add_entry, set_tip
from ui.basics.widgets import button, emptied, label
from ui.theme import Theme
from ui.theme.swatch import Chip
from ui.words import content_words, score_words


class PublisherLine(QWidget):
    """The outlet that published this article and how it stands; its rating never colours a claim by itself."""

    rate_asked = Signal(str)

    def __init__(self, publisher: Outlet, reading: Reading, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        rating, role = reading.publisher_rating, role_of_outlet(publisher, reading.publisher_rating)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Chip(role, theme, 22), 0, Qt.AlignmentFlag.AlignVCenter)
        by = f" · {shown(short_name(rating.rater))}" if rating else ""
        standing = f"{score_words(rating)}{by}" if role.on_scale or role is Role.UNRATED else tr(theme.styles[role].label)
        self.words = label(tr("Published by {name} · {standing}", name=publisher.name, standing=standing), scale=0.95)
        if rating:
            set_tip(self.words, shown(title_words(rating.rater)))
        row.addWidget(self.words, 1)
        self.rate_button = button(
            tr("Rate…"), lambda: self.rate_asked.emit(publisher.slug), quiet=True, tip=tr("Rate {name}", name=publisher.name)
        )
        self.rate_button.setAccessibleName(tr("Rate {name}", name=publisher.name))
        row.addWidget(self.rate_button)


class Summary(QWidget):
    """Shows what holds for the article as a whole; never a score of the article."""

    rate_asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._publisher: PublisherLine | None = None
        self.notes = label("", tone="faint", scale=0.9)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(14, 2, 14, 8)
        self._column.setSpacing(4)
        self._column.addWidget(self.notes)

    @property
    def publisher_words(self) -> str:
        """What is said of the publisher, "" when it is not in the table."""
        return self._publisher.words.text() if self._publisher else ""

    def show_reading(self, reading: Reading) -> None:
        """Say what holds for this reading."""
        if self._publisher is not None:
            self._publisher.hide()
            self._publisher.deleteLater()
            self._publisher = None
        if reading.publisher is not None:
            self._publisher = PublisherLine(reading.publisher, reading, self._theme)
            self._publisher.rate_asked.connect(self.rate_asked)
            self._column.insertWidget(0, self._publisher)
            self._publisher.show()  # a line that is not shown yet would not count in the height that the panel gives
        notes = "\n".join(tr(note) for note in reading.notes if note not in reading.article.notes)
        self.notes.setText(notes)
        self.notes.setVisible(bool(notes))
        self.setVisible(bool(self._publisher or notes))

    def set_theme(self, theme: Theme) -> None:
        """Draw the publisher's chip in this theme from now on."""
        self._theme = theme


class Rejected(QWidget):
    """What the reader took off the page, each to be brought back."""

    restore_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu = QMenu(self)
        self.menu_button = button("", self._open, quiet=True, tip=tr("Restore a claim that you removed from the page"))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """List the rejected claims of this reading."""
        menu = emptied(self._menu)
        for rated in reading.rejected:
            words = content_words(rated, reading.article.text)
            words = words if len(words) < 60 else f"{words[:59]}…"
            add_entry(menu, words, partial(self.restore_asked.emit, rated.id))
        count = len(reading.rejected)
        self.menu_button.setText(tr_of(count, "{count} claim removed from the page…", "{count} claims removed from the page…"))
        self.setVisible(bool(count))

    def _open(self) -> None:
        self._menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
