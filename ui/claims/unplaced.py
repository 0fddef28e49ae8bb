"""Corrections of the reader's whose words are not in the text as it is now: listed, so that none is lost without a word."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from credibility.floor.language import said, tr, tr_of
from credibility.model import CorrectionKind, Reading
from ui.basics.plain import add_entry
from ui.basics.widgets import button, emptied

KIND_WORDS = {
    CorrectionKind.NOT_A_CLAIM: said("Not a claim"),
    CorrectionKind.OTHER_OUTLET: said("Other outlet"),
    CorrectionKind.SAID: said("Was said"),
    CorrectionKind.NOT_SAID: said("Was not said"),
    CorrectionKind.OTHER_SOURCE: said("Other source"),
    CorrectionKind.CLAIM: said("Your claim"),
    CorrectionKind.EDGES: said("Other edges"),
}
LONGEST = 60


class Unplaced(QWidget):
    """A line below the claims with a menu of these corrections; `forget_asked` carries one to be given up."""

    forget_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.menu = QMenu(self)
        self.menu_button = button(
            "", self._open, quiet=True, tip=tr("Corrections whose words are not in this copy of the text; choose one to forget it")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 2, 10, 2)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    def show_reading(self, reading: Reading) -> None:
        """List the corrections of this page that find no place in this reading."""
        menu = emptied(self.menu)
        for correction in reading.unplaced:
            quote = correction.quote if len(correction.quote) <= LONGEST else f"{correction.quote[: LONGEST - 1]}…"
            add_entry(
                menu,
                tr("Forget “{correction}: {quote}”", correction=KIND_WORDS[correction.kind], quote=quote),
                partial(self.forget_asked.emit, correction),
            )
        count = len(reading.unplaced)
        self.menu_button.setText(
            tr_of(count, "{count} correction finds no place in this text…", "{count} corrections find no place in this text…")
        )
        self.setVisible(bool(count))

    def _open(self) -> None:
        self.menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))
