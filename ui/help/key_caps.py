"""The keys of all commands in two columns, each drawn as the cap of a key; searched by words."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from credibility.floor.language import tr
from ui.basics.plain import plain_label
from ui.basics.widgets import label
from ui.help.listing import KeyRow, halves, key_sections
from ui.words import folded

NARROW = 560  # pixels below which one column is all that fits


def caps_of(keys: str) -> list[str]:
    """The caps to press together: "Ctrl+Shift++" is Ctrl, Shift and +."""
    parts = keys.split("+")
    return [part or "+" for part in ([*parts[:-2], "+"] if keys.endswith("++") else parts)]


class KeyCaps(QScrollArea):
    """Scrolled with the arrow keys."""

    def __init__(self, actions: Mapping[str, QAction]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Keyboard shortcuts"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.rows: list[tuple[str, QWidget]] = []
        self._sections: list[tuple[QWidget, list[QWidget]]] = []
        page = QWidget()
        page.setObjectName("side")
        self._columns = QHBoxLayout(page)
        self._columns.setContentsMargins(20, 6, 20, 16)
        self._columns.setSpacing(36)
        for half in halves(key_sections(actions)):
            column = QVBoxLayout()
            column.setSpacing(3)
            for title, rows in half:
                self._add_section(column, title, rows)
            column.addStretch(1)
            self._columns.addLayout(column, 1)
        self.setWidget(page)

    def seek(self, words: str) -> int:
        """Show only what has all these words in its name or keys. Returns how many rows there are."""
        sought = folded(words).split()
        found = {id(row) for held, row in self.rows if all(word in held for word in sought)}
        for _, row in self.rows:
            row.setVisible(id(row) in found)
        for head, rows in self._sections:
            head.setVisible(any(id(row) in found for row in rows))
        return len(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column under the other where two have no room."""
        is_narrow = event.size().width() < NARROW
        self._columns.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        super().resizeEvent(event)

    def _add_section(self, column: QVBoxLayout, title: str, rows: tuple[KeyRow, ...]) -> None:
        head = label(title, bold=True, scale=1.1)
        head.setContentsMargins(0, 12, 0, 3)
        column.addWidget(head)
        made = [_row(row) for row in rows]
        for row, part in zip(rows, made, strict=True):
            column.addWidget(part)
            self.rows.append((folded(f"{title} {row.words} {' '.join(row.keys)}"), part))
        self._sections.append((head, made))


def _row(row: KeyRow) -> QWidget:
    made = QWidget()
    made.setAccessibleName(f"{row.words}: {', '.join(row.keys)}")
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(3)
    line.addWidget(label(row.words), 1)
    for place, keys in enumerate(row.keys):
        if place:
            line.addWidget(_small(tr("or")))
        for cap in caps_of(keys):
            line.addWidget(_cap(cap))
    return made


def _cap(words: str) -> QLabel:
    made = plain_label(words)
    made.setProperty("keycap", True)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made


def _small(words: str) -> QLabel:
    made = plain_label(words)
    made.setProperty("tone", "faint")
    made.setContentsMargins(3, 0, 3, 0)
    return made
