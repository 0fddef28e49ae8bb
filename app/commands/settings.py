"""Commands on the settings: settings list, get, set, reset."""

import argparse
import json
from pathlib import Path

from app.files.paths import data_folder
from app.kept.settings_store import SettingsStore
from app.printing import say, say_json, warn
from credibility.floor.language import said, shown, tr
from credibility.model import SettingsError
from credibility.model.settings import SETTING, SETTINGS, Setting, SettingKind

_SHOWN = tuple(setting for setting in SETTINGS if setting.is_shown)
_YES, _NO = ("on", "yes", "true", "1"), ("off", "no", "false", "0")


def add_to(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add these commands to the command line."""
    group = commands.add_parser("settings", help=said("your settings, the same as in the window"))
    actions = group.add_subparsers(metavar="ACTION", required=True)

    every = actions.add_parser("list", help=said("all settings with their values; * marks those that are not the default"))
    every.add_argument("--json", action="store_true", help=said("print JSON, with defaults and valid values"))
    every.set_defaults(run=list_settings)

    get = actions.add_parser("get", help=said("the value of a setting"))
    get.add_argument("key")
    get.add_argument("--json", action="store_true", help=said("print the value as JSON"))
    get.set_defaults(run=get_setting)

    put = actions.add_parser("set", help=said("change a setting; a window that is open takes it at its next start"))
    put.add_argument("key")
    put.add_argument("value", help=said("a name or number as `list` shows them; on or off; shortcuts as JSON"))
    put.set_defaults(run=set_setting)

    reset = actions.add_parser("reset", help=said("give settings their defaults"))
    reset.add_argument("key", nargs="*")
    reset.add_argument("--all", action="store_true", help=said("all of them"))
    reset.set_defaults(run=reset_settings)


def list_settings(arguments: argparse.Namespace) -> int:
    """Print every setting."""
    store = _store(arguments)
    if arguments.json:
        say_json({"settings": [_row(setting, store.get(setting.key)) for setting in _SHOWN]})
        return 0
    for setting in _SHOWN:
        value = store.get(setting.key)
        mark = " " if value == setting.default else "*"
        valid = f" ({shown(_valid_values(setting))})" if _valid_values(setting) else ""
        say(f"{mark} {setting.key:<13} {_words(value):<10} {tr(setting.title)}{valid}")
    return 0


def get_setting(arguments: argparse.Namespace) -> int:
    """Print the value of one setting."""
    setting = _setting(arguments.key)
    value = _store(arguments).get(setting.key)
    if arguments.json:
        say_json({"key": setting.key, "value": value})
    else:
        say(_words(value))
    return 0


def set_setting(arguments: argparse.Namespace) -> int:
    """Change one setting."""
    setting = _setting(arguments.key)
    value = _read(setting, arguments.value)
    if not setting.allows(value):
        valid = _valid_values(setting)
        expected = said("It takes {values}.", values=valid) if valid else said("The old value was kept.")
        raise SettingsError(
            said("“{value}” is not a valid value of the setting “{key}”.", value=arguments.value, key=setting.key), expected
        )
    _store(arguments).set(setting.key, value)
    return 0


def reset_settings(arguments: argparse.Namespace) -> int:
    """Give settings their defaults."""
    if bool(arguments.key) == arguments.all:
        raise SettingsError(said("Which settings?"), said("Name them, or use --all."))
    _store(arguments).reset([setting.key for setting in _SHOWN] if arguments.all else [_setting(key).key for key in arguments.key])
    return 0


def _store(arguments: argparse.Namespace) -> SettingsStore:
    folder = Path(arguments.db).parent if arguments.db else data_folder()
    store = SettingsStore(folder / "settings.json")
    if store.notice:
        warn(store.notice)
    return store


def _setting(key: str) -> Setting:
    setting = SETTING.get(key)
    if setting is None or not setting.is_shown:
        raise SettingsError(said("There is no setting “{key}”.", key=key), said("`sourcetint settings list` shows all of them."))
    return setting


def _words(value: object) -> str:
    if isinstance(value, bool):
        return "on" if value else "off"
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict) else str(value)


def _valid_values(setting: Setting) -> str:
    """Which values a setting takes, such as "30 to 140 characters" or "a4, us-letter"; "" where any will do."""
    if setting.kind is SettingKind.FLAG:
        return "on, off"
    if setting.high > setting.low:
        low, high = f"{setting.low:g}", f"{setting.high:g}"
        if not setting.unit:
            return said("{low} to {high}", low=low, high=high)
        return said("{low} to {high} {unit}", low=low, high=high, unit=setting.unit)
    return ", ".join(str(option.value) for option in setting.options)


def _read(setting: Setting, words: str) -> object:
    """The value that was typed, or the words themselves where they are none."""
    typed = words.casefold()
    if setting.kind is SettingKind.FLAG and typed in (*_YES, *_NO):
        return typed in _YES
    if setting.kind is SettingKind.KEYS or setting.high > setting.low:
        try:
            return json.loads(words)
        except (ValueError, RecursionError):
            return words
    return words


def _row(setting: Setting, value: object) -> dict[str, object]:
    row: dict[str, object] = {
        "key": setting.key,
        "value": value,
        "default": setting.default,
        "kind": setting.kind.value,
        "section": setting.section.value,
        "title": setting.title,
        "words": setting.words,
    }
    if setting.high > setting.low:
        row |= {"low": setting.low, "high": setting.high, "unit": setting.unit}
    if setting.options:
        row["options"] = [{"value": option.value, "text": option.text} for option in setting.options]
    return row
