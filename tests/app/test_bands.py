"""What a rater's words are worth: shown, changed for all its ratings, kept for the next edition, in history and undo."""

from collections.abc import Callable
from pathlib import Path

import pytest

from app.workspace import Workspace
from credibility.model.edited import Band
from credibility.outlets.lists.bands import bands_in, score_of
from tests.conftest import Run
from tests.table.starters import content

Write = Callable[[str, str | bytes], Path]
NEWSGUARD = (
    "UUID,Domain,Parent Domain,Country,Language,Rating,Score,Last Updated\n"
    + "".join(f"u{points},site{points}.example,,US,en,T,{points},2025-01-31\n" for points in (0, 12, 39, 40, 45, 50, 59, 60, 70, 74.5, 75))
    + "".join(f"v{points},site{points}.example,,US,en,T,{points},2025-01-31\n" for points in (80, 90, 99, 100))
)
OPENSOURCES = ",type,2nd type,3rd type,Source Notes\nfake.example,fake,,,\ndoubt.example,unreliable,,,\nmore.example,unreliable,,,\n"


@pytest.mark.parametrize(
    ("original", "score"),
    [("mixed", 30), ("44.5", 25), ("40", 25), ("59", 25), ("59.5", None), ("50", 60), ("", None), ("mixed ", None), ("-0.5", 10)],
)
def test_words_come_before_figures_and_the_narrowest_range_decides(original: str, score: float | None) -> None:
    assert score_of(original, {"mixed": 30, "40–59": 25, "49–51": 60, "-1–-0.2": 10}) == score


def test_figures_are_shown_by_tier_and_words_by_themselves() -> None:
    figures = [(f"{points}", float(points)) for points in range(0, 100, 5)]
    assert bands_in(figures, {"40–50": 30.0}) == (
        Band("80–95", None, 4),
        Band("60–75", None, 4),
        Band("55", 55.0, 1),
        Band("40–50", 30.0, 3, chosen=True),
        Band("20–35", None, 4),
        Band("0–15", None, 4),
    )
    assert bands_in([("B", 70.0), ("A", 92.0), ("B", 70.0)], {}) == (Band("A", 92.0, 1), Band("B", 70.0, 2))


def test_newsguards_levels_are_tiers_by_their_own_words(run: Run, write: Write) -> None:
    """40–59 is "proceed with caution", which is low, and below 40 is very low: not "mixed"."""
    run("ratings", "import", write("newsguard.csv", NEWSGUARD), "--yes")
    tiers = {points: run("ratings", "show", f"site{points}.example")[1].split("\n")[1].split(" ")[2] for points in (39, 40, 59, 60)}
    assert tiers == {39: "Very", 40: "Low", 59: "Low", 60: "Mixed"}
    shown = run("ratings", "scale", "newsguard")[1]
    assert [line.split(" ")[0] for line in shown.splitlines()] == ["100", "75–99", "60–74.5", "40–59", "0–39"]


def test_a_mapping_is_changed_kept_for_the_next_edition_and_undone(run: Run, write: Write, workspace: Workspace) -> None:
    run("ratings", "import", write("sources.csv", OPENSOURCES), "--yes")
    before = content(workspace.table.store)
    told = run("ratings", "scale", "opensources", "unreliable", "mixed")[1]
    assert "unreliable                               50 (Mixed), 2 ratings, as you chose" in told
    assert "Mixed 50 of 100" in run("ratings", "show", "doubt.example")[1]
    history = run("ratings", "history", "doubt.example")[1]
    assert "opensources rated it 50 (Mixed) instead of 30 (Low)" in history
    assert "You mapped “unreliable” to 50 (Mixed)" in run("ratings", "history")[1]
    later = OPENSOURCES + "new.example,unreliable,,,\n"
    told = run("ratings", "diff", write("later.csv", later))[1]
    assert "new.example" in told
    assert "doubt.example" not in told, "the mapped rating is the same rating"
    run("ratings", "import", write("later.csv", later), "--yes")
    assert "Mixed 50 of 100" in run("ratings", "show", "new.example")[1]
    run("ratings", "undo")
    run("ratings", "undo")
    assert content(workspace.table.store) == before


def test_figures_are_mapped_from_one_to_another(run: Run, write: Write) -> None:
    run("ratings", "import", write("newsguard.csv", NEWSGUARD), "--yes")
    run("ratings", "scale", "newsguard", "40-59", "45")
    assert [run("ratings", "show", f"site{points}.example")[1].split("\n")[1].split(" ")[2] for points in (39, 40, 59, 60)] == [
        "Very", "Mixed", "Mixed", "Mixed",
    ]  # fmt: skip
    assert "40–59" in run("ratings", "scale", "newsguard")[1]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["nobody"], "There is no rater “nobody”"),
        (["first", "Mixed"], "needs a score"),
        (["first", "Mixed", "101"], "number from 0 to 100"),
        (["first", "Mixed", "good"], "not a valid score"),
        (["mine", "50", "20"], "no words of its own"),
    ],
)
def test_what_cannot_be_is_refused(words: list[str], said: str, run: Run) -> None:
    code, _, error = run("ratings", "scale", *words)
    assert code != 0
    assert said in error


def test_a_known_lists_words_are_shown_and_changed_as_it_is_imported(run: Run, write: Write, workspace: Workspace) -> None:
    before = content(workspace.table.store)
    path = write("sources.csv", OPENSOURCES)
    told = run("ratings", "import", path, "--preview")[1]
    assert "unreliable                               30 (Low), 2 ratings" in told
    told = run("ratings", "import", path, "--labels", "unreliable=62", "--preview")[1]
    assert "unreliable                               62 (Generally reliable), 2 ratings, as you chose" in told
    assert content(workspace.table.store) == before
    run("ratings", "import", path, "--labels", "unreliable=62", "--yes")
    assert "Generally reliable 62 of 100" in run("ratings", "show", "doubt.example")[1]
    assert "Very low 10 of 100" in run("ratings", "show", "fake.example")[1]
    assert "0 added" in run("ratings", "import", path, "--yes")[1] or "nothing new" in run("ratings", "imports")[1]
    run("ratings", "undo")
    assert content(workspace.table.store)["rating"] == before["rating"]


@pytest.mark.parametrize(
    ("labels", "complaint"),
    [("sound=62", "has no word “sound”"), ("unreliable=162", "cannot be 162"), ("unreliable=high", "is not a number")],
)
def test_words_and_scores_that_cannot_be_are_refused(run: Run, write: Write, labels: str, complaint: str) -> None:
    code, _, told = run("ratings", "import", write("sources.csv", OPENSOURCES), "--labels", labels, "--yes")
    assert code and complaint in told
