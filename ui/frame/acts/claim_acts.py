"""What is done with the claims of the open article: choosing one, stepping on, rating its outlet, correcting it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr
from credibility.model import Correction, Reading
from ui.basics.speaking import announce
from ui.edits import Edits
from ui.forms import Forms
from ui.frame.centre import Centre
from ui.frame.messages import MessageBar
from ui.ports.corrections import CorrectionPort


class ClaimActs(QObject):
    """`chosen` says that another claim is the current one, `menu_asked` where on the screen its menu is wanted.

    `shown` carries the reading when the article on the page is shown as it is read now.
    """

    chosen = Signal()
    menu_asked = Signal(QPoint)
    shown = Signal(object)

    def __init__(self, port: CorrectionPort, edits: Edits, forms: Forms, centre: Centre, messages: MessageBar, window: QMainWindow) -> None:
        super().__init__(window)
        self._port = port
        self._edits = edits
        self._forms = forms
        self._centre = centre
        self._messages = messages
        for view in centre.views:
            view.claim_activated.connect(lambda claim_id: self.show(claim_id, scroll=False))
            view.claim_menu_asked.connect(self._ask_menu)
        panel = centre.panel
        centre.rail.claim_asked.connect(self.show)
        centre.rail.stepped.connect(self.step)
        panel.claim_chosen.connect(self.show)
        panel.list.menu_asked.connect(self._ask_menu)
        centre.find_bar.field.taken.connect(self.rate_found)
        panel.summary.rate_asked.connect(forms.rate_outlet)
        panel.outlets.unrated_asked.connect(self.rate_unrated)
        panel.rejected.restore_asked.connect(self.restore)
        panel.unplaced.forget_asked.connect(self.forget)
        panel.card.edit_asked.connect(forms.rate_claim)
        panel.card.reject_asked.connect(self.reject)
        panel.card.outlet_asked.connect(forms.choose_outlet)
        panel.card.source_asked.connect(forms.choose_source)
        panel.card.said_asked.connect(lambda _claim_id: self.turn_said())

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            "next_claim": lambda: self.step(1),
            "previous_claim": lambda: self.step(-1),
            "next_unsourced": self.go_unsourced,
            "edit_rating": self.rate,
            "other_outlet": self.choose_outlet,
            "other_source": self.choose_source,
            "not_said": self.turn_said,
            "not_a_claim": self.reject_current,
            "unrated": self.rate_unrated,
        }

    def show(self, claim_id: str, *, scroll: bool = True) -> None:
        """Make a claim the current one, on the page and in the panel."""
        self._centre.show_claim(claim_id, scroll=scroll)
        announce(self._centre.reader, self._centre.panel.model.spoken(claim_id))
        self.chosen.emit()

    def begin(self, *, is_example: bool) -> None:
        """In the example the first claim is the current one that an outlet's rating colours: the card has something to explain."""
        claims = self._centre.panel.model.claims if is_example else ()
        coloured = next((rated for rated in claims if rated.drawn.on_scale), None)
        if coloured is not None:
            self.show(coloured.id)

    def go_unsourced(self) -> None:
        """Go to the next stretch of the article that names no source."""
        if not self._centre.step_unsourced():
            self._messages.say(tr("No longer stretch of this article is without a source."))

    def step(self, step: int) -> None:
        """Make the claim the current one that follows or precedes the current one."""
        claim_id = self._centre.step(step)
        if claim_id:
            self.show(claim_id)

    def rate(self) -> None:
        """Ask for a rating of the outlet that carried the current claim."""
        self._with_current(self._forms.rate_claim)

    def rate_found(self) -> None:
        """Make the claim the current one that the words found stand in, and ask for a rating of the outlet that carried it."""
        claim_id = self._centre.found_claim()
        if claim_id is None:
            self._messages.say(tr("The words found are not in a claim. “Next claim” goes to the one that follows."))
            return
        self.show(claim_id)
        self._forms.rate_claim(claim_id)

    def choose_outlet(self) -> None:
        """Ask which outlet carried the current claim."""
        self._with_current(self._forms.choose_outlet)

    def add_outlet(self, called: str, then: Callable[[str], object]) -> None:
        """Ask for an outlet that is not in the table; `then` is told its slug."""
        self._forms.add_outlet(called, then)

    def choose_source(self) -> None:
        """Ask who said the current claim."""
        self._with_current(self._forms.choose_source)

    def reject_current(self) -> None:
        """Take the current claim off the page."""
        self._with_current(self.reject)

    def turn_said(self) -> None:
        """Say of the current claim that it was not said; or that it was, where it is drawn as not said."""
        rated = self._centre.panel.card.claim
        if rated is not None and self._edits.do(self._port.set_said, rated.id, not rated.claim.asserted):
            words = tr("This is now drawn as not said.") if rated.claim.asserted else tr("This is now drawn as said.")
            self._messages.say_done(words, self._edits.undo)
        self.chosen.emit()

    def reject(self, claim_id: str) -> None:
        """Take a claim off the page; offers to bring it back."""
        if self._edits.do(self._port.reject_claim, claim_id):
            self._messages.say_done(tr("The claim was removed from the page."), self._edits.undo)

    def restore(self, claim_id: str) -> None:
        """Bring a claim back that was taken off the page."""
        self._edits.do(self._port.restore_claim, claim_id)

    def forget(self, correction: Correction) -> None:
        """Give up a correction whose words are gone."""
        if self._edits.do(self._port.forget, correction):
            self._messages.say_done(tr("The correction was forgotten."), self._edits.undo)

    def rate_unrated(self) -> None:
        """Ask for ratings of the cited outlets that nobody has rated."""
        if not self._forms.ask_unrated():
            self._messages.say(tr("Every outlet that this article cites has a rating."))

    def apply(self, reading: Reading | None) -> bool:
        """Show the same article as it is read now; the page keeps its place. Returns whether that article is still on the page."""
        on_page = self._centre.reader.reading
        is_shown = reading is not None and on_page is not None and reading.article == on_page.article
        if reading is not None and is_shown:
            self._centre.repaint_claims(reading)
            self.shown.emit(reading)
        self._forms.refresh()
        self.chosen.emit()
        return is_shown

    def _with_current(self, act: Callable[[str], object]) -> None:
        if self._centre.panel.current:
            act(self._centre.panel.current)

    def _ask_menu(self, claim_id: str, place: QPoint) -> None:
        self.show(claim_id, scroll=False)
        self.menu_asked.emit(place)
