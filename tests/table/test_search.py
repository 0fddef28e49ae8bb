"""The table as the window shows it, and the file as other programs see it."""

import sqlite3
from pathlib import Path

import pytest

from credibility.model import (
    OutletDraft,
    OutletKind,
    OutletQuery,
    RatingDraft,
    Tier,
)
from credibility.table.store import RatingsStore


@pytest.mark.parametrize(
    ("words", "slugs"),
    [
        ("guardian", ["theguardian.com", "theguardian.com/observer"]),
        ("the GUARD", ["theguardian.com", "theguardian.com/observer"]),
        ("gu.com", ["theguardian.com"]),
        ("hurriyet", ["hurriyet.com.tr"]),
        ("HÜRRİYET", ["hurriyet.com.tr"]),
        ("istanbul", ["hurriyet.com.tr"]),
        ("the obs", ["theguardian.com/observer"]),
        ("100%", []),
        ("_", []),
    ],
)
def test_searching_folds_case_and_accents(store: RatingsStore, words: str, slugs: list[str]) -> None:
    assert [row.slug for row in store.queries.outlets(OutletQuery(words=words)).rows] == slugs


def test_filters_and_sorting(store: RatingsStore) -> None:
    def shown(**query: object) -> list[str]:
        return [row.slug for row in store.queries.outlets(OutletQuery(**query)).rows]  # type: ignore[arg-type]

    assert shown(unrated=True) == ["hurriyet.com.tr", "medium.com"]
    assert shown(among=frozenset({"medium.com", "nowhere.example"})) == ["medium.com"]
    assert shown(countries=frozenset({"US"})) == ["medium.com", "newsweek.com"]
    assert shown(kinds=frozenset({OutletKind.PLATFORM})) == ["medium.com"]
    assert shown(raters=frozenset({"second"})) == ["theguardian.com"]
    assert shown(tiers=frozenset({Tier.MIXED, Tier.UNRATED})) == ["hurriyet.com.tr", "medium.com", "newsweek.com"]
    assert shown(sort="score") == ["newsweek.com", "theguardian.com", "theguardian.com/observer", "hurriyet.com.tr", "medium.com"]
    assert shown(sort="score", descending=True)[:3] == ["theguardian.com", "theguardian.com/observer", "newsweek.com"]
    store.edits.set_rating(RatingDraft("theguardian.com", 10, "mine"))
    assert shown(mine=True) == ["theguardian.com"]
    assert shown(disagreeing=True) == ["theguardian.com", "theguardian.com/observer"]


def test_a_child_that_takes_over_shows_its_parents_rating(store: RatingsStore) -> None:
    row = store.queries.outlets(OutletQuery(words="observer")).rows[0]
    assert (row.score, row.rater) == (85.0, "first")


def test_countries_that_the_table_has(store: RatingsStore) -> None:
    assert store.queries.countries() == tuple(sorted({row.country for row in store.queries.outlets(OutletQuery()).rows if row.country}))
    assert "US" in store.queries.countries()


def test_pages_of_the_table(store: RatingsStore) -> None:
    page = store.queries.outlets(OutletQuery(sort="slug"), offset=1, limit=2)
    assert (page.total, page.offset, [row.slug for row in page.rows]) == (5, 1, ["medium.com", "newsweek.com"])


def test_finding_puts_the_exact_name_first(store: RatingsStore) -> None:
    store.edits.save_outlet(OutletDraft("guardian.example", "Guardian of the Galaxy"))
    assert [outlet.slug for outlet in store.queries.find_outlets("guardian")] == [
        "theguardian.com",
        "guardian.example",
        "theguardian.com/observer",
    ]


def test_another_program_may_edit_the_file(store: RatingsStore, path: Path) -> None:
    store.queries.outlets(OutletQuery(words="x"))
    with sqlite3.connect(path) as other:
        other.execute("UPDATE outlet SET name = 'Weekly News' WHERE slug = 'newsweek.com'")
        other.execute("DELETE FROM rating WHERE outlet = 'newsweek.com'")
    other.close()
    assert [row.slug for row in store.queries.outlets(OutletQuery(words="weekly news")).rows] == ["newsweek.com"]
    assert store.snapshot().ratings_of("newsweek.com") == ()


def test_the_file_reads_sensibly_in_any_tool(store: RatingsStore, path: Path) -> None:
    with sqlite3.connect(path) as other:
        row = other.execute("SELECT outlet, rated_by, score, tier FROM outlets_with_rating WHERE address = 'newsweek.com'").fetchone()
    other.close()
    assert row == ("Newsweek", "First Rater", 55.0, "Mixed")
