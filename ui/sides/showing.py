"""What follows when an article is opened, looked at again or edited, in whichever side it is; commands follow the active one."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from credibility.model import PasswordError, Reading
from ui.basics.links import offer_link
from ui.claims.changes import change_words
from ui.frame.asking import ask_password
from ui.frame.foot import FootLine
from ui.frame.menus import claim_menu
from ui.parts.names import chosen_words
from ui.sides.side import Side, SideTools
from ui.sides.sides import Sides
from ui.tabs.acts import TabActs


class Showing(QObject):
    """`article_opened` carries the reading of an article that came, `refined` one with the second look, `reading_changed` one after an
    edit. `turned` says that what can be done may be something else now.
    """

    article_opened = Signal(object)
    reading_changed = Signal(object)
    refined = Signal(object)
    turned = Signal()

    def __init__(
        self, tools: SideTools, sides: Sides, tabs: TabActs, told: FootLine, opened: Callable[[], object], parent: QObject
    ) -> None:
        """`told` says what is going on, `opened` refreshes what lists articles."""
        super().__init__(parent)
        self._tools, self._sides, self._tabs, self._told, self._opened = tools, sides, tabs, told, opened
        for side in sides.all:
            self._join(side)
        sides.made.connect(self._join)
        sides.left.connect(self._leave)
        sides.changed.connect(self._on_side)
        tabs.came.connect(self._on_tab)
        tabs.unrefined.connect(self._refine)
        tools.edits.reading_changed.connect(self._on_edited)

    def apply(self, reading: Reading | None) -> bool:
        """Show the article of the active side as it is read now, and the other as the table rates it. Returns whether it is still there."""
        is_shown = self._sides.active.claims.apply(reading)
        if self._sides.other is not None:
            QTimer.singleShot(0, self._read_other)  # after what was asked for
        return is_shown

    def _join(self, side: Side) -> None:
        centre, opening, claims, messages = side.centre, side.opening, side.claims, self._tools.messages
        claims.chosen.connect(self.turned)
        claims.menu_asked.connect(lambda place: claim_menu(self._tools.window, self._tools.commands).popup(place))
        claims.shown.connect(lambda reading: self._if_active(side, lambda: self.reading_changed.emit(reading)))
        for told in (centre.turning.told, opening.told, centre.reader.link_hovered):
            told.connect(self._told.going_on)
        side.marking.edges.told.connect(self._told.happened)
        for job in (centre.turning, centre.pictures, centre.choosing, opening):
            job.failed.connect(messages.warn)
        for links in (centre.reader, centre.panel.card):
            links.link_activated.connect(lambda url: offer_link(messages, url))
        centre.panel.card.pointed.connect(centre.point_at)
        centre.panel.filter_changed.connect(lambda _chosen: self._if_active(side, side.overview.show_filter))
        opening.opened.connect(partial(self._on_opened, side))
        opening.refined.connect(partial(self._on_refined, side))
        opening.locked.connect(partial(self._ask_password, side))
        centre.choosing.chosen.connect(partial(self._on_extent_chosen, side))
        centre.switching.asked.connect(opening.open_part)
        centre.turned.connect(self.turned)
        self._if_active(side, side.overview.show_filter)

    def _if_active(self, side: Side, act: Callable[[], object]) -> None:
        if side is self._sides.active:
            act()

    def _on_opened(self, side: Side, path: Path, reading: Reading) -> None:
        self._tools.messages.dismiss()
        side.keep_claim_of(reading)
        side.show_article(reading)
        self._opened()
        self._tools.forms.refresh()
        self._tabs.on_opened(side, path, reading)
        self.turned.emit()
        side.claims.begin(is_example=path == self._tools.workspace.example and not side.kept_place.came_back)
        self.article_opened.emit(reading)

    def _on_tab(self, reading: Reading | None) -> None:
        side = self._sides.active
        side.opening.turn(self._tabs.front.path)
        if reading is None:
            side.show_empty()
            return
        side.show_article(reading)
        self.turned.emit()
        self._tools.forms.refresh()

    def _on_extent_chosen(self, side: Side, reading: Reading) -> None:
        side.show_article(reading)
        self.turned.emit()
        self._tools.messages.say(chosen_words(reading.article))
        self.article_opened.emit(reading)
        side.opening.refine()

    def _on_refined(self, side: Side, reading: Reading) -> None:
        before, chosen = side.centre.reader.reading, side.centre.panel.card.claim
        if before is not None and side.claims.apply(reading):
            self._told.happened(change_words(before, reading))
            side.centre.follow(chosen)
            self.turned.emit()
            self.refined.emit(reading)

    def _ask_password(self, side: Side, path: Path, error: PasswordError) -> None:
        ask_password(self._tools.window, path, error, lambda password: side.opening.open(path, password))

    def _on_edited(self, reading: Reading | None) -> None:
        self._tools.messages.expire()
        self.apply(reading)

    def _read_other(self) -> None:
        other = self._sides.other
        if other is not None and other.port.place >= 0:
            other.claims.apply(self._tools.workspace.places.read(other.port.place))

    def _refine(self) -> None:
        self._sides.active.opening.refine()

    def _leave(self, side: Side) -> None:
        side.marking.edges.leave()
        self._tools.messages.dismiss()
        side.kept_place.leave()

    def _on_side(self) -> None:
        side, places = self._sides.active, self._tools.workspace.places
        reading = places.reading(side.port.place)
        if reading is not None and reading is not side.centre.reader.reading:
            side.claims.apply(reading)
        side.notes.refresh()
        side.overview.show_filter()
        if reading is not None and not places.is_refined and not side.opening.is_looking:
            side.opening.refine()
        self._tools.forms.refresh()
        self.turned.emit()
