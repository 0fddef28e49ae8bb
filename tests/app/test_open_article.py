"""The table stays usable while an article is resolved, and the reading shows the table as it is at the end."""

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import app.reading.open_article
from app.workspace import Workspace
from credibility.model import Found, RatingDraft
from credibility.outlets.registry import OutletRegistry
from credibility.pipeline import Resolved, resolve_outlets

SECONDS = 30


def test_a_rating_can_be_set_while_an_article_is_resolved(workspace: Workspace, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    resolving, go_on = threading.Event(), threading.Event()

    def slowly(found: Found, registry: OutletRegistry) -> Resolved:
        resolving.set()
        assert go_on.wait(SECONDS)
        return resolve_outlets(found, registry)

    monkeypatch.setattr(app.reading.open_article, "resolve_outlets", slowly)
    with ThreadPoolExecutor(1) as ahead:
        opening = ahead.submit(workspace.open_article, article)
        try:
            assert resolving.wait(SECONDS)
            with ThreadPoolExecutor(1) as window:
                window.submit(workspace.table.set_rating, RatingDraft("newsweek.com", 12.0, "Tried.")).result(SECONDS)
        finally:
            go_on.set()
        reading = opening.result(SECONDS)
    scores = {
        rated.rating.score
        for rated in reading.claims
        if rated.resolution.outlet and rated.resolution.outlet.slug == "newsweek.com" and rated.rating
    }
    assert scores == {12.0}


def test_a_rating_renews_only_the_claims_of_its_outlet(workspace: Workspace, article: Path) -> None:
    before = workspace.open_article(article)
    after = workspace.table.set_rating(RatingDraft("newsweek.com", 12.0, "Tried."))
    assert after is not None
    renewed = {
        new.resolution.outlet.slug for old, new in zip(before.claims, after.claims, strict=True) if old is not new and new.resolution.outlet
    }
    assert renewed == {"newsweek.com"}
    assert any(old is new for old, new in zip(before.claims, after.claims, strict=True))
