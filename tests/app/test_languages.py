"""Which language the program speaks."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.command_line import run
from app.files.paths import HOME_VARIABLE
from app.kept.languages import begin_speaking, speak_as, system_language
from app.kept.settings_store import SettingsStore
from app.workspace import Workspace
from credibility.floor.language import current, speak, tr_of


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv(HOME_VARIABLE, str(tmp_path))
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    yield tmp_path
    speak()


@pytest.mark.parametrize(
    ("variables", "code"),
    [({}, "en"), ({"LANG": "tr_TR.UTF-8"}, "tr"), ({"LANG": "tr_TR.UTF-8", "LC_ALL": "C.UTF-8"}, "c"), ({"LC_MESSAGES": "de-AT"}, "de")],
)
def test_the_system_says_its_language_by_its_variables(variables: dict[str, str], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == code


def test_the_choice_goes_before_the_system(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    begin_speaking()
    assert current() == "tr"
    SettingsStore(home / "settings.json").set("language", "en")
    begin_speaking()
    assert current() == "en"


def test_a_language_without_a_catalogue_is_english() -> None:
    speak_as("de")
    assert current() == "en"


def test_numbers_are_written_as_the_language_does() -> None:
    speak_as("tr")
    assert tr_of(1200, "{count} x", "{count} x") == "1.200 x"


def test_an_unreadable_choice_is_no_reason_to_say_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "settings.json").write_text("not JSON", encoding="utf-8")
    begin_speaking()
    assert current() == "en"
    monkeypatch.setenv(HOME_VARIABLE, "~nobody-of-this-name")
    begin_speaking()
    assert current() == "en"


def test_the_help_is_in_the_language_that_is_spoken_where_there_is_a_page_in_it() -> None:
    with Workspace.at() as workspace:
        assert workspace.help_text.startswith("## Read\n")
        speak("tr")
        assert workspace.help_text.startswith("## Okumak\n")
        speak("xx")
        assert workspace.help_text.startswith("## Read\n")


@pytest.mark.parametrize(
    ("wanted", "code"),
    [(["tr-TR", "en-GB"], "tr"), (["de-DE", "tr-TR", "en-GB"], "tr"), (["en-GB", "tr"], "en"), (["de-DE"], "en"), ([], "en")],
)
def test_a_mac_says_its_languages_without_variables(wanted: list[str], code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class System:
        def uiLanguages(self) -> list[str]:
            return wanted

    monkeypatch.setattr("platform.system", lambda: "Darwin")
    monkeypatch.setattr("PySide6.QtCore.QLocale.system", System)
    assert system_language() == code
    monkeypatch.setenv("LANG", "en_GB.UTF-8")
    assert system_language() == "en"


def test_the_command_line_writes_figures_as_the_language_does(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    SettingsStore(home / "settings.json").set("language", "tr")
    begin_speaking()
    assert run("ratings", ["ratings", "set", "reuters.com", "72.5", "--reason", "Deneme", "--rated-on", "2024-05-03"]) == 0
    assert run("ratings", ["ratings", "show", "reuters.com"]) == 0
    told = capsys.readouterr().out
    assert "72,5" in told and "72.5" not in told
    assert "3 Mayıs 2024" in told
