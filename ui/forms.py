"""Opens the forms and windows in which ratings and claims are edited; what is done in them goes through the window's `Edits`."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from credibility.floor.language import said, shown
from credibility.floor.passages.outlet_names import outlet_name_in
from credibility.model import Reach
from ui.basics.widgets import open_form
from ui.claims.gaps import cited_outlets, gap_words, outlets_of, unrated_outlets
from ui.claims.source_form import SourceForm
from ui.edits import Edits
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.outlet_form import OutletForm
from ui.outlets.editing.queue import UnratedQueue
from ui.outlets.editing.rating_form import ask_rating
from ui.outlets.raters.menu import ProfileMenu
from ui.ports.workspace import WorkspacePort
from ui.theme import Theme
from ui.theme.typefaces import Typefaces

if TYPE_CHECKING:
    from ui.outlets.window import RatingsWindow

ONE_ARTICLE = said("The claim is then coloured by that outlet’s rating. The outlets of this article come first; type to look for another.")


class Forms(QObject):
    """The forms over one window, and the ratings window; `article_chosen` carries a file to open from there."""

    article_chosen = Signal(Path)

    def __init__(self, workspace: WorkspacePort, edits: Edits, theme: Theme, typefaces: Typefaces, owner: QWidget) -> None:
        super().__init__(owner)
        self._typefaces = typefaces
        self._workspace = workspace
        self._edits = edits
        self._theme = theme
        self._owner = owner
        self.ratings_window: RatingsWindow | None = None
        self.profiles = ProfileMenu(workspace.raters, edits, self.show_raters, self.show_own_raters, owner)

    def rate_outlet(self, slug: str) -> None:
        """Ask for the reader's own rating of an outlet."""
        ask_rating(self._edits, (slug,), self._owner)

    def rate_claim(self, claim_id: str) -> None:
        """Ask for the reader's own rating of the outlet that carried a claim."""
        reading = self._workspace.reading
        outlet = reading.claim(claim_id).resolution.outlet if reading else None
        if outlet:
            self.rate_outlet(outlet.slug)

    def choose_outlet(self, claim_id: str) -> None:
        """Ask which outlet carried a claim."""
        reading = self._workspace.reading
        if reading is None:
            return
        rated = reading.claim(claim_id)
        offered = tuple({outlet.slug: outlet for outlet in (*rated.resolution.candidates, *outlets_of(reading))}.values())
        name = outlet_name_in(rated, reading.article.text)
        chooser = OutletChooser(self._workspace.table, shown(ONE_ARTICLE), offered, self._owner, name=name)

        def assign(reach: Reach, slug: str | None) -> None:
            self._edits.do(self._workspace.corrections.assign_outlet, claim_id, slug, reach)

        chooser.chosen.connect(lambda slug: assign(chooser.reach.currentData(), slug))
        chooser.add_asked.connect(lambda words: self.add_outlet(words, partial(assign, chooser.reach.currentData())))
        open_form(chooser)

    def add_outlet(self, called: str, then: Callable[[str], object]) -> None:
        """Ask for a new outlet of that name or domain; `then` is told its slug once it is in the table."""
        form = OutletForm(self._edits, None, self._owner, called=called)
        form.saved.connect(then)
        open_form(form)

    def choose_source(self, claim_id: str) -> None:
        """Ask who said a claim."""
        reading = self._workspace.reading
        if reading is not None:
            open_form(SourceForm(self._workspace.corrections, self._edits, reading, claim_id, self._owner))

    def ask_unrated(self) -> bool:
        """Go through the outlets that the article cites and nobody has rated. Returns whether there are any."""
        reading = self._workspace.reading
        outlets = unrated_outlets(reading) if reading else ()
        if reading is None or not outlets:
            return False
        open_form(UnratedQueue(self._edits, outlets, gap_words(reading), self._owner))
        return True

    def show_own_raters(self) -> None:
        """Open the raters of the reader's own."""
        from ui.outlets.raters.criteria_form import ask_criteria  # noqa: PLC0415 - as in `show_ratings`

        ask_criteria(self._workspace.own_raters, self._edits, self._owner)

    def show_raters(self) -> None:
        """Show who decides, the profiles, and what they change in the open article."""
        from ui.outlets.raters.dialog import RatersDialog  # noqa: PLC0415 - as in `show_ratings`

        open_form(RatersDialog(self._workspace.raters, self._edits, self._theme, self._owner))

    def show_ratings(self, claim_id: str | None = None) -> None:
        """Show the table of outlets and ratings in a window of its own, at the outlet that carried a claim."""
        if self.ratings_window is None:
            # The table with its imports is a tenth of the window's code: the first article is not kept waiting for it.
            from ui.outlets.window import RatingsWindow  # noqa: PLC0415

            self.ratings_window = RatingsWindow(self._workspace, self._theme, self._typefaces, self._owner)
            self.ratings_window.reading_changed.connect(self._edits.reading_changed)
            self.ratings_window.article_chosen.connect(self.article_chosen)
        reading = self._workspace.reading
        outlet = reading.claim(claim_id).resolution.outlet if reading and claim_id else None
        self.ratings_window.show_outlet(outlet.slug if outlet else None, self._cited())
        self.ratings_window.refresh_soon()

    def refresh(self) -> None:
        """Show the table as it is after an edit made elsewhere, or beside another article."""
        if self.ratings_window is not None and self.ratings_window.isVisible():
            self.ratings_window.filters.offer_cited(self._cited())
            self.ratings_window.refresh_soon()

    def close(self) -> None:
        """Close the ratings window with the one that it belongs to."""
        if self.ratings_window is not None:
            self.ratings_window.close()

    def _cited(self) -> frozenset[str]:
        """The outlets of the open article, its publisher with them."""
        reading = self._workspace.reading
        outlets = (*cited_outlets(reading), reading.publisher) if reading else ()
        return frozenset(outlet.slug for outlet in outlets if outlet)

    def set_theme(self, theme: Theme) -> None:
        """Draw what is opened from now on, and the table, in this theme."""
        self._theme = theme
        if self.ratings_window is not None:
            self.ratings_window.set_theme(theme)
