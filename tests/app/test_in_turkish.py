"""The command line in another language: all that it says itself is looked up in the catalogue; JSON and the manual page stay English.

A language for tests shows what was looked up in brackets; the data that may stand outside them are named in each test.
"""

import argparse
import io
import json
import re
import sys
from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

import app.command_line
from app.argument_names import argument_name
from app.command_line import parser
from app.commands.articles import _print_claims
from app.commands.list_columns import COLUMN_KEYS
from app.commands.lists import _agreed
from app.commands.scopes import TIER_WORDS
from app.files.paths import read_styles
from app.parsing import complaint_of
from app.workspace import Workspace
from credibility.annotations.exports.registry import FORMATS
from credibility.annotations.report import reading_json
from credibility.annotations.sidecar import write_sidecar
from credibility.floor.language import shown, speak
from credibility.floor.raters import TAGS
from credibility.model import RatingDraft, RatingError, Reading
from credibility.model.settings import SETTINGS
from tests.another_language import bare_words, outside, speak_another
from tests.conftest import Run
from tests.man_page import PAGE, man_page


def commands(top: argparse.ArgumentParser) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """Every command and command of a command, by its words."""
    for action in top._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                yield name, command
                yield from commands(command)


def test_every_help_is_in_the_readers_language(elsewhere: None) -> None:
    top = parser()
    found = {}
    typed = ["sourcetint", "SOURCETINT_HOME", *(name for name, _ in commands(top)), *TIER_WORDS, *COLUMN_KEYS, *TAGS]
    for command in (top, *(command for _, command in commands(top))):
        told = re.sub(r"--?\w[\w-]*|\{.*?\}", " ", outside(command.format_help()))  # options, and values to choose from
        if words := bare_words(told, [*typed, *(form.suffix for form in FORMATS)]):
            found[command.prog] = words
    assert found == {}


def test_complaints_about_what_was_typed_are_too(elsewhere: None, capsys: pytest.CaptureFixture[str]) -> None:
    top = parser()
    for words, data in (
        (["claims"], ""),
        (["ratings", "list", "--tier", "strange"], "strange very low mixed reliable high unrated tier"),
        (["claims", "a.html", "--part"], "part"),
        (["claims", "a.html", "--part", "one"], "part one int"),
        (["claims", "a.html", "more"], "more"),
        (["claims", "a.html", "--json", "--jsonld"], "json jsonld"),
        (["stats", "a.db", "--top", "0"], "top"),
        (["batch", "a.html", "--tls", "x"], "tls"),
    ):
        with pytest.raises(SystemExit):
            top.parse_args(words)
        usage, complaint, _ = capsys.readouterr().err.split("\n")
        assert usage.startswith("⟦usage: ⟧")
        assert "⟦" in complaint and bare_words(complaint, ["sourcetint", *words[:2], data]) == set(), complaint


def test_a_complaint_is_the_same_in_english(run: Run) -> None:
    for words in (["claims"], ["ratings", "list", "--tier", "x"], ["claims", "a.html", "--json", "--jsonld"]):
        with pytest.raises(SystemExit):
            parser().parse_args(words)
    message = "argument --tier: invalid choice: 'x' (choose from 'low', 'high')"
    assert complaint_of(message) == message
    assert complaint_of("the following arguments are required: file, --out") == "the following arguments are required: file, --out"
    assert complaint_of("something that is not known here: x") == "something that is not known here: x"


def test_names_of_arguments_have_no_spaces_in_any_language() -> None:
    """`argparse` cannot break a usage line otherwise."""
    from app.kept.languages import SIGNS, speak_as  # noqa: PLC0415

    top = parser()
    metavars = (action.metavar or action.dest for _, command in commands(top) for action in command._actions)
    names = {name for each in metavars for name in ((each,) if isinstance(each, str) else each)}
    for language in SIGNS:
        speak_as(language)
        try:
            assert [name for name in names if re.search(r"[\s()\[\]]", argument_name(name))] == []
        finally:
            speak()


def test_the_manual_page_stays_english(elsewhere: None) -> None:
    assert man_page() == PAGE.read_text(encoding="utf-8")


LIST = "Lin et al. 2023 (PC1), free to reuse, cite the paper"
COMMANDS: tuple[tuple[str, str], ...] = (
    ("ratings list", ""),
    ("ratings show theguardian.com", ""),
    ("ratings show nobody", "nobody"),
    ("ratings history", ""),
    ("ratings raters", ""),
    ("ratings check", ""),
    ("ratings profile", ""),
    ("ratings scale first", "read closely"),
    ("ratings criteria", "sourcetint ratings"),
    ("ratings imports", ""),
    ("ratings diff PC1", f"{LIST} news.example"),
    ("ratings import PC1 --preview", LIST),
    ("ratings export OUT.csv", "out csv"),
    ("ratings set newsweek.com much --reason x", "much very-low low mixed reliable high"),
    ("resolve newsweek.com Nobody", "Nobody"),
    ("outlets name newsweek.com Mirror --preview", "Mirror"),
    ("db check", ""),
    ("settings list", "on off"),
    ("settings set language none", "none language"),
    ("settings reset", ""),
    ("corrections export OUT.json", "out json"),
    ("extract nowhere.html", "nowhere.html"),
    ("ratings profile Ours --keep", "Ours"),
    ("ratings criteria Ours --new --template", "Ours"),
    ("ratings set newsweek.com high --reason x --topic sport", "sport"),
    ("ratings unset theguardian.com", ""),
    ("outlets add mirror.example Mirror", "Mirror mirror.example"),
    ("outlets tag newsweek.com owner Somebody", "Somebody"),
    ("outlets merge newsweek.com theguardian.com", ""),
    ("ratings undo", ""),
    ("ratings import PC1 --yes", LIST),
    ("db restore", "ratings.db edits replaced"),
)
"""Commands one after the other, and the data of each that it prints as they are."""


def test_what_commands_print_is_looked_up(elsewhere: None, run: Run, pc1: Path, tmp_path: Path) -> None:
    with Workspace.at() as workspace:
        workspace.table.set_rating(RatingDraft("theguardian.com", 70.0, "Mine"))
        known = [*names_in(workspace), str(pc1), str(tmp_path)]
    found = {}
    for line, data in COMMANDS:
        _, out, err = run(*({"PC1": str(pc1)}.get(word, word.replace("OUT", f"{tmp_path}/out")) for word in line.split()))
        told = out + err.replace("sourcetint: ", "")
        if "⟦" not in told or bare_words(told, [*known, data]):
            found[line] = (bare_words(told, [*known, data]), told)
    assert found == {}


def names_in(workspace: Workspace) -> Iterator[str]:
    """What is written in the table and the settings themselves, and therefore stays as it is."""
    registry = workspace.table.registry
    for outlet in registry.outlets.values():
        yield from (outlet.name, outlet.slug, outlet.domain or "", outlet.country or "")
        yield from (f"{rating.provenance.reason} {rating.provenance.url}" for rating in registry.ratings_of(outlet.slug))
    yield from (f"{rater.slug} {rater.title} {rater.licence} {rater.version}" for rater in registry.raters)
    yield from (f"{each.key} {each.default} {' '.join(str(option.value) for option in each.options)}" for each in SETTINGS)
    yield "home ratings db backups mine"


def written(reading: Reading) -> list[str]:
    """A reading in both kinds of JSON."""
    return [json.dumps(made) for made in (reading_json(reading), write_sidecar(reading))]


def test_claims_are_printed_in_it_and_written_as_json_in_english(
    workspace: Workspace, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    english = written(workspace.open_article(article))
    speak_another(values_apart=True, gathered_only=True)
    try:
        reading = workspace.open_article(article)
        assert written(reading) == english
        _print_claims(reading, workspace)
    finally:
        speak()
    told = capsys.readouterr().out
    assert told.count("⟦") > len(reading.claims) > 0
    assert bare_words(told, [*names_in(workspace), reading.article.text, reading.article.title]) == set(), told


@pytest.mark.parametrize(
    "words",
    [["ratings", "list"], ["ratings", "show", "theguardian.com"], ["resolve", "newsweek.com", "Nobody Knows"], ["settings", "list"]],
)
def test_json_is_the_same_in_both_languages(words: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run(*words, "--json")
    monkeypatch.setattr(app.command_line, "begin_speaking", lambda: speak_another(values_apart=True, gathered_only=True))
    try:
        assert run(*words, "--json") == english
    finally:
        speak()


"""What some parts of titles look like, by the code that makes them."""


def test_an_error_is_shown_with_its_advice(elsewhere: None, run: Run) -> None:
    code, _, err = run("ratings", "set", "theguardian.com", "much", "--reason", "x")
    assert code == 6
    assert err.count("⟦") >= 2
    assert str(RatingError("a", "b")) == "a b"


def test_roles_are_called_by_words_of_the_catalogue(elsewhere: None) -> None:
    assert [style.label for style in read_styles().values() if bare_words(shown(style.label))] == []


def test_walls_and_versions_are_told_in_it(elsewhere: None, run: Run) -> None:
    _, out, _ = run("--version", "--verbose")
    assert out.count("⟦") >= 3


def test_a_template_of_criteria_is_given_in_it(workspace: Workspace, elsewhere: None) -> None:
    name, criteria = workspace.own_raters.template()
    assert [words for words in (name, *(f"{each.name} {each.fulfilled}" for each in criteria)) if bare_words(words)] == []


class Answers(NullTranslations):
    """A catalogue with other words for yes."""

    def gettext(self, message: str) -> str:
        return "e, evet" if message == "y, yes" else message


class Terminal(io.StringIO):
    """A terminal at which something was typed."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("typed", "agreed"), [("evet\n", True), ("E\n", True), ("y\n", True), ("hayır\n", False), ("", False)])
def test_a_question_may_be_answered_in_it(typed: str, agreed: bool, elsewhere: None, monkeypatch: pytest.MonkeyPatch) -> None:
    speak("xx", Answers())
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    assert _agreed(yes=False) is agreed
