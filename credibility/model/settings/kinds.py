"""What a setting is: its kind, bounds, default and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from credibility.floor.language import said


class SettingKind(Enum):
    """What values a setting takes, and with that how it is shown and read."""

    FLAG = "flag"
    CHOICE = "choice"
    NUMBER = "number"
    TYPEFACE = "typeface"
    KEYS = "keys"
    STATE = "state"
    """What the window remembers by itself, such as its place; neither shown nor set by hand."""


class Section(Enum):
    """The groups of settings, in the order in which they are shown."""

    LOOK = said("Look of the page")
    CLAIMS = said("Claims")
    PAPER = said("Paper")
    PRIVACY = said("Privacy")
    KEYBOARD = said("Keyboard")
    STATE = ""


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a setting with the words it is offered under."""

    value: object
    text: str


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference: its key in the file, what values it takes, its default, and what it is called and does.

    `low` and `high` bound a number, also one that lies between the values a choice offers; `unit` follows it. `options` are all values of
    a choice; of a number, some that have names.
    """

    key: str
    kind: SettingKind
    default: object
    section: Section = Section.STATE
    title: str = ""
    words: str = ""
    low: float = 0
    high: float = 0
    unit: str = ""
    options: tuple[Option, ...] = ()

    @property
    def is_shown(self) -> bool:
        """Whether a reader sets it."""
        return self.kind is not SettingKind.STATE

    def allows(self, value: object) -> bool:
        """Whether this is a valid value."""
        match self.kind:
            case SettingKind.FLAG:
                return isinstance(value, bool)
            case SettingKind.NUMBER:
                return self._in_bounds(value)
            case SettingKind.CHOICE:
                return any(value == each.value and type(value) is type(each.value) for each in self.options) or self._in_bounds(value)
            case SettingKind.TYPEFACE:
                return isinstance(value, str)
            case SettingKind.KEYS:
                return _is_keys(value)
            case SettingKind.STATE:
                return isinstance(value, str) if isinstance(self.default, str) else _is_flat(value)

    def _in_bounds(self, value: object) -> bool:
        return isinstance(value, int | float) and not isinstance(value, bool) and self.high > self.low and self.low <= value <= self.high


def _is_keys(value: object) -> bool:
    """By the name of an action, the keys that a reader gave it."""
    return isinstance(value, Mapping) and all(
        isinstance(name, str) and isinstance(keys, list | tuple) and all(isinstance(key, str) for key in keys)
        for name, keys in value.items()
    )


def _is_flat(value: object) -> bool:
    """Texts and numbers by name, such as what was open: path, part, claim, whether the panel was shown."""
    return isinstance(value, Mapping) and all(isinstance(item, str | int) for item in value.values())
