"""The reader's preferences in a JSON file beside the database, checked by the table of settings."""

import json
from collections.abc import Iterable
from pathlib import Path

from app.files.atomic import write_atomically
from credibility.floor.language import said
from credibility.model import Ground, PaperSetup, SettingsError, SheetSize
from credibility.model.settings import SETTING


class SettingsStore:
    """The current settings, read once and written on every change. An unreadable file means defaults and a notice.

    What the file holds besides (settings of a newer version, values that are not valid here) stays in it, and so does what another
    process wrote there meanwhile.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._values: dict[str, object] = {}
        self.notice: str | None = None
        try:
            self._values = _valid(self._held())
        except (OSError, ValueError, RecursionError):
            self.notice = said("The settings file {path} cannot be read; the defaults are used.", path=path)

    def get(self, key: str) -> object:
        """The current value; KeyError when there is no such setting."""
        return self._values.get(key, SETTING[key].default)

    def set(self, key: str, value: object) -> None:
        """Store a value. Raises SettingsError, and keeps the old value, when the value is invalid or the file cannot be written."""
        if not SETTING[key].allows(value):
            raise SettingsError(
                said("“{value}” is not a valid value of the setting “{key}”.", value=value, key=key), said("The old value was kept.")
            )
        self._write({key: value}, ())
        self._values = {**self._values, key: value}

    def reset(self, keys: Iterable[str]) -> None:
        """Give these settings their defaults. Raises SettingsError, and keeps all values, when the file cannot be written."""
        gone = {SETTING[key].key for key in keys}
        self._write({}, gone)
        self._values = {key: value for key, value in self._values.items() if key not in gone}

    def paper(self) -> PaperSetup:
        """How readings are put on paper where nothing else is asked for."""
        return PaperSetup(
            SheetSize(self.get("paper_sheet")),
            larger=bool(self.get("paper_larger")),
            grey=bool(self.get("paper_grey")),
            on=Ground.TYPESET if self.get("paper_ground") == Ground.TYPESET.value else None,
        )

    def looking(self) -> tuple[float | None, bool]:
        """How sure the tagger must be of a claim, None for as sure as by default; and whether attitudes are claims."""
        threshold = self.get("threshold")
        return float(threshold) if isinstance(threshold, int | float) else None, bool(self.get("attitudes"))

    def _write(self, changed: dict[str, object], gone: Iterable[str]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            held = self._held_or_set_aside()
            kept = {key: value for key, value in {**held, **changed}.items() if key not in gone}
            write_atomically(self._path, json.dumps(kept, indent=1).encode("ascii"))
        except OSError as error:
            raise SettingsError(
                said("The settings cannot be saved to {path}: {strerror}.", path=self._path, strerror=error.strerror),
                said("Check the folder's permissions."),
            ) from error

    def _held_or_set_aside(self) -> dict[str, object]:
        """What is in the file; one that is not JSON gets another name, for whoever wants to repair it."""
        try:
            return self._held()
        except (ValueError, RecursionError):
            self._path.replace(self._path.with_name(f"{self._path.name}.unreadable"))
            return {}

    def _held(self) -> dict[str, object]:
        """What is in the file. Raises OSError and ValueError; a missing file holds nothing."""
        try:
            read = json.loads(self._path.read_text(encoding="utf-8", errors="surrogateescape"))
        except FileNotFoundError:
            return {}
        if not isinstance(read, dict):
            raise ValueError("the settings are not a JSON object")
        return read


def _valid(held: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in held.items() if key in SETTING and SETTING[key].allows(value)}
