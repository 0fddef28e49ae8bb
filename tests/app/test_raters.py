"""The order of raters, switching profiles, and what they would change in the open article."""

from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model import RatingDraft, RatingError


def order(workspace: Workspace) -> list[str]:
    return [rater.slug + ("" if rater.enabled else " off") for rater in workspace.raters.all()]


def test_the_order_decides_who_speaks_first(workspace: Workspace, article: Path) -> None:
    workspace.open_article(article)
    assert order(workspace) == ["mine", "first", "second"]
    reading = workspace.raters.reorder((("second", True), ("first", False)))
    assert order(workspace) == ["mine", "second", "first off"]
    assert reading is not None
    assert {rated.rating.rater.slug for rated in reading.claims if rated.rating} == {"second"}
    workspace.table.undo()
    assert order(workspace) == ["mine", "first", "second"]


def test_a_profile_is_an_order_with_a_name(workspace: Workspace) -> None:
    raters = workspace.raters
    raters.keep("As it came")
    assert raters.in_force() == "As it came"
    raters.reorder((("second", True), ("first", False)))
    assert raters.in_force() == ""
    raters.keep("Second alone")
    assert [profile.name for profile in raters.profiles()] == ["As it came", "Second alone"]
    raters.use("As it came")
    assert (raters.in_force(), order(workspace)) == ("As it came", ["mine", "first", "second"])
    raters.forget("As it came")
    assert (raters.in_force(), [profile.name for profile in raters.profiles()]) == ("", ["Second alone"])


def test_a_rater_that_comes_later_is_off_in_older_profiles(workspace: Workspace, pc1: Path) -> None:
    workspace.raters.keep("Before")
    workspace.lists.import_list(workspace.lists.read(workspace.lists.open(pc1)))
    assert workspace.raters.in_force() == ""
    workspace.raters.use("Before")
    assert (workspace.raters.in_force(), order(workspace)) == ("Before", ["mine", "first", "second", "pc1 off"])


def test_only_what_changes_in_the_open_article(workspace: Workspace, article: Path) -> None:
    workspace.raters.keep("First")
    workspace.raters.reorder((("second", True), ("first", False)))
    workspace.raters.keep("Second")
    assert workspace.raters.changes("First") == (), "no article is open"
    workspace.open_article(article)
    found = {each.outlet.slug: each for each in workspace.raters.changes("First")}
    assert found["newsweek.com"].before is None
    assert found["newsweek.com"].after.score == 55
    assert (found["theguardian.com"].before.score, found["theguardian.com"].after.score) == (60, 85)
    assert workspace.raters.changes("Second") == ()
    assert {each.outlet.slug for each in workspace.raters.changes("Second", "First")} == {"newsweek.com", "theguardian.com"}


def test_ones_own_rating_hides_what_raters_would_change(workspace: Workspace, article: Path) -> None:
    workspace.raters.keep("First")
    workspace.raters.reorder((("second", True), ("first", False)))
    workspace.table.set_rating(RatingDraft("newsweek.com", 20, "mine decides"))
    workspace.open_article(article)
    assert [each.outlet.slug for each in workspace.raters.changes("First")] == ["theguardian.com"]


def test_names_that_are_none(workspace: Workspace) -> None:
    with pytest.raises(RatingError, match="needs a name"):
        workspace.raters.keep("  ")
    for act in (workspace.raters.use, workspace.raters.changes):
        with pytest.raises(RatingError, match="no profile “Nobody”"):
            act("Nobody")
