"""The keys of one command: pressed to be changed, refused in words, or swapped with the command that has them."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QKeySequenceEdit, QVBoxLayout, QWidget

from credibility.floor.language import said, shown, tr
from ui.actions import ACTIONS
from ui.basics.widgets import button, hairline, label
from ui.keys import SHIPPED, Keys, clashing, objection, written
from ui.palette.palette import plain_text

SPECS = {spec.name: spec for spec in ACTIONS}
HINT = said("Press the keys that should do this. The second field is for another way to do the same.")


class KeyEditor(QWidget):
    """`chosen` carries the keys of all commands as the reader wants them."""

    chosen = Signal(dict)

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self._in_force: Mapping[str, Keys] = {}
        self._wanted: tuple[int, str] = (0, "")
        self.title = label("", bold=True)
        self.told = label(shown(HINT), tone="soft")
        self.fields = (self._field(0), self._field(1))
        self.swap_button = button(tr("Swap"), self._swap, tip=tr("This command takes the keys, and the other one those that this one had"))
        self.leave_button = button(tr("Leave as it is"), self._leave, tip=tr("Both commands keep their keys"))
        self.reset_button = button(tr("Reset"), self._reset, quiet=True, tip=tr("Reset this command to the keys it shipped with"))
        row = QHBoxLayout()
        row.setSpacing(8)
        for part in (*self.fields, self.reset_button):
            row.addWidget(part)
        answers = QHBoxLayout()
        answers.setSpacing(8)
        answers.addWidget(self.told, 1)
        for part in (self.leave_button, self.swap_button):
            answers.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(hairline())
        inner = QVBoxLayout()
        inner.setContentsMargins(20, 6, 20, 8)
        inner.setSpacing(6)
        inner.addWidget(self.title)
        inner.addLayout(row)
        inner.addLayout(answers)
        column.addLayout(inner)

    def start(self) -> None:
        """Take the keyboard."""
        self.fields[0].setFocus()

    def show_keys(self, name: str, in_force: Mapping[str, Keys]) -> None:
        """Show the keys of this command, "" for none."""
        self._name, self._in_force = name, in_force
        self.setEnabled(bool(name))
        self.title.setText(_called(name) or tr("No command has these words"))
        keys, called = in_force.get(name, ()), _called(name)
        for place, field in enumerate(self.fields):
            field.blockSignals(True)
            field.setKeySequence(QKeySequence(keys[place] if place < len(keys) else ""))
            field.blockSignals(False)
            field.setAccessibleName(tr("Other keys of {command}", command=called) if place else tr("Keys of {command}", command=called))
        self.reset_button.setVisible(keys != SHIPPED.get(name, ()))
        self._say(shown(HINT))

    def _field(self, place: int) -> QKeySequenceEdit:
        made = QKeySequenceEdit()
        made.setMaximumSequenceLength(1)
        made.setClearButtonEnabled(True)
        made.setAccessibleDescription(shown(HINT))
        # While keys are pressed the field says several times what it holds, nothing among it: what it holds then is looked at afterwards.
        pressed = QTimer(made)
        pressed.setSingleShot(True)
        pressed.timeout.connect(lambda: self._take(place, made.keySequence().toString()))
        made.keySequenceChanged.connect(lambda _sequence: pressed.start(0))
        return made

    def _take(self, place: int, keys: str) -> None:
        """Keys were pressed in a field, or it was emptied."""
        self._wanted = (place, keys)
        if self._with_wanted() == self._in_force.get(self._name):
            self.show_keys(self._name, self._in_force)
            return
        wrong = objection(keys) if keys else ""
        if wrong:
            self.show_keys(self._name, self._in_force)
            self._say(shown(wrong), is_wrong=True)
        elif other := clashing(self._in_force, self._name, keys) if keys else "":
            self._say(tr("“{keys}” already does “{command}”.", keys=written(keys), command=_called(other)), is_wrong=True, can_swap=True)
            self.swap_button.setFocus()
        else:
            self.chosen.emit({**self._in_force, self._name: self._with_wanted()})

    def _with_wanted(self) -> Keys:
        """The keys of this command with the wanted ones in their place."""
        place, keys = self._wanted
        fields = [*self._in_force[self._name], "", ""][:2]
        fields[place] = keys
        return tuple(dict.fromkeys(filter(None, fields)))

    def _swap(self) -> None:
        place, keys = self._wanted
        other = clashing(self._in_force, self._name, keys)
        had = self._in_force[self._name][place : place + 1]
        left = tuple(each for every in self._in_force[other] for each in (had if every == keys else (every,)))
        self.chosen.emit({**self._in_force, self._name: self._with_wanted(), other: left})
        self.start()

    def _leave(self) -> None:
        self.show_keys(self._name, self._in_force)
        self.start()

    def _reset(self) -> None:
        """The shipped keys again. A command that has one of them now loses it, and the words say which."""
        shipped, before = SHIPPED[self._name], self._in_force
        after = {name: tuple(key for key in keys if key not in shipped) for name, keys in before.items()} | {self._name: shipped}
        self.chosen.emit(after)
        lost = [_called(name) for name, keys in after.items() if name != self._name and keys != before[name]]
        if lost:
            self._say(tr("These keys no longer do “{commands}”.", commands="”, “".join(lost)))
        self.start()

    def _say(self, words: str, *, is_wrong: bool = False, can_swap: bool = False) -> None:
        self.told.setText(words)
        self.told.setProperty("tone", "alarm" if is_wrong else "soft")
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        for made in (self.swap_button, self.leave_button):
            made.setVisible(can_swap)


def _called(name: str) -> str:
    """What the reader knows a command by; "" for none."""
    return plain_text(SPECS[name]) if name in SPECS else ""
