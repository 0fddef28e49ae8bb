"""`sourcetint ratings import|diff|merge|export|imports|raters|profile|check` and `sourcetint db …` as a user types them."""

import io
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Run

Write = Callable[[str, str | bytes], Path]
SITES = "Site,Points\nnewsweek.com,2\nnews.example,5\nnonsense,3\n"
COLUMNS = ("--columns", "address=Site,score=Points,lowest=0,highest=5", "--title", "Class list", "--licence", "CC0")


def test_a_known_list_is_previewed_imported_and_undone(run: Run, pc1: Path) -> None:
    code, out, _ = run("ratings", "import", pc1, "--preview")
    assert code == 0
    assert "4 rows, 3 ratings: 3 to add; 0 skipped, 1 quarantined." in out
    assert "line 5:" in out
    assert "Nothing was changed." in out
    assert run("ratings", "imports")[1] == "No list was imported.\n"
    code, out, _ = run("ratings", "import", pc1, "--yes")
    assert code == 0
    assert "4 rows: 3 added, 1 quarantined" in out
    assert "PC1" in run("ratings", "show", "news.example")[1]
    assert "SHA-256" in run("ratings", "imports")[1]
    assert run("ratings", "undo")[0] == 0
    assert run("ratings", "show", "news.example")[0] == 6


def test_without_a_terminal_it_wants_to_be_told(run: Run, pc1: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    code, _, err = run("ratings", "import", pc1)
    assert code == 6
    assert "--yes" in err


def test_an_unknown_list_needs_its_columns_once(run: Run, write: Write) -> None:
    file = write("sites.csv", SITES)
    code, _, err = run("ratings", "import", file, "--yes")
    assert code == 6
    assert "Site, Points" in err
    assert "--columns" in err
    assert run("ratings", "import", file, *COLUMNS, "--yes", "--quarantine", file.parent / "bad.csv")[0] == 0
    assert "nonsense" in (file.parent / "bad.csv").read_text(encoding="utf-8")
    assert "CC0" in run("ratings", "raters")[1]
    newer = write("newer.csv", "Site,Points\nnewsweek.com,4\nother.example,1\n")
    code, out, _ = run("ratings", "diff", newer, "--mapping", "Class list")
    assert code == 0
    assert out.splitlines()[:3] == ["~ newsweek.com: 40 → 80", "+ other.example: 20", "- news.example: 100 is no longer in the list"]
    assert run("ratings", "diff", newer, "--mapping", "Class list", "-o", file.parent / "diff.csv")[0] == 0
    assert "change,2,newsweek.com,40,80" in (file.parent / "diff.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["--columns", "address=Site,score=Nope"], "no column “Nope”"),
        (["--columns", "address=Site,points=Points"], "not part of a mapping"),
        (["--columns", "Site"], "equals sign"),
        (["--columns", "address=Site,score=Points,highest=many"], "not a number"),
        (["--columns", "address=Site"], "lacks a column"),
        (["--mapping", "Nobody’s"], "No columns are saved"),
    ],
)
def test_columns_that_do_not_fit_are_named(words: list[str], says: str, run: Run, write: Write) -> None:
    code, _, err = run("ratings", "import", write("sites.csv", SITES), *words, "--yes")
    assert code == 6
    assert says in err


def test_a_pack_goes_from_one_table_to_another(run: Run, tmp_path: Path, pc1: Path) -> None:
    run("ratings", "set", "newsweek.com", "low", "--reason", "read it")
    assert run("ratings", "export", tmp_path / "mine.pack", "--title", "Ada")[0] == 0
    other = ("--db", tmp_path / "other" / "table.db")
    code, out, _ = run(*other, "ratings", "merge", tmp_path / "mine.pack", "--yes")
    assert code == 0
    assert "Imported Ada: 1 row: 1 added" in out
    assert "Low 30 of 100, Ada" in run(*other, "ratings", "show", "newsweek.com")[1]
    assert run(*other, "ratings", "merge", pc1, "--yes")[0] == 6


def test_the_table_is_exported(run: Run, tmp_path: Path) -> None:
    assert run("ratings", "export", tmp_path / "t.csv")[0] == 0
    assert (tmp_path / "t.csv").read_text(encoding="utf-8").startswith("outlet,name")
    assert run("ratings", "export", tmp_path / "t.json", "--rater", "first")[0] == 0
    assert json.loads((tmp_path / "t.json").read_text(encoding="utf-8"))["raters"][0]["rater"] == "first"
    assert run("ratings", "export", tmp_path / "t.doc")[0] == 5
    assert run("ratings", "export", tmp_path / "t.csv", "--rater", "x")[0] == 6


def test_raters_and_profiles(run: Run) -> None:
    assert [line.split()[1] for line in run("ratings", "raters")[1].splitlines()] == ["mine", "first", "second"]
    assert run("ratings", "profile", "As it came", "--keep")[0] == 0
    out = run("ratings", "raters", "second", "--", "-first")[1]
    assert [line.split()[1] for line in out.splitlines()] == ["mine", "second", "first"]
    assert "switched off" in out
    assert run("ratings", "profile")[1] == "  As it came: mine, first, second\n"
    assert run("ratings", "profile", "As it came")[0] == 0
    assert run("ratings", "profile")[1].startswith("* As it came")
    assert run("ratings", "raters", "nobody")[0] == 6
    assert run("ratings", "profile", "Nobody")[0] == 6
    assert run("ratings", "profile", "As it came", "--forget")[0] == 0
    assert "no saved profiles" in run("ratings", "profile")[1]


def test_check_names_what_is_doubtful_and_what_is_wrong(run: Run, home: Path) -> None:
    code, out, _ = run("ratings", "check")
    assert code == 0
    assert "\n0 wrong, " in f"\n{out}"
    run("ratings", "set", "theguardian.com", "5", "--reason", "against the others")
    assert "doubtful  theguardian.com: you rate it Very low, First Rater High" in run("ratings", "check")[1]


def test_the_file_is_found_backed_up_checked_and_restored(run: Run, home: Path) -> None:
    assert run("db", "path")[1].strip() == str(home / "ratings.db")
    assert run("db", "check")[0] == 4
    run("ratings", "set", "newsweek.com", "30", "--reason", "x")
    code, out, _ = run("db", "backup")
    assert code == 0
    copy = Path(out.strip())
    assert copy.parent == home / "backups"
    run("ratings", "set", "newsweek.com", "90", "--reason", "x")
    assert str(copy) in run("db", "backup", "--list")[1]
    code, out, _ = run("db", "restore", copy.name)
    assert code == 0
    assert "30 of 100" in run("ratings", "show", "newsweek.com")[1]
    code, out, _ = run("db", "check")
    assert code == 0
    assert "is sound, version" in out


def test_a_damaged_file_is_told_and_restored(run: Run, home: Path) -> None:
    run("ratings", "set", "newsweek.com", "30", "--reason", "x")
    run("db", "backup")
    file = home / "ratings.db"
    data = bytearray(file.read_bytes())
    data[4096:12288] = b"\xa5" * 8192
    file.write_bytes(data)
    code, _, err = run("db", "check")
    assert code == 4
    assert "sourcetint db restore" in err
    assert run("db", "restore")[0] == 0
    assert run("db", "check")[0] == 0
    assert "30 of 100" in run("ratings", "show", "newsweek.com")[1]


def test_a_table_that_is_open_elsewhere_is_not_replaced(run: Run, home: Path) -> None:
    run("ratings", "set", "newsweek.com", "30", "--reason", "x")
    run("db", "backup")
    window = sqlite3.connect(home / "ratings.db")
    window.execute("SELECT count(*) FROM outlet").fetchone()
    try:
        code, _, err = run("db", "restore")
    finally:
        window.close()
    assert code == 4
    assert "another program" in err
    assert run("db", "restore", "nowhere.db")[0] == 4
