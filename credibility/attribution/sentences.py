"""Sentence ends in a row of tokens. A quotation is never cut: what stands in one belongs to one sentence."""

from collections.abc import Sequence

from credibility.attribution.lexicon import WordClasses
from credibility.attribution.quotations import Quotation

Run = tuple[int, int]
"""Tokens `[start, end)` of one passage."""

_ENDS = frozenset(".?!…") | {"...", "...."}
_CLOSING = frozenset(")]’”\"»'") | {"''"}


def split_sentences(
    words: Sequence[str], lower: Sequence[str], quoted: Sequence[int], quotations: Sequence[Quotation], classes: WordClasses
) -> tuple[Run, ...]:
    """Runs that cover all tokens, in order."""
    runs: list[Run] = []
    start = i = 0
    while i < len(words):
        if quoted[i]:
            quotation = quotations[quoted[i] - 1]
            i = quotation.end
            if not (words[i - 1] in _ENDS or (i - 2 > quotation.start and words[i - 2] in _ENDS)) or not _starts_anew(
                words, quoted, i, start
            ):
                continue
        elif words[i] in _ENDS and not _abbreviates(words, lower, i, classes):
            i += 1
            while i < len(words) and words[i] in _CLOSING and not quoted[i]:
                i += 1
            if not _starts_anew(words, quoted, i, start):
                continue
        elif (
            "." in words[i] and len(words[i]) > 2 and words[i][0].isalpha() and i + 1 < len(words) and _opens_clause(words[i + 1], classes)
        ):
            i += 1  # "… in the U.S. The …"
        else:
            i += 1
            continue
        if i > start:
            runs.append((start, i))
            start = i
    if start < len(words):
        runs.append((start, len(words)))
    return tuple(runs)


def _starts_anew(words: Sequence[str], quoted: Sequence[int], i: int, start: int) -> bool:
    """Whether the token after a possible end can begin a sentence."""
    if i >= len(words):
        return True
    word = words[i]
    return i > start and (word[0].isupper() or word[0].isdigit() or bool(quoted[i]) or word[0] in "([•–—*-")


def _abbreviates(words: Sequence[str], lower: Sequence[str], i: int, classes: WordClasses) -> bool:
    """Whether the full stop at i belongs to an abbreviation or an initial."""
    if words[i] != "." or i == 0 or i + 1 >= len(words):
        return False
    last = words[i - 1]
    if lower[i - 1] in classes.abbreviations:
        return last[0].isupper() or not words[i + 1][0].isupper()
    return len(last) == 1 and last.isupper() and last != "I" and words[i + 1][0].isalnum()


def _opens_clause(word: str, classes: WordClasses) -> bool:
    lower = word.lower()
    return word[0].isupper() and (
        lower in classes.determiners or lower in classes.subject_pronouns or lower in classes.openers or lower in classes.prepositions
    )
