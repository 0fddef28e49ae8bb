"""The four forms of the sample give the same article."""

from pathlib import Path

import pytest

from credibility.articles.extract import extract
from credibility.articles.load import load_page
from credibility.model import Article, BlockKind

SAMPLES = Path(__file__).resolve().parents[2] / ".." / "shared" / "samples" / "articles"

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the sample article is not beside this checkout")


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    return {path.suffix: extract(load_page(path)) for path in sorted(SAMPLES.iterdir())}


def test_all_forms_give_one_text(articles):
    assert set(articles) == {".txt", ".html", ".mhtml", ".md"}
    assert len({article.fingerprint for article in articles.values()}) == 1


def test_comments_are_apart_in_every_form(articles):
    assert {len(article.comments) for article in articles.values()} == {35}
    assert all(article.comments[0].text[:40] not in article.text for article in articles.values())


def test_masthead_is_found_in_every_form(articles):
    assert len({article.title for article in articles.values()}) == 1
    assert len({article.byline for article in articles.values()}) == 1
    assert articles[".html"].url == articles[".mhtml"].url == articles[".md"].url


def test_quotations_keep_their_structure(articles):
    kinds = {suffix: [block.kind for block in article.blocks] for suffix, article in articles.items()}
    assert kinds[".html"] == kinds[".mhtml"] == kinds[".md"]
    assert BlockKind.QUOTATION in kinds[".html"]
