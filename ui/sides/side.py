"""One side of the window: an article with its panel, and everything that is done with them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr
from credibility.model import Reading
from credibility.model.faces import words_of
from ui.edits import Edits
from ui.forms import Forms
from ui.frame.acts.claim_acts import ClaimActs
from ui.frame.acts.overview_acts import OverviewActs
from ui.frame.acts.view_acts import view_acts
from ui.frame.centre import Centre
from ui.frame.kept_place import KeptPlace
from ui.frame.looks import Looks
from ui.frame.messages import MessageBar
from ui.jobs.opening import Opening
from ui.jobs.worker import Worker
from ui.marking.acts import Marking
from ui.notes.acts import NoteActs
from ui.ports.workspace import WorkspacePort
from ui.sides.halves import Half
from ui.sides.placed import PlacedWorkspace
from ui.theme.typefaces import Typefaces
from ui.worksheet.acts import WorksheetActs


@dataclass(frozen=True, slots=True)
class SideTools:
    """What all sides of a window share."""

    workspace: WorkspacePort
    worker: Worker
    edits: Edits
    looks: Looks
    typefaces: Typefaces
    forms: Forms
    messages: MessageBar
    commands: Mapping[str, QAction]
    window: QMainWindow


class Side(QObject):
    """`touched` says that the reader did something in it, before it is done: it has to be the active side for that."""

    touched = Signal()

    def __init__(self, tools: SideTools, place: int) -> None:
        window, workspace, edits = tools.window, tools.workspace, tools.edits
        super().__init__(window)
        self._tools = tools
        self.port = PlacedWorkspace(workspace, place)
        self.opening = Opening(self.port, tools.worker, window)
        self.centre = centre = Centre(self.port, tools.worker, tools.looks)
        self.half = Half(centre)
        self._tell_touches()
        self.claims = ClaimActs(workspace.corrections, edits, tools.forms, centre, tools.messages, window)
        self.marking = Marking(workspace.corrections, edits, centre, tools.messages, tools.commands, window)
        self.notes = NoteActs(workspace.notes, edits, centre, self.marking, tools.messages, tools.looks, window)
        self.overview = OverviewActs(workspace, edits, tools.looks, centre.panel, tools.commands, window)
        self.kept_place = KeptPlace(workspace.library, centre, window)
        worksheets = WorksheetActs(workspace.worksheets, edits, centre, tools.messages, window)
        self.marking.follow(self.claims)
        self.acts: Mapping[str, Callable[[], object]] = {
            **view_acts(centre, tools.commands),
            **self.claims.by_name(),
            **self.marking.by_name(),
            **self.notes.by_name(),
            **self.overview.by_name(),
            **worksheets.by_name(),
            **centre.switching.by_name(),
        }
        tools.looks.theme_changed.connect(centre.set_theme)
        tools.looks.typography_changed.connect(centre.set_typography)

    def _tell_touches(self) -> None:
        centre = self.centre
        views = (*(view.claim_activated for view in centre.views), *(view.claim_menu_asked for view in centre.views))
        for touch in (*views, centre.reader.note_activated, centre.pages.note_activated, centre.rail.claim_asked, centre.rail.stepped):
            touch.connect(self.touched)
        self.half.head.pressed.connect(self.touched)

    @property
    def is_shown(self) -> bool:
        """Whether it is to be seen."""
        return not self.half.isHidden()

    def show_article(self, reading: Reading) -> None:
        """Put another article on the page, with its notes, where it was left."""
        undrawn = self._tools.typefaces.ready(words_of(reading))
        article = reading.article
        self._tools.looks.set_han(self._tools.typefaces.han_family(article.language, article.text))
        self.kept_place.leave()
        self.centre.show_reading(reading)
        self.half.head.name(article.title or tr("Untitled"))
        self.kept_place.return_to(reading)
        self.notes.on_article()
        if undrawn:
            self._tools.messages.say("\n".join(undrawn))

    def keep_claim_of(self, reading: Reading) -> None:
        """The article that is about to be shown may be the one on the page, opened again: its chosen claim stays chosen."""
        before = self.centre.reader.reading
        if self.opening.is_again and before is not None and before.article.fingerprint == reading.article.fingerprint:
            self.kept_place.wanted = self.kept_place.wanted or self.centre.panel.current

    def show_empty(self) -> None:
        """Show that there is no article in it."""
        self.half.head.name(tr("New tab"))
        self.centre.show_welcome()

    def show_keys(self, commands: Mapping[str, QAction]) -> None:
        """Name the keys that these actions have now."""
        for part in (self.centre.find_bar, self.marking.bar, self.centre.switching, self.centre.welcome):
            part.show_keys(commands)

    def close(self) -> None:
        """The window closes: end what is under way."""
        self.marking.edges.keep()
        self.opening.stop_refining()
        self.centre.drawer.wait()
