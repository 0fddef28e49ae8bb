"""The lists of `../shared/cases/lists`: read right by the guess, or the question asked is the right one."""

from pathlib import Path

import pytest

from credibility.model.lists import ColumnMapping
from tests.outlets.lists.material import guess, rated, read_by_guess

LISTS = Path(__file__).resolve().parents[3] / ".." / "shared" / "cases" / "lists"
pytestmark = pytest.mark.skipif(not LISTS.is_dir(), reason="the shared cases are not beside the project")

RIGHT = {
    "array-domains.csv": {"reuters.com": 85, "thesun.co.uk": 12, "forbes.com": 85},
    "bias-first.csv": {
        "theguardian.com": 86, "nytimes.com": 88, "foxnews.com": 52, "breitbart.com": 18, "infowars.com": 4, "reuters.com": 93,
    },
    "by-name.csv": {
        "Associated Press": 96.0938, "The Guardian": 82.0312, "New York Post": 38.2812, "InfoWars": 10.1562, "A Paper Nobody Knows": 46.875,
    },
    "countries-and-dates.csv": {"reuters.com": 95, "nytimes.com": 90, "lemonde.fr": 88, "folha.uol.com.br": 80, "dw.com": 86},
    "excel-de.csv": {"example-news.com": 72.5, "oldmeregazette.example": 31.5},
    "grades.csv": {"nytimes.com": 92, "infowars.com": 8, "reuters.com": 98},
    "minus-one-to-one.csv": {"reuters.com": 100, "theguardian.com": 50, "bbc.co.uk": 100, "zerohedge.com": 0, "infowars.com": 0},
    "nine-criteria.csv": {"reuters.com": 97, "newsweek.com": 52, "rt.com": 9.5},
    "odd-cells.csv": {"reuters.com": 95.5, "rt.com": 7.5},
    "page-links.csv": {"reuters.com": 95, "dailymail.co.uk": 25, "newsweek.com": 47, "rt.com": 8},
    "risk.csv": {"reuters.com": 85, "apnews.com": 85, "newsweek.com": 50, "rt.com": 10, "infowars.com": 10},
    "year-is-no-score.json": {"reuters.com": 85, "dailymail.co.uk": 12, "examiner.com": 3},
}  # fmt: skip


@pytest.mark.parametrize("name", RIGHT)
def test_the_guess_is_right(name: str) -> None:
    assert rated((LISTS / name).read_text(encoding="utf-8"), name) == RIGHT[name]


@pytest.mark.parametrize("name", ["blocklist.txt", "domains.txt"])
def test_a_block_list_asks_what_being_listed_means(name: str) -> None:
    assert guess((LISTS / name).read_text(encoding="utf-8"), name) == ColumnMapping("address")


def test_every_list_is_looked_at() -> None:
    assert {path.name for path in LISTS.iterdir()} == {*RIGHT, "blocklist.txt", "domains.txt", "ratings.xlsx"}


def test_countries_dates_and_links_of_the_lists() -> None:
    entries = read_by_guess((LISTS / "countries-and-dates.csv").read_text(encoding="utf-8")).entries
    assert [entry.country for entry in entries] == ["GB", "US", "FR", "BR", "DE"]
    entries = read_by_guess((LISTS / "page-links.csv").read_text(encoding="utf-8")).entries
    assert entries[0].url == "https://ratings.example/reuters/"
