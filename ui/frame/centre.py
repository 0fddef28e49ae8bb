"""The middle of a side of the window: a welcome, the article, or the blocks of its page to choose from; with the panel of its claims."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from credibility.model import RatedClaim, Reading, Span
from ui.article_view import ArticleView
from ui.basics.later import Later, Step
from ui.basics.widgets import stacked
from ui.claims import ClaimsPanel
from ui.claims.changes import successor
from ui.claims.stepping import step_from, step_on
from ui.extent import Choosing, ExtentView
from ui.filtering import ClaimFilter, FacetIndex
from ui.frame.looks import Looks
from ui.frame.panes import Pane
from ui.jobs.worker import Worker
from ui.library import Welcome
from ui.pages import PagesView
from ui.pages.drawings import PagePictures
from ui.pages.turning import Turning
from ui.parts import Switching
from ui.ports.placed import PlacedPort
from ui.reader import ReaderView, Typography
from ui.reader.find_bar import FindBar
from ui.reader.hit_test import claim_at
from ui.reader.rail import Rail
from ui.theme import Theme

LONG = 1_000  # claims
ANOTHER = "another"  # article is being shown in the panel


class Centre(QStackedWidget):
    """Holds the parts and brings one to the front (`turned`); what they tell each other is the side's business.

    The `panel` stands beside it, where the window puts it. `is_active` says whether commands are about this side.
    """

    turned = Signal()

    def __init__(self, port: PlacedPort, worker: Worker, looks: Looks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looks = looks
        self._port = port
        self.is_active = True
        self.later = Later(self)
        self.later.settled.connect(self.turned)
        theme, typography = looks.theme, looks.typography
        self.welcome = Welcome(theme)
        self.reader = ReaderView(theme, typography)
        self.find_bar = FindBar(self.reader)
        self.reader.article_set.connect(self.find_bar.recount)
        facets = FacetIndex()  # the rail and the panel show the same claims
        self.panel = ClaimsPanel(theme, facets)
        self.panel.filter_changed.connect(self.show_only)
        self.extent = ExtentView(theme, typography)
        self.choosing = Choosing(port, worker, self.extent, self)
        self.drawer = drawer = Worker(self)  # a thread of its own: pages are drawn while an article is read
        self.pictures = PagePictures(port, drawer, self)
        self.pages = PagesView(self.pictures, theme)
        self.rail = Rail(self.reader, theme, facets)
        self.find_bar.marked.connect(self.rail.show_found)
        column = stacked(QVBoxLayout(), stacked(QHBoxLayout(), self.reader, self.rail), self.find_bar)
        self.switching = Switching(column)
        self.views: tuple[ArticleView, ...] = (self.reader, self.pages)
        self.turning = Turning(port, drawer, column, (self.reader, self.pages))
        for part in (self.welcome, self.turning.stack, self.extent):
            self.addWidget(part)
        self.choosing.begun.connect(self.show_blocks)
        self.extent.cancelled.connect(self.show_article)
        self.turning.turned.connect(self.turned)
        self._wanted: str | None = None  # the claim that the panel shows when it has been filled
        self._found: int | None = None  # where in the article words were found since a claim was last chosen
        self.find_bar.found.connect(self._on_found)

    @property
    def is_choosing(self) -> bool:
        """Whether the page's blocks are in front."""
        return self.currentWidget() is self.extent

    @property
    def place(self) -> int:
        """The place of the article in this side."""
        return self._port.place

    @property
    def has_article(self) -> bool:
        """Whether the article is in front."""
        return self.currentWidget() is self.turning.stack

    def panes(self) -> tuple[Pane, ...]:
        """Where F6 goes in this side: page, rail, find bar; or what is shown instead of the page."""
        if not self.has_article:
            return ((self.extent, self.extent.list),) if self.is_choosing else ((self.welcome, self.welcome.open_button),)
        page = (self.pages, self.pages) if self.turning.front is self.pages else (self.reader, self.reader)
        return (page, (self.rail, self.rail), (self.find_bar, self.find_bar.field))

    def panel_panes(self) -> tuple[Pane, ...]:
        """Where F6 goes in the panel: outlets, claims, details."""
        panel = self.panel
        return ((panel.top, panel.first_facet), (panel.list, panel.list), (panel.card, panel.card.area))

    def show_reading(self, reading: Reading) -> None:
        """Put another article to the front, from its top."""
        self._found, self._wanted = None, None
        self.turning.begin()
        self.switching.show_article(reading.article)
        if len(reading.claims) > LONG:
            self.rail.clear()
        self.show_article()  # first, for the page is set as wide as it is shown
        self.reader.show_reading(reading)
        self._beside_page(reading, self.panel.showing(reading), ANOTHER)

    def show_welcome(self) -> None:
        """Bring the first page to the front."""
        self.setCurrentWidget(self.welcome)
        self._take_focus(self.welcome.open_button)
        self.turned.emit()

    def show_article(self) -> None:
        """Bring the article to the front."""
        self.setCurrentWidget(self.turning.stack)
        self._take_focus(self.turning.front)
        self.turned.emit()

    def step_back(self) -> bool:
        """Leave the choice of blocks or the search. Returns whether there was one to leave."""
        if self.is_choosing:
            self.show_article()
        elif self.find_bar.isVisible():
            self.find_bar.dismiss()
        else:
            return False
        return True

    def show_blocks(self) -> None:
        """Bring the blocks of the page to the front."""
        self.setCurrentWidget(self.extent)
        self._take_focus(self.extent.list)
        self.turned.emit()

    def take_keyboard(self) -> None:
        """Give the keyboard to what is in front."""
        self._take_focus(self.panes()[0][1])

    def let_go(self) -> None:
        """Keep nothing of the article that was here."""
        self.later.settle()
        self._found = None
        self.turning.begin()
        self.reader.let_go()
        self.rail.clear()
        self.panel.let_go()
        self.setCurrentWidget(self.welcome)

    def _take_focus(self, part: QWidget | ArticleView) -> None:
        """What comes into the side that is not active leaves the keyboard where it is."""
        if self.is_active:
            part.setFocus()

    def show_claim(self, claim_id: str, *, scroll: bool = True) -> None:
        """Make a claim the current one on the text, on the pages and in the panel; only what is in front scrolls to it.

        While the panel is being filled with another article, it follows when that is done: thousands of claims would be waited for.
        """
        self._found = None
        is_early = self.later.awaits(ANOTHER)
        if not is_early:
            self.later.settle()
        if (is_early or self.panel.model.row_of(claim_id) < 0) and not self._is_known(claim_id):
            return  # chosen in the list before it was filled again
        self.turning.front.show_claim(claim_id, scroll=scroll)
        self.turning.back.show_claim(claim_id, scroll=False)
        self.rail.update()
        if is_early:
            if self._wanted is None:
                self.later.follow_with(self._show_wanted)
            self._wanted = claim_id
        else:
            self.panel.show_claim(claim_id)

    def _show_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.panel.show_claim(wanted)

    def _is_known(self, claim_id: str) -> bool:
        reading = self.reader.reading
        return reading is not None and any(rated.claim.id == claim_id for rated in reading.claims)

    def repaint_claims(self, reading: Reading) -> None:
        """Show the same article as it is read now; its place stays."""
        self.turning.front.repaint_claims(reading)
        self.turning.front.viewport().repaint()  # at once, whatever else an edit has to refresh
        self.turning.back.repaint_claims(reading)
        self._beside_page(reading, self.panel.repainting(reading), "the same")

    def _beside_page(self, reading: Reading, steps: tuple[Step, ...], kind: str) -> None:
        """Show a reading on the rail and in the panel: at once, or, if counting thousands of claims would be felt, turn by turn."""
        steps = (partial(self.rail.show_reading, reading), *steps)
        if len(reading.claims) > LONG:
            self.later.put_off(steps, kind)
            return
        self.later.settle()
        for step in steps:
            step()

    def point_at(self, spans: tuple[Span, ...]) -> None:
        """Underline the words that an explanation speaks of."""
        self.turning.front.point_at(spans)

    def follow(self, gone: RatedClaim | None) -> None:
        """Where a chosen claim vanished and another now stands in its words, choose that one."""
        self.later.settle()
        reading = self.reader.reading
        heir = successor(gone, reading) if gone and reading and self.panel.current is None else None
        if heir:
            self.show_claim(heir.id, scroll=False)

    def zoom(self, steps: int) -> None:
        """Larger or smaller, whichever is in front; 0 is the normal size."""
        if self.turning.front is self.pages:
            self.pages.zoom_by(steps)
        else:
            self._looks.zoom(steps)

    def show_linked(self, claim_ids: frozenset[str]) -> None:
        """Mark the claims that are linked with the one chosen in the article beside this one."""
        self.rail.show_linked(claim_ids)
        for view in self.views:
            view.show_linked(claim_ids)

    def show_only(self, chosen: ClaimFilter) -> None:
        """Draw the claims of the filter alone."""
        self.rail.show_only(chosen)
        for view in self.views:
            view.show_only(chosen)
            if self.panel.current is None:
                view.show_claim(None)
        self.turned.emit()

    def step(self, step: int) -> str | None:
        """The claim that follows or precedes the place found last, else the current one, else what is on screen."""
        here, reading = self.turning.front.first_offset_on_screen(), self.reader.reading
        if self.later.awaits(ANOTHER) and reading is not None and self._found is None:
            ids = [rated.id for rated in reading.claims]
            current = self.reader.current_claim
            return step_on(reading.claims, ids.index(current) if current in ids else -1, step, here)
        self.later.settle()
        if self._found is not None:
            return step_from(self.panel.model.claims, step, self._found)
        return self.panel.step(step, here)

    def step_unsourced(self) -> bool:
        """Go to the next stretch that names no source, around the end. Returns whether there is one."""
        here = self.reader.first_offset_on_screen()
        self.later.settle()
        starts = [span.start for span in self.rail.stretches]
        if not starts:
            return False
        self.turning.turn(False)
        self.reader.show_offset(next((start for start in starts if start > here + 1), starts[0]))
        return True

    def found_claim(self) -> str | None:
        """The claim that the place found last stands in, innermost first."""
        reading, found = self.reader.reading, self._found
        claim = claim_at(reading.claims, found) if reading and found is not None else None
        return claim.id if claim else None

    def _on_found(self, position: int) -> None:
        self._found = self.reader.offset_at(position)

    def ask_words(self) -> None:
        """Ask for words to find; they are looked for in the text."""
        self.turning.turn(False)
        self.find_bar.ask()

    def set_theme(self, theme: Theme) -> None:
        """Show everything in this theme."""
        for view in self.views:
            view.set_theme(theme)
        self.welcome.set_theme(theme)
        self.rail.set_theme(theme)
        self.panel.set_theme(theme)
        self.extent.set_theme(theme)

    def set_typography(self, typography: Typography) -> None:
        """Typeset the text again."""
        self.reader.set_typography(typography)
        self.extent.set_typography(typography)
