"""What a mapping makes of outlets that the reader knows, under the choices: a scale read the wrong way round is seen here."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model.lists import ScaleCheck
from ui.basics.widgets import label
from ui.outlets.imports.wording import ends_words, known_words


class Outcome(QWidget):
    """The scale's ends, up to five known outlets with the tier they would get, and a warning."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ends = label("", bold=True)
        self.ends.setAccessibleName(tr("Best and worst of the scale"))
        self.known = label("")
        self.known.setAccessibleName(tr("Known outlets as they would come out"))
        self.warning = label("", tone="alarm", selectable=True)
        self.warning.setAccessibleName(tr("What speaks against this scale"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.ends, self.known, self.warning):
            column.addWidget(part)

    def show_check(self, check: ScaleCheck) -> None:
        """Show another outcome; what it does not have takes no room."""
        self.ends.setText(ends_words(check))
        self.known.setText(known_words(check))
        self.warning.setText(shown(check.warning))
        for part in (self.ends, self.known, self.warning):
            part.setVisible(bool(part.text()))
