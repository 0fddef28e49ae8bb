"""Scores to begin with for the labels of an unknown list: the middle of the tier that the word speaks of."""

from collections import Counter
from collections.abc import Iterable, Sequence

from credibility.outlets.lists.reading import Row

# The first word of a row that is in the label decides, so "very low" stands before "low" and "unreliable" before "reliable".
_WORDS = (
    (10.0, ("very low", "fake", "conspiracy", "hoax", "deprecated", "blacklist", "never", "pants on fire")),
    (90.0, ("very high", "excellent", "highest")),
    (30.0, ("unreliable", "low", "poor", "questionable", "bad", "not reliable", "weak")),
    (50.0, ("mixed", "medium", "moderate", "partly", "fair", "no consensus", "some", "average")),
    (75.0, ("mostly", "generally reliable", "good")),
    (90.0, ("high", "reliable", "trusted", "credible")),
)
LABELS_SHOWN = 60


def labels_in(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    """The values of a column, most frequent first; at most 60, for a column of more is no column of labels."""
    counts = Counter(text for row in rows if (text := row.text(column)))
    return tuple(label for label, _ in counts.most_common(LABELS_SHOWN))


def guess_labels(labels: Sequence[str]) -> tuple[tuple[str, float], ...]:
    """Labels with the score their words suggest; those that suggest none are left out."""
    found = ((label, _score(label.casefold())) for label in labels)
    return tuple((label, score) for label, score in found if score is not None)


def _score(label: str) -> float | None:
    return next((score for score, words in _WORDS if any(word in label for word in words)), None)
