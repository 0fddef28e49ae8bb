"""The best label sequence under the rule that an I- follows its own B- or I-."""

import numpy as np
from numpy.typing import NDArray

from credibility.attribution.tagging.labels import LABELS

_FORBIDDEN = -1e4


def _transitions() -> NDArray[np.float32]:
    table = np.zeros((len(LABELS), len(LABELS)), dtype=np.float32)
    for after, name in enumerate(LABELS):
        if name[0] == "I":
            for before, other in enumerate(LABELS):
                if other[1:] != name[1:]:
                    table[before, after] = _FORBIDDEN
    return table


TRANSITIONS = _transitions()
START = TRANSITIONS[0]
"""A paragraph starts as if after O."""


def best_path(scores: NDArray[np.float32]) -> list[int]:
    """The labels of `scores` (words × labels, log-probabilities) that together score highest; [] for no words."""
    if not len(scores):
        return []
    # Where the labels that score best one by one already obey the rule, they are the best path.
    greedy = scores.argmax(axis=1)
    if START[greedy[0]] == 0 and not TRANSITIONS[greedy[:-1], greedy[1:]].any():
        return [int(label) for label in greedy]
    total = scores[0] + START
    back = np.empty((len(scores), scores.shape[1]), dtype=np.int64)
    for row in range(1, len(scores)):
        reached = total[:, None] + TRANSITIONS
        back[row] = reached.argmax(axis=0)
        total = reached.max(axis=0) + scores[row]
    path = [int(total.argmax())]
    for row in range(len(scores) - 1, 0, -1):
        path.append(int(back[row, path[-1]]))
    return path[::-1]
