"""Forgetting what was read: asked before it is done, because it cannot be undone; and whether anything is remembered at all."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QCheckBox, QMessageBox, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import SettingsError
from credibility.model.library import Shelved
from ui.basics.plain import message_box, set_tip
from ui.ports.workspace import SettingsPort

ONE = said(
    "Forget “{title}”? Its text, your notes and tags, where its file is and what it cites are removed from the library"
    " and from every backup."
    " This cannot be undone. The file itself stays where it is; corrections you made are edits of your ratings table and stay there."
)
ALL = said(
    "Forget everything you have read? Texts, notes, tags and places of all articles are removed from the library and from every backup."
    " This cannot be undone. The files stay where they are."
)


def ask_to_forget(owner: QWidget, row: Shelved | None, forget: Callable[[], object]) -> QMessageBox:
    """Ask whether to forget an article, or all; `forget` is called when the reader says so."""
    words = shown(ALL) if row is None else tr(ONE.template, title=row.title)
    box = message_box(owner, tr("Forget this article") if row else tr("Forget everything"), words)
    yes = box.addButton(tr("Forget"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.buttonClicked.connect(lambda clicked: forget() if clicked is yes else None)
    box.open()
    return box


class Remembering(QObject):
    """A box that says whether what is read is remembered."""

    failed = Signal(object)

    def __init__(self, settings: SettingsPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self.box = QCheckBox(tr("Remember what I read"))
        set_tip(self.box, tr("When this is off, articles you open leave no trace in the library, the recent files or the table."))
        self.box.clicked.connect(self._keep)
        self.refresh()

    def refresh(self) -> None:
        """Show what holds now."""
        self.box.setChecked(bool(self._settings.get("remember")))

    def _keep(self, on: bool) -> None:
        try:
            self._settings.set("remember", on)
        except SettingsError as error:
            self.refresh()
            self.failed.emit(error)
