"""Scores to begin with for the labels of an unknown list: by the words of known raters, else the middle of the tier the words mean."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from re import Pattern

from credibility.outlets.lists.reading import Row
from credibility.outlets.lists.words import heading
from credibility.outlets.lists.words import label as plain_label
from credibility.outlets.vocabulary import any_word, list_columns, list_labels

LABELS_SHOWN = 60
_VOCABULARIES = ("factual", "credibility", "perennial", "newsguard", "adfontes", "opensources", "letters", "lights")
_SATIRE = frozenset({"satire", "satirical", "satira", "parody", "humor", "humour"})
_OF_RISK = {10.0: 92.0, 30.0: 85.0, 50.0: 50.0, 70.0: 25.0, 90.0: 10.0}
"""What "low", "medium" and "high" are worth when they tell of a risk."""
_LEAST_POLITICAL = 0.6  # share of a column's labels


def labels_in(rows: Iterable[Row], column: str) -> tuple[str, ...]:
    """The values of a column, most frequent first; at most 60, because a column of more does not hold labels."""
    counts = Counter(text for row in rows if (text := row.text(column)))
    return tuple(label for label, _ in counts.most_common(LABELS_SHOWN))


def guess_labels(labels: Sequence[str], column: str = "") -> tuple[tuple[str, float], ...]:
    """Labels with the score their words suggest; those that suggest none are left out. In a column of risks, "low" is good."""
    inverted = any(list_columns()[family].search(heading(column)) for family in ("risk", "adverse"))
    vocabulary = _best_vocabulary(labels) if not inverted else {}
    found = ((label, _score(plain_label(label), vocabulary, inverted)) for label in labels)
    return tuple((label, score) for label, score in found if score is not None)


def is_satire(label: str) -> bool:
    """Whether a label says that the outlet is satire, which no score can say."""
    return plain_label(label) in _SATIRE


def are_political(labels: Sequence[str]) -> bool:
    """Whether most labels tell where an outlet stands politically."""
    known = _political()
    return bool(labels) and sum(1 for label in labels if plain_label(label) in known) >= _LEAST_POLITICAL * len(labels)


def _best_vocabulary(labels: Sequence[str]) -> Mapping[str, float]:
    """The known rater's words that most of the labels are, if half of them are; single labels of several words are known from any."""
    tables = [_folded(name) for name in _VOCABULARIES]
    known = [sum(1 for label in labels if plain_label(label) in table) for table in tables]
    best = tables[known.index(max(known))] if 2 * max(known) >= len(labels) else {}
    return {word: score for table in reversed(tables) for word, score in table.items() if word.count(" ") > 1} | dict(best)


def _score(label: str, vocabulary: Mapping[str, float], inverted: bool) -> float | None:
    if label in vocabulary:
        return float(vocabulary[label])
    score = next((score for score, words in _patterns() if words.search(label)), None)
    is_risk = inverted or bool(list_columns()["risk"].search(label))
    return _OF_RISK.get(score) if is_risk and score is not None else score


@cache
def _folded(vocabulary: str) -> Mapping[str, float]:
    return {plain_label(label): float(score) for label, score in list_labels()[vocabulary].items()}


@cache
def _patterns() -> tuple[tuple[float, Pattern[str]], ...]:
    return tuple((float(row["score"]), any_word(row["any"])) for row in list_labels()["words"])


@lru_cache(maxsize=1)
def _political() -> frozenset[str]:
    return frozenset(map(plain_label, list_labels()["political"]["labels"]))
