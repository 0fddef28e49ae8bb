"""The one pane for how the page looks: theme, typeface, size, width and spacing of the lines. What is chosen is shown at once."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QWidget

from credibility.floor.language import shown, tr
from ui.basics.plain import plain_label
from ui.basics.widgets import button
from ui.ports.workspace import SettingsPort
from ui.preferences.choices import LOOKS, ChoiceSpec, typeface_choice

Choose = Callable[[str, object], None]


class TypePane(QFrame):
    """Opens under what asked for it and closes with Esc, or with a click beside it. `zoom` takes steps of size, 0 the normal size."""

    def __init__(self, settings: SettingsPort, choose: Choose, zoom: Callable[[int], object], owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.Popup)
        self.setObjectName("type")
        self.setAccessibleName(tr("Type and theme"))
        self._settings = settings
        self._choose = choose
        self._zoom = zoom
        self.buttons: dict[tuple[str, object], QPushButton] = {}
        self.size_label = plain_label()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 14, 16, 14)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(9)
        for spec in LOOKS[:1]:
            self._add_row(tr(spec.text), self._switches(spec))
        self.faces = self._faces(typeface_choice())
        self._add_row(tr("Typeface"), self.faces)
        self._add_row(tr("Size"), self._sizes())
        for spec in LOOKS[1:]:
            self._add_row(tr(spec.text), self._switches(spec))

    def open_under(self, part: QWidget) -> None:
        """Show it with what is in force, under a part of the window."""
        self._show_values()
        self.adjustSize()
        corner = part.mapToGlobal(part.rect().bottomLeft()) + QPoint(0, 4)
        room = part.screen().availableGeometry()
        self.move(max(room.left(), min(corner.x(), room.right() - self.width())), corner.y())
        self.show()
        next(iter(self.buttons.values())).setFocus(Qt.FocusReason.PopupFocusReason)

    def sizeHint(self) -> QSize:
        """As wide as its rows need."""
        return self._grid.sizeHint()

    def _add_row(self, name: str, part: QWidget) -> None:
        row = self._grid.rowCount()
        title = plain_label(name.replace("&", ""))
        title.setProperty("tone", "soft")
        self._grid.addWidget(title, row, 0)
        self._grid.addWidget(part, row, 1)

    def _switches(self, spec: ChoiceSpec) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        group = QButtonGroup(held)
        for choice in spec.choices:
            made = button(shown(choice.text), partial(self._take, spec.key, choice.value))
            made.setCheckable(True)
            made.setProperty("small", True)
            made.setAccessibleName(f"{tr(spec.text).replace('&', '')}: {shown(choice.text)}")
            group.addButton(made)
            row.addWidget(made)
            self.buttons[spec.key, choice.value] = made
        row.addStretch(1)
        return held

    def _faces(self, spec: ChoiceSpec) -> QComboBox:
        made = QComboBox()
        made.setAccessibleName(tr("Typeface"))
        for choice in spec.choices:
            made.addItem(shown(choice.text), choice.value)
        made.activated.connect(lambda row: self._take(spec.key, made.itemData(row)))
        return made

    def _sizes(self) -> QWidget:
        held = QWidget()
        row = QHBoxLayout(held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        for words, name, step in (("A−", tr("Smaller text"), -1), ("A+", tr("Larger text"), 1), (tr("Normal"), tr("Normal size"), 0)):
            made = button(words, partial(self._resize, step))
            made.setProperty("small", True)
            made.setAccessibleName(name)
            self.buttons["size", step] = made
            row.addWidget(made)
        self.size_label.setMinimumWidth(70)
        row.addWidget(self.size_label, 1)
        return held

    def _take(self, key: str, value: object) -> None:
        self._choose(key, value)
        self._show_values()

    def _resize(self, step: int) -> None:
        self._zoom(step)
        self._show_values()

    def _show_values(self) -> None:
        for (key, value), made in self.buttons.items():
            if key != "size":
                made.setChecked(self._settings.get(key) == value)
        self.faces.setCurrentIndex(max(0, self.faces.findData(self._settings.get("font_family"))))
        size = self._settings.get("font_size")
        self.size_label.setText(tr("{size:g} points", size=size) if isinstance(size, int | float) else "")
