"""`sourcetint outlets add|set|name|locator|merge|remove`, and the scope and day of ratings of one's own, each with its undo."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.conftest import Run


def shown(run: Run, outlet: str) -> dict:
    return json.loads(run("ratings", "show", outlet, "--json")[1])


def test_an_outlet_is_added_changed_and_removed(run: Run) -> None:
    assert run("outlets", "add", "gazette.example", "The Gazette", "--country", "gb", "--kind", "magazine")[0] == 0
    assert (shown(run, "gazette.example")["country"], shown(run, "gazette.example")["kind"]) == ("GB", "magazine")
    code, _, err = run("outlets", "add", "gazette.example", "The Gazette")
    assert code == 6
    assert "is in your table" in err
    assert run("outlets", "set", "gazette.example", "--country", "IE", "--name", "Irish Gazette")[0] == 0
    assert (shown(run, "gazette.example")["country"], shown(run, "gazette.example")["name"]) == ("IE", "Irish Gazette")
    assert "country: GB → IE" in run("ratings", "history", "gazette.example")[1]
    run("ratings", "undo")
    assert shown(run, "gazette.example")["name"] == "The Gazette"
    assert run("outlets", "remove", "gazette.example")[0] == 0
    assert run("resolve", "gazette.example")[0] == 6
    run("ratings", "undo")
    assert run("resolve", "gazette.example")[0] == 0


def test_names_have_rules_and_go_again(run: Run) -> None:
    assert run("outlets", "name", "newsweek.com", "NW", "--rule", "needs-country", "--context", "US|America")[0] == 0
    assert "newsweek.com" in run("resolve", "NW")[1]
    assert "Is called “NW” (needs country)" in run("ratings", "history", "newsweek.com")[1]
    assert run("outlets", "name", "newsweek.com", "NW", "--remove")[0] == 0
    assert run("resolve", "NW")[0] == 6
    code, _, err = run("outlets", "name", "newsweek.com", "NW", "--remove")
    assert code == 6
    assert "is not called “NW”" in err


def test_addresses_lead_to_one_outlet(run: Run) -> None:
    assert run("outlets", "locator", "newsweek.com", "nw.example")[0] == 0
    assert "Newsweek" in run("resolve", "https://nw.example/a")[1]
    code, _, err = run("outlets", "locator", "theguardian.com", "nw.example")
    assert code == 6
    assert "already leads to Newsweek" in err
    assert run("outlets", "locator", "newsweek.com", "nw.example", "--remove")[0] == 0
    assert run("resolve", "nw.example")[0] == 6


def test_two_outlets_become_one_and_two_again(run: Run) -> None:
    run("outlets", "add", "nw.example", "News Week Online")
    run("ratings", "set", "nw.example", "22", "--reason", "read it", "--topic", "politics")
    run("ratings", "set", "nw.example", "44", "--reason", "read more")
    run("ratings", "set", "newsweek.com", "66", "--reason", "read both")
    assert run("outlets", "merge", "nw.example", "newsweek.com")[0] == 0
    assert "newsweek.com" in run("resolve", "https://nw.example/a")[1]
    assert "newsweek.com" in run("resolve", "News Week Online")[1]
    mine = {rating["scope"]: rating["score"] for rating in shown(run, "newsweek.com")["ratings"] if rating["rater"] == "mine"}
    assert mine == {"": 66, "topic politics": 22}
    run("ratings", "undo")
    mine = {rating["scope"]: rating["score"] for rating in shown(run, "nw.example")["ratings"]}
    assert mine == {"": 44, "topic politics": 22}
    assert shown(run, "newsweek.com")["in_force"]["score"] == 66
    assert "are the same outlet" in run("outlets", "merge", "newsweek.com", "newsweek.com")[2]


def test_a_rating_of_ones_own_has_a_scope_and_a_day(run: Run) -> None:
    words = ("--path", "newsweek.com/blogs", "--author", "Ida Falk", "--topic", "politics", "--from", "2020-01-01", "--to", "2021-12-31")
    code, out, _ = run("ratings", "set", "newsweek.com", "20", "--reason", "read it", "--rated-on", "2021-05-05", *words)
    assert code == 0
    assert "only for path newsweek.com/blogs, author Ida Falk, topic politics, since 2020-01-01, until 2021-12-31" in out
    mine = next(rating for rating in shown(run, "newsweek.com")["ratings"] if rating["rater"] == "mine")
    assert (mine["rated_on"], mine["score"]) == ("2021-05-05", 20)
    asked = ("--on", "2020-05-05", "--url", "https://newsweek.com/blogs/politics/x", "--author", "Ida Falk")
    assert ": Low on 5 May 2020" in run("resolve", "newsweek.com", *asked)[1]
    assert run("ratings", "unset", "newsweek.com", *words)[0] == 0
    assert all(rating["rater"] != "mine" for rating in shown(run, "newsweek.com")["ratings"])


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--from", "2021-01-01", "--to", "2020-01-01"), "before it begins"),
        (("--from", "May"), "“May” is not a day."),
        (("--topic", "a;b"), "semicolon"),
    ],
)
def test_a_scope_that_cannot_be_is_refused(words: tuple[str, ...], says: str, run: Run) -> None:
    code, _, err = run("ratings", "set", "newsweek.com", "20", "--reason", "x", *words)
    assert code == 6
    assert says in err


def test_an_edit_of_another_program_is_told_and_undone(run: Run, home: Path) -> None:
    run("ratings", "set", "newsweek.com", "30", "--reason", "read")
    with closing(sqlite3.connect(next(home.glob("**/ratings.db")))) as tool, tool:
        tool.execute("REPLACE INTO outlet(slug, name) VALUES ('newsweek.com', 'Weekly')")
    told = run("ratings", "history", "newsweek.com")[1]
    assert "another program: Edits in another program" in told
    assert "name: Newsweek → Weekly" in told
    number = re.search(r"#(\d+)  another program", told)
    assert number is not None
    assert run("ratings", "undo", number[1])[0] == 0
    assert shown(run, "newsweek.com")["name"] == "Newsweek"
    assert run("ratings", "undo", "9999")[0] == 6
