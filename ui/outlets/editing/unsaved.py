"""What happens to what was typed but not saved when its form is about to close: the reader says."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QMessageBox

from ui.basics.plain import message_box


def ask_unsaved(
    form: QDialog, save: Callable[[], object], discard: Callable[[], object], words: str = "Your rating is not saved yet."
) -> None:
    """Ask what to do with what was typed, without holding up the window; Escape goes on editing."""
    box = message_box(form, "Not saved yet", words)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.button(QMessageBox.StandardButton.Cancel).setText("Go on editing")
    box.setDefaultButton(QMessageBox.StandardButton.Save)
    answers = {QMessageBox.StandardButton.Save: save, QMessageBox.StandardButton.Discard: discard}
    box.buttonClicked.connect(lambda pressed: answers.get(box.standardButton(pressed), lambda: None)())
    box.open()
