"""Say who said something: one of the sources that the article names already, or another by name and kind."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.floor.sources import SOURCE_KINDS, source_words
from credibility.model import Reading, Source, SourceKind
from ui.basics.lists import ArrowsToList
from ui.basics.plain import set_tip
from ui.basics.widgets import button, foot, label, save_with_keys
from ui.edits import Edits
from ui.ports.corrections import CorrectionPort
from ui.words import complaint_words


def sources_of(reading: Reading) -> tuple[Source, ...]:
    """The named and anonymous sources of the article's claims, each once, in order of first mention."""
    text = reading.article.text
    named = {
        (source_words(rated.claim.source, text), rated.claim.source.kind): None
        for rated in (*reading.claims, *reading.rejected)
        if rated.claim.source.kind is not SourceKind.NONE
    }
    return tuple(Source(kind, name) for name, kind in named)


class SourceForm(QDialog):
    """Asks who said a claim. What the table objects to is shown here, and the form stays open."""

    def __init__(self, port: CorrectionPort, edits: Edits, reading: Reading, claim_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Who said this?"))
        self.setMinimumSize(440, 420)
        self._port = port
        self._edits = edits
        self._claim_id = claim_id
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("Name of the source"))
        self.name.setPlaceholderText(tr("Name, as the article has it"))
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of source"))
        for kind, words in SOURCE_KINDS.items():
            self.kind.addItem(tr(words), kind)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Sources of this article"))
        for source in sources_of(reading):
            item = QListWidgetItem(f"{shown(source.name)}   {tr(SOURCE_KINDS[source.kind])}")
            set_tip(item, shown(source.name))
            item.setData(Qt.ItemDataRole.UserRole, source)
            self.list.addItem(item)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)  # a long one ends in an ellipsis
        ArrowsToList(self.name, self.list)
        self.list.currentItemChanged.connect(lambda item, _old: self._fill(item.data(Qt.ItemDataRole.UserRole)) if item else None)
        self.list.itemActivated.connect(lambda _item: self.save())
        self.complaint = label("", tone="alarm")
        self.save_button = button(tr("Save source"), self.save, primary=True)
        self.save_button.setDefault(True)
        save_with_keys(self, self.save)
        found = reading.claim(claim_id).claim.source
        self._found = Source(found.kind, source_words(found, reading.article.text))
        self._fill(self._found)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addWidget(
            label(tr("Choose a source of this article, or type another. The outlet that carried the claim stays."), tone="soft")
        )
        row = QHBoxLayout()
        row.addWidget(self.name, 1)
        row.addWidget(self.kind)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        column.addWidget(self.complaint)
        column.addLayout(foot(self, self.save_button))
        self.name.setFocus()
        self.name.selectAll()

    def save(self) -> None:
        """Save; close when that went well. Without a change nothing is saved: the text's own source has a title, too."""
        source = Source(self.kind.currentData(), self.name.text().strip())
        if source == self._found or self._edits.do(
            self._port.set_source, self._claim_id, source, complain=lambda error: self.complaint.setText(complaint_words(error))
        ):
            self.accept()

    def _fill(self, source: Source) -> None:
        self.name.setText(source.name)
        self.kind.setCurrentIndex(self.kind.findData(source.kind))
