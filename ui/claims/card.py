"""The details of one claim: its words, who carried it, how that outlet stands, and why it has this colour."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.polarities import polarity_sentence, polarity_words
from credibility.floor.scopes import SHOWN, scope_in_words
from credibility.floor.sources import anonymity_words, credential_lines
from credibility.floor.web import web_address
from credibility.model import RatedClaim, Rating, Reading, Role, WhyStep
from ui.basics.dates import day_words
from ui.basics.flow import FlowLayout
from ui.basics.widgets import button, hairline, label, put_in
from ui.claims.parts import Breadcrumb, ScaleBar, StepButton
from ui.theme import Theme
from ui.theme.swatch import Chip
from ui.words import (
    ATTITUDE,
    ATTITUDE_MEANING,
    MEANING,
    SOURCE_KINDS,
    claim_title,
    found_words,
    quoted_content,
    score_words,
    source_words,
)


class DetailsCard(QWidget):
    """Shows one claim; its buttons say what the reader wants to put right, the window does it."""

    edit_asked = Signal(str)
    reject_asked = Signal(str)
    outlet_asked = Signal(str)
    said_asked = Signal(str)
    source_asked = Signal(str)
    link_activated = Signal(str)
    pointed = Signal(tuple)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName("Details of the claim")
        self._theme = theme
        self._shown: tuple[RatedClaim, Reading] | None = None
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName("Details of the claim")
        self.edit_button = button(
            "Edit rating…", lambda: self._ask(self.edit_asked), primary=True, tip="Rate the outlet that carried this claim"
        )
        self.reject_button = button(
            "Not a claim", lambda: self._ask(self.reject_asked), tip="Remove this claim from the page; Undo brings it back"
        )
        self.outlet_button = button("Other outlet…", lambda: self._ask(self.outlet_asked), tip="Say which outlet carried this claim")
        row = FlowLayout()
        row.setContentsMargins(14, 8, 14, 10)
        for made in (self.edit_button, self.outlet_button, self.reject_button):
            row.addWidget(made)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.area, 1)
        column.addWidget(hairline())
        column.addLayout(row)
        self.show_claim(None, None)

    @property
    def claim(self) -> RatedClaim | None:
        """The claim shown."""
        return self._shown[0] if self._shown else None

    def show_claim(self, rated: RatedClaim | None, reading: Reading | None) -> None:
        """Show a claim of a reading, or nothing."""
        place = self.area.verticalScrollBar().value() if self.claim and rated and self.claim.id == rated.id else 0
        self._shown = (rated, reading) if rated and reading else None
        put_in(self.area, self._page(rated, reading) if rated and reading else self._blank())
        self.area.verticalScrollBar().setValue(place)
        self.edit_button.setEnabled(bool(rated and rated.resolution.outlet))
        self.reject_button.setEnabled(rated is not None)
        self.outlet_button.setEnabled(rated is not None)

    def set_theme(self, theme: Theme) -> None:
        """Draw the card in this theme."""
        self._theme = theme
        self.show_claim(*(self._shown or (None, None)))

    def words(self) -> str:
        """Everything the card says, line by line."""
        page = self.area.widget()
        return "\n".join(part.text() for part in page.findChildren(QLabel)) if page else ""

    def _ask(self, signal: SignalInstance) -> None:
        if self.claim:
            signal.emit(self.claim.id)

    def _blank(self) -> QWidget:
        page, column = _column()
        column.addWidget(label("Choose a claim in the text or in the list, or press F8.", tone="faint"))
        column.addStretch(1)
        return page

    def _page(self, rated: RatedClaim, reading: Reading) -> QWidget:
        page, column = _column()
        text = reading.article.text
        self._add_head(column, rated, text)
        column.addWidget(label(quoted_content(rated, text), scale=1.05, selectable=True))
        if rated.claim.attitude:
            column.addWidget(label(f"{ATTITUDE.capitalize()}: {ATTITUDE_MEANING}", tone="soft"))
        self._add_source(column, rated, text)
        if len(rated.chain) > 1:
            column.addWidget(label("Chain", tone="faint", scale=0.88))
            column.addWidget(Breadcrumb(rated.chain))
        self._add_ratings(column, rated)
        self._add_why(column, rated)
        if rated.claim.found_by:
            column.addWidget(label(found_words(rated.claim), tone="faint", scale=0.92))
        column.addWidget(label(MEANING, tone="faint", scale=0.88))
        column.addStretch(1)
        return page

    def _add_head(self, column: QVBoxLayout, rated: RatedClaim, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Chip(rated.drawn, self._theme, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        title = claim_title(rated, text)
        words.addWidget(label(title, scale=1.2, bold=True))
        style = self._theme.styles[rated.drawn]
        scored = score_words(rated.rating) if rated.drawn.on_scale or rated.drawn is Role.UNRATED else style.label
        standing = polarity_words(rated.claim) or scored
        if rated.resolution.outlet and rated.claim.asserted and (unnamed := anonymity_words(rated.claim)):
            standing = f"{standing} · {unnamed}"
        if standing.lower() != title.lower():
            words.addWidget(label(standing, tone="soft"))
        row.addLayout(words, 1)
        column.addLayout(row)
        if rated.drawn.on_scale and rated.rating:
            column.addWidget(ScaleBar(rated.rating, self._theme))
        else:
            column.addWidget(label(polarity_sentence(rated.claim) or style.meaning, tone="faint", scale=0.92))

    def _add_source(self, column: QVBoxLayout, rated: RatedClaim, text: str) -> None:
        kind, source = SOURCE_KINDS[rated.claim.source.kind], source_words(rated.claim.source, text)
        told = f"Source: {source}" if source.lower() == kind else f"Source: {source} ({kind})"
        for line in (told, *credential_lines(rated.claim.source, text)):
            column.addWidget(label(line, tone="soft"))
        other = button("Other source…", lambda: self._ask(self.source_asked), quiet=True, tip="Say who said this")
        column.addWidget(other, 0, Qt.AlignmentFlag.AlignLeft)
        outlet = rated.resolution.outlet
        if outlet:
            column.addWidget(label(f"Outlet: {outlet.name}, {outlet.slug}", tone="soft"))
        elif rated.resolution.candidates:
            names = ", ".join(candidate.name for candidate in rated.resolution.candidates)
            column.addWidget(label(f"Could be: {names}", tone="soft"))

    def _add_ratings(self, column: QVBoxLayout, rated: RatedClaim) -> None:
        if rated.rating:
            column.addWidget(hairline())
            self._add_rating(column, rated.rating, heading="Rating in force")
            if rated.rated_after:
                column.addWidget(label("This rating was made after the article was published.", tone="faint", scale=0.92))
        if rated.others:
            heading = "Other raters disagree by two tiers or more" if rated.disagreement else "Other raters"
            column.addWidget(label(f"≠  {heading}" if rated.disagreement else heading, bold=True, scale=0.95))
            for other in rated.others:
                self._add_rating(column, other, heading="")

    def _add_rating(self, column: QVBoxLayout, rating: Rating, heading: str) -> None:
        if heading:
            column.addWidget(label(heading, bold=True, scale=0.95))
        provenance = rating.provenance
        dated = f", {day_words(provenance.rated_on)}" if provenance.rated_on else ""
        column.addWidget(label(f"{rating.rater.title}: {score_words(rating)}{dated}"))
        scope = scope_in_words(rating.scope, SHOWN)
        if scope:
            column.addWidget(label(f"Holds for {scope}", tone="soft", scale=0.95))
        if provenance.reason:
            column.addWidget(label(provenance.reason, tone="soft", scale=0.95))
        if url := web_address(provenance.url):
            link = button(url if len(url) < 44 else url[:43] + "…", lambda: self.link_activated.emit(url), quiet=True, tip=url)
            link.setAccessibleName(f"Evidence: {url}")
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_why(self, column: QVBoxLayout, rated: RatedClaim) -> None:
        if not rated.why:
            return
        column.addWidget(hairline())
        column.addWidget(label("Why this colour", bold=True, scale=0.95))
        mends = self._mends(rated)
        for number, step in enumerate(rated.why, 1):
            column.addWidget(StepButton(number, step, lambda span: self.pointed.emit((span,)), mends.pop(step.step, None)))

    def _mends(self, rated: RatedClaim) -> dict[WhyStep, tuple[str, Callable[[], object]]]:
        """What can be put right about each step, where it stands: a button's words and what it does."""
        outlet = ("Other outlet…", lambda: self._ask(self.outlet_asked))
        has_name = any(step.step is WhyStep.NAME for step in rated.why)
        mends: dict[WhyStep, tuple[str, Callable[[], object]]] = {
            WhyStep.WORDS: ("Not a claim", lambda: self._ask(self.reject_asked)),
            WhyStep.NAME if has_name else WhyStep.OUTLET: outlet,
            WhyStep.RULE: ("Was not said" if rated.claim.asserted else "Was said", lambda: self._ask(self.said_asked)),
        }
        if rated.resolution.outlet:
            mends[WhyStep.RATING] = ("Edit rating…", lambda: self._ask(self.edit_asked))
        return mends


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setObjectName("card")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(7)
    return page, column
