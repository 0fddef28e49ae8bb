"""The names of an article are looked up once, and only where claims can mean them."""

import pytest

import credibility.outlets.resolving.desk as desk
from credibility.model import Found
from credibility.outlets.names.hits import find_names
from credibility.pipeline import resolve_outlets
from tests.outlets.tables import claims_of, registry


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many code points each search for names was given."""
    lengths: list[int] = []
    monkeypatch.setattr(desk, "find_names", lambda text, *given, **told: lengths.append(len(text)) or find_names(text, *given, **told))
    return lengths


def test_names_far_after_the_last_claim_are_not_looked_up(asked: list[int]) -> None:
    plain = "The road runs along the water.\n" * 40_000
    page, claims = claims_of("{claim|It is safe}, {source|Reuters} reported.\n" + plain + "Reuters reported.")
    laid = desk.lay_out(page, claims, registry())
    assert [mention.outlet.slug for mention in laid.mentions if mention.outlet] == ["reuters.com"]
    assert asked == [pytest.approx(100_000, abs=200)]


def test_names_after_the_last_claim_are_looked_up_in_an_article(asked: list[int]) -> None:
    page, claims = claims_of("{claim|It is safe}, {source|Reuters} reported.\nReuters reported.")
    assert len(desk.lay_out(page, claims, registry()).mentions) == 2
    assert asked == [len(page.text)]


def test_claims_and_excerpts_share_one_search(asked: list[int]) -> None:
    marked = "{excerpt=Newsweek|From a piece originally published in Newsweek}\n{claim|It is safe}, {source|Reuters} reported."
    page, claims = claims_of(marked)
    resolved = resolve_outlets(Found(page, claims), registry())
    assert resolved.excerpts[0].outlet is not None and resolved.excerpts[0].outlet.slug == "newsweek.com"
    assert len(asked) == 1
