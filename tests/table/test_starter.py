"""The shipped table: read, delivered, and updated without touching the user's changes."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from credibility.model import OutletDraft, OutletName, RatingDraft
from credibility.outlets.names.hits import find_names
from credibility.outlets.rating.standing import inherits_on
from credibility.outlets.registry import OutletRegistry, build_registry
from credibility.outlets.starter import STARTER_FILES, read_starter
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "starter"


@cache
def shipped() -> OutletRegistry:
    """The names of the shipped table."""
    starter = read_starter({name: (SHIPPED / name).read_text(encoding="utf-8") for name in STARTER_FILES})
    names: dict[str, list[OutletName]] = {}
    for slug, name in starter.names:
        names.setdefault(slug, []).append(name)
    return build_registry(replace(outlet, names=tuple(names.get(outlet.slug, ()))) for outlet in starter.outlets)


def newer(**changes: tuple[str, str]) -> Mapping[str, str]:
    """The small starter with one replacement made in each of these files."""
    documents = dict(STARTER)
    for name, (old, new) in changes.items():
        assert old in documents[f"{name}.csv"]
        documents[f"{name}.csv"] = documents[f"{name}.csv"].replace(old, new)
    return documents


def test_the_shipped_table_is_read_whole() -> None:
    starter = read_starter({name: (SHIPPED / name).read_text(encoding="utf-8") for name in STARTER_FILES})
    assert len(starter.outlets) >= 1200 and len(starter.names) >= 3000 and len(starter.locators) >= 1800
    assert len({outlet.slug for outlet in starter.outlets}) == len(starter.outlets)
    assert len({locator.key for locator in starter.locators}) == len(starter.locators)
    parents = {outlet.parent for outlet in starter.outlets if outlet.parent}
    assert parents <= {outlet.slug for outlet in starter.outlets}


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("outlets.csv", "x.example,X,GB,en,newspaper,none,,,,,0,"),
        ("names.csv", "nowhere.example,X,name,plain,"),
        ("names.csv", "newsweek.com,X,name,sometimes,"),
        ("ratings.csv", "newsweek.com,third,50,,,,,,"),
        ("ratings.csv", "newsweek.com,first,150,,,,,,"),
        ("ratings.csv", "newsweek.com,first,50,,,place:here,,,"),
    ],
)
def test_a_bad_row_is_named_by_file_and_line(name: str, row: str) -> None:
    documents = dict(STARTER) | {name: STARTER[name] + row + "\n"}
    with pytest.raises(ValueError, match=rf"{name}, line {documents[name].count(chr(10))}"):
        read_starter(documents)


def test_a_newer_starter_adds_changes_and_withdraws(tmp_path: Path) -> None:
    path = tmp_path / "ratings.db"
    RatingsStore.open(path, STARTER).close()
    documents = newer(
        outlets=("medium.com,Medium,US,en,platform,none,,,,,0,\n", "wired.com,Wired,US,en,magazine,none,,,,,0,\n"),
        names=("medium.com,Medium,name,needs_cue,\n", "wired.com,Wired,name,needs_cue,\n"),
        locators=("medium.com,domain,medium.com\n", "wired.com,domain,wired.com\n"),
        ratings=("newsweek.com,first,55", "newsweek.com,first,58"),
    )
    store = RatingsStore.open(path, documents)
    assert "was updated" in store.notices[0]
    assert scores(store, "newsweek.com")[0] == ("first", 58.0)
    assert store.snapshot().outlet("medium.com") is None
    assert store.queries.outlet("wired.com").locators == ("wired.com",)
    assert store.steps.can_undo() is None
    assert store.steps.history()[0].actor == "starter"
    store.close()


def test_a_newer_starter_leaves_alone_what_the_user_changed(tmp_path: Path) -> None:
    path = tmp_path / "ratings.db"
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "mine"))
    store.edits.save_outlet(OutletDraft("hurriyet.com.tr", "Hürriyet Gazetesi", country="TR"))
    store.edits.remove_outlet("theguardian.com/observer")
    store.raters.set_order((("mine", True), ("second", True), ("first", True)))
    store.close()
    documents = newer(
        outlets=("Hürriyet,TR", "Hürriyet Daily,TR"),
        ratings=("newsweek.com,first,55", "newsweek.com,first,58"),
        raters=("First Rater", "The First Rater"),
    )
    again = RatingsStore.open(path, documents)
    assert again.queries.outlet("hurriyet.com.tr").name == "Hürriyet Gazetesi"
    assert scores(again, "newsweek.com")[:2] == [("mine", 20.0), ("first", 58.0)]
    assert again.snapshot().outlet("theguardian.com/observer") is None
    assert [(rater.slug, rater.title) for rater in again.raters.all()][1:] == [("second", "Second Rater"), ("first", "The First Rater")]
    again.close()


def test_an_outlet_the_user_rated_is_not_withdrawn(tmp_path: Path) -> None:
    path = tmp_path / "ratings.db"
    store = RatingsStore.open(path, STARTER)
    store.edits.set_rating(RatingDraft("medium.com", 20, "mine"))
    store.close()
    documents = newer(
        outlets=("medium.com,Medium,US,en,platform,none,,,,,0,\n", ""),
        names=("medium.com,Medium,name,needs_cue,\n", ""),
        locators=("medium.com,domain,medium.com\n", ""),
    )
    again = RatingsStore.open(path, documents)
    assert again.queries.outlet("medium.com").name == "Medium"
    again.close()


def test_the_same_starter_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "ratings.db"
    store = RatingsStore.open(path, STARTER)
    before = content(store)
    store.close()
    again = RatingsStore.open(path, STARTER)
    assert (content(again), again.notices, again.steps.history()) == (before, (), ())
    again.close()


@pytest.mark.parametrize(
    ("text", "slugs"),
    [
        ("The European Council on Foreign Relations (ECFR) met. ECFR said so.", ["ecfr.eu", "ecfr.eu", "ecfr.eu"]),
        ("The EPA said so.", ["epa.gov"]),
        ("A photographer of the European Pressphoto Agency was there, EPA said.", ["epa.eu", "epa.eu"]),
        ("She told HLN on Monday, and then CNN.", ["hlntv.com", "cnn.com"]),
        ("She told HLN in Brussels.", ["hln.be"]),
        ("She told Times Radio that it was safe.", ["times.radio"]),
        ("She told the CBC that it was safe, and BOOM reported that it was not.", ["cbc.ca", "boomlive.in"]),
        ("The CBC has 60 members, SMH is a sigh and BOOM a noise.", []),
    ],
)
def test_who_is_meant_by_letters_that_many_share(text: str, slugs: list[str]) -> None:
    found = find_names(text, shipped())
    assert [mention.outlet.slug if mention.outlet else "?" for mention in found] == slugs


def test_the_observer_takes_over_the_guardians_rating_until_march_2025_only() -> None:
    observer = shipped().outlets["theguardian.com/observer"]
    assert [inherits_on(observer, date.fromisoformat(day)) for day in ("2010-01-01", "2025-03-31", "2025-04-01", "2026-01-01")] == [
        True,
        True,
        False,
        False,
    ]
