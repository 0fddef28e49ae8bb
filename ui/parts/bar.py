"""The thin bar above an article that is one of several in its file."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QWidget

from credibility.floor.language import shown, tr
from credibility.model import Part
from ui.basics.plain import plain_label, set_tip
from ui.basics.widgets import button
from ui.keys import tip_like, with_key
from ui.parts.names import NAMES, part_words, place_words


class PartsBar(QWidget):
    """Says which part this is; its buttons call `step(-1)`, `step(1)` and `choose()`."""

    def __init__(self, step: Callable[[int], object], choose: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("parts")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.place = plain_label()
        self.place.setProperty("tone", "soft")
        self.previous = button(tr("Previous"), lambda: step(-1), quiet=True)
        self.next = button(tr("Next"), lambda: step(1), quiet=True)
        self.choose = button(tr("Choose…"), choose, quiet=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 4, 14, 4)
        row.setSpacing(4)
        row.addWidget(self.place)
        row.addStretch(1)
        for made in (self.previous, self.next, self.choose):
            row.addWidget(made)

    def show_parts(self, parts: tuple[Part, ...], index: int, commands: Mapping[str, QAction]) -> None:
        """Say that the article on screen is the part of this index; `commands` tell the keys."""
        names = NAMES[parts[index].kind]
        self.setAccessibleName(shown(names.all))
        self.setAccessibleDescription(place_words(parts, index))
        self.place.setText(place_words(parts, index))
        for made, name, beside, action in (
            (self.previous, names.before, index - 1, commands["previous_part"]),
            (self.next, names.after, index + 1, commands["next_part"]),
        ):
            words = part_words(parts, beside)
            made.setEnabled(bool(words))
            made.setAccessibleName(shown(name))
            made.setAccessibleDescription(words)
            set_tip(made, with_key(words, action) if words else "")
        tip_like(self.choose, commands["choose_part"])
        self.choose.setAccessibleName(shown(names.another))
