"""What belongs to the reader and not to the article on the page: library, session, pasted text, the list of commands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMainWindow

from credibility.floor.language import tr
from credibility.model import SourceTintError
from credibility.model.library import PastedArticle
from ui.basics.widgets import open_form
from ui.frame.acts.library_acts import LibraryActs
from ui.frame.beside import Beside
from ui.frame.looks import Looks
from ui.frame.messages import MessageBar
from ui.frame.session import LastSession, Open
from ui.library.pasting import PasteForm
from ui.palette.palette import Palette
from ui.ports.workspace import WorkspacePort
from ui.sides.sides import Sides
from ui.theme.typefaces import Typefaces
from ui.words import complaint_words


@dataclass(frozen=True, slots=True)
class WindowParts:
    """The parts of the window that these acts work on."""

    window: QMainWindow
    sides: Sides
    beside: Beside
    messages: MessageBar
    commands: Mapping[str, QAction]
    open_path: Open


class OwnActs(QObject):
    """`forgotten` says that articles left the library."""

    forgotten = Signal()

    def __init__(self, workspace: WorkspacePort, looks: Looks, typefaces: Typefaces, frame: WindowParts) -> None:
        super().__init__(frame.window)
        self._workspace, self._messages, self._looks = workspace, frame.messages, looks
        self._commands, self._open, self._window = frame.commands, frame.open_path, frame.window
        self.library = LibraryActs(workspace, looks, typefaces, frame.window)
        self.session = LastSession(workspace, frame.sides, frame.beside, looks, self)
        self.library.article_chosen.connect(lambda row: frame.open_path(row.path, part=row.part))
        self.library.forgotten.connect(self.forgotten)

    def by_name(self) -> Mapping[str, Callable[[], object]]:
        """What the actions of those names do."""
        return {
            **self.library.by_name(),
            "paste_article": self.ask_pasted,
            "palette": lambda: open_form(Palette(self._commands, self._looks.theme, self._window)),
        }

    def ask_pasted(self) -> None:
        """Ask for address and date of the text on the clipboard, and open it."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self._messages.say(tr("There is no text on the clipboard. Copy the article’s text first."))
            return
        form = PasteForm(text, self._window)

        def keep(pasted: PastedArticle) -> None:
            try:
                path = self._workspace.keep_pasted(pasted)
            except SourceTintError as error:
                form.complain(complaint_words(error))
                return
            form.accept()
            self._open(path)

        form.given.connect(keep)
        open_form(form)
