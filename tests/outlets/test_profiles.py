"""Another order of raters is another look at the same table."""

from credibility.model import Profile
from credibility.outlets.rating.profiles import with_profile
from tests.outlets.tables import FIRST, MINE, SECOND, rating, registry

TABLE = registry(
    [rating("newsweek.com", FIRST, 85), rating("newsweek.com", SECOND, 45), rating("reuters.com", FIRST, 85), rating("cnn.com", MINE, 20)]
)


def in_force(profile: Profile, slug: str) -> float | None:
    """The score that decides for an outlet under a profile."""
    first = next(iter(with_profile(TABLE, profile).ratings_of(slug)), None)
    return first.score if first else None


def test_the_first_rater_of_the_profile_decides() -> None:
    profile = Profile("second", (("second", True), ("mine", True)))
    assert in_force(profile, "newsweek.com") == 45
    assert in_force(profile, "reuters.com") is None, "its only rater is switched off"


def test_the_users_rating_comes_first_unless_it_is_switched_off() -> None:
    assert in_force(Profile("none", (("first", True),)), "cnn.com") is None
    assert in_force(Profile("last", (("first", True), ("mine", True))), "cnn.com") == 20


def test_only_the_outlets_asked_for_are_ordered_anew() -> None:
    after = with_profile(TABLE, Profile("second", (("second", True),)), ["newsweek.com"])
    assert after.ratings_of("newsweek.com")[0].rater.slug == "second"
    assert after.ratings["reuters.com"] is TABLE.ratings["reuters.com"]
