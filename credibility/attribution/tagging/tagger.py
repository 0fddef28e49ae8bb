"""The encoder at run time: onnxruntime over 8-bit weights, no torch. One call labels a whole text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from credibility.attribution.tagging.labels import LABELS, decode
from credibility.attribution.tagging.paragraph import TaggedParagraph
from credibility.attribution.tagging.viterbi import best_path
from credibility.attribution.tagging.words import Word, paragraphs, words_of
from credibility.model import Span

LENGTH = 254
"""Word pieces in a window, less the two that frame it; the encoder was trained on windows of this length."""

OVERLAP = 64
"""Word pieces that two windows of one long paragraph share, so that no word is read without its surroundings."""

BATCH = 8
"""Windows in one run of the network."""


class ModelError(ValueError):
    """The model or its tokenizer cannot be used: damaged, or of another make."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """One word piece: vocabulary id, look, and (paragraph, word) if it is the first of a word."""

    id: int
    look: int
    first_of: tuple[int, int] | None


class Tagger:
    """A loaded model. Calls are pure and may come from any thread. Raises ModelError when built from damaged files."""

    def __init__(self, model: bytes, tokenizer: str, threads: int = 2) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            self._session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
            self._tokenizer = Tokenizer.from_str(tokenizer)
        except Exception as error:  # both libraries raise bare exceptions of their own making
            raise ModelError(f"the tagger cannot be loaded: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._cls, self._sep = (self._id(token) for token in ("[CLS]", "[SEP]"))

    def _id(self, token: str) -> int:
        found = self._tokenizer.token_to_id(token)
        if found is None:
            raise ModelError(f"the tokenizer knows no {token}")
        return int(found)

    def __call__(self, text: str) -> list[TaggedParagraph]:
        """Label every paragraph (line) of a text; time grows linearly with its length."""
        spans = list(paragraphs(text))
        words = [words_of(text, span) for span in spans]
        scores = [np.full((len(line), len(LABELS)), -20.0, dtype=np.float32) for line in words]
        for line in scores:
            line[:, 0] = 0.0  # a word that no window shows stays outside
        for windows in _batches(self._windows(words), BATCH):
            self._score(windows, scores)
        return [_paragraph(span, line, score) for span, line, score in zip(spans, words, scores, strict=True)]

    def _windows(self, words: Sequence[Sequence[Word]]) -> Iterator[list[_Piece]]:
        """Whole paragraphs packed together; one that is longer than a window is cut into overlapping ones."""
        encodings = self._tokenizer.encode_batch(
            [[word.text for word in line] for line in words], is_pretokenized=True, add_special_tokens=False
        )
        between = _Piece(self._sep, 0, None)
        packed: list[_Piece] = []
        for number, (line, encoding) in enumerate(zip(words, encodings, strict=True)):
            pieces = list(_pieces(number, line, encoding.ids, encoding.word_ids))
            if packed and len(packed) + len(pieces) > LENGTH:
                yield packed
                packed = []
            if len(pieces) > LENGTH:
                for start in range(0, len(pieces) - OVERLAP, LENGTH - OVERLAP):
                    yield pieces[start : start + LENGTH]
            else:
                packed += [*pieces, between]
        if packed:
            yield packed

    def _score(self, windows: list[list[_Piece]], scores: list[NDArray[np.float32]]) -> None:
        """Run the network on some windows and put each word's log-probabilities in place."""
        width = max(map(len, windows)) + 2
        ids = np.zeros((len(windows), width), dtype=np.int64)
        looks, mask = np.zeros_like(ids), np.zeros_like(ids)
        for row, window in enumerate(windows):
            ids[row, : len(window) + 2] = [self._cls, *(piece.id for piece in window), self._sep]
            looks[row, 1 : len(window) + 1] = [piece.look for piece in window]
            mask[row, : len(window) + 2] = 1
        (logits,) = self._session.run(None, {"input_ids": ids, "attention_mask": mask, "token_type_ids": looks})
        logits = logits - logits.max(axis=-1, keepdims=True)
        logits -= np.log(np.exp(logits).sum(axis=-1, keepdims=True))
        for row, window in enumerate(windows):
            for at, piece in enumerate(window):
                if piece.first_of and (scores[piece.first_of[0]][piece.first_of[1]][0] == 0.0 or at >= OVERLAP // 2):
                    scores[piece.first_of[0]][piece.first_of[1]] = logits[row, at + 1]


def _pieces(number: int, line: Sequence[Word], ids: Sequence[int], word_ids: Sequence[int | None]) -> Iterator[_Piece]:
    last: int | None = None
    for identity, word in zip(ids, word_ids, strict=True):
        if word is not None:
            yield _Piece(identity, line[word].look, None if word == last else (number, word))
            last = word


def _batches(windows: Iterator[list[_Piece]], size: int) -> Iterator[list[list[_Piece]]]:
    group: list[list[_Piece]] = []
    for window in windows:
        group.append(window)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


def _paragraph(span: Span, words: list[Word], scores: NDArray[np.float32]) -> TaggedParagraph:
    labels = best_path(scores)
    sure = tuple(float(np.exp(row[label])) for row, label in zip(scores, labels, strict=True))
    inside = tuple(1.0 - float(np.exp(row[0])) for row in scores)
    return TaggedParagraph(span, tuple(words), tuple(decode(labels)), sure, inside)
