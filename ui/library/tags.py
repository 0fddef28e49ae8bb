"""Ask for the tags of an article, separated by commas."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from credibility.floor.language import tr
from credibility.model import SourceTintError
from credibility.model.library import Shelved
from ui.basics.widgets import button, foot, label, save_with_keys
from ui.ports.library import LibraryPort
from ui.words import complaint_words


class TagForm(QDialog):
    """`saved` says that they were kept."""

    saved = Signal()

    def __init__(self, port: LibraryPort, row: Shelved, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Tags"))
        self.setMinimumWidth(400)
        self._port, self._number = port, row.number
        self.field = QLineEdit(", ".join(row.tags))
        self.field.setAccessibleName(tr("Tags, separated by commas"))
        self.complaint = label("", tone="alarm")
        self.complaint.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(label(row.title, bold=True, scale=1.1))
        column.addWidget(label(tr("Tags of your own, separated by commas. They are kept in your library only."), tone="soft"))
        column.addWidget(self.field)
        column.addWidget(self.complaint)
        self.save_button = button(tr("Save"), self.save, primary=True)
        column.addLayout(foot(self, self.save_button))
        self.field.returnPressed.connect(self.save)
        save_with_keys(self, self.save)

    def save(self) -> None:
        """Keep the tags typed."""
        try:
            self._port.set_tags(self._number, tuple(filter(None, (" ".join(tag.split()) for tag in self.field.text().split(",")))))
        except SourceTintError as error:
            self.complaint.setText(complaint_words(error))
            self.complaint.show()
        else:
            self.saved.emit()
            self.accept()
