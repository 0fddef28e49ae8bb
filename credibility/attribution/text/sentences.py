"""Sentence ends in a row of tokens. A quotation is never cut: what stands in one belongs to one sentence."""

from collections.abc import Sequence

from credibility.attribution.text.quotations import Quotation
from credibility.attribution.text.word_classes import WordClasses

Run = tuple[int, int]
"""Tokens `[start, end)` of one passage."""

_ENDS = frozenset(".?!…") | {"...", "...."}
_LONGEST = 160  # tokens outside quotations; what is longer is no sentence but a list, and would cost time
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
            ends = words[i - 1] in _ENDS or (i - 2 > quotation.start and words[i - 2] in _ENDS)
        elif words[i] in _ENDS and not _abbreviates(words, lower, i, classes):
            i += 1
            while i < len(words) and words[i] in _CLOSING and not quoted[i]:
                i += 1
            ends = True
        else:
            ends = _ends_with_initials(words, i, classes)  # "… in the U.S. The …"
            i += 1
        if i > start and ((ends and _starts_anew(words, quoted, i)) or i - start >= _LONGEST):
            runs.append((start, i))
            start = i
    if start < len(words):
        runs.append((start, len(words)))
    return tuple(runs)


def _ends_with_initials(words: Sequence[str], i: int, classes: WordClasses) -> bool:
    """Whether token i is an abbreviation with a full stop of its own that ends a sentence too."""
    word = words[i]
    return "." in word and len(word) > 2 and word[0].isalpha() and i + 1 < len(words) and _opens_clause(words[i + 1], classes)


def _starts_anew(words: Sequence[str], quoted: Sequence[int], i: int) -> bool:
    """Whether the token after a possible end can begin a sentence."""
    if i >= len(words):
        return True
    word = words[i]
    return word[0].isupper() or word[0].isdigit() or bool(quoted[i]) or word[0] in "([•–—*-"


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
        lower in classes.determiners
        or lower in classes.subject_pronouns
        or lower in classes.openers
        or lower in classes.prepositions
        or lower in classes.subordinators
        or lower == "according"
    )
