"""The reader's preferences: a JSON file beside the database, every key with a default and a check."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from app.atomic import write_atomically
from credibility.model import SettingsError


@dataclass(frozen=True, slots=True)
class Setting:
    """One preference: its key, its default, and a check of values read from the file."""

    key: str
    default: object
    allows: Callable[[object], bool]


def _number(low: float, high: float) -> Callable[[object], bool]:
    return lambda value: isinstance(value, int | float) and not isinstance(value, bool) and low <= value <= high


def _one_of(*values: str) -> Callable[[object], bool]:
    return lambda value: value in values


def _flag(value: object) -> bool:
    return isinstance(value, bool)


def _text(value: object) -> bool:
    return isinstance(value, str)


def _session(value: object) -> bool:
    """What was open: path, part, claim, whether the panel was shown."""
    return isinstance(value, dict) and all(isinstance(item, str | int) for item in value.values())


SETTINGS = (
    Setting("font_family", "", _text),
    Setting("font_size", 13, _number(6, 60)),
    Setting("measure", 68, _number(30, 140)),
    Setting("leading", 150, _number(100, 250)),
    Setting("theme", "system", _one_of("system", "light", "sepia", "dark")),
    Setting("threshold", 0.7, _number(0.3, 0.95)),
    Setting("attitudes", False, _flag),
    Setting("remember", True, _flag),
    Setting("session", {}, _session),
    Setting("window", "", _text),
    Setting("last_folder", "", _text),
)


class SettingsStore:
    """The current settings, read once and written on every change. An unreadable file means defaults and a notice."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._rows = {setting.key: setting for setting in SETTINGS}
        self._values: dict[str, object] = {}
        self.notice: str | None = None
        self._read()

    def get(self, key: str) -> object:
        """The current value; KeyError when there is no such setting."""
        return self._values.get(key, self._rows[key].default)

    def set(self, key: str, value: object) -> None:
        """Store a value. Raises SettingsError, and keeps the old value, when the value is invalid or the file cannot be written."""
        if not self._rows[key].allows(value):
            raise SettingsError(f"“{value}” is not a valid value of the setting “{key}”.", "The old value was kept.")
        values = {**self._values, key: value}
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            write_atomically(self._path, json.dumps(values, indent=1).encode("ascii"))
        except OSError as error:
            raise SettingsError(
                f"The settings cannot be saved to {self._path}: {error.strerror}.", "Check the folder's permissions."
            ) from error
        self._values = values

    def _read(self) -> None:
        try:
            read = json.loads(self._path.read_text(encoding="utf-8", errors="surrogateescape"))
        except FileNotFoundError:
            return
        except (OSError, ValueError, RecursionError):
            self.notice = f"The settings file {self._path} cannot be read; the defaults are used."
            return
        if isinstance(read, dict):
            self._values = {key: value for key, value in read.items() if key in self._rows and self._rows[key].allows(value)}
