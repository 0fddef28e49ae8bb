"""Claims of two articles about the same outlet: the one chosen in the active side shows those of the other side, and leads to them."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from credibility.floor.language import tr, tr_of
from credibility.model import Outlet, RatedClaim
from ui.frame.messages import MessageBar
from ui.sides.side import Side
from ui.sides.sides import Sides


class Linking(QObject):
    """Shows the links again whenever a claim is chosen, or either side shows other claims."""

    def __init__(self, sides: Sides, messages: MessageBar, jump: QAction, parent: QObject) -> None:
        super().__init__(parent)
        self._sides, self._messages, self._jump = sides, messages, jump
        for side in sides.all:
            self._watch(side)
        sides.made.connect(self._watch)
        sides.changed.connect(self.show)
        sides.arranged.connect(self.show)

    def show(self) -> None:
        """Mark the claims of the other side that the outlet of the chosen one carried, and say how many there are."""
        active, other = self._sides.active, self._sides.other
        outlet, linked = self._outlet(), self._linked()
        for side in self._sides.all:
            marked = frozenset(rated.id for rated in linked) if side is other else frozenset()
            side.centre.show_linked(marked)
            if side is not other:
                side.half.head.show_linked("")
        if other is not None:
            keys = self._jump.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            other.half.head.show_linked(
                tr_of(len(linked), "{count} claim through {outlet} ›", "{count} claims through {outlet} ›", outlet=outlet.name)
                if linked and outlet
                else "",
                keys,
            )
        self._jump.setEnabled(other is not None and active.centre.panel.card.claim is not None)

    def jump(self) -> None:
        """Go to the claim of the other side through the same outlet that is on screen there or follows, else to the first."""
        linked, other, outlet = self._linked(), self._sides.other, self._outlet()
        if other is None:
            return
        if not linked:
            words = (
                tr("No claim of the other article comes through {outlet}.", outlet=outlet.name)
                if outlet
                else tr("No outlet carried this claim.")
            )
            self._messages.say(words)
            return
        here = other.centre.turning.front.first_offset_on_screen()
        following = (rated for rated in linked if rated.claim.content[0].start >= here)
        target = next(following, linked[0])
        self._sides.activate(other)
        other.claims.show(target.id)

    def _outlet(self) -> Outlet | None:
        rated = self._sides.active.centre.panel.card.claim
        return rated.resolution.outlet if rated is not None and rated.claim.asserted else None

    def _linked(self) -> tuple[RatedClaim, ...]:
        outlet, other = self._outlet(), self._sides.other
        if outlet is None or other is None:
            return ()
        claims = other.centre.panel.model.claims
        return tuple(
            each for each in claims if each.claim.asserted and each.resolution.outlet and each.resolution.outlet.slug == outlet.slug
        )

    def _watch(self, side: Side) -> None:
        side.claims.chosen.connect(self.show)
        side.half.head.jump_asked.connect(self.jump)
        side.centre.panel.filter_changed.connect(lambda _chosen: self.show())
