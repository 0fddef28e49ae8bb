"""The details of one claim: its words, who carried it, how that outlet stands, and why it has this colour."""

from collections.abc import Callable
from enum import Enum
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import capital, shown, tr, tr_of
from credibility.floor.raters import tag_words
from credibility.floor.sources import SOURCE_KINDS, credential_lines, source_words
from credibility.model import RatedClaim, Reading, SourceKind, WhyStep
from ui.basics.flow import FlowLayout
from ui.basics.widgets import button, hairline, label, put_in
from ui.claims.folds import Fill, Fold
from ui.claims.parts import Breadcrumb, ScaleBar, StepButton, add_ratings
from ui.claims.why import why_sentence
from ui.theme import Theme
from ui.theme.swatch import Chip
from ui.words import (
    ATTITUDE,
    ATTITUDE_MEANING,
    MEANING,
    claim_title,
    found_words,
    quoted_content,
    tier_line,
)


class Folded(Enum):
    """What the card unfolds when it is asked for."""

    RATERS = "raters"
    STEPS = "steps"
    CHAIN = "chain"


class DetailsCard(QWidget):
    """Shows one claim; its buttons signal what the reader wants to correct, and the window does it."""

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
        self.setAccessibleName(tr("Details of the claim"))
        self._theme = theme
        self._shown: tuple[RatedClaim, Reading] | None = None
        self._open: set[Folded] = set()  # stays from claim to claim: who wants the steps wants them of the next claim too
        self.folds: dict[Folded, Fold] = {}
        self.area = QScrollArea()
        self.area.setObjectName("details")
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(tr("Details of the claim"))
        self.edit_button = button(
            tr("Rate…"), lambda: self._ask(self.edit_asked), primary=True, tip=tr("Rate the outlet that carried this claim")
        )
        self.reject_button = button(
            tr("Not a claim"), lambda: self._ask(self.reject_asked), tip=tr("Remove this claim from the page; Undo brings it back")
        )
        self.outlet_button = button(
            tr("Other outlet…"), lambda: self._ask(self.outlet_asked), tip=tr("Say which outlet carried this claim")
        )
        self.source_button = button(tr("Other source…"), lambda: self._ask(self.source_asked), tip=tr("Say who said this"))
        row = FlowLayout(spacing=5)
        row.setContentsMargins(12, 7, 10, 8)
        for made in (self.edit_button, self.outlet_button, self.source_button, self.reject_button):
            made.setProperty("small", True)
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
        self.folds = {}
        put_in(self.area, self._page(rated, reading) if rated and reading else self._blank())
        self.area.verticalScrollBar().setValue(place)
        self.edit_button.setEnabled(bool(rated and rated.resolution.outlet))
        self.reject_button.setEnabled(rated is not None)
        self.outlet_button.setEnabled(rated is not None)
        self.source_button.setEnabled(rated is not None)

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
        column.addWidget(label(tr("Choose a claim in the text or in the list, or “Next claim” above."), tone="faint"))
        column.addStretch(1)
        return page

    def _page(self, rated: RatedClaim, reading: Reading) -> QWidget:
        page, column = _column()
        text = reading.article.text
        self._add_head(column, rated, text)
        column.addWidget(label(why_sentence(rated, text), selectable=True))
        column.addWidget(label(quoted_content(rated, text), tone="soft", selectable=True))
        if rated.claim.attitude:
            column.addWidget(label(f"{capital(shown(ATTITUDE))}: {shown(ATTITUDE_MEANING)}", tone="soft"))
        self._add_source(column, rated, text)
        self._add_tags(column, rated)
        self._add_folds(column, rated)
        column.addWidget(label(shown(MEANING), tone="faint", scale=0.88))
        column.addStretch(1)
        return page

    def _add_head(self, column: QVBoxLayout, rated: RatedClaim, text: str) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(Chip(rated.drawn, self._theme, 32), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(1)
        title, told = claim_title(rated, text), tier_line(rated, self._theme.styles)
        words.addWidget(label(title, scale=1.2, bold=True))
        if told.lower() != title.lower():
            words.addWidget(label(told, tone="soft"))
        row.addLayout(words, 1)
        column.addLayout(row)
        if rated.drawn.on_scale and rated.rating:
            column.addWidget(ScaleBar(rated.rating, self._theme))

    def _add_source(self, column: QVBoxLayout, rated: RatedClaim, text: str) -> None:
        kind, source = tr(SOURCE_KINDS[rated.claim.source.kind]), shown(source_words(rated.claim.source, text))
        is_said = source.lower() == claim_title(rated, text).lower() or rated.claim.source.kind is SourceKind.OUTLET
        told = source if source.lower() == kind else f"{source} ({kind})"
        for line in (*(() if is_said else (tr("Source: {source}", source=told),)), *credential_lines(rated.claim.source, text)):
            column.addWidget(label(shown(line), tone="soft"))

    def _add_tags(self, column: QVBoxLayout, rated: RatedClaim) -> None:
        """What is known of the outlet beside ratings."""
        for tag in rated.resolution.outlet.tags if rated.resolution.outlet else ():
            column.addWidget(label(shown(tag_words(tag)), tone="faint", scale=0.92))

    def _add_folds(self, column: QVBoxLayout, rated: RatedClaim) -> None:
        raters = ((rated.rating,) if rated.rating else ()) + rated.others
        if raters:
            words = (
                tr_of(len(raters), "≠ {count} rater disagree", "≠ {count} raters disagree")
                if rated.disagreement
                else tr_of(len(raters), "{count} rater", "{count} raters")
            )
            self._add_fold(column, Folded.RATERS, words, partial(add_ratings, rated=rated, follow=self.link_activated.emit))
        if rated.why:
            self._add_fold(column, Folded.STEPS, tr("Why, step by step"), partial(self._add_steps, rated=rated))
        if len(rated.chain) > 1:
            self._add_fold(column, Folded.CHAIN, tr("Chain of sources"), lambda inside: inside.addWidget(Breadcrumb(rated.chain)))

    def _add_fold(self, column: QVBoxLayout, name: Folded, words: str, fill: Fill) -> None:
        made = Fold(words, fill, is_open=name in self._open)
        made.turned.connect(lambda on: self._open.add(name) if on else self._open.discard(name))
        self.folds[name] = made
        column.addWidget(made)

    def unfold(self) -> None:
        """Show all that is folded."""
        for name, fold in self.folds.items():
            if name not in self._open:
                fold.turn()

    def _add_steps(self, column: QVBoxLayout, rated: RatedClaim) -> None:
        mends = self._mends(rated)
        for number, step in enumerate(rated.why, 1):
            column.addWidget(StepButton(number, step, lambda span: self.pointed.emit((span,)), mends.pop(step.step, None)))
        if rated.claim.found_by:
            column.addWidget(label(found_words(rated.claim), tone="faint", scale=0.92))

    def _mends(self, rated: RatedClaim) -> dict[WhyStep, tuple[str, Callable[[], object]]]:
        """What can be corrected about each step, beside it: a button's words and what it does."""
        outlet = (tr("Other outlet…"), lambda: self._ask(self.outlet_asked))
        has_name = any(step.step is WhyStep.NAME for step in rated.why)
        mends: dict[WhyStep, tuple[str, Callable[[], object]]] = {
            WhyStep.WORDS: (tr("Not a claim"), lambda: self._ask(self.reject_asked)),
            WhyStep.NAME if has_name else WhyStep.OUTLET: outlet,
            WhyStep.RULE: (tr("Was not said") if rated.claim.asserted else tr("Was said"), lambda: self._ask(self.said_asked)),
        }
        if rated.resolution.outlet:
            mends[WhyStep.RATING] = (tr("Edit rating…"), lambda: self._ask(self.edit_asked))
        return mends


def _column() -> tuple[QWidget, QVBoxLayout]:
    page = QWidget()
    page.setObjectName("card")
    column = QVBoxLayout(page)
    column.setContentsMargins(16, 14, 16, 14)
    column.setSpacing(7)
    return page, column
