"""Another order of raters is another look at the same table."""

from credibility.model import Profile
from credibility.outlets.rating.profiles import differences, with_profile
from tests.outlets.tables import FIRST, MINE, SECOND, rating, registry

TABLE = registry(
    [rating("newsweek.com", FIRST, 85), rating("newsweek.com", SECOND, 45), rating("reuters.com", FIRST, 85), rating("cnn.com", MINE, 20)]
)


def test_only_what_changes_is_told() -> None:
    after = with_profile(TABLE, Profile("second", (("second", True), ("mine", True))))
    told = differences(TABLE, after, ["newsweek.com", "reuters.com", "cnn.com", "taraf.com.tr"])
    assert [(each.outlet.slug, each.before and each.before.score, each.after and each.after.score) for each in told] == [
        ("newsweek.com", 85, 45),
        ("reuters.com", 85, None),
    ]


def test_the_users_rating_comes_first_unless_it_is_switched_off() -> None:
    assert differences(TABLE, with_profile(TABLE, Profile("none", (("first", True),))), ["cnn.com"])[0].after is None
    assert differences(TABLE, with_profile(TABLE, Profile("last", (("first", True), ("mine", True)))), ["cnn.com"]) == ()


def test_only_the_outlets_asked_for_are_ordered_anew() -> None:
    after = with_profile(TABLE, Profile("second", (("second", True),)), ["newsweek.com"])
    assert after.ratings_of("newsweek.com")[0].rater.slug == "second"
    assert after.ratings["reuters.com"] is TABLE.ratings["reuters.com"]
