"""Quotations in a row of tokens, whatever marks they are set in. A quotation inside a quotation belongs to the outer one."""

from collections.abc import Sequence
from dataclasses import dataclass

_CLOSERS: dict[str, tuple[str, ...]] = {
    "“": ("”", '"'),
    "„": ("“", "”"),
    "«": ("»",),
    "``": ("''",),
    "‟": ("”",),
    "‹": ("›",),
    "「": ("」",),
    "『": ("』",),
}
# These open only where they touch the next word and not the last: a closing mark typed for an opening one, »marks turned inward«.
_TOUCHING: dict[str, tuple[str, ...]] = {"”": ("”",), "»": ("«",), "‘": ("’",), "'": ("'",)}
_STRAIGHT = ('"', "''")
_OPENERS = frozenset(_CLOSERS) | frozenset(_STRAIGHT) | frozenset(_TOUCHING)
_SENTENCE_MARKS = frozenset(".,?!…")
_SINGLE_REACH = 400


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens `[start, end)` with their marks; `closed` is False when the block ends first."""

    start: int
    end: int
    closed: bool
    full: bool

    def __len__(self) -> int:
        return self.end - self.start


def find_quotations(words: Sequence[str], starts: Sequence[int], ends: Sequence[int]) -> tuple[Quotation, ...]:
    """The outermost quotations, in order."""
    found: list[Quotation] = []
    i = 0
    count = len(words)
    while i < count:
        if words[i] not in _OPENERS:
            i += 1
            continue
        closers = _closers_at(words, starts, ends, i)
        if not closers:
            i += 1
            continue
        end = _end_of(words, starts, ends, i, closers)
        if end is None:
            i += 1
            continue
        closed = words[end - 1] in closers
        found.append(Quotation(i, end, closed, _is_full(words, i, end)))
        i = end
    return tuple(found)


def _closers_at(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], i: int) -> tuple[str, ...]:
    """The marks that would close a quotation opening at token i; none when none opens here."""
    word = words[i]
    if word in _CLOSERS:
        return _CLOSERS[word]
    touches_next = i + 1 < len(words) and starts[i + 1] == ends[i]
    touches_last = i > 0 and ends[i - 1] == starts[i] and words[i - 1] not in ("(", "[", "—", "–", "--")
    if word in _STRAIGHT:
        if not touches_next or touches_last:
            return ()
        return (word, "”") if word == '"' else (word,)
    return _TOUCHING.get(word, ()) if touches_next and not touches_last else ()


def _end_of(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], i: int, closers: tuple[str, ...]) -> int | None:
    """One past the closing mark; the end of the block for double marks left open; None for a lone apostrophe."""
    single = closers in (("’",), ("'",))
    limit = min(len(words), i + _SINGLE_REACH) if single else len(words)
    for j in range(i + 1, limit):
        if words[j] in closers and not (words[j] in _STRAIGHT and j + 1 < len(words) and _reopens(starts, ends, j)):
            if single and not _closes_single(words, starts, ends, j):
                continue
            return j + 1
    return None if single or len(words) - i < 3 else len(words)


def _reopens(starts: Sequence[int], ends: Sequence[int], j: int) -> bool:
    """Whether a straight mark at j looks like an opening one: free to the left, touching to the right."""
    return starts[j] > ends[j - 1] and starts[j + 1] == ends[j]


def _closes_single(words: Sequence[str], starts: Sequence[int], ends: Sequence[int], j: int) -> bool:
    """Whether a lone ’ closes: it touches what is before it and nothing that could be a word follows it directly."""
    if starts[j] != ends[j - 1]:
        return False
    return j + 1 == len(words) or starts[j + 1] > ends[j] or not words[j + 1][0].isalnum()


def _is_full(words: Sequence[str], start: int, end: int) -> bool:
    """Whether the quotation reads like a sentence: it begins with a capital and ends with punctuation, or is long."""
    inner = words[start + 1 : end]
    first = next((word for word in inner if word[0].isalnum()), "")
    last = words[end - 2] if end - 2 > start else ""
    return len(inner) >= 8 or (first[:1].isupper() and last in _SENTENCE_MARKS)
