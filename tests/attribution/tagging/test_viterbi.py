"""The best path is the best of all paths that obey the rule."""

from itertools import pairwise, product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from credibility.attribution.tagging.labels import LABELS
from credibility.attribution.tagging.viterbi import best_path


def obeys(path: list[int]) -> bool:
    names = ["O", *(LABELS[label] for label in path)]
    return all(after[0] != "I" or before[1:] == after[1:] for before, after in pairwise(names))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.lists(st.integers(-9, 0), min_size=5, max_size=5), min_size=1, max_size=4))
def test_no_legal_path_scores_higher(rows: list[list[int]]) -> None:
    scores = np.full((len(rows), len(LABELS)), -99.0, dtype=np.float32)
    scores[:, :5] = rows
    path = best_path(scores)
    assert obeys(path)

    def total(candidate: tuple[int, ...]) -> float:
        return float(sum(scores[row][label] for row, label in enumerate(candidate)))

    best = max(total(c) for c in product(range(5), repeat=len(rows)) if obeys(list(c)))
    assert total(tuple(path)) == best


def test_no_words_have_no_labels() -> None:
    assert best_path(np.empty((0, len(LABELS)), dtype=np.float32)) == []


def test_a_middle_without_a_beginning_is_mended() -> None:
    scores = np.full((2, len(LABELS)), -5.0, dtype=np.float32)
    scores[0, LABELS.index("O")] = 0.0
    scores[1, LABELS.index("IQ")] = 0.0
    scores[1, LABELS.index("BQ")] = -1.0
    assert [LABELS[label] for label in best_path(scores)] == ["O", "BQ"]
