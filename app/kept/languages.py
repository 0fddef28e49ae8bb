"""Which language the program speaks: the reader's choice, or else the system's, where there is a catalogue for it."""

import ctypes
import os
import platform
from gettext import GNUTranslations, NullTranslations
from locale import windows_locale
from typing import Any

from app.files.paths import data_folder, resource
from app.kept.settings_store import SettingsStore
from credibility.floor.language import Signs, speak
from credibility.model import SettingsError

ENGLISH = "en"
SIGNS = {ENGLISH: Signs(), "tr": Signs(".", ",")}
"""The signs in numbers, by the code of each language that there is: "1,200.5", "1.200,5"."""

_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def begin_speaking() -> None:
    """Speak the language of the settings from now on. Done at the start, before anything is shown; English if nothing can be read."""
    try:
        chosen = str(SettingsStore(data_folder() / "settings.json").get("language"))
    except SettingsError:
        chosen = ENGLISH  # whoever needs the folder says what is wrong with it
    speak_as(system_language() if chosen == "system" else chosen)


def speak_as(code: str) -> None:
    """Speak a language from now on, such as "tr"; English, if there is no catalogue for it."""
    known = code if code in SIGNS else ENGLISH
    speak(known, _catalogue(known), SIGNS[known])


def system_language() -> str:
    """The code of the language that this system speaks, such as "tr"; "en" if it does not say."""
    said = next(filter(None, (os.environ.get(name) for name in _VARIABLES)), "") or _of_windows() or _of_mac()
    return _code(said) or ENGLISH


def _code(language: str) -> str:
    return language.replace("-", "_").split("_")[0].split(".")[0].lower()


def _of_mac() -> str:
    """The first of the reader's languages that there is a catalogue for: a program started from the Finder is given no variable."""
    if platform.system() != "Darwin":
        return ""
    from PySide6.QtCore import QLocale  # noqa: PLC0415 - no other system needs Qt for a word on the command line

    return next((name for name in QLocale.system().uiLanguages() if _code(name) in SIGNS), "")


def _of_windows() -> str:
    system: Any = getattr(ctypes, "windll", None)
    return windows_locale.get(system.kernel32.GetUserDefaultUILanguage(), "") if system else ""


def _catalogue(code: str) -> NullTranslations:
    if code == ENGLISH:
        return NullTranslations()
    with resource("languages", f"{code}.mo").open("rb") as file:
        return GNUTranslations(file)
