"""The paths of the user's data folder, the database in it, and the data that ships with the program."""

import os
import tomllib
from collections.abc import Mapping
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import platformdirs

from credibility.floor.language import said
from credibility.model import Role, SettingsError, Style

HOME_VARIABLE = "SOURCETINT_HOME"
"""Environment variable that sets the data folder, for several tables on one machine and for tests."""


def data_folder() -> Path:
    """The folder of database, backups and settings, which may not exist yet. Raises SettingsError for an unknown user's ``~name``."""
    chosen = os.environ.get(HOME_VARIABLE)
    try:
        return Path(chosen).expanduser() if chosen else platformdirs.user_data_path("sourcetint", appauthor=False)
    except RuntimeError as error:
        raise SettingsError(
            said("{variable} is “{chosen}”, but this system has no such user.", variable=HOME_VARIABLE, chosen=chosen),
            said("Give the folder's whole path."),
        ) from error


def database_path() -> Path:
    """The ratings database inside the data folder."""
    return data_folder() / "ratings.db"


def resource(*parts: str) -> Traversable:
    """A file or folder that ships with the program."""
    return files("resources").joinpath(*parts)


def documents(folder: str, *suffixes: str) -> dict[str, str]:
    """The text files in a resource folder that have one of these suffixes, by file name."""
    return {
        entry.name: entry.read_text(encoding="utf-8")
        for entry in sorted(resource(folder).iterdir(), key=lambda entry: entry.name)
        if entry.name.endswith(suffixes)
    }


def read_styles() -> Mapping[Role, Style]:
    """How each role is drawn. Raises KeyError for a role missing from the palette."""
    rows = tomllib.loads(resource("palette.toml").read_text(encoding="utf-8"))
    words = {role: {key: said(rows[role.value][key]) for key in ("label", "meaning")} for role in Role}
    return {role: Style(**{**rows[role.value], **words[role]}) for role in Role}


def example_article() -> Path:
    """The bundled example as a file on disk."""
    return Path(str(resource("example", "great-moon-hoax.html")))


def help_page(language: str) -> str:
    """The help in a language by its code, such as "tr"; in English where there is no page in it."""
    pages = documents("help", ".md")
    return pages.get(f"{language}.md", pages["help.md"])
