"""Lists that SourceTint does not know, through the whole program: by name, spreadsheets, warnings, its own exports read back."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model import OutletDraft, RatingDraft, RatingError
from credibility.model.lists import ColumnMapping, ImportStep, ScaleCheck
from tests.conftest import Run
from tests.sandbox.spreadsheets import write_xlsx

Write = Callable[[str, str | bytes], Path]


def previewed(workspace: Workspace, path: Path) -> list[tuple[str, ImportStep, float | None]]:
    lists = workspace.lists
    file = lists.open(path)
    preview = lists.preview(lists.read(file, file.guess, "Class list"))
    return [(row.outlet, row.step, row.entry.score) for row in preview.rows]


def test_a_list_by_name_finds_outlets_and_shows_the_undecided(workspace: Workspace, write: Write) -> None:
    path = write("l.csv", "source,reliability\nThe Guardian,90\nnewsweek,40\nA Paper Nobody Knows,30\n")
    assert previewed(workspace, path) == [
        ("theguardian.com", ImportStep.ADD, 90),
        ("newsweek.com", ImportStep.ADD, 40),
        ("", ImportStep.UNDECIDED, 30),
    ]
    file = workspace.lists.open(path)
    record = workspace.lists.import_list(workspace.lists.read(file, file.guess, "Class list")).record
    assert (record.added, record.quarantined) == (2, 1)
    assert [row.problem for row in workspace.lists.quarantine(record.id)] == ["your table has no outlet called “A Paper Nobody Knows”"]


def test_a_name_of_several_outlets_is_undecided_unless_the_country_decides(workspace: Workspace, write: Write) -> None:
    for slug, country in (("star.example", "GB"), ("star-bd.example", "BD")):
        workspace.table.save_outlet(OutletDraft(slug, "Daily Star", country=country))
    assert previewed(workspace, write("l.csv", "source,score\nDaily Star,50\n"))[0][:2] == ("", ImportStep.UNDECIDED)
    assert previewed(workspace, write("l.csv", "source,score,country\nDaily Star,50,BGD\n"))[0][0] == "star-bd.example"


def test_several_addresses_in_a_row_are_one_outlet_and_give_the_known_one_a_further_address(workspace: Workspace, write: Write) -> None:
    text = 'sites,class\n"newsweek.com, newsweek.example",deprecated\n"a.example, b.example",gr\n"a.example, c.example",d\n'
    file = workspace.lists.open(write("l.csv", text))
    preview = workspace.lists.preview(workspace.lists.read(file, file.guess, "Class list"))
    first = preview.rows[0]
    assert (first.outlet, first.step, first.note) == ("newsweek.com", ImportStep.ADD, "also adds the address newsweek.example")
    workspace.lists.import_list(preview.read, seen=preview)
    registry = workspace.table.registry
    assert registry.locators["newsweek.example"] == "newsweek.com"
    assert registry.locators["b.example"] == registry.locators["a.example"] == "a.example"


def test_a_scale_the_wrong_way_round_is_warned_of(workspace: Workspace, write: Write) -> None:
    for slug, score in (("newsweek.com", 50), ("hurriyet.com.tr", 20)):
        workspace.table.set_rating(RatingDraft(slug, score, "read"))
    file = workspace.lists.open(write("l.csv", "site,danger\ntheguardian.com,5\nnewsweek.com,45\nhurriyet.com.tr,90\n"))
    assert file.guess is not None
    right = workspace.lists.check(file, replace(file.guess, score="danger", lowest=100, highest=0))
    assert (right.best, right.worst, right.warning) == ("0", "100", "")
    assert [known.name for known in right.known] == ["The Guardian", "Newsweek", "Hürriyet"]
    wrong = workspace.lists.check(file, ColumnMapping("site", "danger", 0, 100))
    assert "contradicts the ratings in your table" in wrong.warning
    assert "The Guardian would be Very low" in wrong.warning


@pytest.mark.parametrize(
    ("column", "words"), [("lean", "a political scale"), ("rank", "a rank"), ("year", "a date"), ("articles", "a count")]
)
def test_a_column_that_is_no_rating_is_warned_of_when_chosen(column: str, words: str, workspace: Workspace, write: Write) -> None:
    file = workspace.lists.open(write("l.csv", f"site,{column}\ntheguardian.com,5\nnewsweek.com,45\nnews.example,90\n"))
    check = workspace.lists.check(file, ColumnMapping("site", column, 0, 100))
    assert f"“{column}” looks like {words}" in check.warning


def test_a_spreadsheet_is_a_list(workspace: Workspace, tmp_path: Path) -> None:
    write_xlsx(tmp_path / "l.xlsx", [["Domain", "Score"], ["newsweek.com", 72.5], ["news.example", 8]])
    assert previewed(workspace, tmp_path / "l.xlsx") == [("newsweek.com", ImportStep.ADD, 72.5), ("news.example", ImportStep.ADD, 8)]
    (tmp_path / "bad.xlsx").write_bytes(b"PK\x03\x04rubbish")
    with pytest.raises(RatingError, match="cannot be read as a spreadsheet"):
        workspace.lists.open(tmp_path / "bad.xlsx")


@pytest.mark.parametrize("kind", ["csv", "json"])
def test_an_export_comes_back_into_an_empty_table(kind: str, run: Run, tmp_path: Path) -> None:
    run("ratings", "set", "newsweek.com", "low", "--reason", "=read it")
    exported = tmp_path / f"all.{kind}"
    assert run("ratings", "export", exported)[0] == 0
    assert "5 ratings: 5 as they are;" in run("ratings", "import", exported, "--yes")[1]
    run("ratings", "set", "newsweek.com", "high", "--reason", "read it again")
    assert "your own rating stays as it is" in run("ratings", "diff", exported)[1]
    run("ratings", "undo")
    run("ratings", "undo")
    assert "to add" in run("ratings", "import", exported, "--yes")[1]
    shown = run("ratings", "show", "newsweek.com")[1]
    assert "Low 30 of 100, " in shown
    assert "=read it" in shown
    assert json.loads(run("ratings", "show", "newsweek.com", "--json")[1])


def test_columns_are_guessed_in_the_terminal_but_never_without_being_seen(run: Run, write: Write) -> None:
    file = write("l.csv", "domain,ideology,quality\ntheguardian.com,31,86\nnewsweek.com,82,18\n")
    code, out, _ = run("ratings", "import", file, "--preview")
    assert code == 0
    assert "Columns as guessed: address=domain,score=quality,lowest=0,highest=100" in out
    assert "Best: 100, worst: 0." in out
    assert "For example: The Guardian High, Newsweek Very low (now Mixed)." in out
    code, _, err = run("ratings", "import", file, "--yes")
    assert code == 6
    assert "--columns “address=domain,score=quality,lowest=0,highest=100”" in err


def test_a_plain_list_asks_for_the_meaning_of_being_listed(run: Run, write: Write) -> None:
    file = write("l.txt", "# fakes\nnewsweek.com\n||news.example^\n")
    code, _, err = run("ratings", "import", file, "--yes")
    assert code == 6
    assert "listed=10" in err
    assert run("ratings", "import", file, "--columns", "address=address,listed=10", "--title", "Fakes", "--yes")[0] == 0
    assert "Very low 10 of 100, Fakes" in run("ratings", "show", "news.example")[1]


def test_criteria_are_weighted_by_the_reader(run: Run, write: Write) -> None:
    file = write("l.csv", "domain,Corrects,Signs,Owner\nnewsweek.com,yes,no,yes\n")
    columns = ("--columns", "address=domain", "--criteria", "Corrects=3,Signs=1")
    assert run("ratings", "import", file, *columns, "--title", "Sheet", "--yes")[0] == 0
    shown = run("ratings", "show", "newsweek.com")[1]
    assert "75 of 100, Sheet" in shown
    assert "met: Corrects; not met: Signs" in shown


def test_nothing_is_checked_without_known_outlets(workspace: Workspace, write: Write) -> None:
    file = workspace.lists.open(write("l.csv", "site,score\na.example,5\n"))
    assert workspace.lists.check(file, ColumnMapping("site", "score", 0, 10)) == ScaleCheck("10", "0")


def test_a_list_of_risks_alone_is_asked_about(workspace: Workspace, run: Run, write: Write) -> None:
    path = write("risks.csv", "site,risk\ntheguardian.com,6\nnewsweek.com,98\n")
    file = workspace.lists.open(path)
    assert file.guess is not None and not file.guess.rates
    assert "“risk” tells of a risk" in file.question
    code, _, err = run("ratings", "import", path, "--yes")
    assert code == 6
    assert "“risk” tells of a risk" in err
    assert workspace.lists.scale(file, "risk") == (100, 0), "chosen as the score, it is read the other way round"
