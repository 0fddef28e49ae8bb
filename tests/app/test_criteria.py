"""A rater of one's own on the command line and through an export: criteria, worksheet, a score that explains itself, undo."""

import json
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model import WhyStep
from credibility.model.edited import CriterionAnswer
from tests.conftest import Run
from tests.table.starters import content

ANSWERS = {
    "no repeated falsehoods": "met", "careful sourcing": "met", "corrections": "not-met", "news apart from opinion": "met",
    "honest headlines": "not-met", "owners and money disclosed": "met", "advertising labelled": "not-met", "who is in charge": "met",
    "authors named": "not-met",
}  # fmt: skip


@pytest.fixture
def assessed(run: Run) -> None:
    assert run("ratings", "criteria", "Our nine", "--new", "--template")[0] == 0
    for criterion, answer in ANSWERS.items():
        code, _, error = run("ratings", "assess", "newsweek.com", criterion, answer)
        assert (code, error) == (0, "")


def test_nothing_is_rated_before_it_is_assessed(run: Run) -> None:
    assert "You have no rater of your own" in run("ratings", "criteria")[1]
    said = run("ratings", "criteria", "Our nine", "--new", "--template")[1]
    assert said == "Made the rater Our nine with 9 criteria; it rates nothing so far.\n"
    assert "own-our-nine" not in run("ratings", "list", "--mine")[1]
    told = run("ratings", "criteria", "our nine")[1]
    assert told.count("\n") == 9
    assert "12.5  Corrections: It invites reports of errors" in told


def test_the_score_explains_itself_in_show(run: Run, assessed: None) -> None:
    told = run("ratings", "show", "newsweek.com")[1]
    assert "Generally reliable 65 of 100, Our nine (in force now)" in told
    assert "Score 65: 5 of 9 criteria met (No repeated falsehoods 22, Careful sourcing 18" in told
    assert "not met: Corrections 12.5, Honest headlines 10" in told


def test_answers_have_evidence_and_are_undone_one_by_one(run: Run, assessed: None) -> None:
    run("ratings", "assess", "newsweek.com", "corrections", "met", "--evidence", "a page of corrections", "--url", "https://a.example/c")
    told = run("ratings", "assess", "newsweek.com")[1]
    assert "a page of corrections" in told
    assert "https://a.example/c" in told
    assert "Score 77.5: 6 of 9" in told
    history = run("ratings", "history", "newsweek.com")[1]
    assert "“corrections”: met instead of not met (a page of corrections)" in history
    assert run("ratings", "undo")[0] == 0
    assert "Score 65: 5 of 9" in run("ratings", "assess", "newsweek.com")[1]


def test_criteria_are_added_changed_and_removed(run: Run, assessed: None) -> None:
    run("ratings", "criteria", "our nine", "Talks to those concerned", "--weight", "50", "--fulfilled-by", "It asks them first.")
    assert "9 criteria" not in run("ratings", "criteria")[1]
    assert "Score 65: 5 of 10 criteria met" in run("ratings", "show", "newsweek.com")[1]
    run("ratings", "criteria", "our nine", "corrections", "--weight", "25", "--name", "Errors corrected")
    assert "not met: Errors corrected 25" in run("ratings", "show", "newsweek.com")[1]
    run("ratings", "criteria", "our nine", "errors corrected", "--remove")
    assert "Errors corrected" not in run("ratings", "criteria", "our nine")[1]
    run("ratings", "criteria", "our nine", "--remove")
    assert "Our nine" not in run("ratings", "show", "newsweek.com")[1]
    run("ratings", "undo")
    assert "Our nine" in run("ratings", "show", "newsweek.com")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["criteria", "nobody", "--remove"], "not a rater of your own"),
        (["criteria", "Mine", "--new"], "needs a criterion"),
        (["criteria", "our nine", "nothing", "--remove"], "no criterion “nothing”"),
        (["criteria", "our nine", "corrections", "--weight", "0"], "weight 0"),
        (["assess", "newsweek.com", "nothing", "met"], "no criterion “nothing”"),
        (["assess", "newsweek.com", "corrections"], "needs an answer"),
        (["assess", "newsweek.com", "corrections", "met", "--url", "file:///etc"], "not a web address"),
    ],
)
def test_what_cannot_be_is_refused(words: list[str], said: str, run: Run, assessed: None) -> None:
    code, _, error = run("ratings", *words)
    assert code != 0
    assert said in error


def test_it_travels_with_an_export(run: Run, assessed: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("ratings", "assess", "newsweek.com", "corrections", "not-met", "--evidence", "none found", "--url", "https://a.example/c")
    run("ratings", "assess", "theguardian.com", "corrections", "met")
    out = tmp_path / "ratings.json"
    assert run("ratings", "export", out)[0] == 0
    worksheet, shown = run("ratings", "assess", "newsweek.com")[1], run("ratings", "show", "newsweek.com")[1]
    assert run("ratings", "import", out, "--yes")[0] == 0
    assert "nothing new" in run("ratings", "imports")[1], "it is all there"
    monkeypatch.setenv("SOURCETINT_HOME", str(tmp_path / "other"))
    assert run("ratings", "import", out, "--yes")[0] == 0
    assert run("ratings", "assess", "newsweek.com")[1] == worksheet
    assert run("ratings", "show", "newsweek.com")[1] == shown
    assert "met             12.5  Corrections" in run("ratings", "assess", "theguardian.com")[1], "too little for a score, but kept"
    assert run("ratings", "undo")[0] == 0
    assert "no rater of your own" in run("ratings", "criteria")[1]


def test_answers_of_ones_own_outlive_an_import(run: Run, assessed: None, tmp_path: Path) -> None:
    out = tmp_path / "ratings.json"
    run("ratings", "export", out)
    exported = json.loads(out.read_text(encoding="utf-8"))
    sheets = next(rater for rater in exported["raters"] if rater["rater"] == "own-our-nine")["worksheets"]
    for answer in sheets["newsweek.com"]:
        answer["met"] = False
    sheets["nowhere.example"] = [{"criterion": "corrections", "met": True}]
    sheets["not an address"] = "?"
    out.write_text(json.dumps(exported), encoding="utf-8")
    before = run("ratings", "assess", "newsweek.com")[1]
    assert run("ratings", "import", out, "--yes")[0] == 0
    assert run("ratings", "assess", "newsweek.com")[1] == before


@pytest.mark.parametrize(
    "criteria", ["x", [1], [{"name": "A", "weight": "many"}], [{"name": "A", "weight": 0, "criterion": "a"}], [{}] * 3]
)
def test_criteria_of_strangers_that_cannot_be_are_left_out(criteria: object, run: Run, tmp_path: Path) -> None:
    rating = {"rater": "own-x", "score": 50.0, "scope": "", "original": "", "reason": "", "url": "", "rated_on": ""}
    out = tmp_path / "ratings.json"
    raters = [{"rater": "own-x", "title": "X", "criteria": criteria, "worksheets": {"newsweek.com": [{"criterion": "a", "met": True}]}}]
    out.write_text(json.dumps({"raters": raters, "outlets": [{"outlet": "newsweek.com", "ratings": [rating]}]}), encoding="utf-8")
    assert run("ratings", "import", out, "--yes")[0] == 0
    assert "Mixed 50 of 100, X" in run("ratings", "show", "newsweek.com")[1]
    assert "no rater of your own" in run("ratings", "criteria")[1]


def test_the_card_says_how_the_score_came_about(workspace: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    words = "The minister told The Guardian that the bridge is safe. Residents of the town have crossed it every day since the spring."
    page.write_text(f"<html><body><article><h1>The bridge</h1><p>{words}</p></article></body></html>", encoding="utf-8")
    workspace.own_raters.keep(*workspace.own_raters.template())
    marks = [criterion.mark for criterion in workspace.own_raters.criteria("own-my-nine-criteria")]
    workspace.own_raters.assess("theguardian.com", "own-my-nine-criteria", tuple(CriterionAnswer(mark, mark != marks[0]) for mark in marks))
    reading = workspace.open_article(page)
    claim = next(rated for rated in reading.claims if rated.resolution.outlet)
    told = next(step.text for step in claim.why if step.step is WhyStep.RATING)
    assert told.startswith("My nine criteria rates The Guardian Generally reliable, 78 of 100")
    assert "Score 78: 8 of 9 criteria met" in told
    assert "not met: No repeated falsehoods 22." in told
    assert content(workspace.table.store)["answer"]
