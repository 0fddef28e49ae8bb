"""The most recently opened files, stored in the settings."""

from pathlib import Path

from app.settings_store import SettingsStore
from app.there import is_file, whole
from credibility.model import SettingsError

MOST = 20


class Recent:
    """The list in the settings, newest first."""

    def __init__(self, settings: SettingsStore) -> None:
        self._settings = settings

    @property
    def paths(self) -> tuple[Path, ...]:
        """Files opened before that still exist."""
        recent = self._settings.get("recent")
        return tuple(Path(name) for name in recent if is_file(Path(name))) if isinstance(recent, list) else ()

    def put(self, path: Path) -> None:
        """Put a file first. If the settings cannot be written, a notice says so and nothing else happens."""
        recent = [str(whole(path)), *map(str, self.paths)]
        try:
            self._settings.set("recent", list(dict.fromkeys(recent))[:MOST])
        except SettingsError as error:
            self._settings.notice = str(error)
