"""A field for an outlet: those offered first, then what the table finds for the words typed."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QWidget

from credibility.floor.language import said, shown, tr
from credibility.model import Outlet
from ui.edits import Edits

NONE = said("no outlet")
FOUND = 12  # outlets of the table that are offered for the words typed


class OutletField(QComboBox):
    """Offers "no outlet" and some outlets; other names are completed from the table."""

    def __init__(self, edits: Edits, offered: tuple[Outlet, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._edits = edits
        field = QLineEdit()
        field.setAccessibleName(tr("Outlet that carried it"))
        fit_in_box(field)
        self.setLineEdit(field)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(tr("Outlet that carried it"))
        self.addItem(shown(NONE), None)
        for outlet in offered:
            self.addItem(outlet.name, outlet.slug)
        self._completions = QStringListModel(self)
        completer = QCompleter(self._completions, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)
        field.textEdited.connect(self._complete)

    def choose(self, slug: str | None) -> None:
        """Put one of the outlets offered into the field."""
        self.setCurrentIndex(max(0, self.findData(slug)))

    def offer(self, outlet: Outlet) -> None:
        """Offer one more outlet, and choose it."""
        self.addItem(outlet.name, outlet.slug)
        self.choose(outlet.slug)

    def words(self) -> str:
        """What stands in the field."""
        return " ".join(self.currentText().split())

    def is_none(self) -> bool:
        """Whether it says that no outlet carried the claim."""
        return self.words().casefold() in ("", shown(NONE).casefold())

    def slug(self) -> str | None:
        """The outlet that the words mean: one of those offered, else one of the table by its name or address; None where there is none."""
        words = self.words().casefold()
        for place in range(1, self.count()):
            if self.itemText(place).casefold() == words:
                return str(self.itemData(place))
        found = self._edits.read(self._edits.table.find_outlets, self.words(), FOUND) or ()
        return next((outlet.slug for outlet in found if words in (outlet.name.casefold(), outlet.slug)), None)

    def _complete(self, words: str) -> None:
        offered = [self.itemText(place) for place in range(self.count())]
        found = (self._edits.read(self._edits.table.find_outlets, words.strip(), FOUND) or ()) if words.strip() else ()
        self._completions.setStringList(list(dict.fromkeys([*offered, *(outlet.name for outlet in found)])))


def fit_in_box(field: QLineEdit) -> None:
    """Let a field stand in a combo box, which has a frame and room of its own."""
    field.setStyleSheet("QLineEdit { border: 0; padding: 0; background: transparent; }")
