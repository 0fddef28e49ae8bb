"""Which keys do what: those of the table of actions, unless the reader chose others."""

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from credibility.floor.language import tr
from ui.actions import ACTIONS
from ui.basics.plain import set_tip

Keys = tuple[str, ...]
SHIPPED: Mapping[str, Keys] = {spec.name: spec.shortcuts for spec in ACTIONS}
_NATIVE = QKeySequence.SequenceFormat.NativeText
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def keys_in_force(own: object) -> dict[str, Keys]:
    """The keys of every action; `own` is the setting `keys`. What it says of actions that there are not is left out."""
    chosen = own if isinstance(own, Mapping) else {}
    return {name: _readable(chosen[name]) if name in chosen else keys for name, keys in SHIPPED.items()}


def own_keys(in_force: Mapping[str, Keys], before: object) -> dict[str, list[str]]:
    """What the setting `keys` has to be so that these are in force; what it held of other actions `before` stays."""
    kept = {name: list(keys) for name, keys in before.items() if name not in SHIPPED} if isinstance(before, Mapping) else {}
    return kept | {name: list(keys) for name, keys in in_force.items() if keys != SHIPPED[name]}


def give_keys(actions: Mapping[str, QAction], own: object) -> None:
    """Give actions the keys that are in force, and tool tips that name them."""
    in_force = keys_in_force(own)
    for spec in ACTIONS:
        action = actions[spec.name]
        action.setShortcuts([QKeySequence(keys) for keys in in_force[spec.name]])
        set_tip(action, with_key(tr(spec.tip), action))


def with_key(words: str, action: QAction) -> str:
    """What an action does, with its first key: "Find words in the article (Ctrl+F)"."""
    keys = keys_of(action)
    return f"{words} ({keys[0]})" if keys else words


def tip_like(target: QWidget, action: QAction, words: str = "") -> None:
    """Give a button the tool tip of the action that does the same, in words of its own if it has some."""
    told = with_key(words or action.statusTip(), action)
    set_tip(target, told)
    target.setAccessibleDescription(told)


def keys_of(action: QAction) -> Keys:
    """The keys of an action as this system writes them."""
    return tuple(sequence.toString(_NATIVE) for sequence in action.shortcuts())


def written(keys: str) -> str:
    """Keys as this system writes them: "⌘F" for "Ctrl+F" on a Mac."""
    return QKeySequence(keys).toString(_NATIVE)


def clashing(in_force: Mapping[str, Keys], name: str, keys: str) -> str:
    """The other action that has these keys; "" for none."""
    return next((other for other, held in in_force.items() if other != name and keys in held), "")


def objection(keys: str) -> str:
    """Why no action may have these keys; "" if one may. Keys that type, or that move about everywhere, have to stay what they are."""
    sequence = QKeySequence(keys)
    if sequence.count() == 0:
        return tr("These keys cannot be read.")
    pressed = cast("Sequence[QKeyCombination]", sequence)[0]
    is_modified = bool(pressed.keyboardModifiers() & _MODIFIERS)
    if pressed.key() is Qt.Key.Key_Escape or (pressed.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and not is_modified):
        return tr("“{keys}” always leaves a place or goes to the next one, so it cannot be given away.", keys=written(keys))
    is_function_key = Qt.Key.Key_F1 <= pressed.key() <= Qt.Key.Key_F35
    if not is_function_key and not is_modified and keys not in _SHIPPED_KEYS:
        return tr("“{keys}” is needed for typing and moving about. Add Ctrl or Alt, or use a function key.", keys=written(keys))
    return ""


_SHIPPED_KEYS = frozenset(keys for every in SHIPPED.values() for keys in every)


def _readable(keys: object) -> Keys:
    texts = keys if isinstance(keys, list | tuple) else ()
    return tuple(filter(None, (QKeySequence(text).toString() for text in texts if isinstance(text, str))))
