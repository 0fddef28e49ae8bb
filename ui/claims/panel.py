"""The panel beside the page: the article's outlets and kinds of source, the claims below them, the chosen claim's details at the foot."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QItemSelectionModel, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListView, QSplitter, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.floor.notes.noted import noted_claims
from credibility.model import Reading
from credibility.model.notes import PlacedNote
from ui.basics.later import Step
from ui.basics.widgets import hairline, stacked
from ui.claims.areas import ClaimsList, TopArea
from ui.claims.card import DetailsCard
from ui.claims.delegate import ClaimDelegate
from ui.claims.model import ClaimData, ClaimsModel
from ui.claims.stepping import step_on
from ui.claims.summary import Rejected, Summary
from ui.claims.unplaced import Unplaced
from ui.filtering import Across, ClaimFilter, Facet, FacetIndex
from ui.overview.legend import Legend
from ui.overview.outlets_bar import OutletsBar
from ui.theme import Theme

LOW = 560  # pixels of height under which the lines over the claims take less of it
MEASURED = 1000  # claims whose rows are as high as their words; more of them are all of one height
TOP_SHARE, TOP_SHARE_IF_LOW = 0.47, 0.28  # of the panel's height, that they take at most; what is more is scrolled


class ClaimsPanel(QWidget):
    """Shows the claims of a reading; says which one was chosen and which alone are shown."""

    claim_chosen = Signal(str)
    filter_changed = Signal(object)

    def __init__(self, theme: Theme, facets: FacetIndex, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("side")
        self._facets = facets
        self._reading: Reading | None = None
        self.filter = ClaimFilter()
        self._notes: tuple[PlacedNote, ...] = ()
        self._noted: frozenset[str] = frozenset()
        self.outlets = OutletsBar(theme)
        self.legend = Legend(theme)
        self.model = ClaimsModel(theme, facets, self)
        self._delegate = ClaimDelegate(theme, self)
        self.list = ClaimsList()
        self.list.setAccessibleName(tr("Claims"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.top = TopArea()
        self.summary = Summary(theme)
        self.rejected = Rejected()
        self.unplaced = Unplaced()
        self.card = DetailsCard(theme)
        self.list.selectionModel().currentChanged.connect(lambda current, _old: self._choose(current.row()))
        for part in (self.outlets, self.legend):
            part.turned.connect(self.turn)
            part.resized.connect(self._keep_heights)
        self.legend.all_asked.connect(self.show_all)
        self._build()

    def _build(self) -> None:
        top = QWidget()
        column = QVBoxLayout(top)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        column.addWidget(self.rejected)
        column.addWidget(self.unplaced)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.setHandleWidth(1)
        parts.setChildrenCollapsible(False)
        parts.addWidget(top)
        parts.addWidget(self.card)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 5)
        parts.setSizes([240, 400])
        self.list.setMinimumHeight(80)
        self.card.setMinimumHeight(120)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self.top.setWidget(stacked(QVBoxLayout(), self.outlets, self.legend, self.summary))
        outer.addWidget(self.top)
        outer.addWidget(hairline())
        outer.addWidget(parts, 1)

    @property
    def current(self) -> str | None:
        """The id of the claim whose details are shown."""
        return self.card.claim.id if self.card.claim else None

    @property
    def first_facet(self) -> QWidget:
        """Where the keyboard goes into the part over the claims: its first outlet, else the legend."""
        return self.outlets.rows[0] if self.outlets.rows else self.legend.unfold

    def showing(self, reading: Reading) -> tuple[Step, ...]:
        """The steps in which another article's claims are shown, all of them: each is over before it would be felt."""
        self._notes = ()
        return (self._begin, *self._steps(reading), partial(self.show_claim, None), self.list.scrollToTop)

    def repainting(self, reading: Reading) -> tuple[Step, ...]:
        """The steps in which the same article's claims are shown as they are now; list and details keep their place."""
        return (*self._steps(reading), self._keep_current)

    def let_go(self) -> None:
        """Show no article any more, and keep nothing of it."""
        self._begin()
        self._reading, self._notes = None, ()

    def _begin(self) -> None:
        """Leave the article before: nothing of it can be chosen from here on."""
        self.model.show(None)
        self._show_details(None)
        if self.filter:
            self.filter = ClaimFilter()
            self.filter_changed.emit(self.filter)

    def show_notes(self, notes: tuple[PlacedNote, ...]) -> None:
        """Count the claims that have a note now; they can be shown alone."""
        self._notes = notes
        if self._reading is not None and self._count_noted(self._reading) and Across.NOTED in self.filter.facets:
            self._show_rows()
            self.filter_changed.emit(self.filter)

    def _count_noted(self, reading: Reading) -> bool:
        """Note which claims have a note. Returns whether they are others than before."""
        before, self._noted = self._noted, noted_claims(reading.claims, self._notes)
        self.filter = replace(self.filter, noted=self._noted)
        self.legend.show_noted(len(self._noted))
        return before != self._noted

    def _keep_current(self) -> None:
        current, reading = self.current, self._reading
        known = current is not None and reading is not None and any(rated.claim.id == current for rated in reading.claims)
        if not known:
            self._select(None)
        self._show_details(current if known else None)
        if known and self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())

    def show_claim(self, claim_id: str | None) -> None:
        """Choose a claim in the list and show its details, without saying so to others."""
        self._select(claim_id)
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
        self._show_details(claim_id)

    def show_only(self, chosen: ClaimFilter) -> None:
        """Show the claims of a filter alone, here and wherever claims are shown; a chosen claim that is left out is chosen no more."""
        if chosen == self.filter:
            return
        self.filter = chosen = replace(chosen, noted=self._noted)
        self._show_rows()
        if self.current and self.model.row_of(self.current) < 0:
            self.show_claim(None)
        self.filter_changed.emit(chosen)

    def shown_ids(self) -> frozenset[str]:
        """The ids of the claims shown."""
        return frozenset(rated.id for rated in self.model.claims)

    def turn(self, facet: Facet) -> None:
        """Show the claims of a facet alone, or besides those shown alone already; a second time leaves them out again."""
        self.show_only(self.filter.turned(facet))

    def show_all(self) -> None:
        """Show all claims again."""
        if self.filter:
            self.show_only(ClaimFilter())

    def step(self, step: int, offset: int = 0) -> str | None:
        """The id of the claim shown that is `step` claims on in the text from the current one, without one from `offset` on."""
        return step_on(self.model.claims, self.model.place_of(self.current) if self.current else -1, step, offset)

    def set_theme(self, theme: Theme) -> None:
        """Draw everything in this theme."""
        self.summary.set_theme(theme)
        if self._reading:
            self.summary.show_reading(self._reading)
        self.outlets.set_theme(theme)
        self.legend.set_theme(theme)
        self.model.set_theme(theme)
        self._delegate.theme = theme
        self.card.set_theme(theme)
        self.list.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower, the lines over the claims need more height."""
        super().resizeEvent(event)
        self._keep_heights()

    def _keep_heights(self) -> None:
        # Qt's layouts ask for height by width only where there is enough of it: without this, too low a panel draws words over words.
        whole = self._give_heights(self.width())
        most = int(self.height() * (TOP_SHARE_IF_LOW if self.height() < LOW else TOP_SHARE))
        if whole > most:
            self._give_heights(self.width() - self.top.verticalScrollBar().sizeHint().width())
        self.top.wish(min(whole, most))

    def _give_heights(self, width: int) -> int:
        """Give the parts over the claims the height that they need at a width. Returns what they need together."""
        shown = [part for part in (self.outlets, self.legend, self.summary) if not part.isHidden()]
        for part in shown:
            high = part.heightForWidth(width)
            part.setMinimumHeight(high if high >= 0 else part.sizeHint().height())
        return sum(part.minimumHeight() for part in shown)

    def _steps(self, reading: Reading) -> tuple[Step, ...]:
        return (
            partial(self._take, reading),
            partial(self.outlets.show_reading, reading),
            partial(self._show_counts, reading),
            self._show_rows,
        )

    def _take(self, reading: Reading) -> None:
        self._reading = reading
        self.summary.show_reading(reading)
        self.rejected.show_reading(reading)
        self.unplaced.show_reading(reading)

    def _show_counts(self, reading: Reading) -> None:
        self.legend.show_reading(reading, self._facets.counts(reading.claims))
        if self._count_noted(reading) and Across.NOTED in self.filter.facets:
            self.filter_changed.emit(self.filter)

    def _show_rows(self) -> None:
        is_long = self._reading is not None and len(self._reading.claims) > MEASURED
        self._delegate.uniform = is_long
        self.list.setUniformItemSizes(is_long)
        with QSignalBlocker(self):  # rows that go away move the list's current row: nobody chose that
            self.model.show(self._reading, self.filter)
            self._select(self.current)
        self.outlets.show_filter(self.filter)
        self.legend.show_filter(self.filter, len(self.model.claims))
        self._keep_heights()

    def _select(self, claim_id: str | None) -> None:
        with QSignalBlocker(self):
            row = self.model.row_of(claim_id) if claim_id else -1
            if row >= 0:
                self.list.selectionModel().setCurrentIndex(self.model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            else:
                self.list.selectionModel().clear()

    def _show_details(self, claim_id: str | None) -> None:
        self.card.setVisible(bool(claim_id))
        self.card.show_claim(self._reading.claim(claim_id) if self._reading and claim_id else None, self._reading)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.claim_chosen.emit(self.model.index(row).data(ClaimData.CLAIM).id)

    def group(self, by_outlet: bool) -> None:
        """List the claims of one outlet or source together, or in the order of the text."""
        self.model.group(by_outlet)
        self._select(self.current)
        if self.list.currentIndex().isValid():
            self.list.scrollTo(self.list.currentIndex())
