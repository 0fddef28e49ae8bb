"""The user's table: what it stores, and how it is edited, undone and restored. Every edit is one recorded step."""

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest

from credibility.model import (
    NameRule,
    OutletDraft,
    OutletKind,
    OutletName,
    OutletQuery,
    Profile,
    RatingDraft,
    RatingError,
    Scope,
    Tier,
)
from credibility.table.store import RatingsStore
from tests.table.starters import STARTER, content, scores


def test_a_new_table_holds_the_starter(store: RatingsStore) -> None:
    assert store.notices == ()
    assert store.queries.outlets(OutletQuery()).total == 5
    guardian = store.queries.outlet("theguardian.com")
    assert guardian.locators == ("gu.com", "theguardian.com")
    assert OutletName("the Guardian", "name", (NameRule.NEEDS_THE,)) in guardian.names
    assert scores(store, "theguardian.com") == [("first", 85.0), ("second", 60.0)]


def test_the_users_rating_comes_first_and_goes_again(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "I read it", "https://example.org/why"))
    mine = store.queries.ratings("theguardian.com")[0]
    assert (mine.rater.slug, mine.tier, mine.provenance.reason, mine.provenance.rated_on) == ("mine", Tier.MIXED, "I read it", date.today())
    store.edits.set_rating(RatingDraft("theguardian.com", 10, "I read more"))
    assert scores(store, "theguardian.com")[0] == ("mine", 10)
    store.edits.clear_rating("theguardian.com")
    assert scores(store, "theguardian.com")[0] == ("first", 85.0)


def test_a_rating_of_a_part_stands_beside_that_of_the_whole(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 30, "opinion", scope=Scope(topic="opinion")))
    store.edits.set_rating(RatingDraft("theguardian.com", 90, "news"))
    assert [rating.score for rating in store.queries.ratings("theguardian.com") if rating.rater.slug == "mine"] == [90, 30]
    row = store.queries.outlets(OutletQuery(words="guardian")).rows[0]
    assert (row.score, row.rater, row.raters) == (90, "mine", 3)


@pytest.mark.parametrize(
    "draft",
    [
        RatingDraft("theguardian.com", 101, "too high"),
        RatingDraft("theguardian.com", 50, "  "),
        RatingDraft("theguardian.com", 50, "bad link", "javascript:alert(1)"),
        RatingDraft("nowhere.example", 50, "who"),
    ],
)
def test_a_rating_that_cannot_stand_is_refused_and_nothing_changes(store: RatingsStore, draft: RatingDraft) -> None:
    before = content(store)
    with pytest.raises(RatingError):
        store.edits.set_rating(draft)
    assert content(store) == before
    assert store.steps.history() == ()


def test_adding_and_changing_an_outlet(store: RatingsStore) -> None:
    draft = OutletDraft(
        "https://www.Example.org/",
        "The Example",
        OutletKind.MAGAZINE,
        "gb",
        names=(OutletName("Example Weekly"),),
        locators=("example.co.uk", "https://x.com/Example"),
    )
    store.edits.save_outlet(draft)
    added = store.queries.outlet("example.org")
    assert (added.name, added.country, added.kind) == ("The Example", "GB", OutletKind.MAGAZINE)
    assert added.locators == ("example.co.uk", "example.org", "twitter.com/example")
    store.edits.save_outlet(OutletDraft("example.org", "Example", names=(OutletName("Example Daily"),)))
    changed = store.queries.outlet("example.org")
    assert ([name.text for name in changed.names], changed.locators) == (["Example Daily"], ("example.org",))
    assert [change_set.summary for change_set in store.steps.history("example.org")] == ["Change Example", "Add The Example"]


def test_an_outlet_without_ruled_names_gets_a_careful_rule(store: RatingsStore) -> None:
    store.edits.save_outlet(OutletDraft("people.example", "People"))
    assert store.queries.outlet("people.example").names == (OutletName("People", rules=(NameRule.NEEDS_CUE,)),)


@pytest.mark.parametrize(
    "draft",
    [
        OutletDraft("no domain", "X"),
        OutletDraft("example.org", "  "),
        OutletDraft("bit.ly/x", "X"),
        OutletDraft("example.org", "X", country="Britain"),
        OutletDraft("example.org", "X", locators=("theguardian.com",)),
        OutletDraft("gu.com", "X"),
    ],
)
def test_an_outlet_that_cannot_stand_is_refused(store: RatingsStore, draft: OutletDraft) -> None:
    before = content(store)
    with pytest.raises(RatingError):
        store.edits.save_outlet(draft)
    assert content(store) == before


def test_an_edit_of_an_outlet_keeps_its_parent_and_ratings(store: RatingsStore) -> None:
    store.edits.save_outlet(OutletDraft("theguardian.com/observer", "The Observer", names=(OutletName("the Observer"),)))
    assert store.queries.outlet("theguardian.com/observer").parent == "theguardian.com"
    store.edits.save_outlet(OutletDraft("theguardian.com", "Guardian", country="GB"))
    assert scores(store, "theguardian.com") == [("first", 85.0), ("second", 60.0)]


def test_every_edit_can_be_undone_and_done_again(store: RatingsStore) -> None:
    states = [content(store)]
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "I read it"))
    states.append(content(store))
    store.edits.save_outlet(OutletDraft("example.org", "The Example"))
    states.append(content(store))
    store.edits.remove_outlet("theguardian.com")
    states.append(content(store))
    assert store.steps.can_undo().summary == "Remove The Guardian"
    for state in reversed(states[:-1]):
        store.steps.undo()
        assert content(store) == state
    assert (store.steps.can_undo(), store.steps.undo()) == (None, None)
    assert store.steps.can_redo().summary == "Rate The Guardian 41 (Mixed)"
    for state in states[1:]:
        store.steps.redo()
        assert content(store) == state
    assert store.steps.redo() is None


def test_a_new_edit_ends_the_chance_to_redo(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    store.steps.undo()
    store.edits.set_rating(RatingDraft("theguardian.com", 42, "two"))
    assert store.steps.can_redo() is None
    assert [change_set.undone for change_set in store.steps.history()] == [False, True]


def test_removing_an_outlet_takes_everything_of_it_and_its_child_keeps_standing(store: RatingsStore) -> None:
    store.edits.remove_outlet("theguardian.com")
    snapshot = store.snapshot()
    assert snapshot.outlet("theguardian.com") is None and "gu.com" not in snapshot.locators
    observer = snapshot.outlet("theguardian.com/observer")
    assert observer is not None and observer.parent is None


def test_history_tells_who_when_old_and_new(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    store.edits.set_rating(RatingDraft("theguardian.com", 42, "two"))
    (newest, oldest) = store.steps.history("theguardian.com")
    assert (newest.actor, newest.summary) == ("you", "Rate The Guardian 42 (Mixed)")
    (change,) = newest.changes
    assert change.before is not None and change.after is not None
    assert (change.before["reason"], change.after["reason"], change.after["score"]) == ("one", "two", "42.0")
    assert oldest.changes[0].before is None
    assert store.steps.history("newsweek.com") == ()


def test_several_outlets_are_rated_or_removed_as_one_step(store: RatingsStore) -> None:
    before = content(store)
    store.edits.set_ratings([RatingDraft("newsweek.com", 10, "one"), RatingDraft("medium.com", 20, "two")])
    assert (store.steps.can_undo().summary, scores(store, "medium.com")) == ("Rate 2 outlets", [("mine", 20.0)])
    store.edits.remove_outlets(["newsweek.com", "medium.com"])
    assert store.steps.can_undo().summary == "Remove 2 outlets"
    store.steps.undo()
    store.steps.undo()
    assert content(store) == before
    with pytest.raises(RatingError):
        store.edits.set_ratings([RatingDraft("newsweek.com", 10, "one"), RatingDraft("medium.com", 200, "two")])
    with pytest.raises(RatingError):
        store.edits.remove_outlets(["newsweek.com", "nowhere.example"])
    assert content(store) == before


def test_an_outlet_is_given_back_as_it_was_before_a_step(store: RatingsStore) -> None:
    store.edits.set_rating(RatingDraft("newsweek.com", 10, "one"))
    before = content(store)
    store.edits.set_rating(RatingDraft("newsweek.com", 20, "two"))
    step = store.steps.history("newsweek.com")[0].id
    store.edits.set_rating(RatingDraft("medium.com", 30, "other"))
    store.edits.remove_outlet("newsweek.com")
    store.edits.restore("newsweek.com", step)
    assert scores(store, "newsweek.com")[0] == ("mine", 10.0) and scores(store, "medium.com") == [("mine", 30.0)]
    assert store.steps.can_undo().summary == "Restore newsweek.com as before “Rate Newsweek 20 (Low)”"
    for _ in range(4):
        store.steps.undo()
    assert content(store) == before
    with pytest.raises(RatingError):
        store.edits.restore("medium.com", 12345)


def test_undo_works_across_restarts(path: Path) -> None:
    first = RatingsStore.open(path, STARTER)
    before = content(first)
    first.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    first.close()
    second = RatingsStore.open(path, STARTER)
    assert second.steps.undo().summary == "Rate The Guardian 41 (Mixed)"
    assert content(second) == before
    second.close()


def test_undo_refuses_what_was_changed_by_other_means(store: RatingsStore, path: Path) -> None:
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    with sqlite3.connect(path) as other:
        other.execute("UPDATE rating SET score = 99 WHERE rater = 'mine'")
    other.close()
    with pytest.raises(RatingError, match="has since been changed elsewhere"):
        store.steps.undo()
    assert scores(store, "theguardian.com")[0] == ("mine", 99)


def test_two_windows_lose_no_edit(path: Path, store: RatingsStore) -> None:
    other = RatingsStore.open(path, STARTER)
    store.snapshot()
    other.edits.set_rating(RatingDraft("theguardian.com", 20, "other"))
    store.edits.set_rating(RatingDraft("newsweek.com", 30, "this"))
    for each in (store, other):
        assert scores(each, "theguardian.com")[0] == ("mine", 20)
        assert scores(each, "newsweek.com")[0] == ("mine", 30)
    assert other.steps.undo().summary == "Rate The Guardian 20 (Low)"
    assert scores(store, "newsweek.com")[0] == ("mine", 30)
    other.close()


def test_many_threads_take_turns(store: RatingsStore) -> None:
    def rate(number: int) -> None:
        store.edits.set_rating(RatingDraft("theguardian.com", number, f"thread {number}"))
        store.snapshot()

    threads = [threading.Thread(target=rate, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.steps.history()) == 8


def test_the_snapshot_shares_names_when_only_a_rating_changed(store: RatingsStore) -> None:
    before = store.snapshot()
    store.edits.set_rating(RatingDraft("theguardian.com", 41, "one"))
    after = store.snapshot()
    assert after.names is before.names and after.outlets is before.outlets
    assert before.ratings_of("theguardian.com")[0].rater.slug == "first"
    store.edits.save_outlet(OutletDraft("example.org", "The Example"))
    assert "example.org" in store.snapshot().outlets


def test_the_order_of_raters_is_the_users(store: RatingsStore) -> None:
    store.raters.set_order((("mine", True), ("second", True), ("first", True)))
    assert scores(store, "theguardian.com") == [("second", 60.0), ("first", 85.0)]
    assert store.queries.outlets(OutletQuery(words="guardian")).rows[0].score == 60
    store.raters.set_order((("mine", True), ("first", True)))
    assert scores(store, "theguardian.com") == [("first", 85.0)]
    store.steps.undo()
    assert scores(store, "theguardian.com") == [("second", 60.0), ("first", 85.0)]


def test_profiles_are_kept_and_used(store: RatingsStore) -> None:
    store.raters.keep(Profile("figures", (("second", True),)))
    assert store.raters.profiles() == (Profile("figures", (("second", True),)),)
    store.raters.use("figures")
    assert scores(store, "theguardian.com") == [("second", 60.0)]
    with pytest.raises(RatingError):
        store.raters.use("nobody's")
