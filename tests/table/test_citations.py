"""Which articles cite an outlet: recorded when an article is opened, apart from the history."""

from pathlib import Path

import pytest

from credibility.table import citations
from credibility.table.store import RatingsStore


def titles(store: RatingsStore, slug: str) -> list[tuple[str, int]]:
    return [(article.title, article.claims) for article in store.citations.articles_citing(slug)]


def test_an_article_is_listed_under_each_outlet_it_cites(store: RatingsStore) -> None:
    store.citations.record_article("a", Path("/saved/a.html"), "Bridge closed", {"theguardian.com": 3, "newsweek.com": 1})
    store.citations.record_article("b", Path("/saved/b.html"), "Bridge open", {"newsweek.com": 2})
    assert titles(store, "theguardian.com") == [("Bridge closed", 3)]
    assert titles(store, "newsweek.com") == [("Bridge open", 2), ("Bridge closed", 1)]
    assert titles(store, "medium.com") == []
    assert store.citations.articles_citing("theguardian.com")[0].path == Path("/saved/a.html")


def test_an_article_opened_again_comes_first_and_says_what_it_cites_now(store: RatingsStore) -> None:
    for fingerprint in "ab":
        store.citations.record_article(fingerprint, Path(f"/{fingerprint}"), fingerprint, {"newsweek.com": 1})
    store.citations.record_article("a", Path("/moved"), "a", {"newsweek.com": 4, "medium.com": 1})
    assert titles(store, "newsweek.com") == [("a", 4), ("b", 1)]
    store.citations.record_article("a", Path("/moved"), "a", {})
    assert titles(store, "newsweek.com") == [("b", 1)]


def test_it_is_no_edit(store: RatingsStore) -> None:
    store.citations.record_article("a", Path("/a"), "a", {"newsweek.com": 1})
    assert store.steps.can_undo() is None
    store.edits.remove_outlet("newsweek.com")
    store.steps.undo()
    assert titles(store, "newsweek.com") == [("a", 1)]


def test_old_articles_are_forgotten(store: RatingsStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(citations, "ARTICLES_KEPT", 3)
    for number in range(5):
        store.citations.record_article(str(number), Path("/x"), str(number), {"newsweek.com": 1})
    assert [title for title, _ in titles(store, "newsweek.com")] == ["4", "3", "2"]


def test_it_reads_sensibly_in_any_sqlite_tool(store: RatingsStore) -> None:
    store.citations.record_article("a", Path("/saved/a.html"), "Bridge closed", {"theguardian.com": 3, "gone.example": 1})
    rows = store.session.database.execute("SELECT article, path, outlet, claims FROM cited_outlets ORDER BY claims").fetchall()
    assert rows == [("Bridge closed", "/saved/a.html", "gone.example", 1), ("Bridge closed", "/saved/a.html", "The Guardian", 3)]
