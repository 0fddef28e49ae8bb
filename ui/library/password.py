"""Ask for the password of a locked file. It is used once and kept nowhere."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model import PasswordError
from ui.basics.widgets import button, foot, label
from ui.words import complaint_words


class PasswordForm(QDialog):
    """`given` carries the password typed."""

    given = Signal(str)

    def __init__(self, name: str, error: PasswordError, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Password needed"))
        self.setMinimumWidth(420)
        self.open_button = button(tr("Open"), self._give, primary=True)
        self.open_button.setEnabled(False)
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setAccessibleName(tr("Password of {name}", name=name))
        self.field.textChanged.connect(lambda words: self.open_button.setEnabled(bool(words)))
        self.field.returnPressed.connect(self._give)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(name, bold=True, scale=1.1))
        column.addWidget(label(complaint_words(error)))
        column.addWidget(self.field)
        column.addWidget(label(tr("The password is used for this file only and is not kept."), tone="faint", scale=0.92))
        column.addLayout(foot(self, self.open_button))
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give(self) -> None:
        if self.field.text():
            self.accept()
            self.given.emit(self.field.text())
