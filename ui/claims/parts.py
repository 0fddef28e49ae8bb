"""Pieces of the details card: the five-step scale, the chain, one step of the explanation, the ratings with their reasons."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.floor.raters import title_words
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.floor.web import web_address
from credibility.model import ChainLink, RatedClaim, Rating, Role, Span, Tier, Why
from credibility.model.edited import explained_anew
from ui.basics.dates import day_words
from ui.basics.flow import FlowLayout
from ui.basics.plain import set_tip
from ui.basics.widgets import button, label
from ui.theme import Theme
from ui.words import score_words

STEPS = (Role.VERY_LOW, Role.LOW, Role.MIXED, Role.RELIABLE, Role.HIGH)


class ScaleBar(QWidget):
    """Five steps from very low to high; the rating's step is filled and a tick stands at its score."""

    def __init__(self, rating: Rating, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rating = rating
        self._theme = theme
        self.setAccessibleName(tr("Scale: {score}", score=score_words(rating)))
        set_tip(self, score_words(rating))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A low strip."""
        return QSize(200, 18)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw steps and tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, tier = self.width() / 5, self._rating.tier
        for number, role in enumerate(STEPS):
            rect = QRectF(number * width, 6, width - 3, 7)
            is_mine = tier is not Tier.UNRATED and tier.value == number + 1
            painter.setPen(QPen(self._theme.line(role) if is_mine else QColor(self._theme.colours.edge), 1))
            painter.setBrush(self._theme.line(role) if is_mine else QColor(self._theme.colours.panel))
            painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self._rating.score is not None:
            x = min(self.width() - 4.0, self._rating.score / 100 * self.width())
            painter.setPen(QPen(QColor(self._theme.colours.ink), 2))
            painter.drawLine(int(x), 2, int(x), 17)
        painter.end()


class Breadcrumb(QWidget):
    """The outlets that carried a claim, outermost first, down to the innermost source."""

    def __init__(self, chain: tuple[ChainLink, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        flow = FlowLayout(self, spacing=4)
        self.setAccessibleName(tr("Chain: {chain}", chain=tr(", which cites ").join(shown(link.name) for link in chain)))
        for number, link in enumerate(chain):
            if number:
                flow.addWidget(_fixed(label("›", tone="faint")))
            flow.addWidget(_fixed(label(shown(link.name), bold=number == len(chain) - 1)))


class StepButton(QWidget):
    """One numbered step: a button shows the words of the article that it speaks of, and one mends what is wrong about it."""

    def __init__(
        self,
        number: int,
        step: Why,
        point: Callable[[Span], None],
        mend: tuple[str, Callable[[], object]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        figure = _fixed(label(f"{number}", tone="faint", bold=True))
        row.addWidget(figure, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(tr(step.text)))
        if mend is not None:
            act = button(mend[0], mend[1], quiet=True, tip=tr("Put this step right"))
            act.setAccessibleName(tr("{correction}: put step {number} right", correction=mend[0].rstrip("…"), number=number))
            words.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
        span = step.span
        if span is not None:
            show = button(tr("Show"), lambda: point(span), quiet=True, tip=tr("Show these words in the article"))
            show.setAccessibleName(tr("Show the words of step {number} in the article", number=number))
            row.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)


def add_ratings(column: QVBoxLayout, rated: RatedClaim, follow: Callable[[str], object]) -> None:
    """The rating in force and those of the other raters, with reasons; `follow` takes the address of an evidence."""
    if rated.rating:
        _add_rating(column, rated.rating, tr(" — in force") if rated.others else "", follow)
        if rated.rated_after:
            column.addWidget(label(tr("This rating was made after the article was published."), tone="faint", scale=0.92))
    if rated.disagreement:
        column.addWidget(label(tr("≠  Other raters disagree by two tiers or more"), bold=True, scale=0.95))
    for other in rated.others:
        _add_rating(column, other, "", follow)


def _add_rating(column: QVBoxLayout, rating: Rating, note: str, follow: Callable[[str], object]) -> None:
    provenance = rating.provenance
    dated = f", {day_words(provenance.rated_on)}" if provenance.rated_on else ""
    column.addWidget(label(f"{shown(title_words(rating.rater))}: {score_words(rating)}{dated}{note}"))
    scope = scope_in_words(rating.scope, SHOWN)
    if scope:
        column.addWidget(label(tr("Holds for {scope}", scope=scope), tone="soft", scale=0.95))
    if provenance.reason:
        column.addWidget(label(shown(explained_anew(provenance.reason)), tone="soft", scale=0.95))
    if url := web_address(provenance.url):
        link = button(url if len(url) < 44 else url[:43] + "…", lambda: follow(url), quiet=True, tip=url)
        link.setAccessibleName(tr("Evidence: {url}", url=url))
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)


def _fixed(made: QWidget) -> QWidget:
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    if hasattr(made, "setWordWrap"):
        made.setWordWrap(False)
    return made
