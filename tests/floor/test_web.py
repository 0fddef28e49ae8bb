"""One rule for addresses: at the door of the table and again at every output, whatever the values before it hold."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.annotations.pdf.attachment import article_page
from credibility.annotations.pdf.paper import lay_out
from credibility.annotations.report import reading_json
from credibility.annotations.sidecar import write_sidecar
from credibility.articles.addresses import web_address as address_in_article
from credibility.floor.web import web_address
from credibility.model import Link, Rating, RatingDraft, RatingError, Reading, Span
from credibility.outlets.lists.exports import ratings_csv, ratings_json
from credibility.outlets.lists.formats.pack import write_pack
from credibility.table.rows import outlet_row, rater_row, rating_row

JUNK = (
    *("javascript:alert(1)", "JAVASCRIPT:alert(1)//https://x.example", "java\nscript:alert(1)", "file:///etc/passwd", "data:text/html,<b>"),
    *("vbscript:x", "ftp://x.example/", "//x.example/a", "x.example/a", "https:///a", "https://", "http://[", "mailto:a@x.example"),
    *("https://x.example/\u202egpj.exe", "https://x.example/a\x1b[31m", "https://x\u200b.example/", "https://x.example/a b"),
    *("https://x.example/\ud800", "https://x.example/" + "a" * 9000, "", "   "),
)
SOUND = ("https://x.example/a?b=c#d", "HTTP://X.example", "https://münchen.example/ü", "https://x.example:8443/a", "http://10.0.0.1/")


@pytest.mark.parametrize("url", JUNK)
def test_what_is_no_web_address(url: str) -> None:
    assert web_address(url) is None


@pytest.mark.parametrize("url", SOUND)
def test_what_is_one(url: str) -> None:
    assert web_address(f" {url}\n") == url


@pytest.mark.parametrize("url", JUNK)
def test_an_article_keeps_no_other(url: str) -> None:
    kept = address_in_article(url, "https://base.example/")
    assert kept is None or web_address(kept) == kept


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.at(tmp_path / "ratings.db")


def test_the_table_takes_no_other_by_hand(workspace: Workspace) -> None:
    with workspace:
        slug = next(iter(workspace.table.registry.outlets))
        for url in filter(str.strip, JUNK):
            with pytest.raises(RatingError, match="web address"):
                workspace.table.set_rating(RatingDraft(slug, 50.0, "seen", url))


def test_no_output_links_to_anything_else(workspace: Workspace, tmp_path: Path) -> None:
    """Values as a table written by another program, or a reading process gone wrong, might hand them over."""
    article = tmp_path / "a.txt"
    article.write_text(
        "The bridge is safe, officials told the Guardian on Tuesday.\n\nIt was closed, the BBC reported.\n", encoding="utf-8"
    )
    with workspace:
        reading = workspace.open_article(article)
        registry = workspace.table.registry
        styles = workspace.styles
    assert reading.claims and any(rated.rating for rated in reading.claims)
    for url in JUNK[:14:2]:
        bad = _spoilt(reading, url)
        shown = [json.dumps(reading_json(bad)), json.dumps(write_sidecar(bad)), lay_out(bad, styles).data, article_page(bad.article)]
        shown += [str(key.url) for key in lay_out(bad, styles).keys]
        rated = {slug: tuple(_spoilt_rating(rating, url) for rating in ratings) for slug, ratings in list(registry.ratings.items())[:50]}
        raters = tuple(replace(rater, url=url) for rater in registry.raters)
        spoilt = replace(registry, ratings=rated, raters=raters)
        mine = next(iter(rated.values()))[0].rater.slug
        shown += [ratings_csv(spoilt), ratings_json(spoilt), write_pack(spoilt, mine, "T", date(2024, 1, 1))]
        escaped = json.dumps(url)[1:-1]
        assert [text[:80] for text in shown if url in text or escaped in text] == [], url
        rating = next(iter(rated.values()))[0]
        assert rating_row(rating)["url"] is rater_row(raters[0])["url"] is None
        outlet = next(iter(registry.outlets.values()))
        assert outlet_row(replace(outlet, homepage=url), "starter")["homepage"] is None


def _spoilt_rating(rating: Rating, url: str) -> Rating:
    return replace(rating, provenance=replace(rating.provenance, url=url))


def _spoilt(reading: Reading, url: str) -> Reading:
    """The reading with this address in every field that can hold one."""
    article = replace(reading.article, url=url, canonical=url, links=(Link(Span(4, 10), url),))
    claims = tuple(
        replace(
            rated,
            rating=_spoilt_rating(rated.rating, url) if rated.rating else None,
            others=tuple(_spoilt_rating(other, url) for other in rated.others),
            resolution=replace(rated.resolution, url=url),
        )
        for rated in reading.claims
    )
    return replace(reading, article=article, claims=claims)
