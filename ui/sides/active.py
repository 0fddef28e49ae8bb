"""The parts of the active side by name, for what works on the article that commands are about."""

from ui.claims import ClaimsPanel
from ui.frame.acts.claim_acts import ClaimActs
from ui.frame.centre import Centre
from ui.jobs.opening import Opening
from ui.library import Welcome
from ui.marking.acts import Marking
from ui.notes.acts import NoteActs
from ui.reader import ReaderView
from ui.reader.find_bar import FindBar
from ui.sides.side import Side
from ui.sides.sides import Sides


class ActiveSide:
    """For a window with `sides`."""

    sides: Sides

    @property
    def side(self) -> Side:
        """The side that commands, panel and keys are about."""
        return self.sides.active

    @property
    def centre(self) -> Centre:
        """The article of the active side."""
        return self.side.centre

    @property
    def reader(self) -> ReaderView:
        """Its text."""
        return self.centre.reader

    @property
    def panel(self) -> ClaimsPanel:
        """Its claims."""
        return self.centre.panel

    @property
    def find_bar(self) -> FindBar:
        """What searches it."""
        return self.centre.find_bar

    @property
    def welcome(self) -> Welcome:
        """What is in its place while there is none."""
        return self.centre.welcome

    @property
    def claims(self) -> ClaimActs:
        """What is done with its claims."""
        return self.side.claims

    @property
    def marking(self) -> Marking:
        """What is done with words selected in it."""
        return self.side.marking

    @property
    def notes(self) -> NoteActs:
        """Its notes."""
        return self.side.notes

    @property
    def opening(self) -> Opening:
        """What reads its file."""
        return self.side.opening
