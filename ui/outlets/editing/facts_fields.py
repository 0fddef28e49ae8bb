"""What an outlet belongs to, how a state stands to it and how long it was published, as fields of its form."""

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit

from credibility.floor.language import tr
from credibility.model import Outlet, OutletFacts
from credibility.model.edited import STATES_IN_WORDS
from ui.basics.plain import set_tip


class FactsFields:
    """The fields; the form lays them out."""

    def __init__(self, outlet: Outlet) -> None:
        self.state = QComboBox()
        self.state.setAccessibleName(tr("How a state stands to it"))
        for state, words in STATES_IN_WORDS.items():
            self.state.addItem(tr(words), state)
        if outlet.state not in STATES_IN_WORDS:  # another program may have written anything
            self.state.addItem(outlet.state, outlet.state)
        self.state.setCurrentIndex(self.state.findData(outlet.state))
        self.parent = _line(outlet.parent, tr("Belongs to, a domain of your table"), tr("theguardian.com (optional)"))
        self.inherits = QCheckBox(tr("Takes over its &rating while it has none of its own"))
        self.inherits.setChecked(outlet.inherits)
        self.until = _line(outlet.inherits_until, tr("Takes over the rating until"), tr("2025-03 (optional)"))
        self.begun = _line(outlet.active_from, tr("Published since"), tr("1821 or 1821-05-05 (optional)"))
        self.ended = _line(outlet.active_to, tr("Closed in"), tr("still published"))
        set_tip(self.ended, tr("The card of a claim says so"))
        self.parent.textChanged.connect(lambda text: self.inherits.setEnabled(bool(text.strip())))
        self.inherits.setEnabled(bool(outlet.parent))
        self.inherits.toggled.connect(self.until.setEnabled)
        self.until.setEnabled(outlet.inherits)

    def facts(self) -> OutletFacts:
        """The facts as typed."""
        parent = self.parent.text().strip().lower() or None
        return OutletFacts(
            self.state.currentData(),
            parent,
            self.inherits.isChecked() and parent is not None,
            self.begun.text().strip() or None,
            self.ended.text().strip() or None,
            self.until.text().strip() or None,
        )


def _line(text: str | None, name: str, hint: str) -> QLineEdit:
    made = QLineEdit(text or "")
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
