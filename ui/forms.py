"""Opens the forms that edit ratings and claims; every edit goes to the workspace and comes back as a reading."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from credibility.model import Reading, SourceTintError
from ui.claims.gaps import gap_words, unrated_outlets
from ui.outlets.editing.chooser import OutletChooser
from ui.outlets.editing.long_edits import LongEdits, is_long
from ui.outlets.editing.queue import UnratedQueue
from ui.outlets.editing.rating_form import RatingForm
from ui.outlets.model import undo_and_redo
from ui.outlets.raters.menu import ProfileMenu
from ui.ports import WorkspacePort
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.outlets.window import RatingsWindow

ONE_ARTICLE = "The claim is then coloured by that outlet’s rating, in this article only."


class Forms(QObject):
    """`reading_changed` carries the reading after an edit, None when no article is open; `complained` what an edit objects to."""

    reading_changed = Signal(object)
    complained = Signal(object)
    article_chosen = Signal(Path)

    def __init__(self, workspace: WorkspacePort, theme: Theme, owner: QWidget) -> None:
        super().__init__(owner)
        self._workspace = workspace
        self._theme = theme
        self._owner = owner
        self.ratings_window: RatingsWindow | None = None
        self._long = LongEdits(owner)
        self._long.reading_changed.connect(self.reading_changed)
        self._long.complained.connect(self.complained)
        self.profiles = ProfileMenu(workspace.raters, self.show_raters, owner)
        self.profiles.reading_changed.connect(self.reading_changed)
        self.profiles.complained.connect(self.complained)

    def edit(self, act: Callable[[], Reading | None]) -> bool:
        """Do an edit. Returns whether it was done; a complaint leaves everything as it was."""
        try:
            reading = act()
        except SourceTintError as error:
            self.complained.emit(error)
            return False
        self.reading_changed.emit(reading)
        return True

    def undo(self) -> None:
        """Take the newest edit back."""
        self._step(undo_and_redo(self._workspace.table)[0], self._workspace.table.undo)

    def redo(self) -> None:
        """Do the newest undone edit again."""
        self._step(undo_and_redo(self._workspace.table)[1], self._workspace.table.redo)

    def _step(self, summary: str | None, act: Callable[[], Reading | None]) -> None:
        if summary and is_long(self._workspace.table, summary):
            self._long.run(f"{summary} — one moment…", act)
        elif summary:
            self.edit(act)

    def rate_outlet(self, slug: str) -> None:
        """Ask for the reader's own rating of an outlet."""
        try:
            outlet, ratings = self._workspace.table.outlet(slug), self._workspace.table.ratings(slug)
        except SourceTintError as error:
            self.complained.emit(error)
            return
        self._open(
            RatingForm(
                outlet,
                ratings,
                lambda draft: self.reading_changed.emit(self._workspace.table.set_rating(draft)),
                lambda own: self.reading_changed.emit(self._workspace.table.clear_rating(own)),
                self._owner,
            )
        )

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
        chooser = OutletChooser(self._workspace.table, ONE_ARTICLE, reading.claim(claim_id).resolution.candidates, self._owner)
        chooser.chosen.connect(lambda slug: self.edit(lambda: self._workspace.assign_outlet(claim_id, slug)))
        self._open(chooser)

    def ask_unrated(self) -> bool:
        """Go through the outlets that the article cites and nobody has rated. Returns whether there are any."""
        reading = self._workspace.reading
        outlets = unrated_outlets(reading) if reading else ()
        if reading is None or not outlets:
            return False
        queue = UnratedQueue(self._workspace.table, outlets, gap_words(reading), self._owner)
        queue.reading_changed.connect(self.reading_changed)
        self._open(queue)
        return True

    def show_raters(self) -> None:
        """Show who decides, the profiles, and what they change in the open article."""
        from ui.outlets.raters.dialog import RatersDialog  # noqa: PLC0415 - as in `show_ratings`

        dialog = RatersDialog(self._workspace.raters, self._theme, self._owner)
        dialog.reading_changed.connect(self.reading_changed)
        self._open(dialog)

    def show_ratings(self) -> None:
        """Show the table of outlets and ratings in a window of its own."""
        if self.ratings_window is None:
            # The table with its imports is a tenth of the window's code: the first article is not kept waiting for it.
            from ui.outlets.window import RatingsWindow  # noqa: PLC0415

            self.ratings_window = RatingsWindow(self._workspace, self._theme, self._owner)
            self.ratings_window.reading_changed.connect(self.reading_changed)
            self.ratings_window.article_chosen.connect(self.article_chosen)
        else:
            self.ratings_window.refresh_soon()
        self.ratings_window.show()
        self.ratings_window.raise_()
        self.ratings_window.activateWindow()

    def refresh(self) -> None:
        """Show the table as it is after an edit made elsewhere."""
        if self.ratings_window is not None and self.ratings_window.isVisible():
            self.ratings_window.refresh_soon()

    def set_theme(self, theme: Theme) -> None:
        """Draw what is opened from now on, and the table, in this theme."""
        self._theme = theme
        if self.ratings_window is not None:
            self.ratings_window.set_theme(theme)

    @staticmethod
    def _open(form: QDialog) -> None:
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.open()
