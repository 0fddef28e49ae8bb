"""What happens to what was typed but not saved when its form is about to close: the reader says."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QMessageBox

from credibility.floor.language import said, shown, tr
from ui.basics.plain import message_box

RATING = said("Your rating is not saved yet.")


def ask_unsaved(form: QDialog, save: Callable[[], object], discard: Callable[[], object], words: str = RATING) -> None:
    """Ask what to do with what was typed, without holding up the window; Escape goes on editing."""
    box = message_box(form, tr("Not saved yet"), shown(words))
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Save).setText(tr("Save"))
    box.button(QMessageBox.StandardButton.Discard).setText(tr("Discard"))
    box.button(QMessageBox.StandardButton.Cancel).setText(tr("Go on editing"))
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    answers = {QMessageBox.StandardButton.Save: save, QMessageBox.StandardButton.Discard: discard}
    box.buttonClicked.connect(lambda pressed: answers.get(box.standardButton(pressed), lambda: None)())
    box.open()
