"""The command line in another language: all that it says itself is looked up in the catalogue; JSON and the manual page stay English.

A language for tests shows what was looked up in brackets; the data that may stand outside them are named in each test.
"""

import argparse
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import app.command_line
from app.argument_names import argument_name
from app.command_line import parser
from app.commands.list_columns import COLUMN_KEYS
from app.commands.scopes import TIER_WORDS
from app.files.paths import read_styles
from app.parsing import complaint_of
from app.ratings.titles import title
from app.workspace import Workspace
from credibility.annotations.exports.registry import FORMATS
from credibility.annotations.report import reading_json
from credibility.annotations.sidecar import write_sidecar
from credibility.floor.language import Said, shown, speak
from credibility.floor.raters import TAGS
from credibility.model import RatingDraft, RatingError, Reading
from credibility.model.settings import SETTINGS
from tests.app.conftest import Run
from tests.man_page import PAGE, man_page
from tests.pseudo_language import Bracketed, bare_words, outside

RULES_OF_THE_DETECTOR = ("clause after the cue", "clause with “that” after the cue")
"""How claims were found, which is said in the words of the rules."""

OUTLETS = ("The Guardian (theguardian.com)", "Newsweek (newsweek.com)", "Mine", "mine")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The language for tests is spoken, whatever the settings say; lines are not broken."""
    monkeypatch.setattr(app.command_line, "begin_speaking", lambda: None)
    monkeypatch.setenv("COLUMNS", "10000")
    speak("xx", Bracketed())
    yield
    speak()


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
    from app.kept.languages import SEPARATORS, speak_as  # noqa: PLC0415

    top = parser()
    metavars = (action.metavar or action.dest for _, command in commands(top) for action in command._actions)
    names = {name for each in metavars for name in ((each,) if isinstance(each, str) else each)}
    for language in SEPARATORS:
        speak_as(language)
        try:
            assert [name for name in names if re.search(r"[\s()\[\]]", argument_name(name))] == []
        finally:
            speak()


def test_the_manual_page_stays_english(elsewhere: None) -> None:
    assert man_page() == PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "data"),
    [
        (["ratings", "list"], OUTLETS),
        (["ratings", "show", "theguardian.com"], OUTLETS),
        (["ratings", "history"], ["The Guardian"]),
        (["ratings", "raters"], []),
        (["ratings", "check"], []),
        (["ratings", "criteria"], ["ratings", "sourcetint"]),
        (["resolve", "newsweek.com", "Nobody Knows"], [*OUTLETS, "Nobody Knows"]),
        (["db", "check"], ["home ratings db backups"]),
        (["settings", "list"], ["on off"]),
        (["ratings", "show", "nobody"], ["nobody"]),
        (["ratings", "undo"], ["The Guardian"]),
        (["settings", "set", "language", "none"], ["none", "language", "system", "tr", "en"]),
    ],
)
def test_what_commands_print_is_looked_up(words: list[str], data: list[str], elsewhere: None, run: Run, tmp_path: Path) -> None:
    with Workspace.at() as workspace:
        workspace.table.set_rating(RatingDraft("theguardian.com", 70.0, "Mine"))
        registry = workspace.table.registry
    known = [outlet.name for outlet in registry.outlets.values()]
    known += [text for outlet in registry.outlets.values() for text in (outlet.slug, outlet.country or "", outlet.domain or "")]
    known += [text for rater in registry.raters for text in (rater.slug, rater.title, rater.licence or "", str(rater.version))]
    known += [
        text
        for slug in registry.outlets
        for rating in registry.ratings_of(slug)
        for text in (rating.provenance.reason, rating.provenance.url or "")
    ]
    known += [text for each in SETTINGS for text in (each.key, str(each.default), *(str(option.value) for option in each.options))]
    _, out, err = run(*words)
    told = out + err.replace("sourcetint: ", "")
    assert "⟦" in told
    assert bare_words(told, [*known, *data, str(tmp_path)]) == set(), told


@pytest.fixture
def reading(article: Path) -> Iterator[tuple[Workspace, Reading]]:
    """A reading of the article about the bridge, by rules alone."""
    with Workspace.at() as workspace:
        yield workspace, workspace.open_article(article)


def test_claims_are_printed_in_it_and_written_as_json_in_english(
    reading: tuple[Workspace, Reading], capsys: pytest.CaptureFixture[str]
) -> None:
    from app.commands.articles import _print_claims  # noqa: PLC0415

    workspace, read = reading
    english = [json.dumps(made) for made in (reading_json(read), write_sidecar(read))]
    speak("xx", Bracketed())
    try:
        assert [json.dumps(made) for made in (reading_json(read), write_sidecar(read))] == english
        _print_claims(read, workspace)
    finally:
        speak()
    told = capsys.readouterr().out
    registry = workspace.table.registry
    known = [text for outlet in registry.outlets.values() for text in (outlet.slug, outlet.name)]
    known += [rater.title for rater in registry.raters]
    known += [rating.provenance.reason for slug in registry.outlets for rating in registry.ratings_of(slug)]
    known += RULES_OF_THE_DETECTOR
    assert told.count("⟦") > len(read.claims)
    assert bare_words(told, [*known, read.article.text, read.article.title]) == set(), told


@pytest.mark.parametrize(
    "words",
    [["ratings", "list"], ["ratings", "show", "theguardian.com"], ["resolve", "newsweek.com", "Nobody Knows"], ["settings", "list"]],
)
def test_json_is_the_same_in_both_languages(words: list[str], run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    english = run(*words, "--json")
    monkeypatch.setattr(app.command_line, "begin_speaking", lambda: speak("xx", Bracketed()))
    try:
        assert run(*words, "--json") == english
    finally:
        speak()


def edits(workspace: Workspace) -> Iterator[Callable[[], object]]:
    """Edits of every kind that the table names by a title of its own."""
    table, rater = workspace.table, workspace.own_raters
    yield lambda: table.set_rating(RatingDraft("theguardian.com", 70.0, "x"))
    yield lambda: table.set_ratings((RatingDraft("theguardian.com", 20.0, "x"), RatingDraft("newsweek.com", 20.0, "x")))
    yield lambda: table.clear_rating("newsweek.com")
    yield lambda: workspace.raters.keep("Class 2b")
    yield lambda: workspace.raters.reorder(tuple((each.slug, True) for each in reversed(workspace.raters.all())))
    yield lambda: workspace.raters.forget("Class 2b")
    yield lambda: rater.keep("Ours", rater.template()[1])
    yield lambda: table.set_tags("newsweek.com", ())
    yield lambda: table.reverse(table.history()[0].id)
    yield lambda: table.restore_outlet("theguardian.com", table.history("theguardian.com")[0].id)
    yield lambda: table.merge_outlets("newsweek.com", "theguardian.com")
    yield lambda: table.remove_outlet("theguardian.com")


def test_titles_of_steps_are_stored_in_english_and_shown_in_it(workspace: Workspace, elsewhere: None) -> None:
    for edit in edits(workspace):
        edit()
    stored = [step.summary for step in workspace.table.store.steps.history()]
    titles = [step.summary for step in workspace.table.history()]
    assert titles == stored and len(titles) >= 10
    assert {type(each) for each in stored} == {str}
    assert [each for each in titles if not isinstance(each, Said) or bare_words(shown(each), [*OUTLETS, "Class Ours"])] == []
    step = workspace.table.can_undo()
    assert step is not None and shown(step.summary).startswith("⟦")


def test_a_title_that_no_version_wrote_stays_as_it_is() -> None:
    assert not isinstance(title("Something else"), Said)


def test_an_error_is_shown_with_its_advice(elsewhere: None, run: Run) -> None:
    code, _, err = run("ratings", "set", "theguardian.com", "much", "--reason", "x")
    assert code == 6
    assert err.count("⟦") >= 2
    assert str(RatingError("a", "b")) == "a b"


def test_roles_are_called_by_words_of_the_catalogue(elsewhere: None) -> None:
    assert [style.label for style in read_styles().values() if bare_words(shown(style.label))] == []
