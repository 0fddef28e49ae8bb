"""Opened articles are recorded under the outlets they cite."""

import sqlite3
from pathlib import Path

from app.workspace import Workspace


def citing(workspace: Workspace, slug: str) -> list[tuple[str, int]]:
    return [(each.path.name, each.claims) for each in workspace.table.articles_citing(slug)]


def test_an_opened_article_is_listed_under_what_it_cites(workspace: Workspace, article: Path) -> None:
    workspace.open_article(article)
    assert citing(workspace, "newsweek.com") == [("bridge.html", 2)]
    assert workspace.table.articles_citing("newsweek.com")[0].title == "The bridge is closed"
    assert citing(workspace, "medium.com") == []
    assert workspace.table.can_undo() is None


def test_a_corrected_claim_moves_the_article_to_the_other_outlet(workspace: Workspace, article: Path) -> None:
    claims = workspace.open_article(article).claims
    claim = next(rated for rated in claims if rated.resolution.outlet and rated.resolution.outlet.slug == "newsweek.com")
    workspace.corrections.assign_outlet(claim.id, "medium.com")
    assert citing(workspace, "medium.com") == [("bridge.html", 1)]
    assert citing(workspace, "newsweek.com") == [("bridge.html", 1)]
    workspace.corrections.restore_claim(claim.id)
    assert citing(workspace, "medium.com") == []
    assert citing(workspace, "newsweek.com") == [("bridge.html", 2)]


def test_an_article_opens_while_its_record_cannot_be_kept(home: Path, article: Path) -> None:
    with Workspace.at() as workspace:
        workspace.library.shelf._connection.execute("PRAGMA busy_timeout = 50")
        holder = sqlite3.connect(home / "library.db")
        holder.execute("BEGIN IMMEDIATE")
        try:
            assert workspace.open_article(article).claims
        finally:
            holder.rollback()
            holder.close()
        assert any("locked" in notice for notice in workspace.notices)
        workspace.open_article(article)
        assert citing(workspace, "newsweek.com") == [("bridge.html", 2)]
