"""One block of the article cut into tokens, quotations and sentences: what all rules read."""

import re
from dataclasses import dataclass

from credibility.attribution.text.quotations import Quotation, find_quotations
from credibility.attribution.text.sentences import Run, split_sentences
from credibility.attribution.text.word_classes import WordClasses
from credibility.model import Block, Span

_TOKEN = re.compile(
    r"\w+(?:[.-]\w+)*\.(?:com|org|net|info|gov|edu|co\.uk|ca|tv|io)\b|(?:[^\W\d_]\.){2,}(?:-\w+)*|\d+(?:[.,:]\d+)*\w*|\w+(?:[’'‑-]\w+)*|''|``|\.{2,}|-{2,}|[^\w\s]"
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A block's tokens. `quoted[i]` is 1 + the index of the quotation token i stands in (marks included), else 0.

    `sentence_at[i]` is the index of its sentence.
    """

    text: str
    block: Block
    words: tuple[str, ...]
    lower: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    quoted: tuple[int, ...]
    quotations: tuple[Quotation, ...]
    sentences: tuple[Run, ...]
    sentence_at: tuple[int, ...]

    def span(self, run: Run) -> Span:
        """The code points of a non-empty run of tokens."""
        return Span(self.starts[run[0]], self.ends[run[1] - 1])

    def phrase(self, run: Run) -> str:
        """The words of a run as written."""
        return self.text[self.starts[run[0]] : self.ends[run[1] - 1]]

    def matches(self, at: int, words: tuple[str, ...]) -> bool:
        """Whether these lower-case words stand at token `at`."""
        return self.lower[at : at + len(words)] == words

    def opens(self, i: int) -> bool:
        """Whether token i is an opening quotation mark."""
        return 0 <= i < len(self.quoted) and bool(self.quoted[i]) and self.quotations[self.quoted[i] - 1].start == i

    def closes(self, i: int) -> bool:
        """Whether token i is the last of a quotation."""
        return 0 <= i < len(self.quoted) and bool(self.quoted[i]) and self.quotations[self.quoted[i] - 1].end == i + 1


def read_passage(text: str, block: Block, classes: WordClasses) -> Passage:
    """Cut a block of `text` into a passage."""
    spans = [m.span() for m in _TOKEN.finditer(text, block.span.start, block.span.end)]
    words = tuple([text[start:end] for start, end in spans])
    lower = _lowered(words, classes)
    starts, ends = (tuple(edge) for edge in zip(*spans, strict=True)) if spans else ((), ())
    quotations = find_quotations(words, starts, ends)
    quoted = [0] * len(words)
    for number, quotation in enumerate(quotations, 1):
        quoted[quotation.start : quotation.end] = [number] * (quotation.end - quotation.start)
    sentences = split_sentences(words, lower, quoted, quotations, classes)
    sentence_at = tuple([number for number, (start, end) in enumerate(sentences) for _ in range(start, end)])
    return Passage(text, block, words, lower, starts, ends, tuple(quoted), quotations, sentences, sentence_at)


def _lowered(words: tuple[str, ...], classes: WordClasses) -> tuple[str, ...]:
    """The tokens in lower case. An acronym that is spelled like a function word stays as it is: "according to WHO" names somebody.

    In a block that is all capitals nothing tells them apart.
    """
    lower = tuple(map(str.lower, words))
    acronyms = classes.acronyms.intersection(words)
    if not acronyms or not any(word.islower() for word in words):
        return lower
    return tuple(word if word in acronyms else small for word, small in zip(words, lower, strict=True))
