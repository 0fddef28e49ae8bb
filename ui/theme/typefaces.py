"""The shipped typefaces in Qt: those of the text at the start, those of other scripts once a text needs them."""

from collections.abc import Iterable

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from credibility.model import Faces, Pack
from credibility.model.faces import HAN, families, han_region

GROWN = 1.1
"""The sans is drawn smaller than the faces desktops use: at this multiple of their size its letters are as tall."""


class Typefaces:
    """Loads packs into Qt and makes their families stand in for letters that the text faces lack; use it on the GUI thread."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self._loaded: list[Pack] = []

    def begin(self, application: QApplication) -> None:
        """Load the faces of the text and set the application in the sans among them."""
        # Qt says of each face that it was asked for a script it has not; that is what the other faces are for.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        self._load(self._faces.packs[:1])
        font = application.font()
        font.setFamily(self._faces.packs[0].families[1])
        if font.pointSizeF() > 0:
            font.setPointSizeF(round(font.pointSizeF() * GROWN, 1))
        application.setFont(font)

    def ready(self, text: str) -> tuple[str, ...]:
        """Load what this text needs; a sentence for each script that cannot be drawn all the same."""
        self._load(pack for pack in self._faces.needed(text) if pack not in self._loaded)
        metrics = QFontMetrics(QFont(self._faces.packs[0].families[0]))
        return self._faces.advice(letter for letter in self._faces.lacking(text) if not metrics.inFontUcs4(ord(letter)))

    def han_family(self, language: str | None, text: str) -> str:
        """The family with the forms of Han letters of this text, "" when it has none."""
        han = next((pack for pack in self._loaded if pack.name == HAN), None)
        return families((han,), han_region(language, text))[0] if han else ""

    def _load(self, packs: Iterable[Pack]) -> None:
        """First the families, then the files: Qt forgets the fonts that it has made only when a file is added."""
        fresh = tuple(packs)
        if not fresh:
            return
        self._loaded = [pack for pack in self._faces.packs if pack in self._loaded or pack in fresh]
        others = [family for pack in self._loaded if pack is not self._faces.packs[0] for family in pack.families]
        for family in self._faces.packs[0].families:
            QFont.removeSubstitutions(family)
            QFont.insertSubstitutions(family, others)
        for pack in fresh:
            for file in pack.files:
                QFontDatabase.addApplicationFont(str(file))
