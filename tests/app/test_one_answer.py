"""One function decides what rating is in force: claim, ratings table, `resolve`, `ratings show` and the SQL view give one answer."""

import json
import sqlite3
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.floor.scopes import PRINTED, scope_in_words
from credibility.model import OutletQuery, Rating, Resolution, ResolvedBy, ResolvedClaim
from credibility.outlets.rating.rate import rate
from tests.conftest import Run
from tests.outlets.tables import claims_of

RATINGS = (
    ("newsweek.com", "second", 30, "dates:2013-2019"),
    ("newsweek.com", "second", 20, "dates:2020-01-01/2020-12-31"),
    ("newsweek.com", "first", 10, "topic:politics"),
    ("hurriyet.com.tr", "first", 25, "dates:-2015"),
    ("hurriyet.com.tr", "second", 70, "dates:2016-"),
    ("hurriyet.com.tr", "mine", 5, "path:hurriyet.com.tr/politics"),
    ("theguardian.com", "first", 45, "topic:politics and science"),
    ("theguardian.com", "mine", 50, "dates:/2014-12-31"),
)
OUTLETS = ("newsweek.com", "hurriyet.com.tr", "theguardian.com", "theguardian.com/observer")
DAYS = (None, "2010-05-01", "2014-06-03", "2020-02-02", "2025-06-03")
PAGES = (None, "politics")
TRIPLES = tuple(product(OUTLETS, DAYS, PAGES))


@pytest.fixture
def table(home: Path) -> Path:
    """A table in which another program wrote ratings of many scopes."""
    with Workspace.at():
        pass
    connection = sqlite3.connect(home / "ratings.db")
    connection.executemany(
        "INSERT INTO rating(outlet, rater, score, scope, status) VALUES (?, ?, ?, ?, 'imported')",
        RATINGS,
    )
    connection.execute("UPDATE outlet SET inherits_until = '2014-06' WHERE slug = 'theguardian.com/observer'")
    connection.commit()
    connection.close()
    return home / "ratings.db"


def page_of(slug: str, section: str | None) -> str | None:
    return f"https://www.{slug}/{section}/the-bridge" if section else None


def asked(day: str | None, url: str | None) -> tuple[str, ...]:
    return (*(("--on", day) if day else ()), *(("--url", url) if url else ()))


def by_claim(workspace: Workspace, slug: str, day: str | None, url: str | None) -> Rating | None:
    link = f" {{link={url}|as it reported}}" if url else ""
    page, claims = claims_of(f"{{claim=outlet|It is safe}}, the paper said{link}.", **({"published": day} if day else {}))
    resolved = ResolvedClaim(claims.items[0], Resolution(workspace.table.outlet(slug), ResolvedBy.NAMED))
    return rate(page, [resolved], (), workspace.table.registry)[0].rating


def test_there_are_forty_triples() -> None:
    assert len(TRIPLES) == 40


def test_claim_resolve_and_show_give_one_answer_to_forty_triples(table: Path, run: Run) -> None:
    with Workspace.at() as workspace:
        claims = {triple: by_claim(workspace, triple[0], triple[1], page_of(triple[0], triple[2])) for triple in TRIPLES}
    wrong = []
    for (slug, day, section), rating in claims.items():
        words = asked(day, page_of(slug, section))
        resolved = json.loads(run("resolve", slug, *words, "--json")[1])[slug]
        shown = json.loads(run("ratings", "show", slug, *words, "--json")[1])
        answers = {repr(_plain(rating)), repr(_told(resolved["rating"])), repr(_told(shown["in_force"]))}
        if len(answers) != 1:
            wrong.append((slug, day, section, answers))
    assert wrong == []
    assert len({repr(_plain(rating)) for rating in claims.values()}) >= 9, "the triples must have different answers"


def test_of_an_outlet_as_a_whole_now_table_and_view_agree_with_them(table: Path, run: Run) -> None:
    with Workspace.at() as workspace:
        titles = {rater.slug: rater.title for rater in workspace.raters.all()}
        claims = {slug: by_claim(workspace, slug, None, None) for slug in OUTLETS}
        rows = {row.slug: row for row in workspace.table.outlets(OutletQuery()).rows}
    connection = sqlite3.connect(table)
    view = {row[0]: row[1:] for row in connection.execute("SELECT address, score, rated_by FROM outlets_with_rating")}
    connection.close()
    for slug, rating in claims.items():
        expected = (rating.score, rating.rater.title) if rating else (None, "nobody")
        assert (rows[slug].score, titles.get(rows[slug].rater, "nobody")) == expected
        assert view[slug] == expected


def test_a_day_changes_what_is_in_force_now(table: Path, run: Run) -> None:
    connection = sqlite3.connect(table)
    connection.execute("DELETE FROM rating WHERE outlet = 'hurriyet.com.tr' AND scope LIKE 'path%'")
    connection.execute(f"UPDATE rating SET scope = 'dates:/{date.today()}' WHERE outlet = 'hurriyet.com.tr' AND rater = 'second'")
    sql = "SELECT tier FROM outlets_with_rating WHERE address = 'hurriyet.com.tr'"
    assert connection.execute(sql).fetchone() == ("Generally reliable",)
    connection.execute("UPDATE standing_day SET day = '2020-01-01'")
    connection.execute("UPDATE standing SET tier = 1 WHERE outlet = 'hurriyet.com.tr'")  # as if it had been filled on that day
    connection.commit()
    with Workspace.at():
        assert connection.execute(sql).fetchone() == ("Generally reliable",)
    connection.close()


def test_now_and_a_day_are_said(table: Path, run: Run) -> None:
    assert "newsweek.com → Newsweek (newsweek.com): Mixed now, First Rater" in run("resolve", "newsweek.com")[1]
    assert ": High on 3 June 2011, First Rater" in run("resolve", "newsweek.com", "--on", "2011-06-03")[1]
    assert "Very low 10 of 100, First Rater (in force now)" in run("ratings", "show", "newsweek.com", "--topic", "politics")[1]
    code, _, err = run("resolve", "newsweek.com", "--on", "June")
    assert code == 6
    assert "“June” is not a day." in err
    assert "Very low now" in run("resolve", "https://www.newsweek.com/politics/bridge")[1]


def _plain(rating: Rating | None) -> tuple[float | None, str] | None:
    return (rating.score, scope_in_words(rating.scope, PRINTED)) if rating else None


def _told(told: dict | None) -> tuple[float | None, str] | None:
    return (told["score"], told["scope"] or "") if told else None
