"""What the history says of each kind of change."""

import pytest

from credibility.model import Change
from ui.outlets.change_words import change_words

MINE = {"rater": "mine", "score": "22.0", "scope": "", "reason": "made up a quote", "mapping": None}


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change("rating", "x", None, MINE), "You rated it 22 (Low): made up a quote"),
        (Change("rating", "x", {**MINE, "score": "48"}, MINE), "You rated it 22 (Low) instead of 48 (Mixed)"),
        (
            Change("rating", "x", MINE, {**MINE, "score": "5", "reason": "did it again"}),
            "You rated it 5 (Very low) instead of 22 (Low); reason: made up a quote → did it again",
        ),
        (Change("rating", "x", MINE, None), "You no longer rate it; before: 22 (Low)"),
        (Change("rating", "x", None, {**MINE, "rater": "rsp", "score": "85", "scope": "topic:politics", "reason": ""}),
         "rsp rated it 85 (High) for topic:politics"),
        (Change("rating", "x", MINE, {**MINE, "mapping": "0–100"}), ""),
        (Change("rating", "x", MINE, {**MINE, "score": None}), "You rated it unrated instead of 22 (Low)"),
        (Change("outlet", "x", None, {"slug": "x", "name": "X"}), "Added to the table"),
        (Change("outlet", "x", {"country": None, "inherits": "0"}, {"country": "GB", "inherits": "1"}),
         "country: none → GB, takes over its parent's rating"),
        (Change("outlet", "x", {"slug": "x"}, None), "Removed from the table"),
        (Change("name", "x", None, {"text": "The X", "rules": "needs_the"}), "Is called “The X” (needs the)"),
        (Change("name", "x", {"text": "The X"}, None), "Is no longer called “The X”"),
        (Change("locator", "x", None, {"key": "x.example"}), "x.example leads to it"),
        (Change("rater", "x", {"title": "R", "enabled": "1"}, {"title": "R", "enabled": "0"}), "R: switched off"),
    ],
)  # fmt: skip
def test_a_change_in_words(change: Change, words: str) -> None:
    assert change_words(change) == words
