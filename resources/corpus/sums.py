"""Keeps the 8-bit products of the tagger the same on every processor."""

import numpy as np
from numpy.typing import NDArray

LARGEST_PAIR = 128  # 255 × 128 = 32,640 is the last multiple of an activation that 16 signed bits hold


def bounded(weight: NDArray[np.int8], scale: NDArray[np.float32]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """Weights (rows × columns) and the scales of their columns, so that no two neighbours of a column add up to over 128.

    Processors with AVX2 or AVX-512 but without VNNI add two products of an activation (0 to 255) and a weight in 16 signed bits, and cut
    what is larger: beliefs then differ by up to 0.4 from those of other processors. A column where that can happen is made
    coarser, by a half at most. (onnxruntime's page on quantisation: "U8S8 … saturation issue".)
    """
    sums = np.abs(weight[:-1].astype(int) + weight[1:].astype(int)).max(axis=0)
    ratio = np.minimum(1.0, (LARGEST_PAIR - 0.6) / np.maximum(sums, 1))  # rounding may add a half to each of the two
    return np.rint(weight * ratio).astype(np.int8), (scale / ratio).astype(np.float32)
