"""Which rating is in force, what else is shown beside it, and why."""

from datetime import date

import pytest

from credibility.model import Rater, Rating, Role, Scope, WhyStep
from credibility.outlets.rating.rate import rate, rate_excerpts, rate_publisher
from credibility.outlets.resolving.resolve import resolve, resolve_excerpts
from tests.outlets.tables import FIRST, MINE, SECOND, article, claims_of, rating, registry

TOLD = "{claim=anonymous-official|It is safe}, an official told {addressee|Newsweek}."


def rated(marked: str, *ratings: Rating, url: str | None = None, **about: str):  # type: ignore[no-untyped-def]
    page, claims = claims_of(marked, url, **about)
    table = registry(ratings)
    excerpts = resolve_excerpts(page, claims, table)
    return rate(page, resolve(page, claims, table), excerpts, table)[0]


def test_the_users_own_rating_decides_then_the_raters_in_order() -> None:
    first, second, mine = rating("newsweek.com", FIRST, 70), rating("newsweek.com", SECOND, 50), rating("newsweek.com", MINE, 10)
    assert rated(TOLD, second, first).rating == first
    one = rated(TOLD, second, first, mine)
    assert (one.rating, one.others, one.role) == (mine, (first, second), Role.VERY_LOW)


def test_a_rater_that_is_switched_off_has_no_say() -> None:
    off = Rater("off", "Off", 1, enabled=False)
    assert rated(TOLD, rating("newsweek.com", off, 90)).role is Role.UNRATED


def test_a_rater_without_a_score_leaves_the_word_to_the_next() -> None:
    assert rated(TOLD, rating("newsweek.com", FIRST, None), rating("newsweek.com", SECOND, 50)).role is Role.MIXED
    assert rated(TOLD, rating("newsweek.com", MINE, None), rating("newsweek.com", SECOND, 50)).role is Role.UNRATED


def test_two_tiers_apart_is_a_disagreement_and_never_an_average() -> None:
    apart = rated(TOLD, rating("newsweek.com", FIRST, 85), rating("newsweek.com", SECOND, 45))
    assert apart.disagreement and apart.rating is not None and apart.rating.score == 85
    assert not rated(TOLD, rating("newsweek.com", FIRST, 85), rating("newsweek.com", SECOND, 65)).disagreement


@pytest.mark.parametrize(("published", "score"), [("2011-05-01", 90), ("2012-12-31", 90), ("2013-01-01", 30), (None, 30)])
def test_the_rating_valid_on_the_articles_date(published: str | None, score: int) -> None:
    before = rating("newsweek.com", FIRST, 90, Scope(until=date(2012, 12, 31)))
    since = rating("newsweek.com", FIRST, 30, Scope(since=date(2013, 1, 1)))
    one = rated(TOLD, before, since, **({"published": published} if published else {}))
    assert one.rating is not None and one.rating.score == score


def test_a_rating_made_after_the_article_says_so() -> None:
    late = rating("newsweek.com", FIRST, 90, rated_on=date(2020, 1, 1))
    assert rated(TOLD, late, published="2019-12-31").rated_after
    assert not rated(TOLD, late, published="2020-01-02").rated_after
    assert not rated(TOLD, late).rated_after


def test_a_scope_speaks_only_of_its_own_part() -> None:
    whole = rating("theguardian.com", FIRST, 85)
    blogs = rating("theguardian.com", FIRST, 50, Scope(path="theguardian.com/blogs"))
    politics = rating("theguardian.com", FIRST, 20, Scope(topic="politics"))
    by_ada = rating("theguardian.com", FIRST, 5, Scope(author="Ada"))
    link = "{{claim|It is safe}}, {{link={}|it says}}."

    def score(url: str) -> float | None:
        one = rated(link.format(url), whole, blogs, politics, by_ada)
        return one.rating.score if one.rating else None

    assert score("https://theguardian.com/world/a") == 85
    assert score("https://theguardian.com/blogs/a") == 50
    assert score("https://theguardian.com/blogsphere/a") == 85
    assert score("https://theguardian.com/politics/a") == 20
    assert rated("{claim|It is safe}, {source|the Guardian} said.", whole, blogs, politics, by_ada).rating == whole


def test_a_child_takes_over_its_parents_rating_only_where_it_may() -> None:
    observer = rated("{claim|It is safe}, {source|the Observer} reported.", rating("theguardian.com", FIRST, 85))
    assert observer.role is Role.HIGH
    assert "takes over the rating of The Guardian" in {step.step: step.text for step in observer.why}[WhyStep.RATING]
    author = rated("{claim|It is safe}, {link=https://medium.com/@ada/a|it says}.", rating("medium.com", FIRST, 25))
    assert author.resolution.outlet is not None and author.resolution.outlet.slug == "medium.com/@ada"
    assert author.role is Role.UNRATED


def test_satire_and_platforms_stand_beside_the_scale() -> None:
    assert rated("{claim|It is safe}, {source|the Daily Onion} reported.", rating("theonion.example", FIRST, 90)).role is Role.SATIRE
    assert rated("{claim|It is safe}, {link=https://x.com/ada/status/1|it says}.").role is Role.PLATFORM


@pytest.mark.parametrize(
    ("claim", "role"),
    [
        ("{claim=person|It is safe}, he said.", Role.PERSON),
        ("{claim=hearsay|It is safe}, rumour has it.", Role.ANONYMOUS),
        ("{claim=poll|It is safe}, a poll says.", Role.POLL),
        ("{claim=none|It is safe}.", Role.NO_SOURCE),
        ("{claim=outlet|It is safe}, {source|the Springfield Gazette} said.", Role.UNKNOWN_OUTLET),
        ("{claim=outlet|It is safe}, {source|the Daily Star} said.", Role.UNKNOWN_OUTLET),
        ("{claim|It is safe}, {link=https://springfield.example/a|it says}.", Role.UNKNOWN_OUTLET),
        ("{claim=outlet|It is safe}, {source|Reuters} said.", Role.UNRATED),
    ],
)
def test_a_claim_without_a_rated_outlet_is_drawn_by_its_source(claim: str, role: Role) -> None:
    assert rated(claim).role is role


def test_the_chain_runs_from_the_publisher_to_the_innermost_source() -> None:
    one = rated(
        "{excerpt=Newsweek|From a piece originally published in Newsweek}\n"
        "{claim=anonymous-official|It is safe}, he told {addressee|the Guardian}.",
        url="https://www.polygraph.info/a",
    )
    assert [link.name for link in one.chain] == ["Polygraph.info", "Newsweek", "the Guardian", "anonymous official"]
    own = rated("{claim=outlet:Reuters|It is safe}, {source|Reuters} said.", publisher="The Springfield Gazette")
    assert [link.name for link in own.chain] == ["The Springfield Gazette", "Reuters"]


def test_the_explanation_has_its_steps_in_order() -> None:
    steps = [step.step for step in rated(TOLD, rating("newsweek.com", FIRST, 70)).why]
    assert steps == [WhyStep.WORDS, WhyStep.NAME, WhyStep.OUTLET, WhyStep.RATING, WhyStep.RULE]
    texts = " ".join(step.text for step in rated(TOLD, rating("newsweek.com", FIRST, 70, reason="read")).why)
    assert "First Rater rates Newsweek Generally reliable, 70 of 100" in texts
    assert "not the truth of this claim" in texts


def test_host_and_excerpts_are_rated_too() -> None:
    table = registry([rating("newsweek.com", FIRST, 70), rating("medium.com", FIRST, 25, Scope(author="Ada Lee"))])
    host, in_force = rate_publisher(article("Text.", "https://www.newsweek.com/a"), table)
    assert host is not None and in_force is not None and in_force.score == 70
    page, claims = claims_of("{excerpt=Newsweek|Newsweek reported:}\n{claim|It is safe}.")
    (excerpt,) = rate_excerpts(page, resolve_excerpts(page, claims, table), table)
    assert excerpt.rating is not None and excerpt.rating.score == 70


def test_an_edited_outlet_shows_as_it_is_now() -> None:
    page, claims = claims_of(TOLD)
    resolved = resolve(page, claims, registry())
    (before,) = rate(page, resolved, (), registry())
    (after,) = rate(page, resolved, (), registry([rating("newsweek.com", MINE, 95)]))
    assert (before.role, after.role) == (Role.UNRATED, Role.HIGH)


def test_a_platform_as_source_is_drawn_as_one_and_the_steps_say_why() -> None:
    one = rated("{claim=person|It was never taken back}, according to {is|Twitter}.")
    assert one.role is Role.PLATFORM
    assert [step.step for step in one.why] == [WhyStep.WORDS, WhyStep.NAME, WhyStep.OUTLET, WhyStep.RULE]
    assert "Twitter (twitter.com) is itself the source" in one.why[2].text


def test_the_chain_names_the_publisher_of_an_excerpt_as_the_article_writes_it() -> None:
    line = "{excerpt=the Oster Gazette|From a piece first published in the Oster Gazette}"
    one = rated(f"{line}\n{{claim=person:Ann Lee|“It is safe,”}} she said.")
    assert [link.name for link in one.chain] == ["Oster Gazette", "Ann Lee"]


POLITICS = Scope(topic="politics and science")


@pytest.mark.parametrize(
    ("marked", "score"),
    [
        ("{claim=outlet|It is safe}, {is|Newsweek} {cue-link=https://www.newsweek.com/politics/bridge|said}.", 20),
        ("{claim=outlet|It is safe}, {is|Newsweek} {cue-link=https://www.newsweek.com/sports/bridge|said}.", 80),
        ("{claim=outlet|It is safe}, {is|Newsweek} {cue-link=https://elsewhere.example/politics/bridge|said}.", 80),
        ("{claim=outlet|It is safe}, {is|Newsweek} said.", 80),
    ],
)
def test_a_link_beside_a_named_outlet_decides_the_scope(marked: str, score: float) -> None:
    whole, politics = rating("newsweek.com", FIRST, 80), rating("newsweek.com", FIRST, 20, POLITICS)
    one = rated(marked, whole, politics)
    assert one.rating is not None and one.rating.score == score


def test_what_is_said_to_the_host_itself_comes_from_its_own_section() -> None:
    whole, politics = rating("newsweek.com", FIRST, 80), rating("newsweek.com", FIRST, 20, POLITICS)
    for section, score in (("politics", 20), ("sports", 80)):
        one = rated(TOLD, whole, politics, url=f"https://www.newsweek.com/{section}/bridge", publisher="Newsweek")
        assert one.rating is not None and one.rating.score == score


def test_an_author_is_known_by_the_address_too() -> None:
    whole, hers = rating("newsweek.com", FIRST, 80), rating("newsweek.com", FIRST, 20, Scope(author="Ida Falk"))
    one = rated("{claim=outlet|It is safe}, {is|Newsweek} {cue-link=https://www.newsweek.com/authors/ida-falk|said}.", whole, hers)
    assert one.rating is not None and one.rating.score == 20


def test_a_dated_rating_says_of_which_day_it_is() -> None:
    since = rating("newsweek.com", FIRST, 30, Scope(since=date(2013, 1, 1)))
    told = next(why.text for why in rated(TOLD, since, published="2025-06-03").why if why.step is WhyStep.RATING)
    assert "That is its rating on 3 June 2025." in told
    assert "That is its rating now." in next(why.text for why in rated(TOLD, since).why if why.step is WhyStep.RATING)
