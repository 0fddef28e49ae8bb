"""Settings in one table: kept, checked, reset, and the same on the command line; what the file holds besides is never lost."""

import json
from pathlib import Path

import pytest

from app.kept.settings_store import SettingsStore
from credibility.model import Ground, PaperSetup, SettingsError, SheetSize
from credibility.model.settings import SETTING, SETTINGS, Section, SettingKind
from tests.conftest import Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "settings.json"


def held(path: Path) -> dict[str, object]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


def test_every_row_of_the_table_is_whole() -> None:
    assert len(SETTING) == len(SETTINGS)
    for setting in SETTINGS:
        assert setting.allows(setting.default), setting.key
        assert all(setting.allows(option.value) for option in setting.options), setting.key
        if setting.is_shown:
            assert setting.title and setting.words and setting.section is not Section.STATE
        if setting.kind is SettingKind.CHOICE:
            assert setting.default in [option.value for option in setting.options]


@pytest.mark.parametrize(
    ("key", "good", "bad"),
    [
        ("theme", "sepia", "pink"),
        ("theme", "dark", 1),
        ("font_size", 6, 5.9),
        ("font_size", 60, True),
        ("threshold", 0.62, 0.96),
        ("measure", 140, "68"),
        ("attitudes", True, 1),
        ("keys", {"find": ["Ctrl+F"]}, {"find": "Ctrl+F"}),
        ("keys", {}, {"find": [1]}),
        ("session", {"path": "a", "part": 1}, {"path": None}),
        ("last_folder", "\ud800", 3),
    ],
)
def test_values_are_checked_by_kind_and_bounds(path: Path, key: str, good: object, bad: object) -> None:
    store = SettingsStore(path)
    store.set(key, good)
    with pytest.raises(SettingsError):
        store.set(key, bad)
    assert store.get(key) == SettingsStore(path).get(key) == good


def test_what_is_not_known_or_not_valid_here_stays_in_the_file(path: Path) -> None:
    path.write_text('{"of_a_newer_version": [1, {"a": 2}], "theme": "ultraviolet", "font_size": 15}', encoding="utf-8")
    store = SettingsStore(path)
    assert (store.get("theme"), store.get("font_size")) == ("system", 15)
    store.set("measure", 60)
    store.reset(["font_size"])
    assert held(path) == {"of_a_newer_version": [1, {"a": 2}], "theme": "ultraviolet", "measure": 60}


def test_what_another_window_set_meanwhile_is_not_undone(path: Path) -> None:
    first, second = SettingsStore(path), SettingsStore(path)
    first.set("theme", "dark")
    second.set("measure", 75)
    assert held(path) == {"theme": "dark", "measure": 75}


@pytest.mark.parametrize("text", ["{", "[]", "[" * 100_000])
def test_a_file_that_cannot_be_read_is_kept_under_another_name(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    store = SettingsStore(path)
    assert store.notice and store.get("theme") == "system"
    store.set("theme", "dark")
    assert held(path) == {"theme": "dark"}
    assert path.with_name("settings.json.unreadable").read_text(encoding="utf-8") == text


def test_a_reset_that_cannot_be_written_changes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = SettingsStore(path)
    store.set("theme", "dark")

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.kept.settings_store.write_atomically", refuse)
    with pytest.raises(SettingsError, match="No space left"):
        store.reset(["theme"])
    assert store.get("theme") == "dark"


def test_paper_is_what_the_settings_say(path: Path) -> None:
    store = SettingsStore(path)
    assert store.paper() == PaperSetup()
    for key, value in (("paper_sheet", "us-letter"), ("paper_larger", True), ("paper_grey", True), ("paper_ground", "typeset")):
        store.set(key, value)
    assert store.paper() == PaperSetup(SheetSize.LETTER, larger=True, grey=True, on=Ground.TYPESET)


def test_the_command_line_lists_changes_and_resets(run: Run, home: Path) -> None:
    assert run("settings", "set", "attitudes", "on") == (0, "", "")
    assert run("settings", "set", "leading", "160")[0] == 0
    assert run("settings", "set", "keys", '{"find": ["Ctrl+B"]}')[0] == 0
    assert run("settings", "get", "leading")[1] == "160\n"
    assert json.loads(run("settings", "get", "keys", "--json")[1]) == {"key": "keys", "value": {"find": ["Ctrl+B"]}}
    lines = run("settings", "list")[1].splitlines()
    assert [line.split()[1] for line in lines if line.startswith("*")] == ["leading", "attitudes", "keys"]
    assert len(lines) == len([setting for setting in SETTINGS if setting.is_shown])
    rows = {row["key"]: row for row in json.loads(run("settings", "list", "--json")[1])["settings"]}
    assert rows["leading"]["value"] == 160 and rows["leading"]["default"] == 150 and rows["leading"]["high"] == 250
    assert run("settings", "reset", "leading")[0] == 0
    assert run("settings", "reset", "--all")[0] == 0
    assert held(home / "settings.json") == {}


def test_state_of_the_window_is_neither_shown_nor_reset(run: Run, home: Path) -> None:
    SettingsStore(home / "settings.json").set("last_folder", "/saved")
    assert "last_folder" not in run("settings", "list")[1]
    assert run("settings", "set", "last_folder", "/elsewhere")[0] == 7
    run("settings", "reset", "--all")
    assert held(home / "settings.json") == {"last_folder": "/saved"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("get", "colour"), "There is no setting “colour”"),
        (("set", "theme", "pink"), "It takes light, sepia, dark, contrast, system."),
        (("set", "measure", "many"), "It takes 30 to 140 characters."),
        (("set", "attitudes", "perhaps"), "It takes on, off."),
        (("reset",), "Name them, or use --all."),
    ],
)
def test_what_is_wrong_is_named(run: Run, words: tuple[str, ...], told: str) -> None:
    code, _, said = run("settings", *words)
    assert code == 7
    assert told in said
