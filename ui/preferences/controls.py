"""A control for each kind of setting: a box, a list or a number."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QWidget

from credibility.floor.language import in_figures, shown, tr_as
from credibility.model.settings import Option, Setting, SettingKind
from ui.preferences.choices import typeface_choice

Take = Callable[[object], object]


@dataclass(frozen=True, slots=True)
class Control:
    """What a value is chosen with, and how it shows another one."""

    widget: QWidget
    show: Callable[[object], None]


def control_of(setting: Setting, take: Take) -> Control:
    """The control of a setting; `take` is told what the reader chooses."""
    match setting.kind:
        case SettingKind.FLAG:
            made = _flag(take)
        case SettingKind.NUMBER:
            made = _number(setting, take)
        case SettingKind.TYPEFACE:
            made = _choice(typeface_choice().choices, take)
        case _:
            made = _choice(setting.options, take)
    made.widget.setAccessibleName(shown(setting.title))
    made.widget.setAccessibleDescription(shown(setting.words))
    made.widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    made.widget.installEventFilter(_UnturnedWheel(made.widget))
    return made


def _flag(take: Take) -> Control:
    box = QCheckBox(tr_as("switch", "On"))
    box.clicked.connect(take)
    return Control(box, lambda value: box.setChecked(bool(value)))


def _number(setting: Setting, take: Take) -> Control:
    box = _NumberBox()
    box.setRange(setting.low, setting.high)
    box.setSuffix(f" {shown(setting.unit)}")
    box.setKeyboardTracking(False)  # or "15" would be 1 first

    def show(value: object) -> None:
        box.blockSignals(True)
        box.setValue(value if isinstance(value, int | float) else 0)
        box.blockSignals(False)

    box.valueChanged.connect(lambda value: take(int(value) if value.is_integer() else value))
    return Control(box, show)


def _choice(options: tuple[Option, ...], take: Take) -> Control:
    box = QComboBox()
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(14)
    for option in options:
        box.addItem(shown(option.text), option.value)

    def show(value: object) -> None:
        """Also a value between those that are offered, as the settings file or the command line may say."""
        place = box.findData(value)
        if place < 0:
            box.addItem(in_figures(value) if isinstance(value, float) else str(value), value)
            place = box.count() - 1
        box.setCurrentIndex(place)

    box.activated.connect(lambda row: take(box.itemData(row)))
    return Control(box, show)


class _NumberBox(QDoubleSpinBox):
    """Numbers as short as they are: "13", but "14.3"."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(1)

    def textFromValue(self, value: float) -> str:
        """The number in the reader's own way of writing."""
        return self.locale().toString(value, "g", 6)


class _UnturnedWheel(QObject):
    """Lets the wheel scroll the page: a value that it passes over must not change."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the wheel from the control."""
        if event.type() is QEvent.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)
