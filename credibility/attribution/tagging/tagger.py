"""The encoder at run time: onnxruntime over 8-bit weights, no torch. One call labels a whole text."""

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from credibility.attribution.tagging.labels import LABELS, decode
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.tokens import Word, paragraphs, words_of
from credibility.attribution.tagging.viterbi import best_path
from credibility.model import Span

LENGTH = 254
"""Word pieces in a window, less the two that frame it; the encoder was trained on windows of this length."""

PACKED = 224
"""Word pieces up to which paragraphs are packed into one window; the cost of a piece grows with its window (126 µs at 224, 130 at 254)."""

OVERLAP = 64
"""Word pieces that two windows of one long paragraph share, so that no word is read without its surroundings."""


UNSEEN = 0.0
"""Log-probability of O for a word that no window has shown; the network itself is never that sure."""


class ModelError(ValueError):
    """The model or its tokenizer cannot be used: missing, damaged, or of another make."""


@dataclass(frozen=True, slots=True)
class _Window:
    """Word pieces for one run: vocabulary ids, looks, and the row of the score table for each word's first piece (-1 for all others)."""

    ids: NDArray[np.int64]
    looks: NDArray[np.int64]
    rows: NDArray[np.int64]

    def part(self, start: int, end: int) -> "_Window":
        """A stretch of the window."""
        return _Window(self.ids[start:end], self.looks[start:end], self.rows[start:end])


class Tagger:
    """A loaded model. Calls are pure and may come from any thread. Raises ModelError when built from damaged files.

    `model` is the path of the network's file: onnxruntime reads it itself, since handing it the bytes would hold them twice (23 MB).
    """

    def __init__(self, model: Path, tokenizer: str, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        # The file's operators are fused already, and in a way that measured better than the runtime's own choice.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        # One thread inside a run, several runs side by side: two windows at once take half the time, two threads in one window two thirds.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(str(model), options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_str(tokenizer)
        except Exception as error:  # both libraries raise bare exceptions of their own making
            raise ModelError(f"the tagger cannot be loaded: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._threads = threads
        self._cls, self._sep = (self._id(token) for token in ("[CLS]", "[SEP]"))

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ModelError(f"the tokenizer knows no {token}")
        return int(found)

    def __call__(self, text: str) -> list[TaggedParagraph]:
        """Label every paragraph (line) of a text; time grows linearly with its length."""
        spans = list(paragraphs(text))
        lines = [words_of(text, span) for span in spans]
        starts = np.cumsum([0, *map(len, lines)])
        scores = np.full((int(starts[-1]), len(LABELS)), -20.0, dtype=np.float32)
        scores[:, 0] = UNSEEN
        windows = list(self._windows(lines, starts))
        with ThreadPoolExecutor(self._threads) as threads:
            for window, beliefs in zip(windows, threads.map(self._beliefs, windows), strict=True):
                _place(window, beliefs, scores)
        return [_paragraph(span, line, scores[at : at + len(line)]) for span, line, at in zip(spans, lines, starts, strict=False)]

    def _windows(self, lines: Sequence[Sequence[Word]], starts: NDArray[np.int64]) -> Iterator[_Window]:
        """Whole paragraphs packed together, a separator behind each; one longer than a window is cut into overlapping ones."""
        texts = [[word.text for word in line] for line in lines]
        packed: list[_Window] = []
        room = PACKED
        for line, start, encoding in zip(
            lines, starts, self._tokenizer.encode_batch(texts, is_pretokenized=True, add_special_tokens=False), strict=False
        ):
            pieces = self._pieces(line, int(start), encoding.ids, encoding.word_ids)
            size = len(pieces.ids)
            if packed and size > room:
                yield _joined(packed)
                packed, room = [], PACKED
            if size > LENGTH:
                for at in range(0, size - OVERLAP, LENGTH - OVERLAP):
                    yield pieces.part(at, at + LENGTH)
            else:
                packed.append(pieces)
                room -= size
        if packed:
            yield _joined(packed)

    def _pieces(self, line: Sequence[Word], start: int, ids: Sequence[int], word_ids: Sequence[int | None]) -> _Window:
        """The pieces of one paragraph and a separator; `start` is its first word's row."""
        words = np.array([*(-1 if word is None else word for word in word_ids), -1], dtype=np.int64)
        looks = np.array([*(word.look for word in line), 0], dtype=np.int64)[words]
        first = np.diff(words, prepend=-1) != 0
        first[-1] = False
        return _Window(np.array([*ids, self._sep], dtype=np.int64), looks, np.where(first, words + start, -1))

    def _beliefs(self, window: _Window) -> NDArray[np.float32]:
        """Log-probabilities of the labels of one window: pieces × labels. One window a run: padding several to one length costs more."""
        ids = np.concatenate(([self._cls], window.ids, [self._sep]))[None]
        looks = np.concatenate(([0], window.looks, [0]))[None]
        logits: NDArray[np.float32] = self._session.run(None, {"input_ids": ids, "token_type_ids": looks})[0][0, 1:-1]
        logits = logits - logits.max(axis=-1, keepdims=True)
        beliefs: NDArray[np.float32] = logits - np.log(np.exp(logits).sum(axis=-1, keepdims=True))
        return beliefs


def _joined(parts: Sequence[_Window]) -> _Window:
    return _Window(
        np.concatenate([part.ids for part in parts]),
        np.concatenate([part.looks for part in parts]),
        np.concatenate([part.rows for part in parts]),
    )


def _place(window: _Window, beliefs: NDArray[np.float32], scores: NDArray[np.float32]) -> None:
    """Put each word's log-probabilities in its row; of two windows that overlap, the later one is believed from the overlap's middle on."""
    shown = window.rows >= 0
    shown[shown] &= (scores[window.rows[shown], 0] == UNSEEN) | (np.flatnonzero(shown) >= OVERLAP // 2)
    scores[window.rows[shown]] = beliefs[shown]


def _paragraph(span: Span, words: Sequence[Word], scores: NDArray[np.float32]) -> TaggedParagraph:
    labels = best_path(scores)
    sure = np.exp(scores[np.arange(len(labels)), labels])
    inside = 1.0 - np.exp(scores[:, 0])
    return TaggedParagraph(span, tuple(words), tuple(decode(labels)), tuple(sure.tolist()), tuple(inside.tolist()))
